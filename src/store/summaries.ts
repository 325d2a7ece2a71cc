import { and, desc, eq, gte, inArray, lt, lte, min, or } from 'drizzle-orm'
import { type Issue, nextAsk } from '../domain/issue.ts'
import type { LedgerState } from '../domain/ledger.ts'
import type { WeekFigures } from '../domain/summary.ts'
import type { IssueFact, OccurrenceFact, WeekFacts } from '../domain/week-facts.ts'
import { countItems } from './checklists.ts'
import { issuesOfWeek } from './issues.ts'
import { inLedgerOrder, occurrencesBetween } from './occurrences.ts'
import { answerFacts, failedReadings, figureFacts, listFacts } from './reading-facts.ts'
import { checklists, items, occurrences, plans, summaries } from './schema.ts'
import { type Scope, within } from './scope.ts'

/** `from` is included, `until` is not. */
export type Span = { readonly from: Date; readonly until: Date }

/** The facts of a plan's week: what fell due in it, as far as it had happened by `asOf`. */
export async function weekFacts(scope: Scope, plan: string, span: Span, asOf: Date): Promise<WeekFacts> {
  const until = span.until < asOf ? span.until : new Date(asOf.getTime() + 1)
  const inWeek = and(gte(occurrences.dueAt, span.from), lt(occurrences.dueAt, until))
  const issueRows = await issuesOfWeek(scope, plan, span.from, until)
  return {
    from: span.from,
    occurrences: await occurrenceFacts(scope, await occurrencesBetween(scope, plan, span.from, until)),
    readings: await failedReadings(scope, plan, inWeek),
    figures: await figureFacts(scope, plan, inWeek),
    lists: await listFacts(scope, plan, inWeek),
    issues: issueRows.map(issueFact),
    answers: await answerFacts(scope, plan, inWeek),
  }
}

export type PostFacts = Pick<FrozenSummary, 'told' | 'open'> & { readonly facts: WeekFacts }

/** What a post has to tell: what no post has told of the occurrences, and of the rest what happened in its span. */
export async function postFacts(
  scope: Scope,
  plan: string,
  span: Span,
  before: FrozenSummary | undefined,
): Promise<PostFacts> {
  const ledger = await untoldOccurrences(scope, plan, span, before)
  const inSpan = and(gte(items.settledAt, span.from), lt(items.settledAt, span.until))
  const issueRows = await issuesOfWeek(scope, plan, span.from, span.until)
  const idsOf = (open: boolean) => ledger.filter(({ state }) => (state === 'open') === open).map(({ id }) => id)
  return {
    told: idsOf(false),
    open: idsOf(true),
    facts: {
      from: span.from,
      occurrences: await occurrenceFacts(scope, ledger),
      readings: await failedReadings(scope, plan, inSpan),
      figures: await figureFacts(scope, plan, inSpan),
      lists: await listFacts(scope, plan, inSpan),
      issues: issueRows.map((issue) => asOfEnd(issueFact(issue), span.until)),
      answers: await answerFacts(scope, plan, inSpan),
    },
  }
}

type OccurrenceRow = typeof occurrences.$inferSelect

/**
 * What opened in the span, or in the one before and has not been told: it was open then, or was entered in the ledger
 * only afterwards. By opening, because what a holiday moved is entered then.
 */
async function untoldOccurrences(
  scope: Scope,
  plan: string,
  { from, until }: Span,
  before: FrozenSummary | undefined,
): Promise<readonly OccurrenceRow[]> {
  const opened = and(gte(occurrences.opensAt, before?.since ?? from), lt(occurrences.opensAt, until))
  const waiting = before?.open.length ? inArray(occurrences.id, [...before.open]) : undefined
  const rows = await scope.db
    .select()
    .from(occurrences)
    .where(and(within(scope, occurrences, eq(occurrences.plan, plan)), or(opened, waiting)))
    .orderBy(...inLedgerOrder)
  const told = new Set(before?.told)
  return rows.filter(({ id }) => !told.has(id))
}

