import { describe, expect, test } from 'vitest'
import { phaseAt, planFactsAt } from '../../src/domain/plan-facts.ts'
import { readPlan } from '../../src/plans/load.ts'
import { planYaml } from '../../src/plans/write.ts'
import { planOf } from './plans.ts'

const source = (...lines: readonly string[]) =>
  [
    ...['plan: shop', 'timezone: America/New_York', 'channel: "#ops"', 'owner: "@maria"'],
    ...lines,
    ...['rituals:', '  a: { every: day, gate: true, items: [Lights on] }'],
  ].join('\n')
const faultsOf = (...lines: readonly string[]) =>
  readPlan(source(...lines), 'shop.yaml').faults.map(({ line, column, message }) => `${line}:${column} ${message}`)

const facts = [
  'launch: 2026-12-01T09:00',
  'review: 2026-11-20',
  'phases: [{ title: Immediate, from: T+0, to: T+1w, focus: Stability, monitoring: Always }, { title: Later, from: 2026-12-20 }]',
  'targets: { System: ["Uptime > 99.9%"], Business: [Market presence] }',
  'practices: [Back up before major changes]',
  'documents: ["https://example.com/runbook"]',
]
const empty = [
  ...['targets: {}', 'targets: []', 'practices: {}', 'documents: []', 'phases: []', 'maintenance: []'],
  ...[
    'templates: {}',
    'procedures: {}',
    'roles: {}',
    'severities: {}',
    'escalation: []',
    'calendar: {}',
    'calendars: {}',
  ],
  ...['summary: {}', 'admins: []'],
]
const at = (text: string) => new Date(`${text}-05:00`)

test.each(empty)('what is there and empty says nothing: %s', (line) => {
  const plan = planOf(source(line))
  expect(plan).toEqual(planOf(source()))
  expect(planOf(planYaml(plan))).toEqual(plan)
})

test.each(['targets', 'steps', 'compare'])('an item whose list of %s is empty has none', (key) => {
  const item = (more: string) => planOf(source().replace('Lights on', `{ item: Load, percent: true${more} }`))
  expect(item(`, ${key}: []`)).toEqual(item(''))
})

test('what a plan says of itself is kept as it is written', () => {
  const plan = planOf(source(...facts))
  expect(plan.targets).toEqual([
    { heading: 'System', lines: ['Uptime > 99.9%'] },
    { heading: 'Business', lines: ['Market presence'] },
  ])
  expect(plan.practices).toEqual([{ heading: '', lines: ['Back up before major changes'] }])
  expect(plan.rituals[0]?.gate).toBe(true)
  expect(planOf(planYaml(plan))).toEqual(plan)
})

test('the phase is the one that is on; between two there is none, and an open one goes on', () => {
  const plan = planOf(source(...facts))
  const phase = (when: string) => phaseAt(plan, at(when))?.title
  expect(phase('2026-12-01T08:59')).toBeUndefined()
  expect(phase('2026-12-01T09:00')).toBe('Immediate')
  expect(phase('2026-12-07T23:59')).toBe('Immediate')
  expect(phase('2026-12-08T00:00')).toBeUndefined()
  expect(phase('2027-06-01T00:00')).toBe('Later')
  expect(phaseAt(planOf(source(facts[2] ?? '')), at('2026-12-01T09:00'))).toBeNull()
})

test('of several phases the one that began last counts, and one that ends by a launch waits for it', () => {
  const phases =
    'phases: [{ title: Growth, from: 2026-12-10 }, { title: All year, from: 2026-01-01 }, { title: Start, from: 2026-12-15, to: T+3w }]'
  const phase = (when: string, ...more: readonly string[]) => phaseAt(planOf(source(phases, ...more)), at(when))?.title
  expect(phase('2026-12-01T09:00')).toBe('All year')
  expect(phase('2026-12-16T09:00')).toBe('Growth')
  expect(phase('2026-12-16T09:00', 'launch: 2026-12-01T09:00')).toBe('Start')
})

test('a review is overdue once its day is past', () => {
  const plan = planOf(source(...facts))
  expect(planFactsAt(plan, at('2026-11-20T23:59')).reviewOverdue).toBe(false)
  expect(planFactsAt(plan, at('2026-11-21T00:00')).reviewOverdue).toBe(true)
})

describe('a fault', () => {
  test.each<[string, readonly string[]]>([
    [
      'phases: [{ title: A, from: soon }]',
      ['5:28 "from" must be a date such as 2026-12-01, or a time after the launch such as T+1w'],
    ],
    ['phases: [{ title: A, from: T+0, focsu: x }]', ['5:33 unknown key "focsu": did you mean "focus"?']],
    ['targets: none', ['5:10 "targets" must be a list']],
    ['practices: [a: b]', ['5:13 must be one line of text: put a line with a colon in quotes']],
  ])('%s', (text, faults) => {
    expect(faultsOf(text)).toEqual(faults)
  })
})
