import type { Locator, Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { databases } from '../support/databases.ts'
import { startTeam, type Team } from '../support/team.ts'
import { inChromium } from './browser.ts'

/** Of the machine's time, at most, while others are busy on it too. */
const aWeek = 180_000

/** What somebody does who has never seen it, with nothing to go by but the page. */
inChromium('the first minutes', (browsing) => {
  let team: Team
  let page: Page
  let tour: Locator
  let step: Locator

  beforeEach(async () => {
    const [database] = databases()
    if (!database) throw new Error('There is no database to test on.')
    const plans = 'plans/shop.yaml'
    team = await startTeam({
      ...{ opened: await database.open(), at: '2026-11-16T08:55:00-05:00', plans, page: true, tour: true },
    })
    await team.clockReaches('2026-11-16T09:00:00-05:00')
    page = browsing.page()
    page.setDefaultTimeout(20_000)
    tour = page.getByRole('complementary', { name: 'Tour' })
    step = tour.locator('[aria-current="step"]')
  })
  afterEach(async () => {
    // First, or it complains that the sandbox is gone.
    await page.close()
    await team.close()
  })

  /** The step that the tour is at, what it says, and how many are done. */
  const isAt = async (done: number, title: string, says: string) => {
    const patience = { timeout: 90_000 }
    await expect.poll(() => step.getByRole('heading').innerText(), patience).toBe(title)
    await expect.poll(() => step.innerText(), patience).toContain(says)
    await expect.poll(() => tour.getByRole('status').innerText()).toContain(`${done} of 6`)
  }
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click()
  const form = () => page.getByRole('dialog')
  /** The tour hears of what a form did before the form has gone, and what is typed behind a form is lost. */
  const formIsGone = () => form().waitFor({ state: 'detached' })

  test.each([
    { on: 'a desk', viewport: { width: 1280, height: 860 } },
    { on: 'a phone', viewport: { width: 390, height: 844 } },
  ])(
    'the tour leads from the first tick to the weekly summary, on $on',
    async ({ viewport }) => {
      await page.setViewportSize(viewport)
      await page.goto(team.sandbox.url)

      await isAt(0, 'Tick an item', 'In #ops press Done beside “Lights on”')
      await press('Mark done: Lights on')

      await isAt(1, 'Type a reading', 'Press Enter beside “Fridge 1”, type 4 and press Save')
      await press('Enter: Fridge 1')
      await form().getByLabel('Fridge 1').fill('4')
      await form().getByRole('button', { name: 'Save' }).click()
      await formIsGone()

      await isAt(2, 'Report a failure', 'press Something failed, choose “Back door clear” and press Open an issue')
      await press('Something failed')
      await form().getByLabel('What failed?').selectOption({ label: 'Back door clear' })
      await form().getByRole('button', { name: 'Open an issue' }).click()
      await formIsGone()

      await isAt(3, 'Declare an incident', 'In the message box write /incident Card payments are down')
      await page.getByRole('textbox', { name: 'Message #ops' }).fill('/incident Card payments are down')
      await press('Send')

      await isAt(4, 'Jump to Friday', 'At the top of the page press Friday')
      await press(/^Friday/)

      await isAt(5, 'Read the summary', 'Open #leadership')
      expect(team.now()).toEqual(new Date('2026-11-20T16:30:00-05:00'))
      const leadership = page.getByRole('button', { name: 'leadership', exact: true })
      if (!(await leadership.isVisible())) await press('Open the sidebar')
      await leadership.click()
      await page.getByRole('log', { name: '#leadership' }).getByText('Card payments are down').first().waitFor()

      await tour.getByRole('heading', { name: 'That was the tour' }).waitFor()
      await expect.poll(() => tour.getByRole('status').innerText()).toContain('6 of 6')
    },
    aWeek,
  )

  test(
    '“Show me” leads the keyboard to each place in turn',
    async () => {
      await page.goto(team.sandbox.url)
      const showMe = async (done: number, title: string) => {
        await isAt(done, title, '')
        await step.getByRole('button', { name: 'Show me' }).press('Enter')
      }
      const focusIs = (name: string) => page.locator(`[aria-label="${name}"]:focus`).waitFor()
      await showMe(0, 'Tick an item')
      await focusIs('Mark done: Lights on')
      await page.keyboard.press('Enter')

      await showMe(1, 'Type a reading')
      await focusIs('Enter: Fridge 1')
      await page.keyboard.press('Enter')
      await form().getByLabel('Fridge 1').fill('4')
      await page.keyboard.press('Enter')
      await formIsGone()

      await showMe(2, 'Report a failure')
      await page.locator('button:focus', { hasText: 'Something failed' }).waitFor()
      await page.keyboard.press('Enter')
      await form().getByLabel('What failed?').selectOption({ label: 'Back door clear' })
      await form().getByRole('button', { name: 'Open an issue' }).press('Enter')
      await formIsGone()

      await showMe(3, 'Declare an incident')
      await page.locator('textarea:focus').waitFor()
      await page.keyboard.type('/incident Card payments are down')
      await page.keyboard.press('Enter')

      await showMe(4, 'Jump to Friday')
      await page.locator('button:focus', { hasText: 'Friday' }).waitFor()
      await page.keyboard.press('Enter')

      await showMe(5, 'Read the summary')
      await page.getByRole('log', { name: '#leadership' }).waitFor()
      await tour.getByRole('heading', { name: 'That was the tour' }).waitFor()
    },
    aWeek,
  )

  test('a step is done whoever does it', async () => {
    await page.goto(team.sandbox.url)
    await isAt(0, 'Tick an item', '')
    await team.ben.clicks('Done', 'Mark done: Back door clear', { in: '#ops' })
    await isAt(1, 'Type a reading', '')
  })

  test('with no card open the tour asks for the next ritual, and points at what is open later', async () => {
    await team.clockReaches('2026-11-16T11:30:00-05:00')
    await page.goto(team.sandbox.url)
    await isAt(0, 'Tick an item', 'At the top of the page press Next ritual')
    await press(/^Next ritual/)
    await isAt(0, 'Tick an item', 'In #ops press Done beside “Ovens off”')
  })
})
