import { addDays } from 'date-fns'
import { expect, test } from 'vitest'
import { askedIn, holdersNow, ladderOf, nextLevel, ownPause } from '../../src/domain/escalation.ts'
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
  const asked = (severity: 'P1' | 'P2') => ladderOf({ ...plan, roles }, plan.severities[severity], null, now)
  for (const severity of ['P1', 'P2'] as const)
    expect(asked(severity)).toEqual([{ title: 'Desk', people: ['@maria'], role: 'desk' }])
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

test('each clock asks the next level that listens to it, in that one’s own time, and then the last again', () => {
  const levels = ladderOf(plan, plan.severities.P2, null, now)
  const asked = (level: number) => ({ ladder: levels, asks: [{ level, at: now, why: 'opened' as const }] })
  const next = (level: number) =>
    (['response', 'resolution'] as const).map((clock) => [
      nextLevel(asked(level), clock),
      ownPause(asked(level), clock),
    ])
  expect(nextLevel({ ladder: levels, asks: [] }, 'response')).toBe(0)
  expect(next(0)).toEqual([
    [1, 240],
    [1, 240],
  ])
  expect(next(1)).toEqual([
    [1, null],
    [2, 60],
  ])
  expect(next(2)).toEqual([
    [2, null],
    [2, null],
  ])
})

test('a level that listens for an answer is passed over by the clock that runs to the end', () => {
  const level = { title: '', people: ['@ben'] }
  const ladder = [level, { ...level, on: 'no-response' as const }, level]
  const asked = { ladder, asks: [{ level: 0, at: now, why: 'opened' as const }] }
  expect(nextLevel(asked, 'response')).toBe(1)
  expect(nextLevel(asked, 'resolution')).toBe(2)
})

test('a level asks whoever has its role by now; a role that is lost, or was never kept, is asked as it was', () => {
  const people = ['@old']
  expect(holdersNow(plan, { title: '', role: 'manager', people }, now)).toEqual(['@ben'])
  expect(holdersNow(plan, { title: '', role: 'gone', people }, now)).toEqual(people)
  expect(holdersNow(plan, { title: '', people }, now)).toEqual(people)
})

test('an ask tells whom it asked; one that does not say asked those of its level', () => {
  const ladder = [{ title: 'Desk', people: ['@maria'] }]
  const ask = { level: 0, at: now, why: 'opened' as const }
  expect(askedIn({ ladder }, { ...ask, people: ['@ben'] }).people).toEqual(['@ben'])
  expect(askedIn({ ladder }, ask)).toEqual({ title: 'Desk', people: ['@maria'] })
})
