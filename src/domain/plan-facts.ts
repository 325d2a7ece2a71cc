import type { Bound, LocalDate } from './cadence/cadence.ts'
import { boundAt } from './cadence/launch.ts'
import { localDateOf } from './cadence/time.ts'
import { dueRituals } from './due-rituals.ts'
import { calendarOf, type Plan, type PlanFrame } from './plan.ts'

/** A time of a plan's life with a focus of its own; without an end it goes on. */
export type PlanPhase = {
  readonly title: string
  readonly from: Bound
  readonly to?: Bound
  readonly focus?: string
  readonly monitoring?: string
}

/** A phase that is on, and the day on which it ends. */
export type PhaseNow = PlanPhase & { readonly endsOn?: LocalDate }

/** Lines under a heading; the heading is empty where there is none. */
export type Notes = readonly { readonly heading: string; readonly lines: readonly string[] }[]

/** What readers of a plan want to know of it on a day. */
export type PlanFacts = {
  readonly title: string
  readonly version: string | null
  readonly updated: string | null
  readonly review: string | null
  readonly reviewOverdue: boolean
  readonly phase: PhaseNow | null
  readonly targets: Notes
  readonly practices: Notes
  readonly documents: Notes
  /** Titles of the rituals that are gates, and of their sections that fall due by themselves. */
  readonly gates: readonly string[]
}

export function planFactsAt(plan: Plan, now: Date): PlanFacts {
  const { title, version, updated, review, targets = [], practices = [], documents = [] } = plan
  return {
    title,
    version,
    updated,
    review,
    reviewOverdue: review !== null && review < localDateOf(now, plan.timezone),
    phase: phaseAt(plan, now),
    targets,
    practices,
    documents,
    gates: dueRituals(plan).flatMap((ritual) => (ritual.gate ? [ritual.title] : [])),
  }
}

/** The phase in which an instant lies; of several, the one that began last. One that waits for the launch is not there yet. */
export function phaseAt(plan: PlanFrame, now: Date): PhaseNow | null {
  const calendar = calendarOf(plan)
  const begun = (plan.phases ?? []).flatMap((phase) => {
    const from = boundAt(phase.from, calendar)
    const to = phase.to === undefined ? Number.POSITIVE_INFINITY : boundAt(phase.to, calendar)
    const at = now.getTime()
    return from !== null && to !== null && from <= at && at < to ? [{ phase, from, to }] : []
  })
  const [newest] = begun.sort((a, b) => b.from - a.from)
  if (newest === undefined) return null
  const { phase, to } = newest
  return Number.isFinite(to) ? { ...phase, endsOn: localDateOf(new Date(to), calendar.zone) } : phase
}

/** What a plan is called on a card: with the phase that it is in. */
export function titleAt(plan: PlanFrame, now: Date): string {
  const phase = phaseAt(plan, now)
  return phase === null ? plan.title : `${plan.title}, ${phase.title}`
}
