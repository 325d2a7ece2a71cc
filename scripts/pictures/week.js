/** What Maria finds in the morning and at night, from Monday to Friday. On Wednesday nobody comes. */
const both = ['Lights on', 'Back door clear']
const bread = { 'Bread delivered?': 'Yes' }
const trouble = '2026-11-17'
const mornings = {
  '2026-11-16': {
    ticks: both,
    readings: { 'Fridge 1': '4.1', 'Fridge 2': '3.8', 'Till float': '200' },
    choices: bread,
  },
  [trouble]: { ticks: ['Lights on'], readings: { 'Fridge 1': '8.6', 'Fridge 2': '4.2' }, choices: {} },
  '2026-11-18': null,
  '2026-11-19': {
    ticks: both,
    readings: { 'Fridge 1': '4.4', 'Fridge 2': '4.0', 'Till float': '200' },
    choices: bread,
  },
  '2026-11-20': {
    ticks: both,
    readings: { 'Fridge 1': '4.2', 'Fridge 2': '3.9', 'Till float': '200', 'Worth telling': 'New coffee sells.' },
    choices: bread,
  },
}
const takings = { '2026-11-16': '1840', [trouble]: '1795.5', '2026-11-19': '2010' }

export const begins = '2026-11-16T08:55:00-05:00'

/** Plays the week of the corner shop through the page, and hands each thing worth a picture to `picture`. */
export async function playWeek(page, demo, picture) {
  await goTo(page, demo, 'maria', 'ops')
  await page.getByRole('button', { name: 'Skip the tour' }).click()
  for (const [day, found] of Object.entries(mornings)) {
    await demo.playTo(`${day}T09:04:00-05:00`)
    if (found) await fillIn(page, cardOf(page, 'Opening round', day), found)
    if (day === trouble) await troubleWithAFridge(page, demo, picture)
    if (takings[day]) await closeTheShop(page, demo, day)
    if (day === trouble) await incidentOfTheNight(page, demo, picture)
  }
  await demo.playTo('2026-11-20T16:31:00-05:00')
  await goTo(page, demo, 'dana', 'leadership')
  await picture('summary', page.getByRole('article').first())
}

async function troubleWithAFridge(page, demo, picture) {
  const card = cardOf(page, 'Opening round', trouble)
  await picture('card', card)
  await card.getByRole('button', { name: /repl(y|ies)/ }).click()
  const issue = page.getByRole('article').filter({ hasText: 'Fridge 1: 8.6' }).last()
  await demo.playTo(`${trouble}T09:11:00-05:00`)
  await issue.getByRole('button', { name: 'Acknowledge' }).click()
  await issue.getByText('has it').waitFor()
  await demo.playTo(`${trouble}T09:40:00-05:00`)
  await goTo(page, demo, 'maria', 'home')
  const home = page.getByRole('main')
  await home.getByText('Fridge 1: 8.6').first().waitFor()
  await picture('home', home)
  await goTo(page, demo, 'maria', 'ops')
  await card.getByRole('button', { name: /repl(y|ies)/ }).click()
  await demo.playTo(`${trouble}T10:20:00-05:00`)
  await issue.getByRole('button', { name: 'Resolve' }).click()
  await submit(page, 'Resolve', (form) => form.getByRole('textbox').first().fill('The door was ajar.'))
}

async function closeTheShop(page, demo, day) {
  await demo.playTo(`${day}T18:10:00-05:00`)
  await goTo(page, demo, 'maria', 'ops')
  await fillIn(page, cardOf(page, 'Closing round', day), {
    ticks: ['Ovens off', 'Alarm on'],
    readings: { Takings: takings[day] },
    choices: { 'Shop floor': 'Clean' },
  })
}

async function incidentOfTheNight(page, demo, picture) {
  await demo.playTo(`${trouble}T21:10:00-05:00`)
  await goTo(page, demo, 'eli', 'incidents')
  await say(page, '/incident Card payments are down')
  await goTo(page, demo, 'maria', 'incidents')
  const card = page.getByRole('article').filter({ hasText: 'Card payments are down' }).first()
  await demo.playTo(`${trouble}T21:13:00-05:00`)
  await card.getByRole('button', { name: 'Acknowledge' }).click()
  await card.getByText('acknowledged').first().waitFor()
  await demo.playTo(`${trouble}T21:18:00-05:00`)
  await card.getByRole('button', { name: 'Update' }).click()
  await submit(page, 'Send update', (form) => form.getByRole('textbox').first().fill('The terminal has no network.'))
  await card.getByText('The terminal has no network.').waitFor()
  await picture('incident', card)
  await demo.playTo(`${trouble}T21:40:00-05:00`)
  await card.getByRole('button', { name: 'Resolve' }).click()
  await submit(page, 'Resolve', (form) => form.getByRole('textbox').first().fill('A loose cable, fixed.'))
  await goTo(page, demo, 'maria', 'ops')
}

async function fillIn(page, card, { ticks, readings, choices }) {
  await card.getByRole('button', { name: 'Fill in' }).last().click()
  await submit(page, 'Save', async (form) => {
    for (const item of ticks) await form.getByLabel(item).check()
    for (const [item, value] of Object.entries(readings)) await form.getByLabel(item).fill(value)
    for (const [item, choice] of Object.entries(choices)) await form.getByLabel(item).selectOption(choice)
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
function cardOf(page, title, day) {
  const style = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }
  const said = new Date(day).toLocaleDateString('en-GB', style).replace(',', '')
  return page.getByRole('article').filter({ hasText: title }).filter({ hasText: said }).last()
}

async function say(page, text) {
  await page.getByRole('main').getByRole('textbox').fill(text)
  await page.getByRole('button', { name: 'Send' }).click()
}

async function goTo(page, demo, name, place) {
  const { members, channels } = await demo.state()
  const as = members.find((member) => member.name === name).id
  const channel = channels.find((one) => one.name === place)?.id ?? place
  // From elsewhere, so that nothing of the member before is left on the page.
  await page.goto('about:blank')
  await page.goto(`${demo.url}/#${new URLSearchParams({ as, in: channel })}`)
  await page.getByRole('main').waitFor()
}
