import type { Bound, Bounds, Cadence, CadencePart, Calendar, LaunchPart, Offset } from './cadence.ts'
import { addMonths, dayNumber, weekdayOfNumber } from './days.ts'
import type { Days } from './periods.ts'
import { midnightOf } from './time.ts'

type Launch = NonNullable<Calendar['launch']>

export function isByClock({ months, weeks, days }: Offset): boolean {
  return months === 0 && weeks === 0 && days === 0
}

/** The day that lies so far after launch day. */
export function launchDay({ day }: Launch, { months, weeks, days }: Offset): number {
  return addMonths(dayNumber(day), months) + weeks * 7 + days
}

/** The instant that lies so far after the launch; in milliseconds. */
export function launchMoment({ at }: Launch, { minutes }: Offset): number {
  return at.getTime() + minutes * 60_000
}

/** The days from where the first begins to where the last one's own month, week or day ends. */
export function launchDays(launch: Launch, first: Offset, last: Offset): Days {
  return { first: launchDay(launch, first), last: launchDay(launch, next(last)) - 1 }
}

/** Of the seven days that begin so long after launch day, those of these weekdays; without any, the day itself. */
export function launchWeekdays(launch: Launch, { after, days }: Extract<LaunchPart, { kind: 'launch-day' }>): number[] {
  const first = launchDay(launch, after)
  if (days.length === 0) return [first]
  return [0, 1, 2, 3, 4, 5, 6].map((more) => first + more).filter((day) => days.includes(weekdayOfNumber(day)))
}

/** The instant at which a bound lies, in milliseconds; null of one that waits for a launch. */
export function boundAt(bound: Bound, calendar: Calendar): number | null {
  if (typeof bound === 'string') return midnightOf(dayNumber(bound), calendar.zone)
  if (calendar.launch === null) return null
  if (isByClock(bound)) return launchMoment(calendar.launch, bound)
  return midnightOf(launchDay(calendar.launch, bound), calendar.zone)
}

/** The day on which a bound lies. */
export function boundDay(bound: Bound, calendar: Calendar): number | null {
  if (typeof bound === 'string') return dayNumber(bound)
  return calendar.launch && launchDay(calendar.launch, bound)
}

export function waitsForLaunch(cadence: Cadence): boolean {
  return launchParts(cadence).length > 0
}

/** Those parts of a cadence that move with the launch. */
export function launchParts(cadence: Cadence): Cadence {
  return cadence.filter((part) => offsetsOf(part).length > 0)
}

/** From a day before each offset to where it has shown; in milliseconds. Between two of them all goes on as it did. */
export function launchSpans(
  cadence: Cadence,
  calendar: Calendar,
): readonly { readonly first: number; readonly last: number }[] {
  return cadence.flatMap((part) =>
    offsetsOf(part).flatMap((offset) => {
      const at = boundAt(offset, calendar)
      return at === null ? [] : [{ first: at - dayMillis, last: at + daysAround(part) * dayMillis }]
    }),
  )
}

/** Where a part ends on a day that does not move with the launch; in milliseconds. */
export function fixedEnds(cadence: Cadence, calendar: Calendar): readonly number[] {
  return cadence.flatMap((part) => {
    const until = isBounded(part) ? part.until : undefined
    return typeof until === 'string' ? (boundAt(until, calendar) ?? []) : []
  })
}

/** Whether an instant outside the spans of both is followed by the same due times, until the next span. */
export function goesOnAlike(cadence: Cadence, at: number, [one, other]: readonly [Calendar, Calendar]): boolean {
  return cadence.every((part) => {
    const isUnderWay = isUnderWayAt(part, at, one)
    if (isUnderWay !== isUnderWayAt(part, at, other)) return false
    return !isUnderWay || one.launch === null || other.launch === null || keepsStep(part, one.launch, other.launch)
  })
}

/** Whether its due times move with the launch one by one, where else it only begins or ends with one. */
export function isCarriedAlong(part: CadencePart): boolean {
  return !isBounded(part) || isCountedFromLaunch(part)
}

/** Every so often from the launch on, without an end. */
export function isCountedFromLaunch(part: CadencePart): boolean {
  return part.kind === 'every' && isOpenEnded(part)
}

/** It begins with the launch, and does not end. */
export function isOpenEnded(part: CadencePart): boolean {
  return isBounded(part) && typeof part.from === 'object' && part.until === undefined
}

function isBounded(part: CadencePart): part is Extract<CadencePart, Bounds> {
  return !/^(launch-|interval|once|on-demand)/.test(part.kind)
}

const dayMillis = 86_400_000

/** What only begins or ends there does so at once; what is counted from it takes its time to come about. */
function daysAround(part: CadencePart): number {
  if (part.kind === 'every') return 732
  return isBounded(part) ? 1 : 32
}

/** Behind the offset where it begins, and before the one where it ends; nothing is without a launch. */
function isUnderWayAt(part: CadencePart, at: number, calendar: Calendar): boolean {
  const { begins, ends } = edgesOf(part)
  const isBehind = (offset: Offset) => (boundAt(offset, calendar) ?? Number.POSITIVE_INFINITY) <= at
  if (calendar.launch === null || (!begins && !ends)) return false
  return (!begins || isBehind(begins)) && (!ends || !isBehind(ends))
}

function edgesOf(part: CadencePart): { readonly begins?: Offset; readonly ends?: Offset } {
  if (part.kind === 'interval' || part.kind === 'launch-window') return { begins: part.first, ends: part.last }
  if (!isBounded(part)) return {}
  return {
    ...(typeof part.from === 'object' && { begins: part.from }),
    ...(typeof part.until === 'object' && { ends: part.until }),
  }
}

/** While it is under way by both launches, it falls due at the same instants. */
function keepsStep(part: CadencePart, one: Launch, other: Launch): boolean {
  switch (part.kind) {
    case 'interval':
      return (one.at.getTime() - other.at.getTime()) % (part.minutes * 60_000) === 0
    case 'launch-window':
      return one.day === other.day
    case 'every':
      return typeof part.from === 'string' || one.day === other.day
    default:
      return true
  }
}

/** Every offset from the launch that a part names. */
function offsetsOf(part: CadencePart): readonly Offset[] {
  switch (part.kind) {
    case 'launch-moment':
    case 'launch-day':
      return [part.after]
    case 'launch-window':
    case 'interval':
      return [part.first, part.last]
    case 'once':
    case 'on-demand':
      return []
    default:
      return [part.from, part.until].filter((bound) => typeof bound === 'object')
  }
}

/** One more of the smallest unit that is named. */
function next(offset: Offset): Offset {
  if (offset.days > 0) return { ...offset, days: offset.days + 1 }
  if (offset.weeks > 0) return { ...offset, weeks: offset.weeks + 1 }
  return { ...offset, months: offset.months + 1 }
}
