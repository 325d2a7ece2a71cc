import type { LocalDate } from './cadence.ts'
import { addDays, dayNumber, instantOf, localDateOf, weekdayOf } from './time.ts'

/** An ISO week: `2026-W46`. */
export type Week = string

export function weekOf(instant: Date, zone: string): Week {
  return weekOfDate(localDateOf(instant, zone))
}

/** The week that holds a day belongs to the year that holds its Thursday. */
export function weekOfDate(date: LocalDate): Week {
  const thursday = addDays(date, 4 - weekdayOf(date))
  const year = thursday.slice(0, 4)
  const number = Math.floor((dayNumber(thursday) - dayNumber(`${year}-01-01`)) / 7) + 1
  return `${year}-W${String(number).padStart(2, '0')}`
}

/** From Monday's first instant up to the next Monday's. */
export function spanOfWeek(week: Week, zone: string): { readonly from: Date; readonly until: Date } {
  const monday = mondayOf(week)
  return { from: instantOf(monday, '00:00', zone), until: instantOf(addDays(monday, 7), '00:00', zone) }
}

export function mondayOf(week: Week): LocalDate {
  const fourth = `${week.slice(0, 4)}-01-04`
  return addDays(fourth, 1 - weekdayOf(fourth) + (Number(week.slice(6)) - 1) * 7)
}

export function isWeek(text: string): boolean {
  return /^\d{4}-W\d{2}$/.test(text) && weekOfDate(mondayOf(text)) === text
}

export function addWeeks(week: Week, count: number): Week {
  return weekOfDate(addDays(mondayOf(week), count * 7))
}
