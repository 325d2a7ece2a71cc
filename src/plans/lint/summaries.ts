import { occurrences } from '../../domain/cadence/occurrences.ts'
import { weekOf } from '../../domain/cadence/week.ts'
import { calendarOf, summaryRitual } from '../../domain/plan.ts'
import type { Complaint } from '../fault.ts'
import type { Look } from './look.ts'

/** The figures are a week's, and whoever reads them every day soon reads none. */
export function summaries({ plan, since, inFourWeeks }: Look): Complaint[] {
  const posts = occurrences(plan.summary.every, calendarOf(plan, summaryRitual(plan)), since, inFourWeeks)
  const weeks = posts.map((dueAt) => weekOf(dueAt, plan.timezone))
  if (new Set(weeks).size === weeks.length) return []
  const message = 'the summary is posted more than once a week: each post tells only what is new since the one before'
  return [{ path: ['summary', 'every'], rule: 'summary-often', message }]
}
