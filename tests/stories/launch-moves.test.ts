import { afterEach, describe, expect, test } from 'vitest'
import { scopeOf } from '../../src/operations/transact.ts'
import { allCursors } from '../../src/store/cursors.ts'
import { databases } from '../support/databases.ts'
import { planFile } from '../support/plan-file.ts'
import { startTeam, type Team } from '../support/team.ts'

const shop = [
  'plan: shop',
  'title: Corner shop',
  'timezone: America/New_York',
  'channel: "#ops"',
  'owner: "@maria"',
  'admins: ["@maria"]',
  'launch: 2026-11-17T09:00',
]
const everything = [
  ...shop,
  'roles:',
  '  lead: { title: Lead, rotation: ["@ben", "@cara"], from: 2026-11-16, hand-over: "T+1d at 08:00; T+3d at 08:00" }',
  'summary: { channel: "#leadership", every: T+4d at 10:00 }',
  'phases: [{ title: Immediate, from: T+0, to: T+1w }, { title: Winter, from: 2026-12-21 }]',
  'maintenance: [{ title: AWS updates, every: T+2d at 02:00, lasts: 8h, channel: "#leadership" }]',
  'rituals:',
  '  review: { title: First review, every: T+1d at 08:00, items: [Look at the figures] }',
  '  round: { title: Round, every: day at 07:00 until T+1w, items: [Lights on] }',
  '  load: { title: Load, every: day at 06:00, items: [{ item: CPU, percent: "< 90", targets: [{ from: T+1w, target: "< 70" }] }] }',
]

