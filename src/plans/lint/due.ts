import { min, subDays } from 'date-fns'
import type { Bounds, CadencePart, Calendar } from '../../domain/cadence/cadence.ts'
import { boundAt, waitsForLaunch } from '../../domain/cadence/launch.ts'
import { nextOccurrence, occurrences } from '../../domain/cadence/occurrences.ts'
import { cadencePhrase } from '../../domain/cadence/phrase-written.ts'
import { addDays, localDateOf } from '../../domain/cadence/time.ts'
import { dueRituals } from '../../domain/due-rituals.ts'
import { calendarOf, type Plan } from '../../domain/plan.ts'
import type { Complaint, Path } from '../fault.ts'
import { pathOfWaiting } from './cadence-places.ts'
import { pathOfItem, placedItems } from './contradictions/item-places.ts'
import { type Look, nameOf, pathOf } from './look.ts'
import { neverStarted, timedOf } from './timed.ts'

export function waiting(plan: Plan, file: unknown): Complaint[] {
  if (plan.launch !== undefined) return []
  const [first, ...others] = [...waitingRituals(plan, file), ...waitingFacts(plan), ...waitingTargets(plan, file)]
  if (!first) return []
  const more = others.length > 0 ? ` and ${others.length} more wait` : ' waits'
  const message = `${first.name}${more} for a launch date: write launch: 2026-12-01T09:00, or use /rounds launch`
  return [{ path: first.path, rule: 'no-launch', message, key: true }]
}

type Waiting = { readonly name: string; readonly path: Path }

function waitingRituals(plan: Plan, file: unknown): Waiting[] {
  return dueRituals(plan)
    .filter(({ every }) => waitsForLaunch(every))
    .map((ritual) => {
      const path = ritual.section === undefined ? pathOf(ritual) : pathOfWaiting(ritual, file)
      return { name: `"${nameOf(ritual)}"`, path }
    })
}

/** What is told or done beside the rituals. */
function waitingFacts(plan: Plan): Waiting[] {
  const phases = (plan.phases ?? []).flatMap(({ title, from, to }, index) =>
    [from, to].some((bound) => typeof bound === 'object')
      ? [{ name: `the phase "${title}"`, path: ['phases', index, 'title'] }]
      : [],
  )
  const timed = neverStarted(plan).filter(({ every }) => waitsForLaunch(every))
  return [...timed.map(({ name, tell }) => ({ name, path: tell('no-launch', '').path })), ...phases]
}

function waitingTargets(plan: Plan, file: unknown): Waiting[] {
  return placedItems(plan)
    .filter(({ item }) => item.later?.some(({ from }) => typeof from === 'object'))
    .map((placed) => ({ name: `a later target of "${placed.item.title}"`, path: pathOfItem(placed, file) }))
}

/** Cadences of which a part never falls due, or which are over as a whole. */
export function cadences({ plan, file, since }: Look): Complaint[] {
  return timedOf(plan, file).flatMap(({ every, calendar, name, tell }) => {
    const past = every
      .filter((part) => isCertain(part) && nextOccurrence([part], calendar, since) === null)
      .map((part) => ({ part, last: lastOccurrence(part, calendar, since) }))
    const never = every.flatMap((part) => {
      const isReversed = endsBefore(part as Bounds, calendar)
      if (!isReversed && !past.some((one) => one.part === part && one.last === undefined)) return []
      const what = every.length === 1 ? 'nothing' : `"${cadencePhrase([part])}" never`
      const why = isReversed ? 'it ends before it begins' : 'no day is like this'
      return [tell('never-due', `${what} makes ${name} fall due: ${why}`)]
    })
    if (never.length > 0 || past.length === 0 || past.length < every.length) return never
    const latest = new Date(Math.max(...past.map(({ last }) => last?.getTime() ?? 0)))
    const message = `${name} was last due on ${localDateOf(latest, calendar.zone)} and is so no more: leave it out, or let it begin anew`
    return [tell('over', message)]
  })
}

/** Phases that end where they begin, or before. */
export function phases(plan: Plan): Complaint[] {
  const calendar = calendarOf(plan)
  return (plan.phases ?? []).flatMap(({ title, from, to }, index): Complaint[] => {
    const [first, end] = [from, to].map((bound) => (bound === undefined ? null : boundAt(bound, calendar)))
    if (first == null || end == null || first < end) return []
    const ends =
      first > end
        ? 'ends before it begins, so it is never on'
        : typeof to === 'string'
          ? `ends on the day on which it begins: write ${addDays(to, 1)} for one day`
          : 'ends where it begins, so it is never on'
    const message = `the phase "${title}" ${ends}`
    return [{ path: ['phases', index, 'to'], rule: 'never-due', message }]
  })
}

export function byHand(plan: Plan): Complaint[] {
  return neverStarted(plan)
    .filter(({ every }) => every.every(({ kind }) => kind === 'on-demand'))
    .map(({ name, tell }) =>
      tell('never-due', `nothing makes ${name} fall due: only a ritual can be started on demand`),
    )
}

/** Whether it ends where it begins, or before. */
function endsBefore({ from, until }: Bounds, calendar: Calendar): boolean {
  const [first, end] = [from, until].map((bound) => (bound === undefined ? null : boundAt(bound, calendar)))
  return first != null && end != null && first >= end
}

/** What counts from a launch is looked back at, and waits for the next. */
function isCertain(part: CadencePart): boolean {
  return part.kind !== 'on-demand' && !waitsForLaunch([part])
}

/** Days in which to look back from where a part ends: one of every minute has its last in the first of them. */
const horizons = [2, 62, 731, 15_000]

function lastOccurrence(part: CadencePart, calendar: Calendar, before: Date): Date | undefined {
  const { until } = part as Bounds
  const end = until === undefined ? null : boundAt(until, calendar)
  const last = end === null ? before : min([before, new Date(end)])
  for (const days of horizons) {
    const found = occurrences([part], calendar, subDays(last, days), last).at(-1)
    if (found) return found
  }
  return undefined
}
