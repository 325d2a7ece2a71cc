import type { Calendar, DayOfPeriod, EveryPart, Weekday } from './cadence.ts'
import { addMonths, firstOfMonth, monthNumberOf, weekdayOfNumber } from './days.ts'
import { boundDay } from './launch.ts'
import { type Days, dayIn, periodsWithin } from './periods.ts'

/** The days within these on which it falls; the first of all is the first that fits, on or after where it begins. */
export function everyWithin(part: EveryPart, calendar: Calendar, days: Days): number[] {
  const begins = boundDay(part.from, calendar)
  if (begins === null) return []
  const found =
    part.unit === 'day' || part.unit === 'week'
      ? everyDays(part, begins, days)
      : everyMonths(part, begins, calendar, days)
  return found.filter((day) => day >= begins && day >= days.first && day <= days.last)
}

/** Weeks are seven days, counted from the day on which it begins. */
function everyDays({ count, unit, on }: EveryPart, begins: number, { first, last }: Days): number[] {
  const step = unit === 'week' ? count * 7 : count
  const found: number[] = []
  const skipped = Math.max(0, Math.floor((first - begins) / step))
  for (let start = begins + skipped * step; start <= last; start += step) {
    found.push(...(unit === 'week' && isWeekdays(on) ? weekdaysFrom(start, on) : [start]))
  }
  return found
}

function everyMonths(part: EveryPart, begins: number, calendar: Calendar, days: Days): number[] {
  const step = part.unit === 'year' ? part.count * 12 : part.count
  const rule = isWeekdays(part.on) ? null : part.on
  const start = firstMonth(part, rule, begins, calendar)
  const found: number[] = []
  const skipped = Math.max(0, Math.floor((monthNumberOf(days.first) - 11 - start) / step))
  for (let month = start + skipped * step; firstOfMonth(month) <= days.last; month += step) {
    const day = rule === null ? addMonths(begins, month - start) : dayFrom(month, rule, calendar)
    if (day !== null) found.push(day)
  }
  return found
}

/** The month, or the first month of the year, from which the others are counted. */
function firstMonth(part: EveryPart, rule: DayOfPeriod | null, begins: number, calendar: Calendar): number {
  const month = monthNumberOf(begins)
  if (rule === null) return month
  const unit = part.unit === 'year' ? 12 : 1
  for (let here = month - (month % unit); here < month + longestGap; here += unit) {
    const day = dayFrom(here, rule, calendar)
    if (day !== null && day >= begins) return here
  }
  return month
}

/** Months after which even a fifth Sunday in February has come. */
const longestGap = 41 * 12

/** The day by a rule in the period that begins with a month, or in the named month of that year. */
function dayFrom(month: number, rule: DayOfPeriod, calendar: Calendar): number | null {
  const first = firstOfMonth(month)
  const { of = 'month' } = rule
  const span = { first, last: typeof of === 'string' ? first : firstOfMonth(month + 12) - 1 }
  const [period] = periodsWithin(of, span)
  return period ? dayIn(period, rule, calendar) : null
}

function weekdaysFrom(start: number, on: readonly Weekday[]): number[] {
  return [0, 1, 2, 3, 4, 5, 6].map((more) => start + more).filter((day) => on.includes(weekdayOfNumber(day)))
}

export function isWeekdays(on: EveryPart['on']): on is readonly Weekday[] {
  return Array.isArray(on)
}
