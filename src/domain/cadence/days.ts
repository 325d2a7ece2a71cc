import type { LocalDate, Month, Weekday } from './cadence.ts'

/** Of a day on which no clock changes. */
export const dayMinutes = 24 * 60
export const dayMilliseconds = dayMinutes * 60_000

/** Days since 1970-01-01 of a calendar day, so that days can be counted without a zone. */
export function dayNumber(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMilliseconds
}

export function dayOfNumber(number: number): LocalDate {
  return new Date(number * dayMilliseconds).toISOString().slice(0, 10)
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dayOfNumber(dayNumber(date) + days)
}

export function weekdayOf(date: LocalDate): Weekday {
  return weekdayOfNumber(dayNumber(date))
}

/** The first day of the epoch was a Thursday. */
export function weekdayOfNumber(number: number): Weekday {
  return (((((number + 3) % 7) + 7) % 7) + 1) as Weekday
}

export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

/** Months since January of the year 0, so that they can be counted over years. */
export function monthNumberOf(day: number): number {
  const date = new Date(day * dayMilliseconds)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

export function firstOfMonth(month: number): number {
  const first = new Date(0)
  return first.setUTCFullYear(Math.floor(month / 12), month % 12, 1) / dayMilliseconds
}

export function dayOfMonth(day: number): number {
  return new Date(day * dayMilliseconds).getUTCDate()
}

/** 1 is January. */
export function monthOfYear(month: number): Month {
  return (month % 12) + 1
}

/** The same day some months later; the last of that month where it has no such day. */
export function addMonths(day: number, months: number): number {
  const month = monthNumberOf(day) + months
  return Math.min(firstOfMonth(month) + dayOfMonth(day) - 1, firstOfMonth(month + 1) - 1)
}
