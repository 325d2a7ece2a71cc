import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Team } from '../support/team.ts'

/** One person in front of the page. */
export type Desk = {
  readonly page: Page
  readonly thread: Locator
  /** The form on top. */
  readonly form: Locator
  readonly timeMachine: Locator
  goesTo(channel: string): Promise<void>
  /** The newest message of the open channel that says this. */
  card(...says: readonly string[]): Locator
  /** The newest message of the open thread that says this; its parent is not meant. */
  reply(...says: readonly string[]): Locator
  opensThreadOf(card: Locator): Promise<void>
  closesThread(): Promise<void>
  /** Presses a button by its accessible name, and waits for the form that it opens. */
  opensForm(button: Locator): Promise<void>
  types(label: string, text: string): Promise<void>
  chooses(label: string, option: string): Promise<void>
  /** Sends the form, and waits until it is gone. */
  sends(button: string): Promise<void>
  /** Chooses from the menu of the row that says this. */
  picks(option: string, from: Locator, row: string): Promise<void>
  runs(command: string): Promise<void>
  /** Plays the clock to where this button of the time machine leads. */
  plays(button: string | RegExp): Promise<void>
  shows(name: string): Promise<void>
  leaves(): Promise<void>
  /** What the browser complained about. */
  readonly complaints: readonly string[]
}

export const desktop = { width: 1280, height: 800 }
export const phone = { width: 390, height: 844 }

export const notSavedYet = 'This is not saved yet.'

/** Others may be testing on this machine too. */
const patience = { timeout: 20_000 }

/** Somebody opens the page in a browser window of their own. */
export async function sitsDown(browser: Browser, team: Team, name: string, viewport = desktop): Promise<Desk> {
  const context = await browser.newContext({ viewport })
  const page = await context.newPage()
  page.setDefaultTimeout(patience.timeout)
  // The team's clock stands still; the page must not let it run on between two snapshots.
  await page.clock.setFixedTime(team.now())
  const complaints: string[] = []
  page.on('console', (line) => complaints.push(line.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(`${team.sandbox.url}#${new URLSearchParams({ as: name, in: team.sandbox.channel('#ops').id })}`)
  await page.getByRole('main').waitFor()
  // The page leaves out of its layout what is scrolled away, and then there is no text to read.
  await page.addStyleTag({ content: '.list-content > * { content-visibility: visible }' })

  const thread = page.getByRole('complementary', { name: 'Thread' })
  const form = page.getByRole('dialog').last()
  const timeMachine = page.getByRole('region', { name: 'Time machine' })
  const saying = (articles: Locator, says: readonly string[]) =>
    says.reduce((found, hasText) => found.filter({ hasText }), articles).last()
  return {
    page,
    thread,
    form,
    timeMachine,
    complaints,
    async goesTo(channel) {
      const place = page.getByRole('button', { name: channel.replace('#', ''), exact: true })
      const inDrawer = !(await place.isVisible())
      if (inDrawer) await page.getByRole('button', { name: 'Open the sidebar' }).click()
      await place.click()
      await page.getByRole('log', { name: channel }).waitFor()
      if (inDrawer) await place.waitFor({ state: 'hidden' })
    },
    card: (...says) => saying(page.getByRole('main').getByRole('article'), says),
    reply: (...says) => saying(thread.locator('.list-content > :not(:first-child)').getByRole('article'), says),
    async opensThreadOf(card) {
      await card.getByRole('button', { name: /open thread$/ }).click()
      await thread.waitFor()
    },
    async closesThread() {
      // One that was filled in without the page may still be on it, and takes the key.
      await form.waitFor({ state: 'detached' })
      await thread.getByRole('textbox').press('Escape')
      await thread.waitFor({ state: 'detached' })
    },
    async opensForm(button) {
      await button.click()
      await form.waitFor()
    },
    types: (label, text) => form.getByLabel(label).fill(text),
    chooses: async (label, option) => void (await form.getByLabel(label).selectOption({ label: option })),
    async sends(button) {
      const press = () => form.getByRole('button', { name: button, exact: true }).click()
      await press()
      // Of a machine that is busy for two seconds the form says so and stays open; a person presses again.
      await expect
        .poll(async () => {
          if (await form.getByText(notSavedYet).isVisible()) await press().catch(() => undefined)
          return form.count()
        }, patience)
        .toBe(0)
    },
    async picks(option, from, row) {
      await rowOf(from, row).getByRole('button', { name: 'More actions' }).click()
      await page.getByRole('menuitem', { name: option }).click()
    },
    async runs(command) {
      const box = page.getByRole('main').getByRole('textbox', { name: /^Message/ })
      await box.fill(command)
      await box.press('Enter')
    },
    async plays(button) {
      await Promise.all([
        page.waitForResponse((answer) => answer.request().postData()?.includes('"play-to"') ?? false),
        timeMachine.getByRole('button', { name: button }).click(),
      ])
    },
    shows: (shot) => keep(page, `${shot}-${name}`),
    leaves: () => context.close(),
  }
}

/** One line of a card, with its button. */
export function rowOf(card: Locator, says: string): Locator {
  return card.locator('.section').filter({ hasText: says })
}

/** The text of something on the page as one line, as a person reads it. */
export async function read(found: Locator): Promise<string> {
  return (await found.innerText()).replace(/\s+/gu, ' ').trim()
}

/** Expects something of the text, once the page has caught up with the team. */
export function shown(found: Locator) {
  return expect.poll(() => read(found), patience)
}

/** ROUNDS_SHOTS names a folder for screenshots; without it none are taken. */
async function keep(page: Page, name: string): Promise<void> {
  const folder = process.env.ROUNDS_SHOTS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
