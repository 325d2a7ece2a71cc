import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { chromiumArgs, chromiumPath } from '../chromium.js'
import { startDemo } from './demo.js'
import { begins, playWeek } from './week.js'

/**
 * Plays a week in the demo, by the page's own buttons, and takes the pictures of README.md, light and dark.
 * `--check` takes none: it ends with code 1 where the page says other words now than the pictures show.
 */
const { values: options } = parseArgs({ options: { check: { type: 'boolean' } } })
const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))
const colours = ['light', 'dark']

if (chromiumPath === undefined) throw new Error('There is no Chromium; set ROUNDS_CHROMIUM to its path.')
const demo = await startDemo({ at: begins })
const browser = await chromium.launch({ executablePath: chromiumPath, args: [...chromiumArgs] })
try {
  const page = await browser.newPage({ viewport: { width: 1040, height: 900 }, colorScheme: 'light' })
  page.setDefaultTimeout(20_000)
  await page.addInitScript(hideWhatFloats)
  await playWeek(page, demo, options.check ? check : take)
} finally {
  await browser.close()
  await demo.end()
}

async function take(name, thing) {
  const page = thing.page()
  writeFileSync(wordsFile(name), await wordsOf(thing))
  await thing.scrollIntoViewIfNeeded()
  await page.mouse.move(0, 0)
  for (const colorScheme of colours) {
    await page.emulateMedia({ colorScheme })
    await thing.screenshot({ path: `${folder}${name}-${colorScheme}.png`, animations: 'disabled' })
  }
  await page.emulateMedia({ colorScheme: 'light' })
  console.log(`${name}: ${colours.join(', ')}`)
}

async function check(name, thing) {
  const shown = readFileSync(wordsFile(name), 'utf8')
  const now = await wordsOf(thing)
  if (now === shown) return
  console.error(
    `The picture of ${name} is stale; run npm run pictures. It shows:\n\n${shown}\nThe page now says:\n\n${now}`,
  )
  process.exitCode = 1
}

/** Beside each picture lie its words: what says whether the picture is still true. */
function wordsFile(name) {
  return `${folder}${name}.txt`
}

/** Once they have stood unchanged for a second: a reply that is still coming changes the card it is under. */
async function wordsOf(thing) {
  for (let words = await readWords(thing); ; ) {
    await thing.page().waitForTimeout(1000)
    const again = await readWords(thing)
    if (again === words) return words
    words = again
  }
}

async function readWords(thing) {
  const lines = (await thing.innerText()).split('\n').map((line) => line.trim())
  return `${lines.filter((line) => line !== '').join('\n')}\n`
}

/** Only the thing itself: no notifications over it, no buttons that wait for a mouse. */
function hideWhatFloats() {
  addEventListener('DOMContentLoaded', () => {
    const style = document.createElement('style')
    style.textContent =
      '.message-tools, .reply-button, .pushes { display: none !important } .message { background: none !important }'
    document.head.append(style)
  })
}
