import type { Cadence, LocalDate } from '../domain/cadence/cadence.ts'
import type { HolidayRule } from '../domain/plan.ts'
import type { Severity } from '../domain/severity.ts'

/** What a plan means where it says nothing. */

export const dayStarts = '09:00'
export const ritualSeverity: Severity = 'P2'
/** A Monday, from which a rotation counts that names no day of its own. */
export const rotationFrom: LocalDate = '2024-01-01'
export const summaryEvery: Cadence = [{ kind: 'weekdays', days: [5], at: ['16:30'] }]

/** What comes once a month waits for the next working day; what comes again soon is left out. */
export function onHolidayOf(every: Cadence): HolidayRule {
  const rare = every.every(({ kind }) => kind === 'nth-weekday' || kind === 'once' || kind === 'on-demand')
  return rare ? 'next-working-day' : 'skip'
}

/** `open-up` is titled Open up. */
export function titleOf(name: string): string {
  const words = name.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
