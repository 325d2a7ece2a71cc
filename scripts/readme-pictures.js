import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { chromiumArgs, chromiumPath } from './chromium.js'

/**
 * Plays a week in the demo, by the page's own buttons, and takes the pictures of README.md.
 * Usage: npm run build && node scripts/readme-pictures.js [--port 4790]
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const pictures = join(root, 'docs', 'pictures')
const plan = join(pictures, 'shop.yaml')
const port = Number(process.argv[process.argv.indexOf('--port') + 1] || 0) || 4790
const url = `http://127.0.0.1:${port}`

/** What Maria does each morning: what she ticks, what she reads. On Wednesday nobody comes. */
const both = ['Lights on', 'Alarm off']
const pictured = '2026-11-17'
const week = [
  ['2026-11-16', both, { 'Fridge 1': '4.1', 'Fridge 2': '3.8', 'Till float': '200' }],
  [pictured, ['Lights on'], { 'Fridge 1': '8.6', 'Fridge 2': '4.2' }],
  ['2026-11-18'],
  ['2026-11-19', both, { 'Fridge 1': '4.4', 'Fridge 2': '4.0', 'Till float': '200' }],
  [
    '2026-11-20',
    both,
    { 'Fridge 1': '4.2', 'Fridge 2': '3.9', 'Till float': '200', 'Worth telling': 'New coffee sells.' },
  ],
]

if (!chromiumPath) throw new Error('There is no Chromium; set ROUNDS_CHROMIUM to its path.')
const data = mkdtempSync(join(tmpdir(), 'rounds-pictures-'))
const demo = await startDemo()
const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumArgs })
try {
  const page = await browser.newPage({ viewport: { width: 1040, height: 1400 }, colorScheme: 'light' })
  page.setDefaultTimeout(20_000)
  await takePictures(page)
} finally {
  await browser.close()
  demo.kill('SIGINT')
  await new Promise((resolve) => demo.once('exit', resolve))
  rmSync(data, { recursive: true })
}

async function takePictures(page) {
  await goTo(page, 'maria', 'ops')
  for (const [day, ...answers] of week) {
    await playTo(`${day}T09:04:00-05:00`)
    if (answers.length > 0) await fillIn(page, cardOf(page, day), answers)
    if (day === pictured) await shoot(page, cardOf(page, day), 'card')
    if (day === pictured) await mendTheFridge(page, cardOf(page, day))
    if (day === pictured) await incidentOfTheNight(page)
  }
  await playTo('2026-11-20T16:31:00-05:00')
  await goTo(page, 'dana', 'leadership')
  await shoot(page, page.getByRole('article').first(), 'summary')
}

async function mendTheFridge(page, card) {
  await card.getByRole('button', { name: /repl(y|ies)/ }).click()
  const issue = page.getByRole('article').filter({ hasText: 'Fridge 1: 8.6' }).last()
  await issue.getByRole('button', { name: 'Acknowledge' }).click()
  await issue.getByText('has it').waitFor()
  await playTo(`${pictured}T10:20:00-05:00`)
  await issue.getByRole('button', { name: 'Resolve' }).click()
  await submit(page, 'Resolve', (form) => form.getByRole('textbox').first().fill('The door was ajar.'))
}

async function incidentOfTheNight(page) {
  await playTo(`${pictured}T21:10:00-05:00`)
  await goTo(page, 'eli', 'incidents')
  await say(page, '/incident Card payments are down')
  await goTo(page, 'maria', 'incidents')
  const card = page.getByRole('article').filter({ hasText: 'Card payments are down' }).first()
  await card.getByRole('button', { name: 'Acknowledge' }).click()
  await card.getByText('acknowledged').first().waitFor()
  await card.getByRole('button', { name: 'Update' }).click()
  await submit(page, 'Send update', (form) => form.getByRole('textbox').first().fill('The terminal has no network.'))
  await card.getByText('The terminal has no network.').waitFor()
  await shoot(page, card, 'incident')
  await playTo(`${pictured}T21:40:00-05:00`)
  await card.getByRole('button', { name: 'Resolve' }).click()
  await submit(page, 'Resolve', (form) => form.getByRole('textbox').first().fill('A loose cable, fixed.'))
  await goTo(page, 'maria', 'ops')
}

/** Two fridges and the till, as somebody reads them; on the pictured day some is still open. */
async function fillIn(page, card, [ticks, readings]) {
  await card.getByRole('button', { name: 'Fill in' }).last().click()
  await submit(page, 'Save', async (form) => {
    for (const item of ticks) await form.getByLabel(item).check()
    for (const [item, value] of Object.entries(readings)) await form.getByLabel(item).fill(value)
  })
}

async function submit(page, button, fill) {
  const form = page.getByRole('dialog')
  await form.waitFor()
  await fill(form)
  await form.getByRole('button', { name: button }).click()
  await form.waitFor({ state: 'hidden' })
}

/** Its second line says `Tue 17 Nov`. */
function cardOf(page, day) {
  const style = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }
  const said = new Date(day).toLocaleDateString('en-GB', style).replace(',', '')
  return page.getByRole('article').filter({ hasText: 'Opening round' }).filter({ hasText: said }).last()
}

async function say(page, text) {
  await page.getByRole('main').getByRole('textbox').fill(text)
  await page.getByRole('button', { name: 'Send' }).click()
}

async function goTo(page, name, channel) {
  const { members, channels } = await state()
  const as = members.find((member) => member.name === name).id
  const place = channels.find((one) => one.name === channel).id
  // From elsewhere, so that nothing of the member before is left on the page.
  await page.goto('about:blank')
  await page.goto(`${url}/#${new URLSearchParams({ as, in: place })}`)
  await page.getByRole('main').waitFor()
}

async function playTo(at) {
  const { me } = await state()
  const response = await fetch(`${url}/sandbox/act`, {
    method: 'POST',
    body: JSON.stringify({ as: me, act: { kind: 'play-to', at: new Date(at).toISOString() } }),
  })
  const { ok, error } = await response.json()
  if (!ok) throw new Error(error)
}

async function state() {
  return (await fetch(`${url}/sandbox/state?as=maria`)).json()
}

/** Only the message itself: no notifications over it, no empty margin beside it. */
async function shoot(page, article, name) {
  const path = join(pictures, `${name}.png`)
  await page.addStyleTag({
    content: '.reply-button, .pushes { display: none } .message { background: none !important }',
  })
  await article.scrollIntoViewIfNeeded()
  await page.mouse.move(0, 0)
  await article.screenshot({ path, animations: 'disabled' })
  console.log(path)
}

async function startDemo() {
  const args = ['bin/rounds.js', 'demo', '--port', String(port), '--plan', plan, '--at', '2026-11-16T08:55:00-05:00']
  const env = { ...process.env, ROUNDS_DATA: data }
  const started = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve, reject) => {
    started.once('exit', (code) => reject(new Error(`The demo ended with code ${code}.`)))
    started.stdout.on('data', (text) => String(text).includes('Ctrl+C') && resolve())
  })
  return started
}
