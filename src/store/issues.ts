import { and, asc, eq, gte, inArray, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm'
import type { Issue } from '../domain/issue.ts'
import { counters, issues } from './schema.ts'
import { type Scope, within } from './scope.ts'
import { given, statement } from './statement.ts'

/** The next number of the workspace's one series. Held until the transaction ends, so no number is lost or shared. */
export async function nextIssueNumber(scope: Scope): Promise<number> {
  const [row] = await scope.db
    .insert(counters)
    .values({ ...scope.workspace, name: 'issue', value: 1 })
    .onConflictDoUpdate({
      target: [counters.enterprise, counters.team, counters.name],
      set: { value: sql`${counters.value} + 1` },
    })
    .returning({ value: counters.value })
  if (!row) throw new Error('The counter of issues gave no number.')
  return row.value
}

export async function insertIssue(scope: Scope, issue: Issue): Promise<void> {
  await scope.db.insert(issues).values({ ...scope.workspace, ...columnsOf(issue) })
}

export async function saveIssue(scope: Scope, issue: Issue): Promise<void> {
  await scope.db
    .update(issues)
    .set(columnsOf(issue))
    .where(within(scope, issues, eq(issues.id, issue.id)))
}

export async function lockIssue(scope: Scope, id: string): Promise<Issue | undefined> {
  const [row] = await scope.db
    .select()
    .from(issues)
    .where(within(scope, issues, eq(issues.id, id)))
    .for('update')
  return row && issueOf(row)
}

export async function findIssue(scope: Scope, id: string): Promise<Issue | undefined> {
  const [row] = await issueById(scope, { id })
  return row && issueOf(row)
}

const issueById = statement<{ id: string }, IssueRow[]>((scope) =>
  scope.db
    .select()
    .from(issues)
    .where(within(scope, issues, eq(issues.id, given('id')))),
)

export async function findIssues(scope: Scope, ids: readonly string[]): Promise<readonly Issue[]> {
  if (ids.length === 0) return []
  const rows = await scope.db
    .select()
    .from(issues)
    .where(within(scope, issues, inArray(issues.id, [...ids])))
  return rows.map(issueOf)
}

export async function findIssueByNumber(scope: Scope, number: number): Promise<Issue | undefined> {
  const [row] = await scope.db
    .select()
    .from(issues)
    .where(within(scope, issues, eq(issues.number, number)))
  return row && issueOf(row)
}

/** Beyond so many it is not issues that a team has to see. */
const mostOpen = 1_000

/** Neither resolved nor withdrawn, of one plan or of all, the worst first and the oldest of those. */
export async function openIssues(scope: Scope, plan?: string): Promise<readonly Issue[]> {
  const ofPlan = plan === undefined ? undefined : eq(issues.plan, plan)
  const rows = await scope.db
    .select()
    .from(issues)
    .where(and(within(scope, issues, ofPlan), isNull(issues.resolvedAt), isNull(issues.withdrawnAt)))
    .orderBy(asc(issues.severity), asc(issues.openedAt), asc(issues.number))
    .limit(mostOpen)
  return rows.map(issueOf)
}

/** Whether somebody has ever declared one, rather than failed an item. */
export async function everDeclared(scope: Scope): Promise<boolean> {
  const declared = and(isNotNull(issues.openedBy), isNull(issues.sourceChecklist))
  const [row] = await scope.db
    .select({ id: issues.id })
    .from(issues)
    .where(within(scope, issues, declared))
    .limit(1)
  return row !== undefined
}

/** Opened before `until` and not over before `from`; withdrawn ones are nobody's figures. */
export async function issuesOfWeek(scope: Scope, plan: string, from: Date, until: Date): Promise<readonly Issue[]> {
  const rows = await scope.db
    .select()
    .from(issues)
    .where(
      and(
        within(scope, issues, eq(issues.plan, plan)),
        lt(issues.openedAt, until),
        isNull(issues.withdrawnAt),
        or(isNull(issues.resolvedAt), gte(issues.resolvedAt, from)),
      ),
    )
    .orderBy(asc(issues.number))
  return rows.map(issueOf)
}

/** Some issues whose clock has run out, locked for this transaction and passed over by every other. */
export async function lockWakingIssues(scope: Scope, now: Date, most: number): Promise<readonly Issue[]> {
  const rows = await lockWaking(scope, { now, most })
  return rows.map(issueOf)
}

const lockWaking = statement<{ now: Date; most: number }, IssueRow[]>((scope) =>
  scope.db
    .select()
    .from(issues)
    .where(within(scope, issues, isNotNull(issues.wakeAt), lte(issues.wakeAt, given('now', issues.wakeAt))))
    .orderBy(issues.wakeAt)
    .limit(sql.placeholder('most'))
    .for('update', { skipLocked: true }),
)

/** The one whose clock runs out first. */
export async function nextWakingIssue(scope: Scope): Promise<Issue | undefined> {
  const [row] = await scope.db
    .select()
    .from(issues)
    .where(within(scope, issues, isNotNull(issues.wakeAt)))
    .orderBy(asc(issues.wakeAt))
    .limit(1)
  return row && issueOf(row)
}

type IssueRow = typeof issues.$inferSelect

function issueOf(row: IssueRow): Issue {
  const { sourceChecklist, sourceItem, acknowledgedBy, acknowledgedAt, resolvedBy, resolvedAt, resolution } = row
  return {
    ...row,
    source: sourceChecklist && sourceItem ? { checklist: sourceChecklist, item: sourceItem } : null,
    acknowledged: acknowledgedBy && acknowledgedAt ? { by: acknowledgedBy, at: acknowledgedAt } : null,
    resolved: resolvedBy && resolvedAt ? { by: resolvedBy, at: resolvedAt, text: resolution ?? '' } : null,
    asks: row.asks.map((ask) => ({ ...ask, at: new Date(ask.at) })),
  }
}

function columnsOf({ source, acknowledged, resolved, asks, ...issue }: Issue) {
  return {
    ...issue,
    sourceChecklist: source?.checklist ?? null,
    sourceItem: source?.item ?? null,
    acknowledgedBy: acknowledged?.by ?? null,
    acknowledgedAt: acknowledged?.at ?? null,
    resolvedBy: resolved?.by ?? null,
    resolvedAt: resolved?.at ?? null,
    resolution: resolved?.text ?? null,
    asks: asks.map((ask) => ({ ...ask, at: ask.at.toISOString() })),
  }
}
