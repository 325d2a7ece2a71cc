import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inChromium } from './browser.ts'
import { checklistCard } from './cards.ts'
import { type FixtureServer, startFixtureServer } from './fixture-server.ts'
import { at, message } from './fixture-snapshot.ts'

/** Run in the page: from now on it is idle only when the test says so. */
const holdIdle = 'waiting = []; requestIdleCallback = (work) => waiting.push(work)'
const workWaiting = 'for (const work of waiting.splice(0)) work()'

/** Run in the page: notes which messages are drawn again. */
const noteRedrawn = `
  redrawn = new Set()
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const element = target instanceof Element ? target : target.parentElement
      redrawn.add(element?.closest('article')?.dataset.ts ?? 'the list')
    }
  }).observe(document.querySelector('.list'), { subtree: true, childList: true, characterData: true, attributes: true })`

const count = 500
const tsOf = (index: number) => at('2025-11-20T10:00:00Z', index + 1)
const card = (index: number) =>
  message(tsOf(index), 'B1', `Card ${index}`, {
    channel: 'C0',
    blocks: [
      { type: 'section', block_id: 'name', text: { type: 'plain_text', text: `Card ${index}.` } },
      ...checklistCard,
    ],
  })

inChromium('a channel with 500 cards', (browsing) => {
  let server: FixtureServer
  let page: Page
  let log: Locator

  beforeAll(async () => {
    server = await startFixtureServer()
  })
  afterAll(() => server?.close())
  beforeEach(() => {
    server.reset()
    page = browsing.page()
    log = page.getByRole('log', { name: '#general' })
    server.change(() => ({ messages: Array.from({ length: count }, (_, index) => card(index)) }))
  })

  const open = async (place = 'C0') => {
    await page.goto(`${server.url}#${new URLSearchParams({ as: 'U1', in: place })}`)
    await page.getByRole('main').waitFor()
  }
  const drawn = () => log.locator('article').count()
  const cardAt = (index: number) => log.locator(`[data-ts="${tsOf(index)}"]`)
  // By what it is called, the browser would look for it among thousands of buttons.
  const toBottom = () => page.locator('.to-bottom')
  const fromEnd = () => log.evaluate((box) => Math.round(box.scrollHeight - box.scrollTop - box.clientHeight))
  const topOf = (index: number) => cardAt(index).evaluate((one) => Math.round(one.getBoundingClientRect().top))
  const moreAt = (index: number) => log.locator(`[data-ts="${at('2025-11-20T11:00:00Z', index)}"]`)
  const more = (index: number) =>
    server.change(({ messages }) => ({
      messages: [...messages, message(at('2025-11-20T11:00:00Z', index), 'U2', `More ${index}`, { channel: 'C0' })],
    }))
  const idle = () => page.evaluate<void>(workWaiting)
  const drawAll = async (after: () => unknown = () => undefined) => {
    while ((await drawn()) < count) {
      await idle()
      await after()
    }
  }
  const allDrawn = () => expect.poll(drawn, { timeout: 20_000 }).toBe(count)

  test('opens at its end, and draws the rest while nothing else is to be done', async () => {
    await open()
    await allDrawn()
    expect(await fromEnd()).toBeLessThan(5)
    expect(await log.locator('article').first().textContent()).toContain('Card 0.')
    expect(await toBottom().count()).toBe(0)
  })

  test('what is being read stays in its place while earlier cards are drawn above it', async () => {
    await page.addInitScript(holdIdle)
    await open()
    await cardAt(count - 1).waitFor()
    const few = await drawn()
    expect(few).toBeLessThan(20)
    await log.hover()
    await page.mouse.wheel(0, -900)
    await toBottom().waitFor()
    await expect.poll(() => log.evaluate((box) => box.scrollTop)).toBeGreaterThan(0)
    const before = await topOf(count - 3)
    await drawAll(async () => expect(Math.abs((await topOf(count - 3)) - before)).toBeLessThan(3))
  })

  test('what is long gone by is there at once for a notification that leads to it', async () => {
    await page.addInitScript(holdIdle)
    await open('C1')
    server.change(() => ({
      notifications: [
        { id: 'n1', at: '2025-11-20T14:10:00Z', channel: 'C0', ts: tsOf(7), title: 'Rounds in #general', text: 'Look' },
      ],
    }))
    await page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Look' }).click()
    await expect.poll(() => cardAt(7).and(page.locator(':focus')).count()).toBe(1)
    expect(await cardAt(7).evaluate((one) => one.checkVisibility({ contentVisibilityAuto: true }))).toBe(true)
    const box = await cardAt(7).boundingBox()
    expect(box?.y).toBeGreaterThan(0)
    expect(box?.y).toBeLessThan(800)
    const before = await topOf(7)
    await drawAll()
    expect(Math.abs((await topOf(7)) - before)).toBeLessThan(3)
  })

  test('a long history that comes late, as on joining, is drawn as little by little', async () => {
    server.change(({ messages }) => ({ messages: messages.slice(-1) }))
    await page.addInitScript(holdIdle)
    await open()
    await cardAt(count - 1).waitFor()
    server.change(() => ({ messages: Array.from({ length: count }, (_, index) => card(index)) }))
    await page.waitForFunction('waiting.length > 0')
    expect(await drawn()).toBeLessThan(20)
    await drawAll()
  })

  test('a browser that never says when it is idle draws them too', async () => {
    await page.addInitScript('delete window.requestIdleCallback')
    await open()
    await allDrawn()
  })

  test('stays at its end as messages come, unless the reader has scrolled up', async () => {
    await open()
    await allDrawn()
    more(1)
    await moreAt(1).waitFor()
    expect(await fromEnd()).toBeLessThan(5)
    await log.evaluate((box) => {
      box.scrollTop = 100
    })
    await toBottom().waitFor()
    const before = await log.evaluate((box) => box.scrollTop)
    more(2)
    await moreAt(2).waitFor({ state: 'attached' })
    expect(await log.evaluate((box) => box.scrollTop)).toBe(before)
    await toBottom().click()
    await expect.poll(fromEnd).toBeLessThan(5)
  })

  test('of all the cards only one that changes is drawn again', async () => {
    await open()
    await allDrawn()
    await page.evaluate(noteRedrawn)
    server.change(({ messages }) => ({
      messages: messages.map((one) => (one.ts === tsOf(3) ? { ...card(3), blocks: card(4).blocks } : one)),
    }))
    await expect.poll(() => page.evaluate('[...redrawn]')).toEqual([tsOf(3)])
  })
})
