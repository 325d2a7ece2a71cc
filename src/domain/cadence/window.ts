import { addMinutes } from 'date-fns'
import { calendarOf, type Plan, type Ritual } from '../plan.ts'
import type { Calendar } from './cadence.ts'
import { occurrences } from './occurrences.ts'
import { addDays, instantOf, localDateOf, nextMidnight, wallTimeOf, weekdayOf } from './time.ts'

export type Window = {
  /** Later than the due time where a holiday moved it. */
  readonly opensAt: Date
  /** Exclusive. */
  readonly closesAt: Date
  /** The plan says that nobody does this on the day it falls due. */
  readonly holiday: boolean
}

export function windowOf(ritual: Ritual, plan: Plan, dueAt: Date): Window {
  const calendar = calendarOf(plan, ritual)
  const rule = isHoliday(ritual, calendar, dueAt) ? ritual.onHoliday : 'keep'
  const opensAt = rule === 'next-working-day' ? onNextWorkingDay(dueAt, calendar) : dueAt
  return { opensAt, closesAt: closingOf(ritual, calendar, opensAt), holiday: rule === 'skip' }
}

/** What somebody starts by hand is wanted now, whatever day it is. */
function isHoliday(ritual: Ritual, calendar: Calendar, dueAt: Date): boolean {
  if (!calendar.holidays.includes(localDateOf(dueAt, calendar.zone))) return false
  return occurrences(ritual.every, calendar, new Date(dueAt.getTime() - 1), dueAt).length > 0
}

function onNextWorkingDay(dueAt: Date, calendar: Calendar): Date {
  let day = addDays(localDateOf(dueAt, calendar.zone), 1)
  // A plan that calls every day a holiday must not loop for ever.
  for (let tries = 0; tries < 366 && !isWorkingDay(day, calendar); tries++) day = addDays(day, 1)
  return instantOf(day, wallTimeOf(dueAt, calendar.zone), calendar.zone)
}

function isWorkingDay(day: string, calendar: Calendar): boolean {
  return calendar.workingDays.includes(weekdayOf(day)) && !calendar.holidays.includes(day)
}

function closingOf(ritual: Ritual, calendar: Calendar, opensAt: Date): Date {
  if (ritual.openForMinutes !== null) return addMinutes(opensAt, ritual.openForMinutes)
  const midnight = nextMidnight(opensAt, calendar.zone)
  const [next] = occurrences(ritual.every, calendar, opensAt, midnight)
  return next ?? midnight
}
