import { and, asc, desc, eq, gte, inArray, isNotNull, lt, lte, sql } from 'drizzle-orm'
import { type Issue, nextAsk } from '../domain/issue.ts'
import type { WeekFigures } from '../domain/summary.ts'
import { wantedInWords } from '../domain/wanted.ts'
import type { IssueFact, WeekFacts } from '../domain/week-facts.ts'
import { countItems } from './checklists.ts'
import { issuesOfWeek } from './issues.ts'
import { occurrencesBetween } from './occurrences.ts'
import { checklists, issues, items, occurrences, summaries } from './schema.ts'
import { type Scope, within } from './scope.ts'

export type Span = { readonly from: Date; readonly until: Date }

/** The facts of a plan's week, as far as they had happened by `asOf`. */
export async function weekFacts(scope: Scope, plan: string, span: Span, asOf: Date): Promise<WeekFacts> {
  const until = span.until < asOf ? span.until : new Date(asOf.getTime() + 1)
  const ledger = await occurrencesBetween(scope, plan, span.from, until)
  const ids = ledger.map(({ id }) => id)
  const counts = await countItems(scope, ids)
  const titles = await ownerTitles(scope, ids)
  const issueRows = await issuesOfWeek(scope, plan, span.from, until)
  return {
    from: span.from,
    occurrences: ledger.map((row) => ({
      ...row,
      ownerTitle: titles.get(row.id) ?? null,
      itemsSettled: counts.get(row.id)?.settled ?? 0,
      itemsTotal: counts.get(row.id)?.total ?? 0,
    })),
    readings: await failedItems(scope, plan, span.from, until),
    issues: issueRows.map(issueFact),
    answers: await quotedAnswers(scope, plan, span.from, until),
  }
}

/** What the owners of opened checklists are called together. */
async function ownerTitles(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  if (ids.length === 0) return new Map()
  const rows = await scope.db
    .select({ id: checklists.id, ownerTitle: checklists.ownerTitle })
    .from(checklists)
    .where(within(scope, checklists, inArray(checklists.id, [...ids])))
  return new Map(rows.map(({ id, ownerTitle }) => [id, ownerTitle]))
}

function issueFact(issue: Issue): IssueFact {
  const { ladder, owner } = issue
  const next = nextAsk(issue)
  return {
    ...issue,
    ownerTitle: ladder.find(({ people }) => people.length === 1 && people[0] === owner)?.title ?? null,
    acknowledgedAt: issue.acknowledged?.at ?? null,
    resolvedAt: issue.resolved?.at ?? null,
    next: next && { clock: next.clock, at: next.at, level: next.level.title },
  }
}

async function failedItems(scope: Scope, plan: string, from: Date, until: Date): Promise<WeekFacts['readings']> {
  const rows = await scope.db
    .select({ item: items, ritualTitle: occurrences.title, severity: issues.severity, number: issues.number })
    .from(items)
    .innerJoin(occurrences, eq(occurrences.id, items.checklist))
    .innerJoin(issues, eq(issues.id, items.issue))
    .where(
      and(
        within(scope, items, eq(items.state, 'failed'), eq(occurrences.plan, plan)),
        gte(occurrences.dueAt, from),
        lt(occurrences.dueAt, until),
      ),
    )
    .orderBy(asc(issues.severity), asc(issues.number))
  return rows.flatMap(({ item, ritualTitle, severity, number }) =>
    item.settledAt === null
      ? []
      : {
          ritualTitle,
          item: item.definition.title,
          reading: item.reading?.text ?? null,
          target: wantedInWords(item.definition),
          note: item.note,
          severity,
          issueNumber: number,
          at: item.settledAt,
        },
  )
}

async function quotedAnswers(scope: Scope, plan: string, from: Date, until: Date): Promise<WeekFacts['answers']> {
  const rows = await scope.db
    .select({ item: items })
    .from(items)
    .innerJoin(occurrences, eq(occurrences.id, items.checklist))
    .where(
      and(
        within(scope, items, eq(items.state, 'done'), eq(occurrences.plan, plan)),
        isNotNull(sql`${items.definition} ->> 'into'`),
        gte(occurrences.dueAt, from),
        lt(occurrences.dueAt, until),
      ),
    )
    .orderBy(asc(occurrences.dueAt), asc(items.position))
  return rows.flatMap(({ item: { definition, reading, settledBy, settledAt } }) =>
    definition.into && reading && settledBy && settledAt
      ? { heading: definition.into, text: reading.text, by: settledBy, at: settledAt }
      : [],
  )
}

export type FrozenSummary = {
  readonly id: string
  readonly plan: string
  readonly week: string
  readonly figures: WeekFigures
  readonly previous: WeekFigures | null
  readonly restated: { readonly was: number; readonly is: number } | null
  readonly frozenAt: Date
}

/** Freezes a week's figures; false when they are frozen already. */
export async function insertSummary(scope: Scope, summary: FrozenSummary): Promise<boolean> {
  const rows = await scope.db
    .insert(summaries)
    .values({ ...scope.workspace, ...summary })
    .onConflictDoNothing({ target: [summaries.enterprise, summaries.team, summaries.plan, summaries.week] })
    .returning({ id: summaries.id })
  return rows.length > 0
}

export async function findSummary(scope: Scope, id: string): Promise<FrozenSummary | undefined> {
  const [row] = await scope.db
    .select()
    .from(summaries)
    .where(within(scope, summaries, eq(summaries.id, id)))
  return row
}

export async function findSummaryOfWeek(scope: Scope, plan: string, week: string): Promise<FrozenSummary | undefined> {
  const [row] = await scope.db
    .select()
    .from(summaries)
    .where(within(scope, summaries, eq(summaries.plan, plan), eq(summaries.week, week)))
  return row
}

/** Whether the ledger holds anything of a plan up to an instant: a week before that has nothing to compare. */
export async function hasHistory(scope: Scope, plan: string, until: Date): Promise<boolean> {
  const [row] = await scope.db
    .select({ id: occurrences.id })
    .from(occurrences)
    .where(and(within(scope, occurrences, eq(occurrences.plan, plan)), lte(occurrences.dueAt, until)))
    .orderBy(desc(occurrences.dueAt))
    .limit(1)
  return row !== undefined
}
