import type {
  Bounds,
  Cadence,
  CadencePart,
  Calendar,
  CronPart,
  DayPart,
  EveryPart,
  LaunchPart,
  WallTime,
  WindowPart,
} from './cadence.ts'
import { cronFallsOn, cronOf, cronTimes } from './cron.ts'
import { dayMilliseconds, dayNumber, weekdayOfNumber } from './days.ts'
import { everyWithin } from './every.ts'
import { boundAt, isByClock, launchDays, launchMoment, launchWeekdays } from './launch.ts'
import { type Days, dayIn, firstWorkingDay, periodsWithin, weekOfPeriod } from './periods.ts'
import { localDayOf, midnightOf, momentOf } from './time.ts'

/** One due time; of a window, also the instant at which its last day is over. */
export type Falling = { readonly dueAt: Date; readonly endsAt: Date | null }

/** The instants at which a cadence falls due, after `since` and up to `until` itself, in order. */
export function occurrences(cadence: Cadence, calendar: Calendar, since: Date, until: Date): Date[] {
  return fallings(cadence, calendar, since, until).map(({ dueAt }) => dueAt)
}

/** The same, with the ends of windows; where several begin together, the longest counts. */
export function fallings(cadence: Cadence, calendar: Calendar, since: Date, until: Date): Falling[] {
  const within = { since: since.getTime(), until: until.getTime() }
  const falls = cadence.flatMap((part) => fallsOfPart(part, calendar, within)).sort((a, b) => a.at - b.at)
  const ends = new Map<number, number | null>()
  for (const { at, end } of falls) ends.set(at, later(ends.get(at) ?? null, end))
  return [...ends].map(([at, end]) => ({ dueAt: new Date(at), endsAt: end === null ? null : new Date(end) }))
}

/** The wall times at which a part falls due; null of one that counts real time. */
export function wallTimesOf(part: CadencePart, { dayStarts }: Calendar): ReadonlySet<WallTime> | null {
  if (part.kind === 'cron') return new Set(cronTimes(cronOf(part.fields)))
  if (part.kind === 'interval' || part.kind === 'launch-moment' || part.kind === 'on-demand') return null
  if (part.kind === 'launch-window' && countsHours(part)) return null
  return new Set('at' in part && part.at.length > 0 ? part.at : [dayStarts])
}

/** Days within which to look for the next occurrence; after the last of them even a fifth Sunday in February has come. */
const horizons = [1, 8, 62, 731, 15_000]

/** The first instant after another at which a cadence falls due; null where it never does again. */
export function nextOccurrence(cadence: Cadence, calendar: Calendar, after: Date): Date | null {
  const firsts = cadence.flatMap((part) => nextOfPart(part, calendar, after.getTime()) ?? [])
  return firsts.length === 0 ? null : new Date(Math.min(...firsts))
}

/** Milliseconds: `since` is excluded, `until` is included. */
type Within = { readonly since: number; readonly until: number }
type Fall = { readonly at: number; readonly end: number | null }

function nextOfPart(part: CadencePart, calendar: Calendar, after: number): number | null {
  const { since, until } = boundsOf(part, calendar, { since: after, until: Number.POSITIVE_INFINITY })
  for (const days of isFixed(part) ? [Number.POSITIVE_INFINITY] : horizons) {
    const horizon = Math.min(until, since + days * dayMilliseconds * stepOf(part))
    const falls = fallsOfPart(part, calendar, { since, until: horizon })
    if (falls.length > 0) return falls.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY)
    if (horizon === until) return null
  }
  return null
}

/** Known instants, however far away. */
function isFixed({ kind }: CadencePart): boolean {
  return kind === 'once' || kind === 'interval' || kind.startsWith('launch-')
}

function stepOf(part: CadencePart): number {
  return part.kind === 'every' ? part.count : 1
}

function fallsOfPart(part: CadencePart, calendar: Calendar, asked: Within): Fall[] {
  const within = boundsOf(part, calendar, asked)
  if (within.since >= within.until) return []
  return fallsIn(part, calendar, within).filter(({ at }) => at > within.since && at <= within.until)
}

/** What is asked for, cut to where the part begins and ends. Nothing where that waits for a launch. */
function boundsOf(part: CadencePart, calendar: Calendar, { since, until }: Within): Within {
  const { from, until: end } = part as Bounds
  const begins = from === undefined ? Number.NEGATIVE_INFINITY : boundAt(from, calendar)
  const ends = end === undefined ? Number.POSITIVE_INFINITY : boundAt(end, calendar)
  if (begins === null || ends === null) return { since, until: since }
  return { since: Math.max(since, begins - 1), until: Math.min(until, ends - 1, endOfTime) }
}

