import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Act, Json } from '../../src/sandbox/protocol.ts'
import { button, input, plain, section, withIds } from './blocks.ts'
import { inChromium } from './browser.ts'
import { type FixtureServer, startFixtureServer } from './fixture-server.ts'
import { at, message } from './fixture-snapshot.ts'
import { fillInView } from './views.ts'

inChromium('the page of the sandbox', (browsing) => {
  let server: FixtureServer
  let page: Page

  beforeAll(async () => {
    server = await startFixtureServer()
  })
  afterAll(() => server?.close())
  beforeEach(() => {
    server.reset()
    page = browsing.page()
  })

  const open = async (place = 'C1', as = 'U1') => {
    await page.goto(`${server.url}#${new URLSearchParams({ as, in: place })}`)
    await page.getByRole('main').waitFor()
  }
  const actsOf = (kind: Act['kind']): readonly Act[] =>
    server.acts.map(({ act }) => act).filter((act) => act.kind === kind)
  const sent = async (kind: Act['kind']): Promise<Act> => {
    await expect.poll(() => actsOf(kind).length).toBeGreaterThan(0)
    return actsOf(kind).at(-1) as Act
  }
  const showModal = (view: Json, errors: Readonly<Record<string, string>> = {}, busy = false) =>
    server.change(() => ({ modals: [{ viewId: 'V1', view, errors, busy }] }))
  const card = (text: string): Locator => page.getByRole('article').filter({ hasText: text })

  test('shows a channel with authors, days and times in the zone of whoever looks', async () => {
    await open('C1', 'U1')
    const log = page.getByRole('log', { name: '#ops' })
    await log.getByText('Today', { exact: true }).waitFor()
    expect(await log.getByRole('article').count()).toBe(6)
    expect(await card('Morning checklist').getByText('09:00', { exact: true }).count()).toBe(1)
    expect(await card('Morning checklist').getByText('APP', { exact: true }).count()).toBe(1)

    await page.getByLabel('Acting as').selectOption({ label: 'Cara Singh' })
    await card('Morning checklist').getByText('15:00', { exact: true }).waitFor()
    expect(await page.getByText('today at 15:00').count()).toBe(1)
  })

  test('draws every kind of block, and names what it does not know', async () => {
    await open('C3')
    await page.getByRole('heading', { name: 'Week 47: on track, one decision needed' }).waitFor()
    expect(await page.getByRole('heading', { name: 'Wins' }).count()).toBe(1)
    expect(await page.getByRole('cell', { name: '98 %' }).count()).toBe(1)
    expect(await page.getByRole('img', { name: /^On time, %: line chart/ }).count()).toBe(1)
    expect(await page.getByRole('img', { name: /^Issues by severity: bar chart/ }).count()).toBe(1)
    expect(await page.getByRole('img', { name: 'Trend of the fridges' }).count()).toBe(1)
    expect(await page.getByText('Block not shown here: hologram').count()).toBe(1)
    expect(await page.getByText('Element not shown here: workflow_button').count()).toBe(1)

    await page.getByText('Figures').first().click()
    expect(await page.getByRole('table', { name: 'On time, %, figures' }).getByRole('row').count()).toBe(5)

    const readings = page.getByRole('table', { name: 'Readings out of target' })
    expect(await readings.getByRole('row').count()).toBe(3)
    await readings.getByRole('button', { name: 'Value' }).click()
    expect(await readings.getByRole('row').nth(1).textContent()).toBe('Fridge 27 °C')
    await page.getByRole('button', { name: 'Next', exact: true }).click()
    expect(await readings.getByRole('row').nth(1).textContent()).toBe('Fridge 330 °C')
  })

  test('never turns text into HTML', async () => {
    await open('C1')
    await page.getByText('<img src=x onerror=alert(1)>').waitFor()
    expect(await page.locator('script:not([src])').count()).toBe(0)
    await open('C2')
    await page.getByText('<b>not bold</b> *nor this* &').waitFor()

    server.change(({ messages }) => ({
      messages: [
        ...messages,
        message(at('2025-11-20T14:20:00Z'), 'U2', '<javascript:alert(1)|click> &amp;lt; *<b>*', { channel: 'C2' }),
      ],
    }))
    await card('click').waitFor()
    expect(await card('click').getByRole('link').count()).toBe(0)
    expect(await card('click').textContent()).toContain('&lt;')
  })

  test('highlights a mention of whoever looks', async () => {
    await open('C1', 'U1')
    const mention = card('Dana Okafor').getByText('@maria')
    expect(await mention.getAttribute('class')).toContain('mention-me')
  })

  test('sends a click with its value', async () => {
    await open('C1')
    await page.getByRole('button', { name: 'Mark done: API answers healthy' }).click()
    expect(await sent('element')).toEqual({
      kind: 'element',
      where: { message: at('2025-11-20T14:00:00Z'), channel: 'C1', ephemeral: false },
      blockId: 'b4',
      actionId: 'done_api',
      action: { type: 'button', value: 'done_api' },
    })
    expect(server.acts.at(-1)?.as).toBe('U1')
  })

  test('asks before a click that wants confirming', async () => {
    await open('C1')
    await page.getByRole('button', { name: 'Sign off' }).click()
    const question = page.getByRole('dialog', { name: 'Sign off with 12 open items?' })
    await question.getByRole('button', { name: 'Not yet' }).click()
    await expect.poll(() => question.count()).toBe(0)
    expect(actsOf('element')).toEqual([])
    await page.getByRole('button', { name: 'Sign off' }).click()
    await question.getByRole('button', { name: 'Sign off' }).click()
    expect(await sent('element')).toMatchObject({ actionId: 'sign_off' })
  })

  test('opens a menu that works from the keyboard', async () => {
    await open('C1')
    await card('Morning checklist').getByRole('button', { name: 'More actions' }).first().press('Enter')
    // The browser says that a menu is open a moment after it is seen; only then has its first line the focus.
    await page.locator('[role=menuitem]:focus', { hasText: 'Undo' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await sent('element')).toMatchObject({
      actionId: 'more_backup',
      action: { type: 'overflow', selected_option: { value: 'fail' } },
    })
  })

  test('sends a choice from a select', async () => {
    await open('C2')
    await page.getByLabel('Severity').selectOption('p1')
    expect(await sent('element')).toMatchObject({ action: { selected_option: { value: 'p1' } } })
    await page.getByLabel('Assign to').selectOption({ label: 'Ben Carter' })
    await expect.poll(() => actsOf('element').at(-1)).toMatchObject({ action: { selected_user: 'U2' } })
  })

  test('keeps focus in its place when a card is redrawn', async () => {
    await open('C1')
    await page.getByRole('button', { name: 'Mark done: API answers healthy' }).focus()
    server.change(({ messages }) => ({
      messages: messages.map((one) => {
        if (one.text !== 'Morning checklist: 12 of 24 done') return one
        const blocks = one.blocks.map((block) =>
          block.block_id === 'b4' ? section(':white_check_mark: ~API~') : block,
        )
        return { ...one, blocks: withIds(blocks) }
      }),
    }))
    await page.getByText('API', { exact: true }).waitFor()
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Rounds, 09:00')
  })

  test('opens a thread and answers in it', async () => {
    await open('C1')
    await page.getByRole('button', { name: '2 replies' }).click()
    const thread = page.getByRole('complementary', { name: 'Thread' })
    expect(await thread.getByRole('article').count()).toBe(3)
    await thread.getByRole('textbox', { name: 'Reply to thread' }).fill('Thanks')
    await page.keyboard.press('Enter')
    expect(await sent('say')).toEqual({
      kind: 'say',
      channel: 'C1',
      text: 'Thanks',
      threadTs: at('2025-11-20T14:00:00Z'),
    })
    await page.keyboard.press('Escape')
    await expect.poll(() => thread.count()).toBe(0)
  })

  test('takes the focus into a thread and back to its message, on a narrow page too', async () => {
    await page.setViewportSize({ width: 900, height: 800 })
    await open('C1')
    await page.getByRole('button', { name: '2 replies' }).press('Enter')
    await page.locator('aside:focus').waitFor()
    await page.keyboard.press('Tab')
    await page.locator('button[aria-label="Close the thread"]:focus').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.main article:focus', { hasText: 'API answers healthy' }).waitFor()
  })

  test('offers commands with hints, and sends one with its words', async () => {
    await open('C1')
    const box = page.getByRole('textbox', { name: 'Message #ops' })
    await box.fill('/')
    expect(await page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option').allInnerTexts()).toEqual([
      expect.stringContaining('/rounds'),
      expect.stringContaining('/incident'),
      expect.stringContaining('/summary'),
      expect.stringContaining('Declare an incident'),
    ])
    await box.press('ArrowDown')
    await box.press('Tab')
    expect(await box.inputValue()).toBe('/incident ')
    await page.getByText('/incident [what is wrong]').waitFor()
    await box.fill('/incident payments are down')
    await box.press('Enter')
    expect(await sent('command')).toEqual({
      kind: 'command',
      channel: 'C1',
      command: '/incident',
      text: 'payments are down',
    })
  })

  test('says why an act failed, and gives the text back', async () => {
    await open('C1')
    server.answer = () => ({ ok: false, error: '/incident failed with the error "operation_timeout"' })
    const box = page.getByRole('textbox', { name: 'Message #ops' })
    await box.fill('/incident')
    await box.press('Enter')
    await page.getByRole('alert').getByText('operation_timeout').waitFor()
    expect(await box.inputValue()).toBe('/incident')
    await box.fill('/nonsense')
    await box.press('Enter')
    await page.getByRole('alert').getByText('/nonsense is not a valid command.').waitFor()
  })

  test('shows a modal, its errors and where they are', async () => {
    await open('C1')
    showModal(fillInView)
    const modal = page.getByRole('dialog', { name: 'Fill in: Morning' })
    await modal.waitFor()
    expect(await page.locator('input:focus').count()).toBe(1)
    await modal.getByLabel('Note').fill('All calm')
    await modal.getByLabel('Severity').selectOption('p2')
    await modal.getByLabel('Doors').check()
    await modal.getByLabel('Bad').check()
    await modal.getByLabel('Owners').selectOption({ label: 'Cara Singh' })
    await modal.getByLabel('Moment').fill('2025-11-20T10:30')
    await modal.getByRole('button', { name: 'Save' }).click()
    await sent('submit')

    expect(server.acts.at(-1)?.act.kind).toBe('submit')
    expect(
      Object.fromEntries(actsOf('type').map((act) => (act.kind === 'type' ? [act.blockId, act.value] : []))),
    ).toEqual({
      note: { type: 'plain_text_input', value: 'All calm' },
      severity: { type: 'static_select', selected_option: { text: plain('P2 annoying'), value: 'p2' } },
      done: { type: 'checkboxes', selected_options: [{ text: plain('Doors'), value: 'doors' }] },
      mood: { type: 'radio_buttons', selected_option: { text: plain('Bad'), value: 'bad' } },
      owners: { type: 'multi_users_select', selected_users: ['U3'] },
      moment: { type: 'datetimepicker', selected_date_time: Date.parse('2025-11-20T15:30:00Z') / 1000 },
    })

    showModal(fillInView, { errors: 'Must be a whole number' })
    const field = modal.getByLabel('Error count')
    await modal.getByText('Must be a whole number').waitFor()
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    const described = (await field.getAttribute('aria-describedby')) ?? ''
    expect(await page.locator(`[id="${described.split(' ')[0]}"]`).textContent()).toBe('Must be a whole number')
    expect(await field.and(page.locator(':focus')).count()).toBe(1)
    expect(await modal.getByLabel('Note').inputValue()).toBe('All calm')
  })

  test('keeps what was typed where the ids stay, and forgets it where they change', async () => {
    await open('C1')
    const text = (actionId: string): Json => ({ type: 'plain_text_input', action_id: actionId })
    const view = (...blocks: readonly Json[]): Json => ({ ...fillInView, blocks })
    showModal(view(input('what', 'What', text('a')), input('why', 'Why', text('a'))))
    await page.getByLabel('What').fill('Pump')
    await page.getByLabel('Why').fill('Noise')
    showModal(view(section('Updated'), input('what', 'What', text('a')), input('why', 'Why', text('b'))))
    await page.getByText('Updated').waitFor()
    expect(await page.getByLabel('What').inputValue()).toBe('Pump')
    expect(await page.getByLabel('Why').inputValue()).toBe('')
  })

  test('follows the app on a field nobody has touched', async () => {
    await open('C1')
    const view = (value: string): Json => ({
      ...fillInView,
      blocks: [input('what', 'What', { type: 'plain_text_input', initial_value: value })],
    })
    showModal(view('Pump'))
    await page.getByLabel('What').waitFor()
    showModal(view('Valve'))
    await expect.poll(() => page.getByLabel('What').inputValue()).toBe('Valve')
  })

  test('keeps Tab inside a modal, shows it busy, and closes it with Esc', async () => {
    await open('C1')
    showModal(fillInView, {}, true)
    const modal = page.getByRole('dialog', { name: 'Fill in: Morning' })
    await modal.getByText('Working …').waitFor()
    expect(await modal.getByRole('button', { name: 'Save' }).getAttribute('aria-disabled')).toBe('true')
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press('Tab')
      expect(await page.locator('dialog:focus-within').count()).toBe(1)
    }
    await page.keyboard.press('Escape')
    expect(await sent('close')).toEqual({ kind: 'close', view: 'V1', how: 'cancel' })
    await modal.getByRole('button', { name: 'Dismiss' }).click()
    await expect.poll(() => actsOf('close').at(-1)).toMatchObject({ how: 'dismiss' })
    server.change(() => ({ modals: [] }))
    await expect.poll(() => modal.count()).toBe(0)
  })

  test('gives the focus back after a modal, also where its button is gone', async () => {
    await open('C1')
    const opener = page.getByRole('button', { name: 'Mark done: API answers healthy' })
    const closed = () => server.change(() => ({ modals: [] }))
    await opener.focus()
    showModal(fillInView)
    await page.locator('input:focus').waitFor()
    closed()
    await expect.poll(() => opener.and(page.locator(':focus')).count()).toBe(1)

    showModal(fillInView)
    await page.locator('input:focus').waitFor()
    server.change(({ messages }) => ({
      messages: messages.map((one) => {
        const blocks = one.blocks.map((block) =>
          block.block_id === 'b4' ? section('API', button('Undo', 'undo')) : block,
        )
        return one.text === 'Morning checklist: 12 of 24 done' ? { ...one, blocks: withIds(blocks) } : one
      }),
    }))
    await opener.waitFor({ state: 'detached' })
    closed()
    await page.locator('button:focus', { hasText: 'Undo' }).waitFor()
  })

  test('opens Home and sends its clicks with the view', async () => {
    await open('C1')
    await page.getByRole('button', { name: 'Rounds Home' }).click()
    await sent('open-home')
    await page.getByRole('button', { name: 'New ritual' }).click()
    expect(await sent('element')).toMatchObject({ where: { view: 'VHOME' }, actionId: 'new_ritual' })
  })

  test('shows an ephemeral message as such and dismisses it', async () => {
    await open('C1')
    await page.getByText('Only visible to you').waitFor()
    await card('Already done').getByRole('button', { name: 'Dismiss' }).click()
    expect(await sent('dismiss-ephemeral')).toMatchObject({ channel: 'C1', ts: at('2025-11-20T14:09:00Z') })
  })

  test('marks what is read, and shows a notification that leads to its message', async () => {
    await open('C1')
    expect(await sent('read')).toEqual({ kind: 'read', channel: 'C1' })
    server.change(() => ({
      notifications: [
        {
          id: 'n1',
          at: '2025-11-20T14:10:00Z',
          channel: 'C2',
          ts: at('2025-11-20T13:20:00Z'),
          title: 'Rounds',
          text: 'P0!',
        },
      ],
    }))
    await page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'P0!' }).click()
    await page.getByRole('log', { name: '#incidents' }).waitFor()
    await expect.poll(() => actsOf('read').at(-1)).toMatchObject({ channel: 'C2' })
  })

  test('plays the clock forward', async () => {
    await open('C1')
    const machine = page.getByRole('region', { name: 'Time machine' })
    await machine.getByRole('button', { name: 'Next ritual Fridge log 14:00' }).click()
    expect(await sent('play-to')).toEqual({ kind: 'play-to', at: '2025-11-20T19:00:00.000Z' })
    await machine.getByText('3 things happened').click()
    await machine.getByText('Maria was reminded').waitFor()
    server.change(({ clock }) => ({
      clock: { ...clock, machine: clock.machine && { ...clock.machine, playing: true } },
    }))
    await machine.getByText('Playing').waitFor()
    server.change(({ clock }) => ({ clock: { ...clock, machine: null } }))
    await expect.poll(() => machine.count()).toBe(0)
  })

  test('says when the app is not connected', async () => {
    await open('C1')
    server.change(({ app }) => ({ app: { ...app, connected: false } }))
    await page.getByText('Rounds is not connected.').waitFor()
  })

  test('turns the sidebar into a drawer on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await open('C1')
    const incidents = page.getByRole('button', { name: 'incidents', exact: true })
    expect(await incidents.isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Open the sidebar' }).click()
    await incidents.click()
    await page.getByRole('log', { name: '#incidents' }).waitFor()
    await expect.poll(() => incidents.isVisible()).toBe(false)
    const wide = await page.locator('html').evaluate((root) => root.scrollWidth)
    expect(wide).toBeLessThanOrEqual(390)
  })
})