describe.each(databases())('$name', ({ open }) => {
  let team: Team
  afterEach(() => team.close())

  const begin = async (plan: readonly string[], at = '2026-11-16T08:55:00-05:00') => {
    team = await startTeam({ opened: await open(), at, plans: planFile(...plan), admins: ['U0000000'] })
    await team.clockReaches(at)
  }
  const withRituals = (...rituals: readonly string[]) => [...shop, 'rituals:', ...rituals]
  const at = (time: string) => team.clockReaches(`2026-11-${time}:00-05:00`)
  const told = (channel: string, word: string) => team.dana.sees(channel).filter((text) => text.includes(word))
  const asks = async (launch: string) => {
    await team.maria.runs(`/rounds launch ${launch}`, { in: '#ops' })
    await team.settled()
    return team.maria.modal()?.text.split('\n').slice(2, -2) ?? []
  }
  const confirms = async () => {
    await team.maria.submits()
    await team.settled()
  }
  const nextOf = async (ritual: string) => {
    const cursors = await allCursors(scopeOf(team.rounds.deps))
    return cursors.find((cursor) => cursor.ritual === ritual)?.nextAt
  }

  test('whoever moves a launch sees all that moves with it, and so it comes', async () => {
    await begin(everything)
    await at('18T12:00')
    const before = [told('#leadership', 'AWS'), team.maria.sees('#ops')]
    expect(await asks('2026-11-24')).toEqual([
      'First review: in addition on Wed 25 Nov 08:00 New York',
      'Round: in addition on Tue 24 Nov 07:00, Wed 25 Nov 07:00, Thu 26 Nov 07:00 New York and 4 more',
      'AWS updates (maintenance): Thu 19 Nov 02:00 New York → Thu 26 Nov 02:00 New York',
      'Hand-over of Lead: Fri 20 Nov 08:00 New York → Fri 27 Nov 08:00 New York · in addition on Wed 25 Nov 08:00 New York',
      'Weekly summary: Sat 21 Nov 10:00 New York → Sat 28 Nov 10:00 New York',
      'Called off where it was announced: AWS updates of Thu 19 Nov 02:00 New York',
      'Lead, at once: @cara → @ben',
      'Phases that move along: Immediate',
      'Later targets that move along: CPU',
    ])
    expect(team.maria.modal()?.text).toContain('stays as it is, but for what is called off;')
    expect([told('#leadership', 'AWS'), team.maria.sees('#ops')], 'nothing happens before it is confirmed').toEqual(
      before,
    )
    await confirms()
    expect(told('#leadership', 'AWS')).toEqual([expect.stringContaining('Maintenance is called off: AWS updates')])
    expect(team.maria.sees('#ops')).toEqual(before[1])
    expect(await nextOf('@summary')).toEqual(new Date('2026-11-28T10:00:00-05:00'))
    expect(await nextOf('@hand-over/lead')).toEqual(new Date('2026-11-25T08:00:00-05:00'))

    await at('24T06:30')
    expect(told('#leadership', 'AWS').at(-1)).toContain('Maintenance planned: AWS updates on Thu 26 Nov 02:00')
    expect(told('#leadership', 'Completion')).toEqual([])
    await at('24T07:00')
    expect(team.maria.sees('#ops').at(-1)).toMatch(/^Round\n/u)
    await at('25T08:00')
    expect(told('#ops', 'First review')).toHaveLength(2)
    expect(told('#ops', '@ben hands over to @cara')).toHaveLength(2)
    await at('28T10:00')
    expect(told('#leadership', 'AWS').at(-1)).toContain('Maintenance is over')
    expect(told('#leadership', 'Completion')).toHaveLength(1)
  })

  test('what was called off is not called off once more by the next move', async () => {
    await begin(everything)
    await at('18T12:00')
    await asks('2026-11-24')
    await confirms()
    expect((await asks('2026-11-25')).join()).not.toContain('Called off')
    expect(team.maria.modal()?.text).toContain('What has been posted stays as it is; only')
  })

  test('a later part of a cadence is listed though the next due time stays, and one that is the same is not', async () => {
    await begin(
      withRituals(
        '  look: { title: Look, every: "Monday at 09:00; T+3w at 10:00", items: [Look] }',
        '  growth: { title: Growth, every: "Monday at 09:00 until T+1w, then first Monday of month at 10:00", items: [Look] }',
        '  even: { title: Even weeks, every: 2 weeks on Friday at 09:00 from T+0, items: [Look] }',
        '  odd: { title: Other weeks, every: 4 weeks on Friday at 09:00 from T+0, items: [Look] }',
        '  over: { title: Long over, every: "Monday at 09:00; day at 08:00 until T+0", items: [Look] }',
      ),
      '2026-11-24T12:00:00-05:00',
    )
    expect(await asks('2026-12-01')).toEqual([
      'Look: Tue 8 Dec 10:00 New York → Tue 22 Dec 10:00 New York',
      'Growth: in addition on Mon 30 Nov 09:00 and Mon 7 Dec 09:00 New York · no more on Mon 7 Dec 10:00 New York',
      'Other weeks: Fri 18 Dec 09:00 New York → Fri 4 Dec 09:00 New York and so on',
      'Long over: in addition on Wed 25 Nov 08:00, Thu 26 Nov 08:00, Fri 27 Nov 08:00 New York and 4 more',
    ])
  })

  test('what falls due at the same time is listed where it closes at another, but for what nobody fills in', async () => {
    await begin([
      ...withRituals(
        '  gate: { title: Gate, every: T+1w to T+2w, items: [Look] }',
        '  call: { title: Call, every: T+2d at 08:00, open-for: 2h, items: [Look] }',
      ),
      'summary: { every: T+1w }',
    ])
    await asks('2026-11-21')
    await confirms()
    expect(await asks('2026-11-22')).toEqual([
      'Gate of Mon 30 Nov 09:00 New York, open until: Sat 12 Dec 00:00 New York → Sun 13 Dec 00:00 New York',
      'Call: Mon 23 Nov 08:00 New York → Tue 24 Nov 08:00 New York',
    ])
    await confirms()
    await team.clockReaches('2026-11-30T09:05:00-05:00')
    expect(told('#ops', 'Gate').at(-1)).toContain('open until Sun 13 Dec 00:00')
  })

  test('a launch at a time that the clocks skip is shown as the time that it is', async () => {
    await begin(everything)
    const skipped = 'Sun 14 Mar 2027 03:30, since the clocks skip 02:30'
    await asks('2027-03-14 02:30')
    expect(team.maria.modal()?.text).toContain(`Tue 17 Nov 2026 09:00 → ${skipped}`)
    await confirms()
    await team.maria.runs('/rounds launch', { in: '#ops' })
    await team.settled()
    expect(team.maria.ephemerals('#ops').at(-1)).toContain(`The launch of Corner shop is on ${skipped}.`)
  })

  test('a launch that moves back shows what would have been before now as not coming any more', async () => {
    await begin(everything)
    expect(await asks('2026-11-01')).toEqual(
      expect.arrayContaining([
        'First review: no more on Wed 18 Nov 08:00 New York',
        'Round: no more on Tue 17 Nov 07:00, Wed 18 Nov 07:00, Thu 19 Nov 07:00 New York and 4 more',
        'AWS updates (maintenance): no more on Thu 19 Nov 02:00 New York',
        'Weekly summary: no more on Sat 21 Nov 10:00 New York',
      ]),
    )
    await confirms()
    expect(await nextOf('@summary')).toBeUndefined()
    expect(await nextOf('@maintenance/aws-updates')).toBeUndefined()
  })

  test('maintenance that has begun by the new launch begins at once, and says so before', async () => {
    await begin(everything)
    expect(await asks('2026-11-14')).toContain(
      'AWS updates (maintenance): Thu 19 Nov 02:00 New York → Mon 16 Nov 02:00 New York',
    )
    await confirms()
    expect(told('#leadership', 'AWS')).toEqual([expect.stringContaining('Maintenance has begun: AWS updates')])
  })

  test('maintenance that has begun is not shown as moving', async () => {
    await begin([
      ...withRituals('  round: { every: day at 12:00, items: [Lights on] }'),
      'maintenance: [{ title: AWS updates, every: day at 02:00 until T+2d, lasts: 8h, channel: "#leadership" }]',
    ])
    expect(await asks('2026-11-16')).toEqual([
      'AWS updates (maintenance): no more on Wed 18 Nov 02:00 New York',
      'Called off where it was announced: AWS updates of Wed 18 Nov 02:00 New York',
    ])
  })

  test('what waits for a holiday to pass moves as well', async () => {
    await begin(
      [
        ...withRituals('  gate: { title: Gate, every: T+1d at 08:00, on-holiday: next-working-day, items: [Look] }'),
        'calendar: { holidays: [2026-11-18] }',
      ],
      '2026-11-18T12:00:00-05:00',
    )
    expect(await asks('2026-11-10')).toEqual(['Gate: no more on Thu 19 Nov 08:00 New York'])
    await confirms()
    await at('19T12:00')
    expect(told('#ops', 'Gate')).toEqual([])
  })

  test('a time of another year than this one is shown with its year, so that a move ahead does not look like one back', async () => {
    await begin([
      ...withRituals('  month: { title: Month, every: T+4w Wednesday at 09:00, items: [Look] }'),
      'maintenance: [{ title: Updates, every: T+3w at 02:00, lasts: 8h, channel: "#ops" }]',
    ])
    expect(await asks('2028-02-29')).toEqual([
      'Month: Wed 16 Dec 09:00 New York → Wed 29 Mar 2028 09:00 New York',
      'Updates (maintenance): Tue 8 Dec 02:00 New York → Tue 21 Mar 2028 02:00 New York',
    ])
    await asks('2027-04-05')
    await confirms()
    expect((await asks('2028-02-29'))[0]).toBe('Month: Wed 5 May 2027 09:00 New York → Wed 29 Mar 2028 09:00 New York')
    expect((await asks('2026-11-23'))[0]).toBe('Month: Wed 5 May 2027 09:00 New York → Wed 23 Dec 09:00 New York')
  })

  test('maintenance of the new year that is called off is named with its year', async () => {
    await begin(
      [
        ...withRituals('  look: { title: Look, every: day at 09:00, items: [Look] }'),
        'maintenance: [{ title: Updates, every: T+46d at 02:00, lasts: 8h, channel: "#ops" }]',
      ],
      '2026-12-31T12:00:00-05:00',
    )
    expect(await asks('2026-11-24')).toContain(
      'Called off where it was announced: Updates of Sat 2 Jan 2027 02:00 New York',
    )
  })

  test('a day on which nobody works is not shown as one on which something comes', async () => {
    await begin([
      ...withRituals(
        '  walk: { title: Walk, every: T+1w Tuesday to Thursday at 10:00, on-holiday: skip, items: [Look] }',
      ),
      'calendar: { holidays: [2026-12-01] }',
    ])
    expect(await asks('2026-11-24')).toEqual([
      'Walk: Wed 25 Nov 10:00 New York → Wed 2 Dec 10:00 New York and 1 more · no more on Tue 24 Nov 10:00 New York',
    ])
  })

  test('more than there is room for is counted', async () => {
    const many = (count: number, one: (index: number) => string) =>
      Array.from({ length: count }, (_, index) => one(index))
    await begin([
      ...withRituals(
        ...many(23, (n) => `  r${n}: { title: "${'&'.repeat(100)}", every: T+1d at 08:00, items: [Look] }`),
        '  load:',
        '    every: day at 06:00',
        '    items:',
        ...many(12, (n) => `      - { item: CPU ${n}, percent: "< 90", targets: [{ from: T+1w, target: "< 70" }] }`),
      ),
      'roles:',
      ...many(
        6,
        (n) => `  r${n}: { title: Role ${n}, rotation: ["@ben", "@cara"], from: 2026-11-16, hand-over: T+0 at 08:00 }`,
      ),
      'phases:',
      ...many(11, (n) => `  - { title: Phase ${n}, from: T+${n}w }`),
      'maintenance:',
      ...many(7, (n) => `  - { title: Updates ${n}, every: T+2d at 0${n}:00, lasts: 1h }`),
    ])
    await at('17T12:00')
    const lines = await asks('2026-11-24')
    expect(lines.filter((line) => line.startsWith('…'))).toEqual([
      '… and 16 more changes.',
      '… and 2 more announcements.',
      '… and 1 more role.',
    ])
    expect(lines.at(-2)).toMatch(/^Phases that move along: Phase 0, .*Phase 9 and 1 more$/u)
    expect(lines.at(-1)).toMatch(/^Later targets that move along: CPU 0, .*CPU 9 and 2 more$/u)
  })

  test('of several targets under one title, each is named', async () => {
    await begin(
      withRituals(
        ...[
          '  load:',
          '    every: day at 06:00',
          '    items:',
          '      - group: "{each}"',
          '        for-each: [Web, Mail]',
        ],
        '        items: [{ item: CPU, percent: "< 90", targets: [{ from: T+1w, target: "< 70" }] }]',
      ),
    )
    await at('17T12:00')
    expect((await asks('2026-11-24')).at(-1)).toBe('Later targets that move along: Web: CPU, Mail: CPU')
  })
})
