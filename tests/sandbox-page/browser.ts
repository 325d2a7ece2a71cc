import { execFileSync } from 'node:child_process'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest'
import { chromiumArgs, chromiumPath } from '../../scripts/chromium.js'

export { chromiumArgs, chromiumPath }

export type Browsing = {
  /** The page of this test, which opens nothing yet. */
  readonly page: () => Page
}

/** Milliseconds: what takes a page ten seconds takes it longer where others are at work. */
const patience = 90_000

/**
 * A suite about the page, built afresh, in a real browser. Each test has a context of its own, and fails when anything
 * in it writes to the console or throws.
 */
export function inChromium(title: string, tests: (browsing: Browsing) => void): void {
  const name = chromiumPath === undefined ? `${title} (needs Chromium)` : title
  describe.skipIf(chromiumPath === undefined)(name, { timeout: patience }, () => {
    let browser: Browser
    let context: BrowserContext
    let page: Page
    let complaints: string[]

    beforeAll(async () => {
      execFileSync(process.execPath, ['scripts/build-page.js'], { stdio: 'pipe' })
      browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: [...chromiumArgs] })
    })
    afterAll(() => browser?.close())
    beforeEach(async () => {
      complaints = []
      context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
      context.on('console', (line) => complaints.push(`${line.type()}: ${line.text()}`))
      context.on('weberror', (error) => complaints.push(String(error.error())))
      page = await context.newPage()
      page.setDefaultTimeout(10_000)
    })
    afterEach(async () => {
      await context.close()
      expect(complaints).toEqual([])
    })
    tests({ page: () => page })
  })
}
