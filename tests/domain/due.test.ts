import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { occurrences } from '../../src/domain/cadence/occurrences.ts'
import { cursorAt, dueSince } from '../../src/domain/due.ts'
import { calendarOf, type Plan, type Ritual } from '../../src/domain/plan.ts'
import { planWith } from '../plans/plans.ts'

const at = (iso: string) => new Date(iso)
const from = at('2026-12-20T05:00Z')
const hours = (count: number) => count * 3_600_000

/** Christmas 2026 is a Friday; the Monday after it is a holiday too. */
const holidays = 'calendar: { holidays: [2026-12-25, 2026-12-28, 2027-01-01] }'

function theRitual(plan: Plan): Ritual {
  const [ritual] = plan.rituals
  if (!ritual) throw new Error('no ritual')
  return ritual
}

/** Looks whenever the cursor asks for it, or the given hours later where nobody was there; enters each due time once. */
function play(plan: Plan, ritual: Ritual, delays: readonly number[]) {
  const entered = new Map<number, { state: string; on: Date }>()
  let { reached, nextAt } = cursorAt(plan, ritual, from, from)
  let now = from
  for (const delay of delays) {
    if (nextAt === null) break
    expect(nextAt.getTime()).toBeGreaterThan(now.getTime())
    now = new Date(nextAt.getTime() + hours(delay))
    const step = dueSince(plan, ritual, reached, now)
    for (const { dueAt, state } of step.entries) {
      if (!entered.has(dueAt.getTime())) entered.set(dueAt.getTime(), { state, on: now })
    }
    expect(step.reached.getTime()).toBeGreaterThanOrEqual(reached.getTime())
    ;({ reached, nextAt } = step)
  }
  return { entered, now }
}

describe('however often and however late somebody looks', () => {
  const keys = fc.record({
    every: fc.constantFrom(
      'day at 09:00',
      'day at 08:00, 17:00',
      'weekday at 09:00',
      'Friday at 09:00',
      'last Friday of month at 09:00',
    ),
    rule: fc.constantFrom('skip', 'keep', 'next-working-day'),
    delays: fc.array(fc.oneof(fc.constant(0), fc.nat({ max: 100 })), { minLength: 1, maxLength: 30 }),
  })

  test('every due time that has opened is entered, and none is lost', () => {
    fc.assert(
      fc.property(keys, ({ every, rule, delays }) => {
        const plan = planWith(`every: ${every}, on-holiday: ${rule}`, holidays)
        const ritual = theRitual(plan)
        const { entered, now } = play(plan, ritual, delays)
        // Nothing waits longer than from a Friday to the Tuesday after a long weekend.
        const surelyOpen = new Date(now.getTime() - hours(5 * 24))
        const due = occurrences(ritual.every, calendarOf(plan, ritual), from, surelyOpen)
        expect([...entered.keys()]).toEqual(expect.arrayContaining(due.map(Number)))
      }),
    )
  })

  test('who never sleeps opens everything on time', () => {
    fc.assert(
      fc.property(keys, ({ every, rule, delays }) => {
        const plan = planWith(`every: ${every}, on-holiday: ${rule}`, holidays)
        const always = delays.map(() => 0)
        for (const { state } of play(plan, theRitual(plan), always).entered.values()) expect(state).not.toBe('bot-down')
      }),
    )
  })
})

test('the next look is at what opens first, not at what falls due first', () => {
  const plan = planWith('every: day at 09:00, on-holiday: next-working-day', holidays)
  const { nextAt } = cursorAt(plan, theRitual(plan), at('2026-12-24T15:00Z'), at('2026-12-24T15:00Z'))
  expect(nextAt).toEqual(at('2026-12-26T14:00Z'))
})

test('a plan whose every day is a holiday has a next look all the same', () => {
  const days = Array.from({ length: 800 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10))
  const plan = planWith(
    'every: day at 09:00, on-holiday: next-working-day',
    `calendar: { holidays: [${days.join(', ')}] }`,
  )
  expect(cursorAt(plan, theRitual(plan), from, from).nextAt).not.toBeNull()
})

test('what opens within two minutes of its time is not late, and the newest that is still open is opened later too', () => {
  const plan = planWith('every: day at 09:00')
  const lateAt = (now: string) =>
    dueSince(plan, theRitual(plan), at('2026-12-21T05:00Z'), at(now)).entries.map(({ state, late }) => [state, late])
  expect(lateAt('2026-12-21T14:02:00.000Z')).toEqual([['open', false]])
  expect(lateAt('2026-12-21T14:02:00.001Z')).toEqual([['open', true]])
  expect(lateAt('2026-12-22T14:00:00Z')).toEqual([
    ['bot-down', false],
    ['open', false],
  ])
})
