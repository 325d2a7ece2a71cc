import { describe, expect, test } from 'vitest'
import { openIssue } from '../../src/domain/issue.ts'
import { maintenanceSince, nextMaintenance } from '../../src/domain/maintenance.ts'
import { scheduleOf } from '../../src/domain/schedule.ts'
import { readPlan } from '../../src/plans/load.ts'
import { planYaml } from '../../src/plans/write.ts'
import { planOf } from './plans.ts'

const source = (...lines: readonly string[]) =>
  [
    ...['plan: shop', 'timezone: America/New_York', 'channel: "#ops"', 'owner: "@maria"'],
    ...lines,
    ...['rituals:', '  a: { every: day at 02:30, items: [Lights on] }'],
  ].join('\n')
const faultsOf = (...lines: readonly string[]) =>
  readPlan(source(...lines), 'shop.yaml').faults.map(({ line, column, message }) => `${line}:${column} ${message}`)
const windows =
  'maintenance: [{ title: AWS updates, every: Sunday at 02:00, lasts: 2h, channel: "#users", text: Please save }, { title: Database, every: first Sunday of month at 05:00, lasts: 1h, notice: 1w }]'
const at = (text: string) => new Date(`${text}-05:00`)

test('a maintenance window is kept as it is written, and announced two days before unless it says otherwise', () => {
  const plan = planOf(source(windows))
  expect(plan.maintenance).toMatchObject([
    { id: 'aws-updates', lastsMinutes: 120, noticeMinutes: 2880, channel: '#users', text: 'Please save' },
    { id: 'database', lastsMinutes: 60, noticeMinutes: 10_080 },
  ])
  expect(planOf(planYaml(plan))).toEqual(plan)
})

test('the schedule shows the windows, and what falls into them', () => {
  const rows = scheduleOf(planOf(source(windows)), '2026-11-21', '2026-11-22')
  expect(rows.map(({ local, title, state, reason }) => [local, title, state, reason])).toEqual([
    ['2026-11-21 02:30', 'A', 'due', null],
    ['2026-11-22 02:00', 'AWS updates', 'maintenance', 'maintenance'],
    ['2026-11-22 02:30', 'A', 'due', 'during maintenance: AWS updates'],
  ])
})

test('the schedule knows of a window that began on the day before', () => {
  const plan = planOf(source('maintenance: [{ title: AWS updates, every: Saturday at 22:00, lasts: 8h }]'))
  expect(scheduleOf(plan, '2026-11-22', '2026-11-22')).toMatchObject([
    { title: 'A', reason: 'during maintenance: AWS updates' },
  ])
})

test('the schedule knows when a window is over, also beside one that is not', () => {
  const short = '{ title: Short, every: Saturday at 01:30, lasts: 1h }'
  const long = '{ title: Long, every: Saturday at 02:00, lasts: 2d }'
  const reasons = (...some: readonly string[]) =>
    scheduleOf(planOf(source(`maintenance: [${some.join()}]`)), '2026-11-21', '2026-11-22')
      .filter(({ title }) => title === 'A')
      .map(({ reason }) => reason)
  expect(reasons(short)).toEqual([null, null])
  expect(reasons(short, long)).toEqual(['during maintenance: Long', 'during maintenance: Long'])
  const atOnce = '{ title: At once, every: Saturday at 02:30, lasts: 1h }'
  expect(reasons(atOnce)).toEqual(['during maintenance: At once', null])
})

test('the schedule tells of the holiday rather than of the window, since nothing opens then', () => {
  const plan = planOf(source('calendar: { holidays: [2026-11-22] }', windows))
  expect(scheduleOf(plan, '2026-11-22', '2026-11-22').at(-1)).toMatchObject({
    reason: '2026-11-22 is a holiday: left out',
  })
})

test('what is told late is told only where it still helps', () => {
  const plan = planOf(source(windows))
  const [window] = plan.maintenance ?? []
  if (!window) throw new Error('The plan has lost its window.')
  const told = (since: string, now: string) =>
    maintenanceSince(plan, window, at(since), at(now)).news.map(({ moment }) => moment)
  expect(told('2026-11-20T01:59', '2026-11-20T02:00')).toEqual(['notice'])
  expect(told('2026-11-20T02:00', '2026-11-20T02:01')).toEqual([])
  expect(told('2026-11-20T01:59', '2026-11-22T01:59')).toEqual(['notice'])
  expect(told('2026-11-20T01:59', '2026-11-22T02:00')).toEqual(['start'])
  expect(told('2026-11-20T01:59', '2026-11-22T04:00')).toEqual(['end'])
  expect(told('2026-11-20T01:59', '2026-11-23T03:59')).toEqual(['end'])
  expect(told('2026-11-20T01:59', '2026-11-23T04:00')).toEqual([])
  expect(maintenanceSince(plan, window, at('2026-11-22T01:00'), at('2026-11-22T02:00')).nextAt).toEqual(
    at('2026-11-22T04:00'),
  )
})

test('of several windows the next is the one that begins first', () => {
  const plan = planOf(source(windows))
  const begins = (after: string) => nextMaintenance(plan, at(after))?.startsAt
  expect(begins('2026-12-06T01:00')).toEqual(at('2026-12-06T02:00'))
  expect(begins('2026-12-06T03:00')).toEqual(at('2026-12-06T05:00'))
  expect(begins('2026-12-06T06:00')).toEqual(at('2026-12-13T02:00'))
  expect(nextMaintenance(planOf(source()), at('2026-12-06T06:00'))).toBeUndefined()
})

test('an issue has the end of the next window as its clock only where its severity says so', () => {
  const rules = 'severities: { P2: { resolve: next maintenance window }, P3: { resolve: next release } }'
  const plan = planOf(source(windows, rules))
  const now = at('2026-11-20T14:00')
  const opened = (severity: 'P2' | 'P3') => {
    const draft = { id: 'i1', title: 'A bulb', detail: null, incident: false, owner: null, source: null, by: null }
    return openIssue(plan, { ...draft, severity }, 1, plan.channel, now).issue
  }
  expect(opened('P2')).toMatchObject({ resolveBy: at('2026-11-22T04:00'), resolveMinutes: 38 * 60 })
  expect(opened('P3')).toMatchObject({ resolveBy: null, resolveMinutes: null, resolutionAskAt: null })
})

test('a severity that waits for a window wants one', () => {
  const lines = 'severities: { P3: { resolve: next maintenance window } }'
  const warned = readPlan(source(lines), 'shop.yaml', '2026-11-17').warnings.map(({ message }) => message)
  expect(warned).toContain('the plan has no maintenance window, so no clock runs for this: add "maintenance"')
  const { warnings } = readPlan(source(lines, windows), 'shop.yaml', '2026-11-17')
  expect(warnings.map(({ message }) => message)).not.toContain(warned[0])
})

describe('a fault', () => {
  test.each<[string, readonly string[]]>([
    ['maintenance: [{ title: A, every: day }]', ['5:15 "lasts" is missing']],
    [
      'maintenance: [{ title: A, every: day, last: 2h }]',
      ['5:15 "lasts" is missing', '5:39 unknown key "last": did you mean "lasts"?'],
    ],
    ['maintenance: { title: A }', ['5:14 "maintenance" must be a list']],
    [
      'maintenance: [{ title: A, every: day, lasts: 1h }, { title: a, every: day, lasts: 1h }]',
      ['5:61 "a" is given twice: name one of them otherwise'],
    ],
  ])('%s', (text, faults) => {
    expect(faultsOf(text)).toEqual(faults)
  })
})
