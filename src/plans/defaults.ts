import type { Cadence, CadencePart, LocalDate } from '../domain/cadence/cadence.ts'
import { cronFallsMonthly } from '../domain/cadence/cron.ts'
import type { HolidayRule } from '../domain/plan.ts'
import type { Severity } from '../domain/severity.ts'

/** What a plan means where it says nothing. */

export const dayStarts = '09:00'
export const ritualSeverity: Severity = 'P2'
/** Minutes. */
export const maintenanceNotice = 48 * 60
/** What a person has in a week for rituals, in minutes, where a role does not say. */
export const usualWeekMinutes = 40 * 60
export const workdayMinutes = 8 * 60
/** A Monday, from which a rotation counts that names no day of its own. */
export const rotationFrom: LocalDate = '2024-01-01'
export const summaryEvery: Cadence = [{ kind: 'weekdays', days: [5], at: ['16:30'] }]

/** What comes once a month waits for the next working day; what comes again soon is left out. */
export function onHolidayOf(every: Cadence): HolidayRule {
  return every.every(isRare) ? 'next-working-day' : 'skip'
}

function isRare(part: CadencePart): boolean {
  switch (part.kind) {
    case 'day':
    case 'working-day':
    case 'weekdays':
    case 'interval':
      return false
    case 'every':
      return part.count * daysIn[part.unit] >= 28
    case 'window':
      return part.of !== 'week'
    case 'cron':
      return cronFallsMonthly(part.fields)
    default:
      return true
  }
}

const daysIn = { day: 1, week: 7, month: 28, year: 365 } as const

/** `open-up` is titled Open up. */
export function titleOf(name: string): string {
  const words = name.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
