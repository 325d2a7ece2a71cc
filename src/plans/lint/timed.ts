import type { Cadence, Calendar } from '../../domain/cadence/cadence.ts'
import { dueRituals } from '../../domain/due-rituals.ts'
import { calendarOf, type Plan, summaryRitual } from '../../domain/plan.ts'
import type { Complaint, Path } from '../fault.ts'
import { pathOfDue } from './cadence-places.ts'
import { nameOf } from './look.ts'

/** What falls due in a plan, whether or not anybody has something to tick then. */
export type Timed = {
  readonly every: Cadence
  readonly calendar: Calendar
  /** As a sentence speaks of it: `"open-up"`, or `the hand-over of "duty"`. */
  readonly name: string
  readonly tell: (rule: Complaint['rule'], message: string) => Complaint
}

export function timedOf(plan: Plan, file: unknown): readonly Timed[] {
  return [...timedRituals(plan, file), ...neverStarted(plan)]
}

/** What passes by unless its own cadence makes it fall due: nobody starts it by hand. */
export function neverStarted(plan: Plan): readonly Timed[] {
  return [...handOvers(plan), ...maintenance(plan), summary(plan)]
}

function timedRituals(plan: Plan, file: unknown): readonly Timed[] {
  return dueRituals(plan).map((ritual) => ({
    every: ritual.every,
    calendar: calendarOf(plan, ritual),
    name: `"${nameOf(ritual)}"`,
    tell: (rule, message) => ({ path: [...pathOfDue(ritual, file), 'every'], rule, message }),
  }))
}

function handOvers(plan: Plan): readonly Timed[] {
  return Object.entries(plan.roles).flatMap(([role, { rotation }]) =>
    rotation ? [ofPlan(plan, rotation.handOver, `the hand-over of "${role}"`, ['roles', role, 'hand-over'])] : [],
  )
}

function maintenance(plan: Plan): readonly Timed[] {
  return (plan.maintenance ?? []).map(({ every, title }, index) =>
    ofPlan(plan, every, `"${title}"`, ['maintenance', index, 'every']),
  )
}

function summary(plan: Plan): Timed {
  return ofPlan(plan, summaryRitual(plan).every, 'the summary', ['summary', 'every'])
}

function ofPlan(plan: Plan, every: Cadence, name: string, path: Path): Timed {
  return { every, calendar: calendarOf(plan), name, tell: (rule, message) => ({ path, rule, message }) }
}
