import { addWeeks, spanOfWeek, type Week, weekOf } from '../domain/cadence/week.ts'
import { dueSince } from '../domain/due.ts'
import { type Plan, summaryRitual } from '../domain/plan.ts'
import { restated, summarise, type WeekFigures } from '../domain/summary.ts'
import { urgencies, type Wish } from '../domain/surface.ts'
import { type Cursor, saveCursor } from '../store/cursors.ts'
import type { Scope } from '../store/scope.ts'
import { findSummaryOfWeek, hasHistory, insertSummary, weekFacts } from '../store/summaries.ts'
import type { Unit } from './transact.ts'

/** Freezes the figures of the week whose post has fallen due, and asks for the post. Missed weeks are not made up. */
export async function freezeDueSummary(unit: Unit, plan: Plan, cursor: Cursor): Promise<void> {
  const { entries, reached, nextAt } = dueSince(plan, summaryRitual(plan), cursor.reached, unit.now)
  const newest = entries.at(-1)
  if (newest) await freeze(unit, plan, weekOf(newest.dueAt, plan.timezone))
  await saveCursor(unit, { ...cursor, reached, nextAt })
}

async function freeze(unit: Unit, plan: Plan, week: Week): Promise<void> {
  const figures = await figuresOf(unit, plan, week, unit.now)
  const before = addWeeks(week, -1)
  const previous = await previousFigures(unit, plan, before, unit.now)
  const told = await findSummaryOfWeek(unit, plan.name, before)
  const id = unit.newId()
  const change = told && previous ? restated(told.figures, previous) : null
  const summary = { id, plan: plan.name, week, figures, previous, restated: change, frozenAt: unit.now }
  if (!(await insertSummary(unit, summary))) return
  await unit.record({ plan: plan.name, subject: id, by: null }, [{ kind: 'summary-frozen', week }])
  unit.wish(...summaryWishes(id, plan.summary.channel))
}

/** The figures of a week as they stand at an instant. */
export async function figuresOf(scope: Scope, plan: Plan, week: Week, asOf: Date): Promise<WeekFigures> {
  return summarise(week, await weekFacts(scope, plan.name, spanOfWeek(week, plan.timezone), asOf), asOf)
}

/** Null where the plan was not yet in force. */
export async function previousFigures(scope: Scope, plan: Plan, week: Week, asOf: Date): Promise<WeekFigures | null> {
  const { until } = spanOfWeek(week, plan.timezone)
  return (await hasHistory(scope, plan.name, until)) ? figuresOf(scope, plan, week, asOf) : null
}

function summaryWishes(subject: string, channel: string): readonly Wish[] {
  const post: Wish = { surface: 'summary', subject, channel, urgency: urgencies.scheduled }
  return [post, { ...post, surface: 'summary-detail', thread: post }]
}
