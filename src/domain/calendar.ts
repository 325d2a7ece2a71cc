import type { Calendar, LocalDate, WallTime, Weekday } from './cadence/cadence.ts'
import { parseWallTime } from './cadence/phrase-times.ts'
import { instantOf, isDate, localTextOf } from './cadence/time.ts'
import type { PlanFrame } from './plan.ts'

/** A day and a wall time in the plan's zone, `2026-12-01T09:00`. */
export type LocalTime = string

/** Who works when: in one country, or in one team. */
export type WorkCalendar = { readonly holidays: readonly LocalDate[]; readonly workingDays: readonly Weekday[] }

export const usualWorkingDays: readonly Weekday[] = [1, 2, 3, 4, 5]

/** The calendar that a ritual names or has, else the plan's. */
export function workCalendarOf(plan: PlanFrame, own: string | WorkCalendar | undefined): WorkCalendar {
  if (typeof own === 'object') return own
  const named = plan.calendars?.[own ?? plan.calendar ?? '']
  return named ?? { holidays: plan.holidays, workingDays: plan.workingDays ?? usualWorkingDays }
}

export function launchOf({ launch, timezone }: PlanFrame): Calendar['launch'] {
  if (launch === undefined) return null
  const [day = '', time = ''] = launch.split('T')
  return { at: instantOf(day, time, timezone), day }
}

/** The wall time at which a launch really is, and the one that was written where the clocks skip that. */
export function launchOnTheWall(
  launch: LocalTime,
  zone: string,
): { readonly at: LocalTime; readonly skipped: WallTime | null } {
  const [day = '', time = ''] = launch.split('T')
  const at = localTextOf(instantOf(day, time, zone), zone).replace(' ', 'T')
  return { at, skipped: at === launch ? null : time }
}

/** `2026-12-01T09:00` or with a space; the day alone is without a time. Null of anything else. */
export function parseLaunch(text: string): { readonly day: LocalDate; readonly time: WallTime | null } | null {
  const [day = '', said, ...more] = text.trim().split(/[T\s]+/i)
  const time = said === undefined ? null : parseWallTime(said)
  return isDate(day) && more.length === 0 && (said === undefined || time !== null) ? { day, time } : null
}
