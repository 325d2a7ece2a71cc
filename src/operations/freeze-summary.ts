import { addWeeks, spanOfWeek, type Week, weekOf } from '../domain/cadence/week.ts'
import { dueSince } from '../domain/due.ts'
import { type Plan, summaryRitual } from '../domain/plan.ts'
import { corrected, restated, summarise, type WeekFigures, withMoments } from '../domain/summary.ts'
import { urgencies, type Wish } from '../domain/surface.ts'
import { type Cursor, saveCursor } from '../store/cursors.ts'
import type { Scope } from '../store/scope.ts'
import {
  firstApplied,
  hasHistory,
  insertSummary,
  newestSummary,
  postFacts,
  type Span,
  statesOf,
  weekFacts,
} from '../store/summaries.ts'
import type { Unit } from './transact.ts'

/** Freezes the figures of the post that has fallen due, and asks for it. Of several that are due, one tells it all. */
export async function freezeDueSummary(unit: Unit, plan: Plan, cursor: Cursor): Promise<void> {
  const { entries, reached, nextAt } = dueSince(plan, summaryRitual(plan), cursor.reached, unit.now)
  const newest = entries.at(-1)
  if (newest) await freeze(unit, plan, newest.dueAt)
  await saveCursor(unit, { ...cursor, reached, nextAt })
}

/** A post goes on where the one before ended, and tells all that has happened up to now. */
async function freeze(unit: Unit, plan: Plan, dueAt: Date): Promise<void> {
  const before = await newestSummary(unit, plan.name)
  const since = before?.frozenAt ?? (await firstApplied(unit, plan.name)) ?? unit.now
  const span: Span = { from: since, until: unit.now }
  const week = weekOf(middleOf(span), plan.timezone)
  const { facts, told, open } = await postFacts(unit, plan.name, span, before)
  const figures = summarise(week, withMoments(facts, plan), unit.now, 'decided')
  const previous = before ? corrected(before.figures, await statesOf(unit, before.told)) : null
  const change = before && previous ? restated(before.figures, previous) : null
  const id = unit.newId()
  const counted = { week, since, figures, previous, restated: change, told, open, frozenAt: unit.now }
  if (!(await insertSummary(unit, { id, plan: plan.name, dueAt, ...counted }))) return
  await unit.record({ plan: plan.name, subject: id, by: null }, [{ kind: 'summary-frozen', week }])
  unit.wish(...summaryWishes(id, plan.summary.channel))
}

/** The week that holds most of a span of a week or less holds its middle. */
function middleOf({ from, until }: Span): Date {
  return new Date((from.getTime() + until.getTime()) / 2)
}

/** The figures of a week as they stand at an instant. */
export async function figuresOf(scope: Scope, plan: Plan, week: Week, asOf: Date): Promise<WeekFigures> {
  const facts = await weekFacts(scope, plan.name, spanOfWeek(week, plan.timezone), asOf)
  return summarise(week, withMoments(facts, plan), asOf, 'opened')
}

/** Those of the week before; null where the plan was not yet in force. */
export async function previousFigures(scope: Scope, plan: Plan, week: Week, asOf: Date): Promise<WeekFigures | null> {
  const before = addWeeks(week, -1)
  const { until } = spanOfWeek(before, plan.timezone)
  return (await hasHistory(scope, plan.name, until)) ? figuresOf(scope, plan, before, asOf) : null
}

function summaryWishes(subject: string, channel: string): readonly Wish[] {
  const post: Wish = { surface: 'summary', subject, channel, urgency: urgencies.scheduled }
  return [post, { ...post, surface: 'summary-detail', thread: post }]
}
