import { eq } from 'drizzle-orm'
import { afterEach, describe, expect, test } from 'vitest'
import { urgencies } from '../../src/domain/surface.ts'
import type { MemberDriver } from '../../src/sandbox/drivers/member-driver.ts'
import { messages } from '../../src/store/schema.ts'
import { databases } from '../support/databases.ts'
import { shopWith } from '../support/plan-file.ts'
import { startTeam, type Team } from '../support/team.ts'

const critical = 'P0: { name: Critical, respond: 15m, resolve: 1h, escalate: technician }'
const plans = (more: Readonly<Record<string, string>> = {}, limit = '15m') =>
  shopWith(
    { [critical]: critical.replace(' }', ', procedure: response }'), ...more },
    'procedures:',
    '  rollback:',
    '    takes: 10m',
    `    limit: ${limit}`,
    '    owner: technician',
    '    items: [Stop the deployment, Restore the version before, { item: The director approves, owner: director }]',
    '  response:',
    '    title: Incident response',
    '    sections:',
    '      - { title: Immediate, phase: 0m to 15m, items: [Commander assigned, All hands notified] }',
    '      - { title: Resolution, phase: 15m to 2h, items: [Root cause identified] }',
  )

describe.each(databases())('$name', ({ open }) => {
  let team: Team

  const begin = async (more?: Readonly<Record<string, string>>, limit?: string) => {
    team = await startTeam({ opened: await open(), at: '2026-11-17T03:10:00-05:00', plans: plans(more, limit) })
  }
  afterEach(() => team.close())

  const says = async (who: MemberDriver, line: string) => {
    await who.runs(line, { in: '#ops' })
    await team.settled()
  }
  const press = async (who: MemberDriver, button: string, near?: string) => {
    await who.clicks(button, near)
    await team.settled()
  }
  const cardOf = (title: string, channel = '#incidents') =>
    team.ben.sees(channel).find((text) => text.startsWith(title)) ?? ''
  const incident = (number = 1) => team.ben.sees('#incidents').find((text) => text.startsWith(`P0 incident ${number}`))

  test('an incident brings its steps along, in phases with their clock, and shows how far they are', async () => {
    await begin()
    await says(team.maria, '/incident payments are down')
    expect(cardOf('Incident response')).toMatchInlineSnapshot(`
      "Incident response
      Corner shop · Tue 17 Nov 03:10 New York (your time today at 03:10) · open until 05:10 · owner @maria and @ben
      For P0 incident 1: payments are down
      ░░░░░░░░░░░░  0 of 3
      1 Immediate · 0 to 15 min, until 03:25 [Fill in]
      Commander assigned [Done]
      All hands notified [Done]
      2 Resolution · 15 min to 2 h, until 05:10
      Root cause identified [Done]
      [Fill in] [Something failed] [⋯]"
    `)
    const [first, second] = team.ben.sees('#incidents')
    expect([first?.split(':')[0], second?.split('\n')[0]]).toEqual(['P0 incident 1', 'Incident response'])
    expect(incident()).toContain('Incident response — 0 of 3')
    await press(team.ben, 'Done', 'Commander assigned')
    expect(incident()).toContain('Incident response — 1 of 3')
  })

  test('the steps of an incident go out before what is merely scheduled, and are missed by whoever has it', async () => {
    await begin()
    await says(team.maria, '/incident payments are down')
    const rows = await team.rounds.deps.db.select().from(messages).where(eq(messages.surface, 'checklist'))
    expect(rows.map(({ urgency }) => urgency)).toEqual([urgencies.click])
    await team.clockReaches('2026-11-17T05:11:00-05:00')
    await says(team.maria, '/summary')
    expect(team.maria.ephemerals('#ops').at(-1)).toMatch(/Incident response, Tue 17 Nov 03:10 · owner @maria/)
  })

  describe('a reading that opens an issue', () => {
    const enters = async (fridge: string) => {
      await team.clockReaches('2026-11-17T09:00:00-05:00')
      await press(team.maria, 'Enter', 'Fridge')
      await team.maria.fills({ Fridge: fridge })
      await team.maria.submits()
      await team.settled()
    }

    test('of the first severity is an incident at once, where incidents stand and with its steps', async () => {
      await begin({ 'severity: P1 }': 'severity: P0 }' })
      await enters('9')
      expect(incident()).toContain('Fridge: 9 °C')
      expect(cardOf('Incident response')).toContain('For P0 incident 1: Fridge: 9 °C')
    })

    test('of another is none, and brings no steps', async () => {
      const high = 'P1: { name: High, respond: 2h, resolve: 1d, escalate: technician }'
      await begin({ [high]: high.replace(' }', ', procedure: response }') })
      await enters('9')
      expect(team.ben.sees('#incidents')).toEqual([])
      expect(team.ben.seesThread('#ops', 'Opening round').join()).toContain('P1 issue 1 — Fridge: 9 °C')
      expect(cardOf('Incident response', '#ops')).toBe('')
    })
  })

  test('two incidents at one moment have their steps each', async () => {
    await begin()
    await says(team.maria, '/incident payments are down')
    await says(team.maria, '/incident the back door is stuck')
    expect(team.ben.sees('#incidents').filter((text) => text.startsWith('Incident response'))).toHaveLength(2)
    expect(incident(2)).toContain('Incident response — 0 of 3')
  })

  test('a procedure is started from the card of an incident, once however often it is sent', async () => {
    await begin()
    await says(team.maria, '/incident payments are down')
    await press(team.ben, 'Procedures', 'payments are down')
    expect(team.ben.modal()?.title).toBe('Start a procedure')
    await team.ben.fills({ 'Which one?': 'Rollback' })
    team.sandbox.faults.duplicate({ times: 1 })
    expect(await team.ben.submits()).toBeUndefined()
    await team.settled()
    expect(team.ben.sees('#incidents').filter((text) => text.startsWith('Rollback'))).toHaveLength(1)
    expect(cardOf('Rollback')).toContain('For P0 incident 1: payments are down')
    expect(incident()).toContain('Rollback — 0 of 3')
  })

  test('a limit that passes is told to those at work; the card goes on, and the notice says when it is done', async () => {
    await begin()
    await says(team.maria, '/rounds start rollback')
    expect(cardOf('Rollback', '#ops')).toContain('open until 03:25')
    expect(cardOf('Rollback', '#ops')).toContain('The director approves · for Director')
    await press(team.maria, 'Done', 'Stop the deployment')
    await team.clockReaches('2026-11-17T03:24:00-05:00')
    const notices = () => team.ben.seesThread('#ops', 'Rollback').filter((text) => text.includes('passed its limit'))
    expect(notices()).toEqual([])
    await team.clockReaches('2026-11-17T03:25:00-05:00')
    expect(notices()).toMatchInlineSnapshot(`
      [
        "@ben and @maria Rollback passed its limit of 15 min at 03:25 with 2 steps open: Restore the version before, The director approves. Please go on with it, or escalate.
      [Fill in]",
      ]
    `)
    expect(cardOf('Rollback', '#ops')).toContain('limit passed at 03:25')
    expect(cardOf('Rollback', '#ops')).toContain('Past its limit since 03:25, with 2 steps open.')
    await press(team.ben, 'Done', 'Restore the version')
    await press(team.ben, 'Done', 'The director approves')
    expect(notices()).toEqual(['Rollback passed its limit of 15 min, and was finished after it.'])
    expect(cardOf('Rollback', '#ops')).toContain('Finished after its limit passed at 03:25.')
  })

  test('a reminder of steps whose limit has passed does not call them closed', async () => {
    await begin({}, '1h')
    await says(team.maria, '/rounds start rollback')
    await team.clockReaches('2026-11-17T04:11:00-05:00')
    const told = team.ben.seesThread('#ops', 'Rollback')
    expect(told[0]).toBe('Rollback goes on with 3 items open. The card above says more.')
    expect(told.join()).not.toContain('closed')
  })

  test('of steps that go on past their limit neither their report nor the week nor their record says that they closed', async () => {
    const report = 'report: { channel: "#leadership", text: "{settled} of {total} steps" }'
    await begin({}, `15m\n    ${report}`)
    await says(team.maria, '/rounds start rollback')
    await press(team.maria, 'Done', 'Stop the deployment')
    await team.clockReaches('2026-11-17T03:25:00-05:00')
    const reported = () => team.dana.sees('#leadership')
    expect(reported()).toEqual([
      'Rollback — Tue 17 Nov [View]\n1 of 3 steps\nIt goes on past its limit, with 2 steps open; what is entered is shown here.',
    ])
    await says(team.maria, '/summary')
    const missed = 'Rollback, Tue 17 Nov 03:10 · owner Technician · 1 of 3 settled so far, past its limit'
    expect(team.maria.ephemerals('#ops').at(-1)).toContain(missed)
    await press(team.ben, 'View', 'Rollback')
    expect(team.ben.modal()?.text).toContain('03:25 — It passed its limit with steps open, and goes on.')
    await press(team.ben, 'Done', 'Restore the version')
    await press(team.ben, 'Done', 'The director approves')
    expect(reported()).toEqual(['Rollback — Tue 17 Nov [View]\n3 of 3 steps'])
  })

  test('steps of an incident that is over pass their limit in silence', async () => {
    await begin()
    await says(team.maria, '/incident payments are down')
    await press(team.ben, 'Acknowledge')
    await press(team.ben, 'Resolve')
    await team.ben.submits()
    await team.settled()
    await team.clockReaches('2026-11-17T06:00:00-05:00')
    expect(team.ben.seesThread('#incidents', 'Incident response').filter((text) => text.includes('limit'))).toEqual([])
  })

  test('nobody is reminded of the steps of an incident that is over', async () => {
    await begin()
    await says(team.maria, '/incident payments are down')
    await press(team.ben, 'Acknowledge')
    await press(team.ben, 'Resolve')
    await team.ben.submits()
    await team.settled()
    await team.clockReaches('2026-11-17T05:09:00-05:00')
    expect(team.ben.seesThread('#incidents', 'Incident response')).toEqual([])
  })

  test('nothing is started for an incident that is over in the meantime', async () => {
    await begin()
    await says(team.maria, '/incident payments are down')
    await press(team.ben, 'Procedures', 'payments are down')
    await team.ben.fills({ 'Which one?': 'Rollback' })
    await press(team.maria, 'Resolve')
    await team.maria.submits()
    await team.settled()
    await team.ben.submits()
    await team.settled()
    expect(team.ben.modal()?.text).toContain('It was resolved')
    expect(cardOf('Rollback')).toBe('')
  })

  test('started by hand it is open to the end of its last phase', async () => {
    await begin()
    await says(team.maria, '/rounds start response')
    expect(cardOf('Incident response', '#ops')).toContain('open until 05:10')
  })

  test('what was finished can be started again in the same instant', async () => {
    await begin()
    const started = () => team.maria.sees('#ops').filter((text) => text.includes('Stocktake'))
    await says(team.maria, '/rounds start stocktake')
    await press(team.maria, 'Done', 'Count the shelves')
    await says(team.maria, '/rounds start stocktake')
    expect(started()).toHaveLength(2)
  })

  test('Home starts a procedure, and says how long it may take', async () => {
    await begin()
    await team.ben.opensHome()
    await team.settled()
    expect(team.ben.home()).toContain('Rollback\nCorner shop · about 10 min · limit 15 min')
    await press(team.ben, 'Start now', 'Rollback')
    expect(cardOf('Rollback', '#ops')).toContain('owner @ben')
  })
})
