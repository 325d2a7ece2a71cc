import { addHours } from 'date-fns/addHours'
import { addMinutes } from 'date-fns/addMinutes'
import { max } from 'date-fns/max'
import { calendarOf, type Plan, type Ritual } from '../plan.ts'
import type { Calendar } from './cadence.ts'
import { type Falling, fallings, nextOccurrence, occurrences } from './occurrences.ts'
import { isWorkingDay } from './periods.ts'
import { dayNumber, localDayOf, midnightOf, momentOf, nextMidnight, wallTimeOf } from './time.ts'

export type Window = {
  /** Later than the due time where a holiday moved it. */
  readonly opensAt: Date
  /** Exclusive. */
  readonly closesAt: Date
  /** The plan says that nobody does this on the day it falls due. */
  readonly holiday: boolean
}

export type DueWindow = Window & { readonly dueAt: Date }

/** The window of a due time of the ritual's own cadence. */
export function windowOf(ritual: Ritual, plan: Plan, dueAt: Date): Window {
  const calendar = calendarOf(plan, ritual)
  const [falling] = fallings(ritual.every, calendar, new Date(dueAt.getTime() - 1), dueAt)
  return windowOfFalling(ritual, daysOf(calendar), falling ?? { dueAt, endsAt: null })
}

/** Every due time after `since` and up to `until` itself, with its window, in order. */
export function windowsBetween(plan: Plan, ritual: Ritual, since: Date, until: Date): readonly DueWindow[] {
  const calendar = calendarOf(plan, ritual)
  const found = fallings(ritual.every, calendar, since, until)
  const days = daysOf(calendar)
  return found.map((falling, index) => ({
    dueAt: falling.dueAt,
    ...windowOfFalling(ritual, days, falling, found[index + 1]?.dueAt),
  }))
}

/** The next due time after an instant, and what falls due behind it before it opens: a holiday may move it that far. */
export function nextWindows(plan: Plan, ritual: Ritual, after: Date): readonly DueWindow[] {
  const next = nextOccurrence(ritual.every, calendarOf(plan, ritual), after)
  return next ? windowsBetween(plan, ritual, after, windowOf(ritual, plan, next).opensAt) : []
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

/** A calendar, and what it says of the day of an instant; the day that was asked for last is kept. */
type CalendarDays = {
  readonly calendar: Calendar
  readonly dayOf: (at: Date) => { readonly midnight: Date; readonly isHoliday: boolean }
}

function daysOf(calendar: Calendar): CalendarDays {
  const { zone } = calendar
  const days = new Set(calendar.holidays.map(dayNumber))
  let known = { day: Number.NaN, midnight: new Date(0), isHoliday: false }
  return {
    calendar,
    dayOf: (at) => {
      const day = localDayOf(at.getTime(), zone)
      if (day !== known.day) {
        known = { day, midnight: new Date(midnightOf(day + 1, zone)), isHoliday: days.has(day) }
      }
      return known
    },
  }
}

/** `next` is the due time that follows, where that is known already. */
function windowOfFalling(ritual: Ritual, days: CalendarDays, falling: Falling, next?: Date): Window {
  const { dueAt } = falling
  const rule = days.dayOf(dueAt).isHoliday ? ritual.onHoliday : 'keep'
  const opensAt = rule === 'next-working-day' ? onNextWorkingDay(dueAt, days.calendar) : dueAt
  return { opensAt, closesAt: closingOf(ritual, days, { ...falling, opensAt }, next), holiday: rule === 'skip' }
}

function onNextWorkingDay(dueAt: Date, calendar: Calendar): Date {
  let day = localDayOf(dueAt.getTime(), calendar.zone) + 1
  // A plan that calls every day a holiday must not loop for ever.
  for (let tries = 0; tries < 366 && !isWorkingDay(day, calendar); tries++) day++
  return new Date(momentOf(day, wallTimeOf(dueAt, calendar.zone), calendar.zone))
}

function closingOf(
  ritual: Ritual,
  { calendar, dayOf }: CalendarDays,
  { dueAt, endsAt, opensAt }: Falling & { readonly opensAt: Date },
  next: Date | undefined,
): Date {
  if (ritual.openForMinutes !== null) return addMinutes(opensAt, ritual.openForMinutes)
  // A holiday may move the opening behind the end of its window.
  if (endsAt !== null && endsAt > opensAt) return endsAt
  const { midnight } = dayOf(opensAt)
  const follows = next && opensAt === dueAt ? next : occurrences(ritual.every, calendar, opensAt, midnight)[0]
  return follows && follows < midnight ? follows : midnight
}
