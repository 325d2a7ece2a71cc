import type { Calendar, DayOfPeriod, EveryPart, Weekday } from './cadence.ts'
import { addMonths, firstOfMonth, monthNumberOf, weekdayOfNumber } from './days.ts'
import { boundDay } from './launch.ts'
import { type Days, dayIn, periodsWithin } from './periods.ts'

/**
 * The days on which it falls, all of these among them; the first of all is the first that fits, on or after where it
 * begins.
 */
export function everyWithin(part: EveryPart, calendar: Calendar, days: Days): number[] {
  const begins = boundDay(part.from, calendar)
  if (begins === null) return []
  return part.unit === 'day' || part.unit === 'week'
    ? everyDays(part, begins, days)
    : everyMonths(part, begins, calendar, days)
}

/** Weeks are seven days, counted from the day on which it begins. */
function everyDays({ count, unit, on }: EveryPart, begins: number, { first, last }: Days): number[] {
  const step = unit === 'week' ? count * 7 : count
  const found: number[] = []
  const skipped = Math.max(0, Math.floor((first - begins) / step))
  for (let start = begins + skipped * step; start <= last; start += step) {
    found.push(...(isWeekdays(on) ? weekdaysFrom(start, on) : [start]))
  }
  return found
}

function everyMonths(part: EveryPart, begins: number, calendar: Calendar, days: Days): number[] {
  const step = part.unit === 'year' ? part.count * 12 : part.count
  const rule = isWeekdays(part.on) ? null : part.on
  const start = firstMonth(rule, begins, calendar)
  const found: number[] = []
  const skipped = Math.max(0, Math.floor((monthNumberOf(days.first) - 11 - start) / step))
  for (let month = start + skipped * step; firstOfMonth(month) <= days.last; month += step) {
    const day = rule === null ? addMonths(begins, month - start) : dayFrom(month, rule, calendar)
    if (day !== null) found.push(day)
  }
  return found
}

/** The month from which the others are counted. */
function firstMonth(rule: DayOfPeriod | null, begins: number, calendar: Calendar): number {
  const month = monthNumberOf(begins)
  if (rule === null) return month
  for (let here = month; here < month + longestGap; here++) {
    const day = dayFrom(here, rule, calendar)
    if (day !== null && day >= begins) return here
  }
  return month
}

/** Months after which even a fifth Sunday in February has come. */
const longestGap = 41 * 12

/** The day by a rule in the period that holds a month, or in the named month of the year that begins with it. */
function dayFrom(month: number, rule: DayOfPeriod, calendar: Calendar): number | null {
  const [period] = periodsWithin(rule.of ?? 'month', { first: firstOfMonth(month), last: firstOfMonth(month + 11) })
  return period ? dayIn(period, rule, calendar) : null
}

function weekdaysFrom(start: number, on: readonly Weekday[]): number[] {
  return [0, 1, 2, 3, 4, 5, 6].map((more) => start + more).filter((day) => on.includes(weekdayOfNumber(day)))
}

export function isWeekdays(on: EveryPart['on']): on is readonly Weekday[] {
  return Array.isArray(on)
}
