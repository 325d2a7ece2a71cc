import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Act, ClockInfo } from '../../src/sandbox/protocol.ts'
import { inChromium } from './browser.ts'
import { type FixtureServer, startFixtureServer } from './fixture-server.ts'
import { at, message } from './fixture-snapshot.ts'

inChromium('the time machine on the page', (browsing) => {
  let server: FixtureServer
  let page: Page
  let machine: Locator

  beforeAll(async () => {
    server = await startFixtureServer()
  })
  afterAll(() => server?.close())
  beforeEach(async () => {
    server.reset()
    page = browsing.page()
    machine = page.getByRole('region', { name: 'Time machine' })
    await page.clock.install({ time: '2026-01-01T12:00:00Z' })
    await page.goto(`${server.url}#in=C0`)
    await machine.waitFor()
  })

  const sent = async (): Promise<Act> => {
    await expect.poll(() => server.acts.at(-1)?.act.kind).toMatch(/play|speed/)
    return server.acts.splice(0).at(-1)?.act as Act
  }
  const becomes = (change: Partial<NonNullable<ClockInfo['machine']>>, now?: string) =>
    server.change(({ clock }) => ({
      clock: { now: now ?? clock.now, machine: clock.machine && { ...clock.machine, ...change } },
    }))
  const button = (name: string) => machine.getByRole('button', { name, exact: true })
  const shownTime = () => expect.poll(() => machine.locator('.machine-now').innerText())

  test('shows the bot’s time and zone, and lets it go on only while real time passes', async () => {
    await shownTime().toMatch(/^Thu 20 Nov, 09:10:00\s+New York$/)
    await page.clock.runFor(3000)
    await shownTime().toContain('09:10:03')
    becomes({ speed: 0 }, '2025-11-20T14:10:03.000Z')
    await button('Play').waitFor()
    await page.clock.runFor(5000)
    await shownTime().toContain('09:10:03')
    becomes({ speed: 3600 }, '2025-11-20T15:30:00.000Z')
    await shownTime().toMatch(/^Thu 20 Nov, 10:30\s/)
  })

  test('pauses and plays, as fast as is chosen', async () => {
    await button('Pause').click()
    expect(await sent()).toEqual({ kind: 'set-speed', speed: 0 })
    becomes({ speed: 0 })
    await button('Play').click()
    expect(await sent()).toEqual({ kind: 'set-speed', speed: 1 })
    await machine.getByLabel('Speed of the clock').selectOption({ label: '1 h/s' })
    expect(await sent()).toEqual({ kind: 'set-speed', speed: 3600 })
    becomes({ speed: 3600 })
    await button('Pause').press('Enter')
    expect(await sent()).toEqual({ kind: 'set-speed', speed: 0 })
    becomes({ speed: 0 })
    await button('Play').press('Enter')
    expect(await sent()).toEqual({ kind: 'set-speed', speed: 3600 })
  })

  test('stops a jump on its way, with the button that had the focus', async () => {
    becomes({ playing: true })
    await machine.getByText('Playing').waitFor()
    await button('+1 day').press('Enter')
    await button('Stop').press('Enter')
    expect(await sent()).toEqual({ kind: 'stop-playing' })
    expect(server.acts).toEqual([])
    becomes({ playing: false })
    await machine.locator('button:focus', { hasText: 'Pause' }).waitFor()
  })

  test('says what a jump brought once it has arrived, and not each message on the way', async () => {
    const status = machine.getByRole('status')
    const said = () => page.locator('.list-frame > [aria-live=polite]').innerText()
    const comes = (text: string, ts: string) =>
      server.change(({ messages }) => ({ messages: [...messages, message(at(ts), 'U2', text, { channel: 'C0' })] }))
    await page.getByRole('log', { name: '#general' }).waitFor()
    becomes({ playing: true })
    await machine.getByText('Playing').waitFor()
    comes('The pump hums', '2025-11-20T15:00:00Z')
    await page.getByRole('article').getByText('The pump hums').waitFor()
    const notices = page.getByRole('region', { name: 'Notifications' })
    expect(await notices.getAttribute('aria-live')).toBe('off')
    becomes({ playing: false, happened: { count: 7, newest: [] } })
    await expect.poll(() => status.innerText()).toBe('Arrived. 7 things happened.')
    expect(await said()).toBe('')
    comes('The pump rattles', '2025-11-20T15:01:00Z')
    await expect.poll(said).toBe('Ben Carter: The pump rattles')
    expect(await notices.getAttribute('aria-live')).toBe('polite')
  })

  test('leaps by a quarter of an hour, a day and a week', async () => {
    const leaps = { '+15 min': '2025-11-20T14:25', '+1 day': '2025-11-21T14:10', '+1 week': '2025-11-27T14:10' }
    for (const [name, to] of Object.entries(leaps)) {
      await button(name).click()
      const act = await sent()
      expect(act).toMatchObject({ kind: 'play-to', at: expect.stringContaining(to) })
    }
  })

  test('lists what happened, leads to it, and grows while it goes on', async () => {
    await machine.getByText('3 things happened').click()
    await machine.getByRole('button', { name: 'Show' }).click()
    await page.getByRole('log', { name: '#ops' }).waitFor()
    await page.locator(`[data-ts="${at('2025-11-20T14:00:00Z')}"]:focus`).waitFor()
    expect(await machine.getByText('Maria was reminded').isVisible()).toBe(false)

    const line = { text: 'Something else', message: null }
    becomes({ speed: 60, happened: { count: 207, newest: [line] } })
    await machine.getByText('207 things happened').click()
    await machine.getByText('The newest 1; 206 came before.').waitFor()
    await machine.getByText('Something else').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => machine.getByText('Something else').isVisible()).toBe(false)
  })
})
