import type { Calendar, DayRule, Nth, Period, Weekday } from './cadence.ts'
import { dayOfNumber, firstOfMonth, monthNumberOf, monthOfYear, weekdayOfNumber } from './days.ts'

/** Days by number, both included. */
export type Days = { readonly first: number; readonly last: number }

const monthsIn = { month: 1, quarter: 3, year: 12 } as const

/** Every month, quarter or year that shares a day with these days. */
export function periodsWithin(of: 'week' | Period, { first, last }: Days): Days[] {
  if (of === 'week') return weeksWithin(first, last)
  const length = typeof of === 'string' ? monthsIn[of] : 1
  const found: Days[] = []
  const begins = monthNumberOf(first)
  for (let month = begins - (begins % length); firstOfMonth(month) <= last; month += length) {
    if (typeof of === 'string' || of.includes(monthOfYear(month))) found.push(daysOfMonths(month, length))
  }
  return found
}

/** The day of a period that a rule names; null where it has none. */
export function dayIn(period: Days, rule: DayRule, calendar: Calendar): number | null {
  switch (rule.kind) {
    case 'nth-day':
      return rule.nth === 'last' ? period.last : Math.min(period.first + rule.nth - 1, period.last)
    case 'nth-weekday':
      return nthWeekday(period, rule.nth, rule.day)
    case 'nth-working-day':
      return nthWorkingDay(period, rule.nth, calendar)
  }
}

/** Seven of its days: the first seven, the next seven, the last seven; null where a period is too short. */
export function weekOfPeriod({ first, last }: Days, nth: Nth): Days | null {
  if (nth === 'last') return { first: Math.max(first, last - 6), last }
  const begins = first + 7 * (nth - 1)
  return begins > last ? null : { first: begins, last: Math.min(begins + 6, last) }
}

export function firstWorkingDay(period: Days, calendar: Calendar): number {
  return nthWorkingDay(period, 1, calendar) ?? period.first
}

export function isWorkingDay(day: number, { workingDays, holidays }: Calendar): boolean {
  return workingDays.includes(weekdayOfNumber(day)) && !holidays.includes(dayOfNumber(day))
}

function daysOfMonths(month: number, count: number): Days {
  return { first: firstOfMonth(month), last: firstOfMonth(month + count) - 1 }
}

function weeksWithin(first: number, last: number): Days[] {
  const found: Days[] = []
  for (let monday = first - weekdayOfNumber(first) + 1; monday <= last; monday += 7) {
    found.push({ first: monday, last: monday + 6 })
  }
  return found
}

function nthWeekday({ first, last }: Days, nth: Nth, weekday: Weekday): number | null {
  if (nth === 'last') return last - ((weekdayOfNumber(last) - weekday + 7) % 7)
  const day = first + ((weekday - weekdayOfNumber(first) + 7) % 7) + 7 * (nth - 1)
  return day > last ? null : day
}

function nthWorkingDay({ first, last }: Days, nth: Nth, calendar: Calendar): number | null {
  const step = nth === 'last' ? -1 : 1
  let left = nth === 'last' ? 1 : nth
  for (let day = nth === 'last' ? last : first; day >= first && day <= last; day += step) {
    if (isWorkingDay(day, calendar)) left--
    if (left === 0) return day
  }
  return null
}
