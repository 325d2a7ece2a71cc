import { addDays, addMinutes, differenceInMinutes } from 'date-fns'
import { expect, test } from 'vitest'
import { askedIn, holdersNow, ladderOf, nextLevel, ownPause } from '../../src/domain/escalation.ts'
import { acknowledge, type Issue, openIssue, rearm } from '../../src/domain/issue.ts'
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

const opened = (owner: string | null = null) => {
  const draft = { id: 'i', title: 'Payments', detail: null, severity: 'P0', incident: true } as const
  return openIssue(plan, { ...draft, owner, source: null, by: '@eli' }, 1, '#ops', now).issue
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

test('the first level is asked at once whatever its rule says, and in its own time behind an owner', () => {
  const first = { ...plan, escalation: [{ role: 'desk', afterMinutes: 30, on: 'no-response' as const }, 'director'] }
  const draft = { id: 'i', title: 'Payments', detail: null, severity: 'P2', incident: false, source: null } as const
  const asked = (owner: string | null, minutes: number) => {
    const { issue } = openIssue(first, { ...draft, by: '@eli', owner }, 1, '#ops', now)
    return wakeIssue(first, issue, addMinutes(now, minutes)).issue.asks.map((ask) => askedIn(issue, ask).role)
  }
  expect(asked(null, 0)).toEqual(['desk'])
  expect(asked('@eli', 29)).toEqual(['@eli'])
  expect(asked('@eli', 30)).toEqual(['@eli', 'desk'])
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

/** All that is asked of an issue that nobody touches: after how many minutes, why, and whom. */
function played(issue: Issue, minutes: number): readonly string[] {
  const told: string[] = []
  let next = issue
  while (next.wakeAt !== null && next.wakeAt <= addMinutes(now, minutes)) {
    const at = next.wakeAt
    const step = wakeIssue(plan, next, at)
    expect(step.issue.wakeAt === null || step.issue.wakeAt > at, 'it waits').toBe(true)
    for (const what of step.happenings)
      if (what.kind === 'issue-asked') told.push(`${differenceInMinutes(at, now)} ${what.why} ${what.people.join()}`)
    next = step.issue
  }
  return told
}
const taken = (issue: Issue, by: string) => {
  const outcome = acknowledge(issue, { id: by, external: false, admin: false }, addMinutes(now, 5))
  if (!outcome.ok) throw new Error(outcome.refusal.kind)
  return outcome.next.issue
}

test('whoever does not answer is asked again and again, ever more seldom, up to once a day', () => {
  expect(played(opened(), 3 * 24 * 60)).toMatchInlineSnapshot(`
    [
      "15 not-acknowledged @ben",
      "45 not-acknowledged @ben",
      "60 not-resolved @dana",
      "105 not-acknowledged @dana",
      "120 not-resolved @dana",
      "135 not-acknowledged @dana",
      "255 not-acknowledged @dana",
      "360 not-resolved @dana",
      "495 not-acknowledged @dana",
      "1455 not-acknowledged @dana",
      "1800 not-resolved @dana",
      "2895 not-acknowledged @dana",
      "3240 not-resolved @dana",
    ]
  `)
})

test('who has it is asked how it stands, and the level that is late is asked beside', () => {
  const issue = taken({ ...opened('@zoe'), updatesMinutes: 30 }, '@eli')
  expect(played(issue, 310).filter((told) => told.includes('not-resolved'))).toMatchInlineSnapshot(`
    [
      "60 not-resolved @ben",
      "120 not-resolved @dana",
      "180 not-resolved @dana",
      "300 not-resolved @dana",
    ]
  `)
  expect(played(issue, 60)).toMatchInlineSnapshot(`
    [
      "35 update-due @eli",
      "60 not-resolved @ben",
    ]
  `)
  expect(played({ ...issue, commander: null }, 40)).toEqual(['35 update-due @zoe'])
  const nobodys = wakeIssue(plan, { ...issue, commander: null, owner: null }, addMinutes(now, 35))
  expect(nobodys.happenings).toMatchObject([{ kind: 'issue-asked', people: [] }])
})

test('a week’s clock is not shortened to a day, and an issue without one has none', () => {
  const week = 7 * 24 * 60
  const slow = { ...opened(), respondMinutes: week, responseAskAt: addMinutes(now, week), resolveMinutes: null }
  const alone = rearm({ ...slow, resolutionAskAt: null })
  expect(played(alone, 30 * 24 * 60)).toMatchInlineSnapshot(`
    [
      "10080 not-acknowledged @ben",
      "20160 not-acknowledged @ben",
      "30240 not-acknowledged @ben",
      "40320 not-acknowledged @ben",
    ]
  `)
})

test('where both clocks have run out at once, one notice tells it, and both go on', () => {
  const late = addMinutes(now, 60)
  const { issue, happenings } = wakeIssue(plan, opened(), late)
  expect(happenings).toMatchObject([{ kind: 'issue-asked', why: 'not-acknowledged' }])
  expect([issue.responseAskAt, issue.resolutionAskAt].map((at) => at && differenceInMinutes(at, late))).toEqual([
    30, 60,
  ])
  const woken = wakeIssue(plan, opened(), addMinutes(now, 15)).issue
  expect(woken.resolutionAskAt).toEqual(opened().resolutionAskAt)
})