/** A date is written with four digits of the year. */
const endOfTime = Date.UTC(9999, 11, 30)

function fallsIn(part: CadencePart, calendar: Calendar, within: Within): Fall[] {
  switch (part.kind) {
    case 'on-demand':
      return []
    case 'once':
      return atTimes([dayNumber(part.date)], part.at, calendar)
    case 'launch-moment':
    case 'launch-day':
    case 'launch-window':
    case 'interval':
      return fallsAfterLaunch(part, calendar, within)
    default:
      return fallsOnDays(part, calendar, daysOf(within, calendar))
  }
}

function fallsOnDays(part: DayPart | EveryPart | WindowPart | CronPart, calendar: Calendar, days: Days): Fall[] {
  switch (part.kind) {
    case 'window':
      return windowsWithin(part, days).map((window) => windowFall(window, calendar))
    case 'cron': {
      const cron = cronOf(part.fields)
      const falling = eachDay(days).filter((day) => cronFallsOn(day, cron))
      return atTimes(falling, cronTimes(cron), calendar)
    }
    case 'every':
      return atTimes(everyWithin(part, calendar, days), part.at, calendar)
    default:
      return atTimes(daysOfPart(part, calendar, days), part.at, calendar)
  }
}

function daysOfPart(part: DayPart, calendar: Calendar, days: Days): number[] {
  switch (part.kind) {
    case 'day':
      return eachDay(days)
    case 'working-day':
      return eachDay(days).filter((day) => calendar.workingDays.includes(weekdayOfNumber(day)))
    case 'weekdays':
      return eachDay(days).filter((day) => part.days.includes(weekdayOfNumber(day)))
    default:
      return periodsWithin(part.of ?? 'month', days).flatMap((period) => dayIn(period, part, calendar) ?? [])
  }
}

function windowsWithin({ of, week }: WindowPart, days: Days): Days[] {
  const periods = periodsWithin(of, days)
  return week === null ? periods : periods.flatMap((period) => weekOfPeriod(period, week) ?? [])
}

function fallsAfterLaunch(part: LaunchPart, calendar: Calendar, within: Within): Fall[] {
  const { launch } = calendar
  if (launch === null) return []
  switch (part.kind) {
    case 'launch-moment':
      return [{ at: launchMoment(launch, part.after), end: null }]
    case 'launch-day':
      return atTimes(launchWeekdays(launch, part), part.at, calendar)
    case 'launch-window': {
      if (!countsHours(part)) return [windowFall(launchDays(launch, part.first, part.last), calendar)]
      return [{ at: launchMoment(launch, part.first), end: launchMoment(launch, part.last) }]
    }
    case 'interval':
      return ticks(launchMoment(launch, part.first), launchMoment(launch, part.last), part.minutes * 60_000, within)
  }
}

/** A window of hours; where it begins with the launch itself, its end says it. */
function countsHours({ last }: Extract<LaunchPart, { kind: 'launch-window' }>): boolean {
  return isByClock(last)
}

/** Those of an interval that are asked for, and no others: it may be long over, or long to come. */
function ticks(first: number, last: number, step: number, { since, until }: Within): Fall[] {
  const falls: Fall[] = []
  const skipped = Math.max(0, Math.ceil((since - first) / step))
  for (let at = first + skipped * step; at <= Math.min(last, until); at += step) falls.push({ at, end: null })
  return falls
}

function windowFall(window: Days, calendar: Calendar): Fall {
  const { zone, dayStarts } = calendar
  return { at: momentOf(firstWorkingDay(window, calendar), dayStarts, zone), end: midnightOf(window.last + 1, zone) }
}

function atTimes(days: readonly number[], times: readonly WallTime[], { zone, dayStarts }: Calendar): Fall[] {
  const said = times.length > 0 ? times : [dayStarts]
  return days.flatMap((day) => said.map((time) => ({ at: momentOf(day, time, zone), end: null })))
}

/** A wall time that a zone skips may move into the next day, so a day before that has no 24 hours is asked too. */
function daysOf({ since, until }: Within, { zone }: Calendar): Days {
  const first = localDayOf(since, zone)
  const isWhole = midnightOf(first, zone) - midnightOf(first - 1, zone) === dayMilliseconds
  return { first: isWhole ? first : first - 1, last: localDayOf(until, zone) }
}

function eachDay({ first, last }: Days): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

function later(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other)
}
