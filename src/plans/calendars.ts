import { z } from 'zod'
import { usualWorkingDays, type WorkCalendar } from '../domain/calendar.ts'
import type { Path, Report } from './fault.ts'
import { date, name, workingDays } from './fields.ts'
import { entriesOf, isMap, shaped, unknownMessage } from './shape.ts'

export const calendarForm = z.strictObject({
  holidays: z.array(date).optional(),
  'working-days': workingDays.optional(),
})

/** Holidays and working days; null where there are none, or where a calendar is only named. */
export function readCalendar(said: unknown, path: Path, report: Report): WorkCalendar | null {
  if (said === undefined || typeof said === 'string') return null
  const form = shaped(calendarForm, said, path, report)
  return form && { holidays: form.holidays ?? [], workingDays: form['working-days'] ?? usualWorkingDays }
}

export function readCalendars(said: unknown, path: Path, report: Report): Record<string, WorkCalendar> | undefined {
  const calendars = (entriesOf(said, path, report) ?? []).flatMap(([key, value]): [string, WorkCalendar][] => {
    const inner = [...path, key]
    if (!name.safeParse(key).success)
      report({ path: inner, rule: 'name', message: `"${key}" must be small letters, digits and hyphens`, key: true })
    const calendar = readCalendar(value, inner, report)
    if (typeof value === 'string')
      report({ path: inner, rule: 'shape', message: `"${key}" must hold keys with values` })
    return calendar ? [[key, calendar]] : []
  })
  return calendars.length > 0 ? Object.fromEntries(calendars) : undefined
}

/** A calendar that a plan or a ritual names must be one of the plan's. */
export function checkCalendarNames(plan: Record<string, unknown>, report: Report): void {
  const known = isMap(plan.calendars) ? Object.keys(plan.calendars) : []
  const rituals = isMap(plan.rituals) ? Object.entries(plan.rituals) : []
  const places: [Path, unknown][] = [
    [['calendar'], plan.calendar],
    ...rituals.map(([id, ritual]): [Path, unknown] => [
      ['rituals', id, 'calendar'],
      isMap(ritual) ? ritual.calendar : undefined,
    ]),
  ]
  for (const [path, said] of places) {
    if (typeof said !== 'string' || known.includes(said)) continue
    report({ path, rule: 'unknown-calendar', message: unknownMessage('calendar', said, known) })
  }
}
