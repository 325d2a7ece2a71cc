import { asc, eq } from 'drizzle-orm'
import type { Happening, JournalEntry } from '../domain/journal.ts'
import type { Person } from '../domain/plan.ts'
import { journal } from './schema.ts'
import { type Scope, within } from './scope.ts'

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
  if (happenings.length === 0) return
  await scope.db
    .insert(journal)
    .values(happenings.map((what) => ({ ...scope.workspace, ...circumstance, kind: what.kind, what })))
}

/** What happened to one checklist, issue or plan, oldest first. */
export async function timelineOf(scope: Scope, subject: string): Promise<readonly JournalEntry[]> {
  const rows = await scope.db
    .select({ at: journal.at, by: journal.by, plan: journal.plan, subject: journal.subject, what: journal.what })
    .from(journal)
    .where(within(scope, journal, eq(journal.subject, subject)))
    .orderBy(asc(journal.id))
  return rows
}
