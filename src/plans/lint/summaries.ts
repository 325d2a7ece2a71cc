import { occurrences } from '../../domain/cadence/occurrences.ts'
import { type Week, weekOf } from '../../domain/cadence/week.ts'
import { calendarOf } from '../../domain/plan.ts'
import type { Complaint } from '../fault.ts'
import { daysFrom, fourWeeks, type Look } from './look.ts'

/** The figures are a week's, and whoever reads them every day soon reads none. */
export function summaries({ plan, today }: Look): Complaint[] {
  const calendar = calendarOf(plan)
  const seen = new Set<Week>()
  const isOften = daysFrom(today, fourWeeks, plan.timezone).some(({ since, until }) =>
    occurrences(plan.summary.every, calendar, since, until).some((dueAt) => {
      const week = weekOf(dueAt, plan.timezone)
      if (seen.has(week)) return true
      seen.add(week)
      return false
    }),
  )
  if (!isOften) return []
  const message = 'the summary is posted more than once a week: each post tells only what is new since the one before'
  return [{ path: ['summary', 'every'], rule: 'summary-often', message }]
}
