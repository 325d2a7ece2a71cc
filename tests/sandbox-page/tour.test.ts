import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { TourInfo } from '../../src/sandbox/protocol.ts'
import { inChromium } from './browser.ts'
import { type FixtureServer, startFixtureServer } from './fixture-server.ts'

const offered = (done: readonly string[], id = 'first'): TourInfo => ({
  id,
  title: 'Look around',
  steps: ['Knock', 'Come in', 'Sit down'].map((title) => ({
    ...{ id: title, title, text: `${title} *now*.`, done: done.includes(title), where: { channel: 'C2' } },
  })),
  farewell: 'Stay as long as you like.',
})

inChromium('a tour on the page', (browsing) => {
  let server: FixtureServer
  let page: Page
  let tour: Locator
  let button: Locator

  beforeAll(async () => {
    server = await startFixtureServer()
  })
  afterAll(() => server?.close())
  beforeEach(() => {
    server.reset()
    page = browsing.page()
    tour = page.getByRole('complementary', { name: 'Tour' })
    button = page.getByRole('button', { name: /^Tour/ })
  })

  const comes = async () => {
    await page.goto('about:blank')
    await page.goto(server.url)
    await page.getByRole('main').waitFor()
  }
  const isOffered = (...given: Parameters<typeof offered>) => server.change(() => ({ tour: offered(...given) }))
  const status = () => expect.poll(() => tour.getByRole('status').innerText())

  test('is open for whoever comes first, and ticks itself off', async () => {
    isOffered([])
    await comes()
    await status().toMatch(/^0 of 3\s+done\. Next: Knock$/)
    isOffered(['Come in'])
    await status().toMatch(/^1 of 3\s+done\. Next: Knock$/)
    isOffered(['Knock', 'Come in'])
    await status().toMatch(/^2 of 3\s+done\. Next: Sit down$/)
    expect(await tour.getByRole('listitem').getByRole('heading').allTextContents()).toEqual([
      'Knock (done)',
      'Come in (done)',
      'Sit down',
    ])
    expect(await tour.getByRole('listitem').last().innerText()).toContain('Sit down now.')
  })

  test('once skipped it stays away, and comes back by its button', async () => {
    isOffered(['Knock'])
    await comes()
    await tour.getByRole('button', { name: 'Skip the tour' }).click()
    await expect.poll(() => tour.count()).toBe(0)
    await comes()
    await button.waitFor()
    expect(await tour.count()).toBe(0)
    expect(await button.innerText()).toMatch(/2\s+steps to go$/)
    await button.click()
    await status().toContain('1 of 3')
    await page.reload()
    await status().toContain('1 of 3')
  })

  test('closing another tool does not skip it', async () => {
    isOffered([])
    await comes()
    await tour.waitFor()
    await page.goto(`${server.url}#tool=other`)
    await expect.poll(() => tour.count()).toBe(0)
    await comes()
    await tour.waitFor()
  })

  test('once finished it says what to do next, and stays away', async () => {
    isOffered(['Knock', 'Come in', 'Sit down'])
    await comes()
    await tour.getByText('Stay as long as you like.').waitFor()
    await page.reload()
    await button.waitFor()
    await expect.poll(() => tour.count()).toBe(0)
    expect(await button.innerText()).not.toContain('to go')
  })

  test('what was done once stays done, and all of it is to do again after a new beginning', async () => {
    isOffered(['Knock', 'Sit down'], '')
    await comes()
    await status().toContain('2 of 3')
    isOffered([])
    await comes()
    await status().toContain('2 of 3')
    await tour.getByRole('button', { name: 'Skip the tour' }).click()
    isOffered([], 'second')
    await comes()
    await status().toContain('0 of 3')
  })

  test('shows where a step is done', async () => {
    isOffered([])
    await comes()
    await tour.getByRole('button', { name: 'Show me' }).click()
    await page.getByRole('log', { name: '#incidents' }).waitFor()
  })

  test('stands under the conversation on a phone, and covers nothing', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    isOffered([])
    await page.goto(`${server.url}#in=C1`)
    await status().toContain('0 of 3')
    const box = await page.getByRole('textbox', { name: 'Message #ops' }).boundingBox()
    const panel = await tour.boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(panel?.y ?? 0)
    expect(panel?.height).toBeLessThan(844 / 3)
    await page.getByRole('button', { name: 'Mark done: API answers healthy' }).click()
    await expect.poll(() => server.acts.some(({ act }) => act.kind === 'element')).toBe(true)
    expect(await page.locator('html').evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(390)
  })

  test('is not offered where there is none', async () => {
    await comes()
    await page.getByRole('log').waitFor()
    expect(await button.count()).toBe(0)
  })
})
