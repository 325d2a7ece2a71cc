import { windowsBetween } from '../../domain/cadence/window.ts'
import { type DueRitual, dueRituals } from '../../domain/due-rituals.ts'
import type { Plan } from '../../domain/plan.ts'
import { printDuration } from '../duration.ts'
import type { Complaint } from '../fault.ts'
import { pathOfDue } from './cadence-places.ts'
import { complaint, daysFrom, type Look, nameOf, type Stretch } from './look.ts'
import { spanOf } from './work.ts'

/** More work than the plan itself leaves time for. */
export function openings(plan: Plan, file: unknown): Complaint[] {
  return dueRituals(plan).flatMap((ritual) => {
    const { takesMinutes, openForMinutes } = ritual
    if (takesMinutes === null || openForMinutes === null || spanOf(takesMinutes) <= openForMinutes) return []
    return [tooShort(ritual, takesMinutes, { open: openForMinutes, file })]
  })
}

/** Phases that a procedure's own limit cuts off. */
export function limits(plan: Plan): Complaint[] {
  return dueRituals(plan).flatMap((ritual) => {
    const { openForMinutes: limit, sections } = ritual
    const last = Math.max(0, ...sections.map(({ phase }) => phase?.toMinutes ?? 0))
    if (!ritual.procedure || limit === null || last <= limit) return []
    const message = `"${nameOf(ritual)}" has phases up to ${printDuration(last)} and a limit of ${printDuration(limit)}`
    return [complaint(ritual, 'tight-window', message)]
  })
}

/** More work than there is time until the next due time, or until midnight. */
export function tightWindows({ plan, file, today }: Look): Complaint[] {
  const days = daysFrom(today, 62, plan.timezone)
  return dueRituals(plan).flatMap((ritual) => {
    const { takesMinutes, openForMinutes } = ritual
    if (takesMinutes === null || openForMinutes !== null) return []
    const first = firstShorter(spanOf(takesMinutes), plan, ritual, days)
    return first === undefined ? [] : [tooShort(ritual, takesMinutes, { open: first, file })]
  })
}

/** So many due times of a ritual show how long it is open. */
const mostDue = 250

function firstShorter(span: number, plan: Plan, ritual: DueRitual, days: readonly Stretch[]): number | undefined {
  let seen = 0
  for (const { since, until } of days) {
    const open = windowsBetween(plan, ritual, since, until).map(({ opensAt, closesAt }) =>
      Math.round((closesAt.getTime() - opensAt.getTime()) / 60_000),
    )
    const first = open.find((minutes) => minutes < span)
    seen += open.length
    if (first !== undefined || seen > mostDue) return first
  }
  return undefined
}

/** Of a section, at its own cadence. */
function tooShort(ritual: DueRitual, takes: number, { open, file }: { open: number; file: unknown }): Complaint {
  const message = `"${nameOf(ritual)}" takes ${printDuration(takes)} and closes ${printDuration(open)} after it opens`
  if (ritual.section === undefined) return complaint(ritual, 'tight-window', message)
  return { path: [...pathOfDue(ritual, file), 'every'], rule: 'tight-window', message }
}
