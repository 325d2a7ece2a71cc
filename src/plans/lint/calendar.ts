import type { Plan } from '../../domain/plan.ts'
import type { Complaint } from '../fault.ts'
import { type Look, pathOf } from './look.ts'

/** Days that are past: of the review, and of holidays, which help nobody to plan once all are over. */
export function overAndPast({ plan, today }: Look): Complaint[] {
  const own = { path: ['calendar', 'holidays'], holidays: plan.holidays }
  const named = Object.entries(plan.calendars ?? {}).map(([name, { holidays }]) => ({
    path: ['calendars', name, 'holidays'],
    holidays,
  }))
  const ofRituals = plan.rituals.flatMap((ritual) =>
    typeof ritual.calendar === 'object'
      ? [{ path: [...pathOf(ritual), 'calendar', 'holidays'], holidays: ritual.calendar.holidays }]
      : [],
  )
  const over = [own, ...named, ...ofRituals].filter(
    ({ holidays }) => holidays.length > 0 && holidays.every((day) => day < today),
  )
  return [
    ...reviews(plan, today),
    ...over.map(
      ({ path }): Complaint => ({ path, rule: 'holidays-over', message: 'every holiday listed here is over' }),
    ),
  ]
}

export function unusedCalendars(plan: Plan): Complaint[] {
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

function reviews({ review }: Plan, today: string): Complaint[] {
  if (review === null || review >= today) return []
  return [{ path: ['review'], rule: 'review-overdue', message: `the review of this plan was due on ${review}` }]
}
