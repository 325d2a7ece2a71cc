import { asc, desc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm'
import type { Happening, JournalEntry } from '../domain/journal.ts'
import type { Person } from '../domain/plan.ts'
import { journal } from './schema.ts'
import { type Scope, within } from './scope.ts'
import { given, statement } from './statement.ts'

/** What all happenings of one operation share. */
type Circumstance = {
  readonly at: Date
  readonly by: Person | null
  readonly plan: string
  readonly subject: string
}

export async function record(
  scope: Scope,
  circumstance: Circumstance,
  happenings: readonly Happening[],
): Promise<void> {
  if (happenings.length > 0) await append(scope, { ...circumstance, happenings })
}

/** As one value, because a statement of so many parameters takes longer to write than to run. */
const append = statement<Circumstance & { happenings: readonly Happening[] }, unknown>((scope) =>
  scope.db.insert(journal).select(sql`
    select ${given('enterprise')}, ${given('team')}, nextval('journal_id_seq'), ${given('at', journal.at)}::timestamptz,
      ${given('by')}, ${given('plan')}, ${given('subject')}, what ->> 'kind', what
    from jsonb_array_elements(${given('happenings', journal.what)}) what`),
)

/** What happened to one checklist, issue or plan, oldest first. */
export async function timelineOf(scope: Scope, subject: string): Promise<readonly JournalEntry[]> {
  return timeline(scope, { subject })
}

const timeline = statement<{ subject: string }, JournalEntry[]>((scope) =>
  scope.db
    .select(entry)
    .from(journal)
    .where(within(scope, journal, eq(journal.subject, given('subject'))))
    .orderBy(asc(journal.id)),
)

/** The newest entry's place in the record and its time; null while nothing has happened. */
export async function newestEntry(scope: Scope): Promise<{ readonly id: number; readonly at: Date } | null> {
  const [row] = await scope.db
    .select({ id: journal.id, at: journal.at })
    .from(journal)
    .where(within(scope, journal))
    .orderBy(desc(journal.id))
    .limit(1)
  return row ?? null
}

/** Everything that has happened since a place in the record, oldest first. */
export async function entriesAfter(
  scope: Scope,
  id: number,
): Promise<readonly (JournalEntry & { readonly id: number })[]> {
  return after(scope, { id })
}

const after = statement<{ id: number }, (JournalEntry & { readonly id: number })[]>((scope) =>
  scope.db
    .select({ id: journal.id, ...entry })
    .from(journal)
    .where(within(scope, journal, gt(journal.id, given('id'))))
    .orderBy(asc(journal.id)),
)

/** Whether any of this has ever happened here: an item ticked, a reading typed, an item failed, a week told. */
export async function everHappened(scope: Scope) {
  const isReading = sql`${journal.what} ->> 'reading' is not null`
  const ever = (condition: SQL) => sql<boolean>`coalesce(bool_or(${condition}), false)`
  const [row] = await scope.db
    .select({
      ticked: ever(sql`${journal.kind} = 'item-done' and not ${isReading}`),
      read: ever(isReading),
      failed: ever(sql`${journal.kind} = 'item-failed'`),
      summarised: ever(sql`${journal.kind} = 'summary-frozen'`),
    })
    .from(journal)
    .where(within(scope, journal, inArray(journal.kind, ['item-done', 'item-failed', 'summary-frozen'])))
  return row ?? { ticked: false, read: false, failed: false, summarised: false }
}

const entry = { at: journal.at, by: journal.by, plan: journal.plan, subject: journal.subject, what: journal.what }
