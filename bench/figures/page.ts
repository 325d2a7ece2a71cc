import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { type Channel, channelOf, roundsCards } from '../cards.ts'
import { eventBytes, longestTaskOf, withChromium } from '../chromium.ts'
import type { Post } from '../delivery.ts'
import { inTurns, type Line, quantile } from '../measure.ts'

const many = 500
const loads = 9
const clicks = 15
const arriving = 20
const bursts = 3

/** The page in Chromium: a channel of 500 checklist cards beside a channel of one, and beside an empty page. */
export async function* page(): AsyncGenerator<Line> {
  yield pageBytes()
  const cards = await roundsCards(40)
  const [full, short] = [await channelOf(cards, many), await channelOf(cards, 1)]
  const empty = await emptyPage()
  try {
    yield* withChromium(async function* (browser) {
      yield* loadTimes(browser, { full, short, empty: empty.url })
      const [inFull, inShort] = [await openPage(browser, full), await openPage(browser, short)]
      yield await clickToChange(inFull, inShort)
      yield await longestTask(browser, { full, short, inFull, inShort }, cards[0] as Post)
      yield await bytesOfClick(inFull, full)
    })
  } finally {
    await Promise.all([full.close(), short.close(), empty.close()])
  }
}

const inOneRun = { database: null, peer: null, peerIs: null } as const

function pageBytes(): Line {
  const bytes = ['index.html', 'page.js', 'page.css'].map((file) => gzipSync(readFileSync(`dist/page/${file}`)).length)
  const ours = bytes.reduce((sum, one) => sum + one, 0) / 1_000
  return { ...inOneRun, figure: 'page-gzipped', ours, unit: 'kB', limit: 150, runs: 1 }
}

type Places = { readonly full: Channel; readonly short: Channel; readonly empty: string }

/** From the start of the navigation until the first card is there to be painted. */
async function* loadTimes(browser: Browser, { full, short, empty }: Places): AsyncGenerator<Line> {
  const seen = { full: [] as number[], short: [] as number[], empty: [] as number[] }
  for (let run = 0; run <= loads; run++) {
    for (const [name, url] of Object.entries({ full: urlOf(full), short: urlOf(short), empty })) {
      const one = await browser.newPage()
      await one.addInitScript(noteFirstCard)
      await one.goto(url)
      const at = await one.waitForFunction<number>('window.firstCardAt')
      if (run > 0) seen[name as keyof typeof seen].push((await at.jsonValue()) as number)
      await one.close()
    }
  }
  const ours = quantile(seen.full, 0.5)
  const line = { figure: 'page-load', ours, unit: 'ms', limit: 300, runs: loads, database: null } as const
  yield { ...line, peer: quantile(seen.empty, 0.5), peerIs: 'a page that is one line of HTML' }
  yield { ...line, peer: quantile(seen.short, 0.5), peerIs: 'the same page with one card instead of 500' }
}

const noteFirstCard = `{
  const look = () => {
    if (document.querySelector('.message .block')) window.firstCardAt = performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}`

/** On the newest card: the app changes it as soon as it hears of the click. */
async function clickToChange(inFull: Page, inShort: Page): Promise<Line> {
  const click = (one: Page) => one.evaluate<void>(clickAndWait)
  const { ours, peer } = await inTurns({
    runs: clicks,
    sides: { ours: () => click(inFull), peer: () => click(inShort) },
  })
  const peerIs = 'the same click in a channel of one card'
  return { figure: 'page-click', ours, unit: 'ms', limit: 150, peer, peerIs, runs: clicks, database: null }
}

const clickAndWait = `new Promise((done) => {
  const cards = document.querySelectorAll('.list article')
  const card = cards[cards.length - 1]
  const before = card.textContent
  const look = () => (card.textContent === before ? requestAnimationFrame(look) : done())
  card.querySelector('.block button').click()
  look()
})`

type Arrivals = Omit<Places, 'empty'> & { readonly inFull: Page; readonly inShort: Page }

/** Twenty cards arrive one after the other, as fast as the sandbox takes them. */
async function longestTask(browser: Browser, at: Arrivals, card: Post): Promise<Line> {
  const longest = { full: [] as number[], short: [] as number[] }
  for (let burst = 0; burst < bursts; burst++) {
    longest.full.push(await longestTaskOf(browser, at.inFull, () => arrive(at.full, at.inFull, card)))
    longest.short.push(await longestTaskOf(browser, at.inShort, () => arrive(at.short, at.inShort, card)))
  }
  const peerIs = 'the same in a channel of few'
  const [ours, peer] = [quantile(longest.full, 0.5), quantile(longest.short, 0.5)]
  return { figure: 'page-longest-task', ours, unit: 'ms', limit: 50, peer, peerIs, runs: bursts, database: null }
}

async function arrive(channel: Channel, one: Page, card: Post): Promise<void> {
  const wanted = (await countCards(one)) + arriving
  for (let nth = 0; nth < arriving; nth++) await channel.post(card)
  await one.waitForFunction(`document.querySelectorAll('.list article').length === ${wanted}`)
}

const countCards = (one: Page) => one.evaluate<number>(`document.querySelectorAll('.list article').length`)

/** What one window is sent for one click on one card of hundreds. */
async function bytesOfClick(inFull: Page, full: Channel): Promise<Line> {
  const bytes = await eventBytes(inFull, () => inFull.evaluate<void>(clickAndWait))
  const whole = await (await fetch(`${full.sandbox.url}/sandbox/state?as=maria`)).arrayBuffer()
  const peerIs = 'everything that the member sees, sent again'
  const [ours, peer] = [bytes / 1_000, whole.byteLength / 1_000]
  return { figure: 'page-bytes-per-click', ours, unit: 'kB', limit: 20, peer, peerIs, runs: 1, database: null }
}

const urlOf = ({ sandbox, id }: Channel): string => `${sandbox.url}/#as=${sandbox.member('@maria').id}&in=${id}`

/** Open, and all of it drawn. */
async function openPage(browser: Browser, channel: Channel): Promise<Page> {
  const one = await browser.newPage()
  await one.goto(urlOf(channel))
  const wanted = channel.sandbox.channel('#shop').messages().length
  await one.waitForFunction(`document.querySelectorAll('.list article').length === ${wanted}`)
  return one
}

async function emptyPage() {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end('<!doctype html><title>Empty</title><p class="message"><span class="block">One line</span></p>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return { url, close: () => new Promise((resolve) => server.close(resolve)) }
}
