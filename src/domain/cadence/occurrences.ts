import type { Cadence, CadencePart, Calendar, LocalDate, WallTime } from './cadence.ts'
import { dayNumber, dayOfNumber, instantOf, localDateOf, weekdayOfNumber } from './time.ts'

/** The instants at which a cadence falls due, after `since` and up to `until` itself, in order. */
export function occurrences(cadence: Cadence, calendar: Calendar, since: Date, until: Date): Date[] {
  if (since >= until) return []
  const instants = cadence.flatMap((part) => instantsOfPart(part, calendar, since, until))
  const within = instants.map(Number).filter((at) => at > since.getTime() && at <= until.getTime())
  return [...new Set(within)].sort((a, b) => a - b).map((at) => new Date(at))
}

/** The first instant after another at which a cadence falls due; null where it never does again. */
export function nextOccurrence(cadence: Cadence, calendar: Calendar, after: Date): Date | null {
  // Most cadences come again within days; two years hold even a fifth weekday of a month several times.
  for (const days of [8, 62, 731]) {
    const until = new Date(after.getTime() + days * 86_400_000)
    const [next] = occurrences(cadence, calendar, after, until)
    if (next) return next
  }
  return firstOnce(cadence, calendar, after)
}

function firstOnce(cadence: Cadence, calendar: Calendar, after: Date): Date | null {
  const instants = cadence
    .flatMap((part) => (part.kind === 'once' ? instantsOfDay(part.date, timesOf(part, calendar), calendar) : []))
    .filter((at) => at > after)
  return instants.reduce<Date | null>((first, at) => (first === null || at < first ? at : first), null)
}

function instantsOfPart(part: CadencePart, calendar: Calendar, since: Date, until: Date): Date[] {
  const times = timesOf(part, calendar)
  return daysOfPart(part, calendar, since, until).flatMap((date) => instantsOfDay(date, times, calendar))
}

function instantsOfDay(date: LocalDate, times: readonly WallTime[], calendar: Calendar): Date[] {
  return times.map((time) => instantOf(date, time, calendar.zone))
}

function timesOf(part: CadencePart, calendar: Calendar): readonly WallTime[] {
  if (part.kind === 'on-demand') return []
  return part.at.length > 0 ? part.at : [calendar.dayStarts]
}

function daysOfPart(part: CadencePart, calendar: Calendar, since: Date, until: Date): LocalDate[] {
  if (part.kind === 'on-demand') return []
  if (part.kind === 'once') return [part.date]
  // A wall time that a zone skips may move into the next day, so the day before is asked too.
  const first = dayNumber(localDateOf(since, calendar.zone)) - 1
  const last = dayNumber(localDateOf(until, calendar.zone))
  const days: LocalDate[] = []
  for (let day = first; day <= last; day++) if (falls(part, calendar, day)) days.push(dayOfNumber(day))
  return days
}

function falls(part: Exclude<CadencePart, { kind: 'on-demand' | 'once' }>, calendar: Calendar, day: number): boolean {
  const weekday = weekdayOfNumber(day)
  switch (part.kind) {
    case 'day':
      return true
    case 'working-day':
      return calendar.workingDays.includes(weekday)
    case 'weekdays':
      return part.days.includes(weekday)
    case 'nth-weekday':
      return part.day === weekday && isNth(part.nth, day)
  }
}

function isNth(nth: 1 | 2 | 3 | 4 | 5 | 'last', day: number): boolean {
  if (nth !== 'last') return Math.ceil(Number(dayOfNumber(day).slice(8)) / 7) === nth
  return dayOfNumber(day).slice(5, 7) !== dayOfNumber(day + 7).slice(5, 7)
}
