import { addHours, addMinutes, max } from 'date-fns'
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

/** The window of a due time of the ritual's own cadence. */
export function windowOf(ritual: Ritual, plan: Plan, dueAt: Date): Window {
  const calendar = calendarOf(plan, ritual)
  const isHoliday = calendar.holidays.includes(localDateOf(dueAt, calendar.zone))
  const rule = isHoliday ? ritual.onHoliday : 'keep'
  const opensAt = rule === 'next-working-day' ? onNextWorkingDay(dueAt, calendar) : dueAt
  return { opensAt, closesAt: closingOf(ritual, calendar, opensAt), holiday: rule === 'skip' }
}

/** Hours that somebody has at least for what they start by hand, however late in the day. */
const leastByHand = 2

/**
 * What somebody starts by hand is wanted now, whatever day it is. The cadence's next due time does not close it: whoever
 * begins three minutes early must not have missed it three minutes later.
 */
export function windowByHand(ritual: Ritual, plan: Plan, startedAt: Date): Window {
  const { zone } = calendarOf(plan, ritual)
  const closesAt =
    ritual.openForMinutes === null
      ? max([nextMidnight(startedAt, zone), addHours(startedAt, leastByHand)])
      : addMinutes(startedAt, ritual.openForMinutes)
  return { opensAt: startedAt, closesAt, holiday: false }
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
