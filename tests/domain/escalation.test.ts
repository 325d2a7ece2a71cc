import { addDays } from 'date-fns'
import { expect, test } from 'vitest'
import { ladderOf } from '../../src/domain/escalation.ts'
import { openIssue } from '../../src/domain/issue.ts'
import { wakeIssue } from '../../src/domain/wake-issue.ts'
import { planOf } from '../plans/plans.ts'

const plan = planOf(
  [
    ...['plan: shop', 'timezone: America/New_York', 'channel: "#ops"', 'owner: desk', 'roles:'],
    ...['  desk: { people: ["@maria"] }', '  manager: { people: ["@ben"] }', '  director: { people: ["@dana"] }'],
    'severities: { P0: { escalate: manager }, P1: { escalate: director } }',
    'escalation: [desk, { role: manager, after: 4h }, { role: director, after: 1h, on: breach }]',
    ...['rituals:', '  a: { every: day, items: [Lights on] }'],
  ].join('\n'),
)
const now = new Date('2026-11-20T09:00:00-05:00')
const ladder = (severity: 'P0' | 'P1' | 'P2', owner: string | null) =>
  ladderOf(plan, plan.severities[severity], owner, now).map(({ role, afterMinutes, on }) => ({
    role,
    afterMinutes,
    on,
  }))

test('what nobody has is passed over, and where nobody is left the owner is asked', () => {
  const roles = {
    ...plan.roles,
    manager: { title: 'Manager', people: [] },
    director: { title: 'Director', people: [] },
  }
  const people = (severity: 'P1' | 'P2') =>
    ladderOf({ ...plan, roles }, plan.severities[severity], null, now).map((level) => level.people)
  expect(people('P2')).toEqual([['@maria']])
  expect(people('P1')).toEqual([['@maria']])
})

const opened = () => {
  const draft = { id: 'i', title: 'Payments', detail: null, severity: 'P0', incident: true } as const
  return openIssue(plan, { ...draft, owner: null, source: null, by: '@eli' }, 1, '#ops', now).issue
}

test('an issue that is over asks nobody, whenever it is looked at', () => {
  const later = addDays(now, 1)
  expect(wakeIssue(plan, opened(), later).happenings).not.toEqual([])
  const over = { ...opened(), status: 'resolved', resolved: { by: '@eli', at: now, text: '' } } as const
  expect(wakeIssue(plan, over, later)).toEqual({ issue: { ...over, wakeAt: null }, happenings: [] })
})

test('the plan begins with its first level', () => {
  expect(ladder('P2', null).map(({ role }) => role)).toEqual(['desk', 'manager', 'director'])
})

test('the level that a severity escalates to is asked as the clock says, also behind an owner', () => {
  expect(ladder('P0', null)).toEqual([{ role: 'manager' }, { role: 'director', afterMinutes: 60, on: 'breach' }])
  expect(ladder('P0', '@eli')).toEqual([
    { role: '@eli' },
    { role: 'manager' },
    { role: 'director', afterMinutes: 60, on: 'breach' },
  ])
  expect(ladder('P1', null)).toEqual([{ role: 'director', on: 'breach' }])
})
