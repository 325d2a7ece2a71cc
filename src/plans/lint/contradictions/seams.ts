import { dayMilliseconds } from '../../../domain/cadence/days.ts'
import { boundAt } from '../../../domain/cadence/launch.ts'
import { localDateOf } from '../../../domain/cadence/time.ts'
import { calendarOf, type Plan } from '../../../domain/plan.ts'
import type { Complaint } from '../../fault.ts'

type Stretch = { readonly index: number; readonly title: string; readonly from: number; readonly to: number }

/** A longer time without a phase is rather meant than a shorter one. */
const longestSlip = 7 * dayMilliseconds

/** Phases that begin while another is not over, and days between two that belong to neither. */
export function seams(plan: Plan): Complaint[] {
  const all = stretchesOf(plan)
  const dateOf = (at: number) => localDateOf(new Date(at), plan.timezone)
  return all.flatMap((one): Complaint[] => {
    const at = { path: ['phases', one.index, 'to'], rule: 'phases' } as const
    const overlap = all.find((other) => overlaps(one, other) && areOneRow(one, other, all))
    if (overlap) {
      const message = `this phase ends on ${dateOf(one.to)}, and "${overlap.title}" begins on ${dateOf(overlap.from)}: from then on only that one is shown`
      return [{ ...at, message }]
    }
    const next = nextAfter(one, all)
    if (!next) return []
    const message = `this phase ends when ${dateOf(one.to)} begins, and "${next.title}" begins on ${dateOf(next.from)}: what lies between belongs to neither`
    return [{ ...at, message }]
  })
}

function stretchesOf(plan: Plan): readonly Stretch[] {
  const calendar = calendarOf(plan)
  return (plan.phases ?? []).flatMap(({ title, from, to }, index) => {
    const begins = boundAt(from, calendar)
    const ends = to === undefined ? Number.POSITIVE_INFINITY : boundAt(to, calendar)
    return begins === null || ends === null || begins >= ends ? [] : [{ index, title, from: begins, to: ends }]
  })
}

/** By a day at least, and neither lies within the other: a part of a longer phase is meant. */
function overlaps(one: Stretch, later: Stretch): boolean {
  return one.from < later.from && one.to < later.to && one.to - later.from >= dayMilliseconds
}

/** Where each meets a phase of its own, the time is divided in two ways: by weeks and by months. */
function areOneRow(one: Stretch, later: Stretch, all: readonly Stretch[]): boolean {
  return !all.some(({ from, to }) => from === one.to || to === later.from)
}

function nextAfter({ to }: Stretch, all: readonly Stretch[]): Stretch | undefined {
  if (all.some((other) => other.from < to + dayMilliseconds && to < other.to)) return undefined
  const [next] = all.filter(({ from }) => from > to).sort((a, b) => a.from - b.from)
  return next && next.from - to < longestSlip ? next : undefined
}
