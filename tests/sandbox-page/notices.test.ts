import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { PushNotification } from '../../src/sandbox/protocol.ts'
import { inChromium } from './browser.ts'
import { type FixtureServer, startFixtureServer } from './fixture-server.ts'
import { at, message } from './fixture-snapshot.ts'

const pushes = (count: number): readonly PushNotification[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `n${index}`,
    at: '2025-11-20T14:10:00Z',
    channel: 'C1',
    ts: '1.0',
    title: 'Rounds in #ops',
    text: `Push ${index}`,
  }))

inChromium('what arrives by itself', (browsing) => {
  let server: FixtureServer
  let page: Page
  let notices: Locator

  beforeAll(async () => {
    server = await startFixtureServer()
  })
  afterAll(() => server?.close())
  beforeEach(() => {
    server.reset()
    page = browsing.page()
    notices = page.getByRole('region', { name: 'Notifications' })
  })

  const open = async (thread?: string) => {
    const route = { as: 'U1', in: 'C1', ...(thread === undefined ? {} : { thread }) }
    await page.goto(`${server.url}#${new URLSearchParams(route)}`)
    await page.locator('.main').waitFor({ state: 'attached' })
  }

  test('of many notifications two are shown, and how many more there are', async () => {
    await open()
    server.change(() => ({ notifications: pushes(7) }))
    await notices.getByText('and 5 more').waitFor()
    expect(await notices.getByRole('button', { name: /^Rounds in #ops/ }).allInnerTexts()).toEqual([
      expect.stringContaining('Push 5'),
      expect.stringContaining('Push 6'),
    ])
    await notices.getByRole('button', { name: 'Dismiss all' }).click()
    await expect.poll(() => notices.getByRole('button').count()).toBe(0)
  })

  test.each([
    [1280, 800],
    [900, 700],
    [390, 844],
  ])('at %i × %i notifications lie on nothing else', async (width, height) => {
    await page.setViewportSize({ width, height })
    const parent = at('2025-11-20T14:00:00Z')
    server.change(({ messages }) => ({ messages: [...messages, message(parent, 'U2', 'A thread', { channel: 'C1' })] }))
    await open(parent)
    const close = page.getByRole('button', { name: 'Close the thread' })
    await close.waitFor()
    server.change(() => ({ notifications: pushes(3) }))
    await notices.getByText(width > 720 ? 'and 1 more' : 'and 2 more').waitFor()
    for (const needed of [close, page.getByRole('complementary', { name: 'Thread' }).getByRole('textbox')]) {
      // A click on what is covered never arrives, and times out.
      await needed.click({ trial: true })
    }
    const wide = await page.locator('html').evaluate((root) => root.scrollWidth)
    expect(wide).toBeLessThanOrEqual(width)
    expect((await notices.boundingBox())?.width).toBeGreaterThan(240)
  })

  test('a notification tells times as the page does, in the zone of whoever looks, and keeps what it said', async () => {
    await open()
    const ts = at('2025-11-20T14:10:00Z')
    const text = 'Respond by <!date^1763647200^{date_short_pretty} {time}|Thu 20 Nov 14:00 UTC>, <@U1>: 5 &lt; *10*'
    const [push] = pushes(1)
    server.change(({ messages }) => ({
      messages: [...messages, message(ts, 'U2', text, { channel: 'C1' })],
      notifications: push ? [{ ...push, ts, text: 'Nov 20, 2025 9:00 AM' }] : [],
    }))
    const said = notices.getByText('Respond by today 09:00, @maria: 5 < 10')
    await said.waitFor()
    server.change(({ messages }) => ({
      messages: messages.map((one) => (one.ts === ts ? { ...one, text: 'Settled' } : one)),
    }))
    await page.getByRole('article').getByText('Settled').waitFor()
    expect(await said.count()).toBe(1)
  })

  test('the time machine says that its row goes on, and goes on', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    server.change(({ clock }) => ({
      clock: {
        ...clock,
        machine: {
          playing: false,
          ...{ speed: 1, happened: { count: 0, newest: [] } },
          stops: ['Monday morning and Morning checklist', 'Weekly summary'].map((what) => ({
            ...{ id: what, label: 'Next', what, at: clock.now },
          })),
        },
      },
    }))
    await open()
    const last = page.getByRole('button', { name: '+1 week' })
    expect(await page.locator('.machine-arrow').allInnerTexts()).toEqual(['›'])
    await last.focus()
    await expect.poll(() => page.locator('.machine-arrow').allInnerTexts()).toEqual(['‹'])
    const box = await last.boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390)
    await page.locator('.machine-arrow').click()
    await expect.poll(() => page.locator('.machine-arrow.is-after').count()).toBe(1)
  })

  test('a list at its end stays there while notifications take room and cards grow', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    const many = Array.from({ length: 60 }, (_, index) =>
      message(at('2025-11-20T10:00:00Z', index + 1), 'U2', `Line ${index}`, { channel: 'C1' }),
    )
    server.change(() => ({ messages: many }))
    await open()
    await page.getByText('Line 59').waitFor()
    const tall = Array.from({ length: 12 }, (_, index) => ({
      type: 'section',
      text: { type: 'plain_text', text: `Row ${index}` },
    }))
    server.change(({ messages }) => ({
      messages: messages.map((one, index) => (index > 56 ? { ...one, blocks: tall } : one)),
      notifications: pushes(3),
    }))
    await notices.getByText('and 2 more').waitFor()
    const fromEnd = () => page.getByRole('log').evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight)
    await expect.poll(fromEnd).toBeLessThan(5)
    expect(await page.getByRole('button', { name: 'Latest messages' }).count()).toBe(0)
  })
})
