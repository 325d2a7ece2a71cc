import type { Calendar } from '../../src/domain/cadence/cadence.ts'

/** Of a team that works from Monday to Friday and begins at nine; it has no holidays and no launch. */
export function calendarIn(zone: string, more: Partial<Calendar> = {}): Calendar {
  return { zone, dayStarts: '09:00', workingDays: [1, 2, 3, 4, 5], holidays: [], launch: null, ...more }
}
