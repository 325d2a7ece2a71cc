import { nextOccurrence } from './cadence/occurrences.ts'
import type { LocalTime } from './calendar.ts'
import { type DueRitual, dueRituals } from './due-rituals.ts'
import { calendarOf, type Plan } from './plan.ts'

/** When something falls due next, before and after the launch is moved; null: not any more. */
export type LaunchMove = {
  readonly title: string
  readonly zone: string
  readonly before: Date | null
  readonly after: Date | null
}

/** A launch date before and after, with what moves along. */
export type LaunchChange = {
  readonly plan: Plan
  readonly from: LocalTime | null
  readonly to: LocalTime
  readonly moves: readonly LaunchMove[]
}

export function withLaunch(plan: Plan, launch: LocalTime): Plan {
  return { ...plan, launch }
}

/** What moves with the launch of what has not been posted yet; what fell due before now stays as it is. */
export function launchMoves(plan: Plan, launch: LocalTime, now: Date): readonly LaunchMove[] {
  const moved = withLaunch(plan, launch)
  return dueRituals(plan)
    .map((ritual) => ({
      title: ritual.title,
      zone: ritual.timezone ?? plan.timezone,
      before: nextOf(plan, ritual, now),
      after: nextOf(moved, ritual, now),
    }))
    .filter(({ before, after }) => before?.getTime() !== after?.getTime())
}

function nextOf(plan: Plan, ritual: DueRitual, now: Date): Date | null {
  return nextOccurrence(ritual.every, calendarOf(plan, ritual), now)
}
