import type { LocalDate } from '../domain/cadence/cadence.ts'
import { waitsForLaunch } from '../domain/cadence/launch.ts'
import { dateInWords } from '../domain/cadence/say.ts'
import { workCalendarOf } from '../domain/calendar.ts'
import { dueRituals } from '../domain/due-rituals.ts'
import type { Plan } from '../domain/plan.ts'
import type { Complaint } from './fault.ts'

/** What a plan says of its launch and its calendars, and probably does not mean. */
export function lintCalendar(plan: Plan): Complaint[] {
  return [...waiting(plan), ...launchDay(plan), ...unused(plan)]
}

/** Holidays that are all over help nobody to plan. */
export function holidaysOver(plan: Plan, today: LocalDate): Complaint[] {
  const own = { path: ['calendar', 'holidays'], holidays: plan.holidays }
  const named = Object.entries(plan.calendars ?? {}).map(([name, { holidays }]) => ({
    path: ['calendars', name, 'holidays'],
    holidays,
  }))
  return [own, ...named]
    .filter(({ holidays }) => holidays.length > 0 && holidays.every((day) => day < today))
    .map(({ path }) => ({ path, rule: 'holidays-over', message: 'every holiday listed here is over' }))
}

function waiting(plan: Plan): Complaint[] {
  if (plan.launch !== undefined) return []
  const waits = dueRituals(plan).filter(({ every }) => waitsForLaunch(every))
  const [first] = waits
  if (!first) return []
  const more = waits.length > 1 ? ` and ${waits.length - 1} more` : ''
  const verb = waits.length > 1 ? 'wait' : 'waits'
  const message = `"${first.title}"${more} ${verb} for a launch date: write launch: 2026-12-01T09:00, or use /rounds launch`
  return [{ path: ['rituals', first.id], rule: 'no-launch', message, key: true }]
}

function launchDay(plan: Plan): Complaint[] {
  const day = plan.launch?.slice(0, 10)
  if (day === undefined || !workCalendarOf(plan, undefined).holidays.includes(day)) return []
  const message = `the launch is on a holiday, ${dateInWords(day)}: what falls due that day goes by "on-holiday"`
  return [{ path: ['launch'], rule: 'launch-holiday', message }]
}

function unused(plan: Plan): Complaint[] {
  const used = new Set([plan.calendar, ...plan.rituals.map(({ calendar }) => calendar)])
  return Object.keys(plan.calendars ?? {})
    .filter((name) => !used.has(name))
    .map((name) => ({
      path: ['calendars', name],
      rule: 'unused-calendar',
      message: `nothing in the plan goes by the calendar "${name}"`,
      key: true,
    }))
}