/** What has become of some occurrences by now. */
export async function statesOf(scope: Scope, ids: readonly string[]): Promise<readonly LedgerState[]> {
  if (ids.length === 0) return []
  const rows = await scope.db
    .select({ state: occurrences.state })
    .from(occurrences)
    .where(within(scope, occurrences, inArray(occurrences.id, [...ids])))
  return rows.map(({ state }) => state)
}

async function occurrenceFacts(scope: Scope, ledger: readonly OccurrenceRow[]): Promise<WeekFacts['occurrences']> {
  const ids = ledger.map(({ id }) => id)
  const counts = await countItems(scope, ids)
  const opened = await openedAs(scope, ids)
  return ledger.map((row) => ({
    ...row,
    ...(opened.get(row.id) ?? { ownerTitle: null }),
    itemsSettled: counts.get(row.id)?.settled ?? 0,
    itemsTotal: counts.get(row.id)?.total ?? 0,
  }))
}

/** What the owners of opened checklists are called together, the zone of their due times, and which are procedures. */
async function openedAs(
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Pick<OccurrenceFact, 'ownerTitle' | 'zone' | 'procedure'>>> {
  if (ids.length === 0) return new Map()
  const { id, ownerTitle, zone, procedure } = checklists
  const rows = await scope.db
    .select({ id, ownerTitle, zone, procedure })
    .from(checklists)
    .where(within(scope, checklists, inArray(checklists.id, [...ids])))
  return new Map(rows.map(({ id, ...opened }) => [id, opened]))
}

function issueFact(issue: Issue): IssueFact {
  const { ladder, owner } = issue
  const next = nextAsk(issue)
  return {
    ...issue,
    ownerTitle: ladder.find(({ people }) => people.length === 1 && people[0] === owner)?.title || null,
    acknowledgedAt: issue.acknowledged?.at ?? null,
    acknowledgedBy: issue.acknowledged?.by ?? null,
    resolvedAt: issue.resolved?.at ?? null,
    next: next && { ...next, level: next.level.title },
  }
}

/** What happens in the instant in which a span ends belongs to the next. */
function asOfEnd(issue: IssueFact, until: Date): IssueFact {
  const before = (at: Date | null) => (at !== null && at < until ? at : null)
  const acknowledgedAt = before(issue.acknowledgedAt)
  const acknowledgedBy = acknowledgedAt && issue.acknowledgedBy
  return { ...issue, acknowledgedAt, acknowledgedBy, resolvedAt: before(issue.resolvedAt) }
}

export type FrozenSummary = {
  readonly id: string
  readonly plan: string
  readonly dueAt: Date
  /** The week that holds most of the span. */
  readonly week: string
  /** Where the span begins, included; it ends at `frozenAt`, not included. */
  readonly since: Date
  readonly figures: WeekFigures
  readonly previous: WeekFigures | null
  readonly restated: { readonly was: number; readonly is: number } | null
  /** The occurrences whose outcome was told. */
  readonly told: readonly string[]
  /** Those that were still open. */
  readonly open: readonly string[]
  readonly frozenAt: Date
}

/** Freezes a post; false when the one of this due time is frozen already. */
export async function insertSummary(scope: Scope, summary: FrozenSummary): Promise<boolean> {
  const rows = await scope.db
    .insert(summaries)
    .values({ ...scope.workspace, ...summary })
    .onConflictDoNothing({ target: [summaries.enterprise, summaries.team, summaries.plan, summaries.dueAt] })
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

export async function newestSummary(scope: Scope, plan: string): Promise<FrozenSummary | undefined> {
  const [row] = await scope.db
    .select()
    .from(summaries)
    .where(within(scope, summaries, eq(summaries.plan, plan)))
    .orderBy(desc(summaries.dueAt))
    .limit(1)
  return row
}

/** Nothing of a plan is older than this. */
export async function firstApplied(scope: Scope, plan: string): Promise<Date | null> {
  const [row] = await scope.db
    .select({ at: min(plans.appliedAt) })
    .from(plans)
    .where(within(scope, plans, eq(plans.name, plan)))
  return row?.at ?? null
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
