import { eq } from 'drizzle-orm'
import { afterEach, describe, expect, test } from 'vitest'
import { urgencies } from '../../src/domain/surface.ts'
import type { MemberDriver } from '../../src/sandbox/drivers/member-driver.ts'
import { messages } from '../../src/store/schema.ts'
import { databases } from '../support/databases.ts'
import { shopWith } from '../support/plan-file.ts'
import { startTeam, type Team } from '../support/team.ts'

const critical = 'P0: { name: Critical, respond: 15m, resolve: 1h, escalate: technician }'
const template =
  'templates: { customers: { title: To customers, audience: customers, channel: "#leadership", text: "We are {status}: {title}.\\n\\nImpact: {impact}\\nNext update: {next-update}" } }'
const report =
  '    report: { channel: "#leadership", text: "Fridge: {Fridge}\\nFloat: {Till float}\\nWins: {Wins}\\n{settled} of {total} settled" }\n  stocktake:'

describe.each(databases())('$name', ({ open }) => {
  let team: Team

  const begin = async (at: string) => {
    const changes = { [critical]: critical.replace(' }', ', updates: 30m }'), '  stocktake:': report }
    team = await startTeam({ opened: await open(), at, plans: shopWith(changes, template) })
  }
  afterEach(() => team.close())

  const press = async (who: MemberDriver, button: string, near?: string) => {
    await who.clicks(button, near)
    await team.settled()
  }
  const told = () => team.dana.sees('#leadership')
  const card = () => team.ben.sees('#incidents').at(-1) ?? ''

  test('an update is drafted from a template, edited, and sent where the template says', async () => {
    await begin('2026-11-17T03:10:00-05:00')
    await team.maria.runs('/incident payments are down', { in: '#ops' })
    await team.settled()
    await press(team.ben, 'Acknowledge')
    await press(team.ben, 'Update')
    await team.ben.fills({ 'Where does it stand?': 'Identified' })
    expect(team.ben.modal()?.text).toContain('[To customers]')
    await press(team.ben, 'To customers')
    expect(team.ben.modal()?.text).not.toContain('[To customers]')
    expect(team.ben.modal()?.values).toMatchObject({
      'What should everybody know?':
        'We are identified: payments are down.\n\nImpact: …\nNext update: Tue 17 Nov 03:40 New York',
      'Where does it stand?': 'Identified',
    })
    await team.ben.fills({
      'What should everybody know?': 'We know what it is.\n\nImpact: *cards* are refused\nNext update: 03:40',
    })
    expect(await team.ben.submits()).toBeUndefined()
    await team.settled()
    expect(told()).toMatchInlineSnapshot(`
      [
        "We know what it is.
      ​
      Impact: ∗cards∗ are refused
      Next update: 03:40
      P0 incident 1, Corner shop · for customers · sent by @ben",
      ]
    `)
    const rows = await team.rounds.deps.db.select().from(messages).where(eq(messages.surface, 'told'))
    expect(rows.map(({ urgency }) => urgency)).toEqual([urgencies.incident])
    const card = team.ben.sees('#incidents').at(-1)
    expect(card).toContain('Identified')
    expect(card).toContain('@ben sent To customers for customers to #leadership.')
    await press(team.ben, 'Update', 'payments are down')
    expect(team.ben.modal()?.values).toMatchObject({ 'Where does it stand?': 'Identified' })
    await press(team.ben, 'To customers')
    await team.ben.fills({ 'What should everybody know?': 'All is well again.' })
    await team.ben.submits()
    await team.settled()
    expect(told().map((text) => text.split('\n')[0])).toEqual(['We know what it is.', 'All is well again.'])
  })

  describe('what goes to people outside', () => {
    const limits = 'critical: { when: "> 8", severity: P1 }'
    const outside =
      'templates: { customers: { title: To customers, channel: "#leadership", text: "{title}\\nImpact: {impact}\\nETA: {eta}." } }'
    const start = async (at: string) => {
      const changes = { [limits]: limits.replace(' }', ', do: Call the fitter }') }
      team = await startTeam({ opened: await open(), at, plans: shopWith(changes, outside) })
    }
    const drafted = () => team.ben.modal()?.values['What should everybody know?']

    test('says nothing of the limits and the instructions that the team works by', async () => {
      await start('2026-11-17T08:59:00-05:00')
      await team.clockReaches('2026-11-17T09:01:00-05:00')
      await press(team.maria, 'Enter', 'Fridge')
      await team.maria.fills({ Fridge: '9' })
      await team.maria.submits()
      await team.settled()
      expect(team.ben.seesThread('#ops', 'Opening round').join()).toContain('To do: Call the fitter')
      await press(team.ben, 'Update', 'Fridge: 9')
      await press(team.ben, 'To customers')
      expect(drafted()).toBe('Fridge: 9 °C\nImpact: …\nETA: Wed 18 Nov 09:01 New York.')
    })

    test('tells as the impact what was written when it was declared', async () => {
      await start('2026-11-17T03:10:00-05:00')
      await team.maria.runs('/incident', { in: '#ops' })
      await team.settled()
      await team.maria.fills({
        'What is happening?': 'Payments are down',
        'What do you know so far?': 'No card is taken',
      })
      await team.maria.submits()
      await team.settled()
      await press(team.ben, 'Update')
      await press(team.ben, 'To customers')
      expect(drafted()).toContain('Impact: No card is taken\nETA: Tue 17 Nov 04:10')
    })

    test('promises no time that has passed', async () => {
      await start('2026-11-17T03:10:00-05:00')
      await team.maria.runs('/incident payments are down', { in: '#ops' })
      await team.clockReaches('2026-11-17T04:10:00-05:00')
      await press(team.ben, 'Update')
      await press(team.ben, 'To customers')
      expect(drafted()).toBe('payments are down\nImpact: …\nETA: ….')
    })

    test('is not sent while something still stands as …, and nothing that was written is lost', async () => {
      await start('2026-11-17T03:10:00-05:00')
      await team.maria.runs('/incident payments are down', { in: '#ops' })
      await team.settled()
      await press(team.ben, 'Update')
      await press(team.ben, 'To customers')
      const sends = async (text: string) => {
        await team.ben.fills({ 'What should everybody know?': text })
        const errors = await team.ben.submits()
        await team.settled()
        return errors
      }
      const asked = { 'What should everybody know?': 'Fill in what stands as …, or take it out.' }
      expect(await sends('Payments are down.\nImpact: …\nETA: 04:10.')).toEqual(asked)
      expect(drafted()).toBe('Payments are down.\nImpact: …\nETA: 04:10.')
      expect(await sends('Payments are down.\nETA: ….')).toEqual(asked)
      expect(told()).toEqual([])
      expect(card()).not.toContain('Payments are down.')
      expect(await sends('Payments are down, we are looking… and …of course we tell you more.')).toBeUndefined()
      expect(told()).toEqual([expect.stringContaining('we are looking… and …of course')])
    })
  })

  test('without a template nothing leaves the incident', async () => {
    await begin('2026-11-17T03:10:00-05:00')
    await team.maria.runs('/incident payments are down', { in: '#ops' })
    await team.settled()
    await press(team.ben, 'Update')
    await team.ben.fills({ 'What should everybody know?': 'Between us: …' })
    expect(await team.ben.submits()).toBeUndefined()
    await team.settled()
    expect(team.ben.sees('#incidents').at(-1)).toContain('Between us: …')
    expect(told()).toEqual([])
  })

  test('a report is posted when its ritual is over, and follows what is entered later', async () => {
    await begin('2026-11-17T08:59:00-05:00')
    await team.clockReaches('2026-11-17T09:01:00-05:00')
    await press(team.maria, 'Done', 'Lights on')
    expect(told()).toEqual([])
    await team.clockReaches('2026-11-17T11:00:00-05:00')
    expect(told()).toMatchInlineSnapshot(`
      [
        "Opening round — Tue 17 Nov [View]
      Fridge: not entered
      Float: not entered
      Wins: not entered
      1 of 5 settled
      Closed with 3 items open; what is entered later is shown here.",
      ]
    `)
    await press(team.maria, 'Fill in', 'Opening round')
    await team.maria.fills({ Fridge: '4', 'Till float': '200', 'Tick what is done': ['Alarm off'] })
    await team.maria.submits()
    await team.settled()
    expect(told()).toHaveLength(1)
    expect(told()[0]).toContain('Fridge: 4 °C')
    expect(told()[0]).not.toContain('Closed')
    await press(team.maria, 'Enter', 'Wins')
    await team.maria.fills({ Wins: 'A new sign' })
    await team.maria.submits()
    await team.settled()
    expect(told()).toEqual([expect.stringContaining('Wins: A new sign\n5 of 5 settled')])
  })

  test('a report is posted too where the card came too late', async () => {
    await begin('2026-11-17T08:59:00-05:00')
    team.sandbox.faults.outage = true
    await team.clockReaches('2026-11-17T11:30:00-05:00')
    team.sandbox.faults.outage = false
    await team.clockReaches('2026-11-17T12:30:00-05:00')
    expect(told()).toEqual([expect.stringContaining('0 of 5 settled')])
  })

  test('a report is posted once, in the channel of its ritual, by the section that has what it names', async () => {
    const sections =
      'sections: [{ title: Doors, items: [Front door] }, { title: Money, every: day at 09:00, items: [{ Taken: money $ }] }]'
    const evening = `  evening: { title: Evening, every: day at 09:00, open-for: 1h, channel: "#leadership", report: { text: "{Taken} taken" }, ${sections} }\n  stocktake:`
    const plans = shopWith({ '  stocktake:': evening })
    team = await startTeam({ opened: await open(), at: '2026-11-17T08:59:00-05:00', plans })
    await team.clockReaches('2026-11-17T09:01:00-05:00')
    await press(team.maria, 'Done', 'Front door')
    await team.clockReaches('2026-11-17T10:01:00-05:00')
    expect(told().filter((text) => text.includes('taken'))).toEqual([
      expect.stringMatching(/^Evening: Money — Tue 17 Nov \[View\]\nnot entered taken\n/),
    ])
  })

  test('a report is posted by the section that it names, where others have an item of that title', async () => {
    const sections =
      'sections: [{ title: Doors, items: [{ Taken: number }] }, { title: Money, every: day at 09:00, items: [{ Taken: money $ }] }]'
    const evening = `  evening: { title: Evening, every: day at 15:00, open-for: 1h, report: { channel: "#leadership", text: "{Money: Taken} taken" }, ${sections} }\n  stocktake:`
    const plans = shopWith({ '  stocktake:': evening })
    team = await startTeam({ opened: await open(), at: '2026-11-17T08:59:00-05:00', plans })
    await team.clockReaches('2026-11-17T09:01:00-05:00')
    await press(team.maria, 'Enter', 'Taken')
    await team.maria.fills({ Taken: '250' })
    await team.maria.submits()
    await team.settled()
    await team.clockReaches('2026-11-17T16:01:00-05:00')
    expect(told().filter((text) => text.includes('taken'))).toEqual([expect.stringContaining('$250 taken')])
  })

  test('a report follows an item that is opened again while there is time', async () => {
    await begin('2026-11-17T08:59:00-05:00')
    await team.clockReaches('2026-11-17T09:01:00-05:00')
    await press(team.maria, 'Done', 'Lights on')
    await press(team.maria, 'Done', 'Alarm off')
    await press(team.maria, 'Fill in', 'Opening round')
    await team.maria.fills({ Fridge: '4', 'Till float': '200' })
    await team.maria.submits()
    await team.settled()
    expect(told().at(-1)).toContain('Fridge: 4 °C')
    await team.maria.chooses('Undo', 'Fridge')
    await team.settled()
    expect(told()).toHaveLength(1)
    expect(told().at(-1)).toContain('Fridge: not entered')
    expect(told().at(-1)).not.toContain('Closed')
    await team.maria.chooses('Undo', 'Lights on')
    await team.settled()
    expect(told().at(-1)).toContain('2 items open again')
  })
})
