import type { Locator, Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { littleApp, type Running } from '../sandbox/little-app.ts'
import { button, section } from '../sandbox/specimens.ts'
import { inChromium } from './browser.ts'

inChromium("the sandbox's own tools", (browsing) => {
  let page: Page
  let running: Running
  let clicks: number

  beforeEach(async () => {
    clicks = 0
    page = browsing.page()
    running = await littleApp(
      'http',
      (app) => {
        app.action('done', async ({ ack }) => {
          clicks += 1
          await ack()
        })
      },
      // What is tried here is the page: a busy machine may take its time.
      { timing: { ackMs: 20_000 } },
    )
    await post({ blocks: [section('Lights', { accessory: button('Done', { action_id: 'done' }) })] })
  })
  afterEach(async () => {
    await page.goto('about:blank')
    await running.close()
  })

  const open = async (tool = '') => {
    const { sandbox } = running
    const query = { as: sandbox.member('maria').id, in: sandbox.channel('#ops').id, ...(tool ? { tool } : {}) }
    await page.goto(`${sandbox.url}/#${new URLSearchParams(query)}`)
    await page.getByText('Lights').waitFor({ state: 'attached' })
  }
  /** As the app, without a client's patience. */
  const post = async (more: object = {}): Promise<number> => {
    const answer = await fetch(`${running.sandbox.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${running.sandbox.botToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ channel: running.sandbox.channel('#ops').id, text: 'card', ...more }),
    })
    return answer.status
  }
  const toolButton = (name: string): Locator =>
    page.getByRole('region', { name: 'Tools' }).getByRole('button', { name })
  const panel = (name: string): Locator => page.getByRole('complementary', { name })
  const turn = (name: string): Locator => page.getByRole('switch', { name, exact: true })
  const done = (): Locator => page.getByRole('button', { name: 'Done' })
  const rows = (): Locator => panel('Traffic').getByRole('listitem')
  const hasFocus = (target: Locator) => target.evaluate((element) => element.matches(':focus'))

  test('the plug is pulled and put back: clicks in between are answered as Slack would', async () => {
    await open()
    await toolButton('Faults').click()
    await turn('Outage').click()
    await toolButton('Faults, 1 on').or(toolButton('Faults 1 on')).waitFor()
    await page.getByText('Little app is not connected.').waitFor()
    await done().click()
    await page.getByText('We had some trouble connecting. Try again?').waitFor()
    expect(clicks).toBe(0)
    await panel('Faults').getByText('1 request', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Switch all off' }).click()
    await page.getByText('No fault is on.').waitFor()
    expect(await turn('Outage').getAttribute('aria-checked')).toBe('false')
    await done().click()
    await expect.poll(() => clicks).toBe(1)
  })

  test('a 429 meets as many calls as were asked for, of the method that was chosen, and says how many', async () => {
    await open('faults')
    await panel('Faults').getByText('All methods · Retry-After 10 s · 3 times').click()
    await page.getByLabel('429: Method').selectOption('chat.postMessage')
    await page.getByLabel('429: How often').selectOption('once')
    await turn('429').click()
    await panel('Faults').getByText('chat.postMessage · Retry-After 10 s · 1 more · 0 calls').waitFor()
    expect([await post(), await post()]).toEqual([429, 200])
    await panel('Faults').getByText('chat.postMessage · Retry-After 10 s · over · 1 call').waitFor()
    expect(await turn('429').getAttribute('aria-checked')).toBe('false')
    await page.getByText('No fault is on.').waitFor()
  })

  test('one fault of a kind is switched off without the other', async () => {
    await open('faults')
    const away = page.getByRole('switch', { name: 'Member away' })
    await away.click()
    await panel('Faults').getByText('Maria Lopez · 0 messages lost').waitFor()
    await page.getByRole('button', { name: 'Add another' }).click()
    await page.getByLabel('Member away: Member').selectOption({ label: 'Cara Singh' })
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('button', { name: 'Switch off: Maria Lopez · 0 messages lost' }).click()
    await page.getByText('1 fault is on.').waitFor()
    expect(running.sandbox.member('maria').snapshot().faults).toMatchObject([
      { kind: 'away', scope: running.sandbox.member('cara').id },
    ])
  })

  test('a channel is archived and given back', async () => {
    await open('faults')
    await turn('Archived channel').click()
    await panel('Faults').locator('.fault-lines').getByText('#ops').waitFor()
    await expect.poll(() => running.sandbox.channel('#ops').isArchived()).toBe(true)
    await turn('Archived channel').click()
    await expect.poll(() => running.sandbox.channel('#ops').isArchived()).toBe(false)
  })

  test('the traffic shows what was sent, what was answered, and the place that was refused', async () => {
    await open('traffic')
    await done().click()
    await rows().first().getByText('@maria · done · #ops').waitFor()
    await post({ text: 'no', blocks: [{ type: 'section' }] })
    await page.getByRole('button', { name: /invalid_blocks/ }).click()
    const wrong = panel('Traffic').locator('.is-wrong')
    await wrong.getByText('a section needs text or fields').waitFor()
    expect(await wrong.textContent()).toContain('"type": "section"')
    const answer = panel('Traffic').getByRole('region', { name: 'Answer of Slack' })
    await answer.getByText('"invalid_blocks"').waitFor()
    await page.keyboard.press('Escape')
    expect(await hasFocus(page.getByRole('button', { name: /invalid_blocks/ }))).toBe(true)
  })

  test('the traffic is filtered, paused and cleared', async () => {
    await open('traffic')
    await rows().first().waitFor()
    await page.getByLabel('Filter by words').fill('POSTMESSAGE #ops')
    await expect.poll(() => rows().count()).toBe(1)
    await page.getByLabel('Show', { exact: true }).selectOption('Refused or lost')
    await page.getByText('Nothing matches the filter.').waitFor()
    await page.getByLabel('Filter by words').fill('')
    await page.getByLabel('Show', { exact: true }).selectOption('Everything')
    await expect.poll(() => rows().count()).toBe(2)
    await page.getByRole('button', { name: 'Pause' }).click()
    await post({ text: 'while nobody looks' })
    await page.getByText('Paused. 1 more since.').waitFor()
    expect(await rows().count()).toBe(2)
    await page.getByRole('button', { name: 'Resume' }).click()
    await rows().first().getByText('#ops · while nobody looks').waitFor()
    await page.getByRole('button', { name: 'Clear' }).click()
    await page.getByText('Nothing has been sent yet.').waitFor()
  })

  test('focus goes into the panel and back, reload keeps it, and nothing is followed once it is closed', async () => {
    await open()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await done().click()
    await expect.poll(() => clicks).toBe(1)
    expect(asked).not.toContain('/sandbox/traffic/events')
    await toolButton('Traffic').click()
    expect(await hasFocus(panel('Traffic'))).toBe(true)
    await page.reload()
    await rows().first().waitFor()
    const left = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/sandbox/traffic/events'))
    await page.getByLabel('Filter by words').focus()
    await page.keyboard.press('Escape')
    await left
    expect(await panel('Traffic').count()).toBe(0)
    expect(await hasFocus(toolButton('Traffic'))).toBe(true)
    expect(new URL(page.url()).hash).not.toContain('tool=')
  })

  test.each(['faults', 'traffic'])(
    'on a phone the panel of %s takes the place of the conversation, and gives it back',
    async (tool) => {
      await page.setViewportSize({ width: 390, height: 844 })
      await open(tool)
      await page.getByRole('heading', { name: tool, exact: false, level: 2 }).first().waitFor()
      expect(await page.getByText('Lights').isVisible()).toBe(false)
      expect(await page.locator('html').evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(390)
      await page.getByRole('button', { name: /^Close / }).click()
      await done().click()
      await expect.poll(() => clicks).toBe(1)
    },
  )
})
