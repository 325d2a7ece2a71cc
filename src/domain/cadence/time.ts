import { Temporal } from 'temporal-polyfill'
import type { LocalDate, WallTime } from './cadence.ts'
import { dayMilliseconds, dayNumber, dayOfNumber } from './days.ts'

export {
  addDays,
  dayMilliseconds,
  dayMinutes,
  dayNumber,
  dayOfNumber,
  isDate,
  weekdayOf,
  weekdayOfNumber,
} from './days.ts'

/** A stretch of time in which a zone keeps one offset; its ends are instants in milliseconds. */
type Stretch = { readonly from: number; readonly until: number; readonly offset: number }

/** The stretches that each zone was asked about, the last one first: most questions fall into it again. */
const stretches = new Map<string, Stretch[]>()
const mostStretches = 64

/**
 * The instant of a wall time. One that the spring change skips moves forward by the gap; one that autumn repeats is the
 * first of the two.
 */
export function instantOf(date: LocalDate, time: WallTime, zone: string): Date {
  return new Date(momentOf(dayNumber(date), time, zone))
}

/** The same in numbers: a day since 1970, and milliseconds. */
export function momentOf(day: number, time: WallTime, zone: string): number {
  const wall = day * dayMilliseconds + minutesOf(time) * 60_000
  const stretch = stretchAt(wall, zone)
  const moment = wall - stretch.offset
  // Two days from a change no reading of the wall time can lie across it.
  if (moment - stretch.from > 2 * dayMilliseconds && stretch.until - moment > 2 * dayMilliseconds) return moment
  const [before, after] = [wall - 2 * dayMilliseconds, wall + 2 * dayMilliseconds].map((at) => stretchAt(at, zone))
  if (before && after?.from === before.until) return acrossChange(wall, before, after)
  const shown = Temporal.PlainDateTime.from(`${dayOfNumber(day)}T${time}`)
  return shown.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds
}

/** The first instant that shows a wall time; where none does, the one that would if the clocks had not changed. */
function acrossChange(wall: number, before: Stretch, after: Stretch): number {
  const [early, late] = [wall - before.offset, wall - after.offset]
  return early < before.until || late < after.from ? early : late
}

/** The first change of a zone's clocks after an instant. */
export function changeAfter(moment: number, zone: string): number {
  return stretchAt(moment, zone).until
}

export function midnightOf(day: number, zone: string): number {
  return momentOf(day, '00:00', zone)
}

/** The day, since 1970, on which an instant falls. */
export function localDayOf(moment: number, zone: string): number {
  return Math.floor((moment + stretchAt(moment, zone).offset) / dayMilliseconds)
}

export function localDateOf(instant: Date, zone: string): LocalDate {
  return wallClock(instant, zone).slice(0, 10)
}

export function wallTimeOf(instant: Date, zone: string): WallTime {
  return wallClock(instant, zone).slice(11, 16)
}

/** `2026-03-06 09:00`, as a clock on the wall shows it. */
export function localTextOf(instant: Date, zone: string): string {
  return wallClock(instant, zone).slice(0, 16).replace('T', ' ')
}

/** Whether the clock on the wall has shown this time before, in the hour that autumn doubles. */
export function isShownAgain(instant: Date, zone: string): boolean {
  const at = instant.getTime()
  const { from, offset } = stretchAt(at, zone)
  return at - from < dayMilliseconds && at < from + stretchAt(from - 1, zone).offset - offset
}

/** The first midnight after an instant. */
export function nextMidnight(instant: Date, zone: string): Date {
  return new Date(midnightOf(localDayOf(instant.getTime(), zone) + 1, zone))
}

/** Those that were asked for: a format takes longer to make than the rest of a small plan to read. */
const zones = new Set<string>()

/** An IANA name by which wall times can be read; `UTC` is the only one without a slash. */
export function isZone(name: string): boolean {
  if (zones.has(name)) return true
  if (name !== 'UTC' && !/^[A-Z][A-Za-z_]*(\/[A-Za-z0-9_+-]+)+$/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    zones.add(name)
    return true
  } catch {
    return false
  }
}

function wallClock(instant: Date, zone: string): string {
  const at = instant.getTime()
  return new Date(at + stretchAt(at, zone).offset).toISOString()
}

function minutesOf(time: WallTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

function stretchAt(at: number, zone: string): Stretch {
  const known = stretches.get(zone) ?? []
  const index = known.findIndex(({ from, until }) => from <= at && at < until)
  if (index === 0) return known[0] as Stretch
  const found = known[index] ?? findStretch(at, zone)
  stretches.set(zone, [found, ...known.filter((_, place) => place !== index)].slice(0, mostStretches))
  return found
}

function findStretch(at: number, zone: string): Stretch {
  const here = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  const next = here.getTimeZoneTransition('next')
  // The transition before the next millisecond is the one that began this stretch, even if it is now.
  const last = here.add({ milliseconds: 1 }).getTimeZoneTransition('previous')
  return {
    from: last?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    until: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: here.offsetNanoseconds / 1e6,
  }
}
