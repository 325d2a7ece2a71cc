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

/**
 * Round each offset of a cadence, from where it begins to where it shows; in milliseconds. Before all of them and behind
 * them it is the same whatever launch it counts from, and between two of them it goes on as it did.
 */
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

/** Days after an offset in which it shows where it lies: a month begins there, or what is counted from it comes about. */
function daysAround({ kind }: CadencePart): number {
  return kind === 'every' ? 732 : 32
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
