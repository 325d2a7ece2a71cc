import type { CadencePart, Calendar } from '../../domain/cadence/cadence.ts'
import { occurrences, wallTimesOf } from '../../domain/cadence/occurrences.ts'
import { changeAfter, localTextOf, wallTimeOf } from '../../domain/cadence/time.ts'
import type { Complaint } from '../fault.ts'
import type { Look, Stretch } from './look.ts'
import { type Timed, timedOf } from './timed.ts'

/** Due times in the hour that the clocks skip, or in the one that they repeat. */
export function changes({ plan, file, since, inAYear }: Look): Complaint[] {
  const known = new Map<string, readonly Stretch[]>()
  return timedOf(plan, file).flatMap((timed) => {
    const { every, calendar } = timed
    const near = known.get(calendar.zone) ?? roundChanges(calendar.zone, since, inAYear)
    known.set(calendar.zone, near)
    const due = near.flatMap((stretch) => every.flatMap((part) => wallDueTimes(part, calendar, stretch)))
    return [...skipped(timed, due), ...repeated(timed, due)]
  })
}

/** The hours before each change, of which some may come again, and those behind it, into which the skipped ones move. */
function roundChanges(zone: string, since: Date, until: Date): readonly Stretch[] {
  const found: Stretch[] = []
  let at = changeAfter(since.getTime(), zone)
  for (; at < until.getTime(); at = changeAfter(at, zone))
    found.push({ since: new Date(at - longestChange), until: new Date(at + longestChange) })
  return found
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
  const first = inOrder(due).find(({ isAsSaid }) => !isAsSaid)?.at
  if (!first) return []
  const message = `the clocks skip the time of ${name}: it will be due at ${localTextOf(first, zone)} instead`
  return [tell('skipped-hour', message)]
}

function repeated({ name, tell, calendar: { zone } }: Timed, due: readonly WallDue[]): Complaint[] {
  const first = inOrder(due).find(({ at }) => comesAgain(at, zone))?.at
  if (!first) return []
  const message = `the time of ${name} comes twice, at ${localTextOf(first, zone)}: it will be due the first time`
  return [tell('repeated-hour', message)]
}

/** Whether the clocks go back soon after an instant, so far that they show its time once more. */
function comesAgain(at: Date, zone: string): boolean {
  const shown = localTextOf(at, zone)
  const soon = new Date(at.getTime() + longestChange)
  const back = longestChange - (Date.parse(`${localTextOf(soon, zone)}Z`) - Date.parse(`${shown}Z`))
  return back > 0 && localTextOf(new Date(at.getTime() + back), zone) === shown
}

/** No zone moves its clocks by more, but over the date line. */
const longestChange = 3 * 3_600_000

function inOrder(due: readonly WallDue[]): WallDue[] {
  return [...due].sort((a, b) => a.at.getTime() - b.at.getTime())
}
