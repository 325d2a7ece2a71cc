import type { CadencePart, Calendar } from '../../domain/cadence/cadence.ts'
import { occurrences, wallTimesOf } from '../../domain/cadence/occurrences.ts'
import { localDayOf, localTextOf, midnightOf, wallTimeOf } from '../../domain/cadence/time.ts'
import type { Complaint } from '../fault.ts'
import type { Look } from './look.ts'
import { type Timed, timedOf } from './timed.ts'

/** Due times in the hour that the clocks skip, or in the one that they repeat. */
export function changes({ plan, since, inAYear }: Look): Complaint[] {
  const known = new Map<string, readonly Stretch[]>()
  return timedOf(plan).flatMap((timed) => {
    const { every, calendar } = timed
    const near = known.get(calendar.zone) ?? roundChanges(calendar.zone, since, inAYear)
    known.set(calendar.zone, near)
    const due = near.flatMap((stretch) => every.flatMap((part) => wallDueTimes(part, calendar, stretch)))
    return [...skipped(timed, due), ...repeated(timed, due)]
  })
}

type Stretch = { readonly since: Date; readonly until: Date }

/** Each day that is no 24 hours long, with the day behind it: a time that is skipped at midnight comes in that one. */
function roundChanges(zone: string, since: Date, until: Date): readonly Stretch[] {
  const [first, last] = [since, until].map((at) => localDayOf(at.getTime(), zone)) as [number, number]
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const startOf = (day: number) => midnightOf(day, zone)
  return days
    .filter((day) => startOf(day + 1) - startOf(day) !== 24 * hour)
    .map((day) => ({ since: new Date(startOf(day) - 1), until: new Date(startOf(day + 2) - 1) }))
}

type WallDue = { readonly at: Date; readonly isAsSaid: boolean }

/** With whether each is at a time that the part names; what counts real time names none. */
function wallDueTimes(part: CadencePart, calendar: Calendar, { since, until }: Stretch): WallDue[] {
  const times = wallTimesOf(part, calendar)
  if (times === null) return []
  return occurrences([part], calendar, since, until).map((at) => ({
    at,
    isAsSaid: times.has(wallTimeOf(at, calendar.zone)),
  }))
}

function skipped({ name, tell, calendar: { zone } }: Timed, due: readonly WallDue[]): Complaint[] {
  const first = earliest(due.filter(({ isAsSaid }) => !isAsSaid))
  if (!first) return []
  const message = `the clocks skip the time of ${name}: it will be due at ${localTextOf(first, zone)} instead`
  return [tell('skipped-hour', message)]
}

function repeated({ name, tell, calendar: { zone } }: Timed, due: readonly WallDue[]): Complaint[] {
  const first = earliest(due.filter(({ at }) => comesAgain(at, zone)))
  if (!first) return []
  const message = `the time of ${name} comes twice, at ${localTextOf(first, zone)}: it will be due the first time`
  return [tell('repeated-hour', message)]
}

/** Whether the clocks go back soon after an instant, so far that they show its time once more. */
function comesAgain(at: Date, zone: string): boolean {
  const shown = localTextOf(at, zone)
  const soon = new Date(at.getTime() + 3 * hour)
  const back = 3 * hour - (Date.parse(`${localTextOf(soon, zone)}Z`) - Date.parse(`${shown}Z`))
  return back > 0 && localTextOf(new Date(at.getTime() + back), zone) === shown
}

const hour = 3_600_000

function earliest(due: readonly WallDue[]): Date | undefined {
  return due.map(({ at }) => at).sort((a, b) => a.getTime() - b.getTime())[0]
}
