import { eq } from 'drizzle-orm'
import { afterEach, describe, expect, test } from 'vitest'
import { applyPlanFiles } from '../../src/operations/apply-plan-files.ts'
import { declareIncident } from '../../src/operations/declare-incident.ts'
import { moveLaunch } from '../../src/operations/move-launch.ts'
import { retirePlan } from '../../src/operations/retire-plan.ts'
import { directoryClient, readDirectory } from '../../src/slack/directory.ts'
import { messages } from '../../src/store/schema.ts'
import { databases } from '../support/databases.ts'
import { shopWith } from '../support/plan-file.ts'
import { configFor, startTeam, type Team } from '../support/team.ts'

const p2 = 'severities:\n'
const plans = () =>
  shopWith(
    { [p2]: 'severities:\n  P2: { resolve: next maintenance window }\n' },
    'maintenance: [{ title: AWS updates, every: Sunday at 02:00, lasts: 8h, channel: "#leadership", text: Orders wait until it is over. }]',
  )

describe.each(databases())('$name', ({ open }) => {
  let team: Team

  const begin = async (at: string) => {
    team = await startTeam({ opened: await open(), at, plans: plans() })
    await team.clockReaches(at)
  }
  afterEach(() => team.close())
  const told = () => team.dana.sees('#leadership').filter((text) => text.includes('AWS'))

  test('a window is announced two days before, and at its start and end', async () => {
    await begin('2026-11-20T01:59:00-05:00')
    expect(told()).toEqual([])
    await team.clockReaches('2026-11-20T02:00:00-05:00')
    expect(told()).toHaveLength(1)
    team.outageUntil('2026-11-22T01:59:00-05:00')
    await team.clockReaches('2026-11-22T10:00:00-05:00')
    expect(told()).toMatchInlineSnapshot(`
      [
        "Maintenance planned: AWS updates on Sun 22 Nov 02:00 New York (your time yesterday at 23:00), for 8 h.
      Orders wait until it is over.
      Corner shop",
        "Maintenance has begun: AWS updates, until 10:00 (your time today at 07:00).
      Orders wait until it is over.
      Corner shop",
        "Maintenance is over: AWS updates.
      Corner shop",
      ]
    `)
    const rows = await team.rounds.deps.db.select().from(messages).where(eq(messages.surface, 'maintenance'))
    expect(rows.map(({ wanted }) => wanted)).toEqual([1, 1, 1])
  })

  test('a plan that is applied late announces at once what should have been announced', async () => {
    await begin('2026-11-21T12:00:00-05:00')
    expect(told()).toHaveLength(1)
    expect(told()[0]).toContain('Maintenance planned')
  })

  test.each(['02:00', '03:00'])('a plan that is applied in a window says that it has begun: at %s', async (time) => {
    await begin(`2026-11-22T${time}:00-05:00`)
    expect(told()).toEqual([expect.stringContaining('Maintenance has begun')])
    expect(await team.rounds.nextMoment()).toEqual(new Date('2026-11-22T09:00:00-05:00'))
  })

  test.each(['10:00', '11:00'])(
    'a plan that is applied after one does not say that it is over: at %s',
    async (time) => {
      await begin(`2026-11-22T${time}:00-05:00`)
      expect(told()).toEqual([])
    },
  )

  test('what was told is not told again by a plan that is applied at that moment', async () => {
    await startWith('2026-11-20T01:59:00-05:00', shopWith({}, ...windows('Sunday at 02:00')))
    await team.clockReaches('2026-11-20T02:00:00-05:00')
    await applies(shopWith({ 'title: Corner shop': 'title: Shop' }, ...windows('Sunday at 02:00')))
    const rows = await team.rounds.deps.db.select().from(messages).where(eq(messages.surface, 'maintenance'))
    expect(rows).toMatchObject([{ wanted: 1 }])
  })

  test('each of several windows that are near is announced', async () => {
    await startWith('2026-11-20T12:00:00-05:00', shopWith({}, ...windows('day at 02:00')))
    expect(told().map((text) => text.split(' New York')[0])).toEqual([
      'Maintenance planned: AWS updates on Sat 21 Nov 02:00',
      'Maintenance planned: AWS updates on Sun 22 Nov 02:00',
    ])
  })

  test('a window of days is over at its end, though a plan was applied in it', async () => {
    const plans = shopWith({}, ...windows('Friday at 02:00', 'lasts: 2d'))
    await startWith('2026-11-20T01:00:00-05:00', plans)
    await team.clockReaches('2026-11-21T14:00:00-05:00')
    await applies(shopWith({ 'title: Corner shop': 'title: Shop' }, ...windows('Friday at 02:00', 'lasts: 2d')))
    await team.clockReaches('2026-11-22T02:00:00-05:00')
    expect(told().at(-1)).toContain('Maintenance is over')
  })

  test('a window that comes once is told to its end, and one that ended a day ago is nobody’s news', async () => {
    await startWith('2026-11-21T12:00:00-05:00', shopWith({}, ...windows('on 2026-11-22 at 02:00')))
    await team.clockReaches('2026-11-22T04:00:00-05:00')
    expect(told()).toHaveLength(3)
    await applies(shopWith({}, ...windows('on 2026-11-23 at 02:00')))
    expect(told()).toHaveLength(4)
    team.outageUntil('2026-11-24T04:00:00-05:00')
    await team.clockReaches('2026-11-24T09:00:00-05:00')
    expect(told()).toHaveLength(4)
    expect(team.maria.sees('#ops').at(-1)).toContain('Opening round')
  })

  test('a window that moves with the launch is announced at its new time, and another is not told again', async () => {
    const windows = [
      'admins: ["@maria"]',
      'launch: 2026-12-20T09:00',
      'maintenance:',
      '  - { title: AWS updates, every: T+1d at 02:00, lasts: 2h, channel: "#leadership" }',
      '  - { title: AWS database, every: 2 weeks on Sunday at 02:00 from 2026-11-22, lasts: 2h, channel: "#leadership" }',
    ]
    const at = '2026-11-21T12:00:00-05:00'
    team = await startTeam({ opened: await open(), at, plans: shopWith({}, ...windows) })
    await team.settled()
    expect(told()).toHaveLength(1)
    const { deps } = team.rounds
    const [{ subject = '' } = {}] = await deps.db.select().from(messages).where(eq(messages.surface, 'maintenance'))
    await moveLaunch(deps, { plan: 'shop', launch: '2026-11-22 09:00', by: null, note: null })
    await team.settled()
    expect(told().map((text) => text.split(',')[0])).toEqual([
      'Maintenance planned: AWS database on Sun 22 Nov 02:00 New York (your time today at 23:00)',
      'Maintenance planned: AWS updates on Mon 23 Nov 02:00 New York (your time tomorrow at 23:00)',
    ])
    expect(await deps.db.select().from(messages).where(eq(messages.subject, subject))).toMatchObject([{ wanted: 1 }])
  })

  const applies = async (path: string) => {
    const { deps } = team.rounds
    const directory = await readDirectory(directoryClient(configFor(team.sandbox, 'socket-mode', 0, {}).slack))
    expect(await applyPlanFiles(deps, path, { directory, by: null })).not.toHaveProperty('faults')
    await team.settled()
  }
  const windows = (every: string, more = '') => [
    'admins: ["@maria"]',
    `maintenance: [{ title: AWS updates, every: ${every}, channel: "#leadership", ${more || 'lasts: 2h'} }]`,
  ]
  const startWith = async (at: string, plans: string) => {
    team = await startTeam({ opened: await open(), at, plans })
    await team.settled()
  }

  describe('a window that the plan says otherwise', () => {
    const saturday = '2026-11-21T12:00:00-05:00'

    test('is told so in its announcement', async () => {
      await startWith(saturday, shopWith({}, ...windows('Sunday at 02:00')))
      await applies(shopWith({}, ...windows('Sunday at 02:00', 'lasts: 4h')))
      expect(told()).toEqual([expect.stringContaining('for 4 h.')])
      await applies(shopWith({}, ...windows('Sunday at 02:00', 'lasts: 4h, text: Orders wait.')))
      expect(told()).toEqual([expect.stringContaining('for 4 h.\nOrders wait.')])
    })

    test('is announced where it says by now', async () => {
      await startWith(saturday, shopWith({}, ...windows('Sunday at 02:00')))
      await applies(
        shopWith({}, ...windows('Sunday at 02:00').map((line) => line.replace('#leadership', '#incidents'))),
      )
      expect(team.dana.sees('#incidents')).toEqual([expect.stringContaining('Maintenance planned: AWS updates')])
    })

    test('is announced in the channel of the plan by now where it has none of its own', async () => {
      const inPlans = windows('Sunday at 02:00').map((line) => line.replace('channel: "#leadership", ', ''))
      await startWith(saturday, shopWith({}, ...inPlans))
      await applies(shopWith({ 'channel: "#ops"': 'channel: "#incidents"' }, ...inPlans))
      expect(team.dana.sees('#incidents')).toEqual([expect.stringContaining('Maintenance planned: AWS updates')])
    })

    test('is announced at once where it would have been by now', async () => {
      await startWith('2026-11-19T12:00:00-05:00', shopWith({}, ...windows('Sunday at 02:00')))
      expect(told()).toEqual([])
      await applies(shopWith({}, ...windows('Sunday at 02:00', 'lasts: 2h, notice: 72h')))
      expect(told()).toEqual([expect.stringContaining('Maintenance planned: AWS updates')])
    })

    test.each([
      ['the zone', { 'America/New_York': 'Europe/Paris' }, 'on Sun 22 Nov 09:00 Paris'],
      [
        'the start of its days',
        { 'channel: "#ops"': 'channel: "#ops"\nday-starts: "08:00"' },
        'on Sun 22 Nov 08:00 New York',
      ],
    ])('moves with %s, and is told so', async (_, change, when) => {
      await startWith(saturday, shopWith({}, ...windows('Sunday')))
      await applies(shopWith(change, ...windows('Sunday')))
      expect(told()).toEqual([
        expect.stringContaining('Maintenance is called off'),
        expect.stringContaining(`Maintenance planned: AWS updates ${when}`),
      ])
    })

    test('is called off only where it was announced', async () => {
      await startWith('2026-11-19T12:00:00-05:00', shopWith({}, ...windows('Sunday at 02:00')))
      await retirePlan(team.rounds.deps, { plan: 'shop', why: 'The shop is closed', by: null })
      await team.clockReaches(saturday)
      await applies(shopWith({}, ...windows('Sunday at 05:00')))
      expect(told()).toEqual([expect.stringContaining('Maintenance planned: AWS updates on Sun 22 Nov 05:00')])
    })
  })

  describe('an announced window that is not planned any more', () => {
    const announced = async () => {
      await startWith('2026-11-21T12:00:00-05:00', shopWith({}, ...windows('Sunday at 02:00')))
      expect(told()).toHaveLength(1)
    }
    const calledOff = 'Maintenance is called off: AWS updates, planned for Sun 22 Nov 02:00 New York'

    test('is called off where it was announced, and its new time is told', async () => {
      await announced()
      await applies(shopWith({}, ...windows('Sunday at 05:00')))
      expect(told()[0]).toContain(calledOff)
      expect(told()[1]).toContain('Maintenance planned: AWS updates on Sun 22 Nov 05:00')
    })

    test('is called off though it would not have been announced by now', async () => {
      await startWith(
        '2026-11-19T12:00:00-05:00',
        shopWith({}, ...windows('Sunday at 02:00', 'lasts: 2h, notice: 72h')),
      )
      await applies(shopWith({}, ...windows('Sunday at 02:00', 'lasts: 2h, notice: 24h')))
      expect(told()).toEqual([expect.stringContaining('Maintenance planned')])
      await applies(shopWith({}))
      expect(told()).toEqual([expect.stringContaining(calledOff)])
    })

    test('is called off when the plan has it no longer, or is retired', async () => {
      await announced()
      await applies(shopWith({}))
      expect(told()).toEqual([expect.stringContaining(calledOff)])
      await applies(shopWith({}, ...windows('Sunday at 02:00')))
      expect(told()).toEqual([expect.stringContaining('Maintenance planned')])
      await retirePlan(team.rounds.deps, { plan: 'shop', why: 'The shop is closed', by: null })
      await team.settled()
      expect(told()).toEqual([expect.stringContaining(calledOff)])
    })
  })

  test('a window that had begun is not called off by a plan that has it no longer', async () => {
    await startWith('2026-11-22T01:59:00-05:00', shopWith({}, ...windows('Sunday at 02:00')))
    team.sandbox.faults.outage = true
    await team.clockReaches('2026-11-22T02:00:00-05:00')
    team.sandbox.faults.outage = false
    await applies(shopWith({}))
    await team.clockReaches('2026-11-22T02:30:00-05:00')
    expect(told()).toEqual([
      expect.stringContaining('Maintenance planned'),
      expect.stringContaining('Maintenance has begun: AWS updates, until 04:00'),
    ])
  })

  test('Home tells what falls due in a window by the clock and the calendar of each', async () => {
    const rituals = [
      '  paris: { title: Paris round, every: day at 09:00, timezone: Europe/Paris, items: [Lights on] }',
      '  after: { title: Afterwards, every: Sunday at 04:00, items: [Lights on] }',
      '  off: { title: Day off, every: Sunday at 03:00, calendar: { holidays: [2026-11-22] }, items: [Lights on] }',
      '  watch:',
      '    sections: [{ title: Doors, every: Sunday at 03:00, items: [Front door] }]',
      'maintenance: [{ title: AWS updates, every: Sunday at 02:00, lasts: 2h }]',
    ]
    const at = '2026-11-21T12:00:00-05:00'
    team = await startTeam({ opened: await open(), at, plans: shopWith({}, ...rituals) })
    await team.maria.opensHome()
    await team.settled()
    const home = team.maria.home() ?? ''
    expect(home.split('\n').find((line) => line.startsWith('Falls due in it'))).toBe(
      'Falls due in it: Paris round, Watch: Doors',
    )
  })

  test('Home tells of a window until it is over', async () => {
    await begin('2026-11-22T09:59:00-05:00')
    const looks = async () => {
      await team.maria.opensHome()
      await team.settled()
      return team.maria.home() ?? ''
    }
    expect(await looks()).toContain('AWS updates\nSun 22 Nov 02:00')
    expect((await looks()).match(/^AWS updates$/gm), 'those of two weeks').toHaveLength(3)
    await team.clockReaches('2026-11-22T10:00:00-05:00')
    expect(await looks()).not.toContain('AWS updates\nSun 22 Nov 02:00')
  })

  test('Home tells of the window with what falls due in it, and an issue that waits for it has its clock', async () => {
    await begin('2026-11-20T12:00:00-05:00')
    await team.maria.opensHome()
    await team.settled()
    expect(team.maria.home()).toContain(
      'AWS updates\nSun 22 Nov 02:00 New York (your time 22 Nov at 02:00) · for 8 h\nFalls due in it: Opening round',
    )
    await team.maria.runs('/incident', { in: '#ops' })
    await team.settled()
    await team.maria.fills({ 'What is happening?': 'A bulb', 'How bad is it?': 'P2 Medium' })
    await team.maria.submits()
    await team.settled()
    await team.ben.clicks('Acknowledge', 'A bulb')
    await team.settled()
    expect(team.ben.sees('#incidents').at(-1)).toMatch(/resolve by .*22.* at 10:00/)
  })

  test('the summary tells the moment of the window for which an issue had to wait, not how long that was', async () => {
    await begin('2026-11-20T12:05:00-05:00')
    const by = { id: team.maria.id, external: false, admin: false }
    const declared = { channel: null, title: 'A bulb', severity: 'P2', detail: null, receipt: 'a form', by } as const
    await declareIncident(team.rounds.deps, declared)
    await team.clockReaches('2026-11-27T16:30:00-05:00')
    const post = team.dana.sees('#leadership').findLast((text) => text.includes('P2: 0 opened'))
    expect(post).toContain('resolved 0 of 1 by Sun 22 Nov 10:00 New York')
    expect(post).not.toContain('45 h')
  })

  test('an issue opened just before the window has all of it, and then wakes somebody a day later, not minutes', async () => {
    await begin('2026-11-22T01:57:00-05:00')
    const by = { id: team.maria.id, external: false, admin: false }
    const declared = { channel: null, title: 'A bulb', severity: 'P2', detail: null, receipt: 'a form', by } as const
    await declareIncident(team.rounds.deps, declared)
    await team.settled()
    await team.ben.clicks('Acknowledge', 'A bulb')
    await team.settled()
    const calls = () => team.ben.seesThread('#incidents', 'A bulb').filter((text) => text.includes('without being'))
    await team.clockReaches('2026-11-22T09:59:00-05:00')
    expect(calls()).toEqual([])
    await team.clockReaches('2026-11-23T09:59:00-05:00')
    expect(calls()).toHaveLength(1)
    await team.clockReaches('2026-11-23T10:00:00-05:00')
    expect(calls()).toHaveLength(2)
    await team.ben.clicks('Resolve', 'A bulb')
    await team.settled()
    await team.ben.submits()
    await team.settled()
    const card = team.ben.sees('#incidents').find((text) => text.includes('A bulb'))
    expect(card).toContain('(clock 24 h) · resolved in 32 h 3 min')
    expect(card).not.toContain('resolved in 32 h 3 min (clock')
  })

  test('an issue that waits for the next window waits for the first of all that are planned', async () => {
    const every = ['Monday', 'Sunday', 'Tuesday', 'on 2026-11-01']
    const all = every.map((when) => `  - { title: ${when}, every: ${when} at 02:00, lasts: 2h }`)
    const changes = { [p2]: 'severities:\n  P2: { resolve: next maintenance window }\n' }
    await startWith('2026-11-20T12:00:00-05:00', shopWith(changes, 'maintenance:', ...all))
    const { deps } = team.rounds
    const declared = { channel: null, title: 'A bulb', severity: 'P2', detail: null, receipt: 'a form' } as const
    const by = { id: team.maria.id, external: false, admin: false }
    expect(await declareIncident(deps, { ...declared, by })).toMatchObject({
      resolveBy: new Date('2026-11-22T04:00:00-05:00'),
    })
    await applies(shopWith(changes))
    const another = { ...declared, by, receipt: 'another form' }
    expect(await declareIncident(deps, another), 'none is planned').toMatchObject({ resolveBy: null })
  })
})
