import { and, eq, isNotNull, lte, min, notInArray } from 'drizzle-orm'
import { cursors } from './schema.ts'
import { type Scope, within } from './scope.ts'

/** How far a ritual's due times have been entered in the ledger. */
export type Cursor = {
  readonly plan: string
  readonly ritual: string
  readonly cadence: string
  readonly reached: Date
  readonly nextAt: Date | null
}

export async function findCursor(scope: Scope, plan: string, ritual: string): Promise<Cursor | undefined> {
  const [row] = await scope.db
    .select()
    .from(cursors)
    .where(within(scope, cursors, eq(cursors.plan, plan), eq(cursors.ritual, ritual)))
  return row
}

export async function saveCursor(scope: Scope, cursor: Cursor): Promise<void> {
  await scope.db
    .insert(cursors)
    .values({ ...scope.workspace, ...cursor })
    .onConflictDoUpdate({
      target: [cursors.enterprise, cursors.team, cursors.plan, cursors.ritual],
      set: { cadence: cursor.cadence, reached: cursor.reached, nextAt: cursor.nextAt },
    })
}

/** Cursors of rituals that the plan no longer has. */
export async function dropCursorsExcept(scope: Scope, plan: string, rituals: readonly string[]): Promise<void> {
  await scope.db
    .delete(cursors)
    .where(and(within(scope, cursors, eq(cursors.plan, plan)), notInArray(cursors.ritual, [...rituals])))
}

/** Some cursors whose next due time has come, locked for this transaction and passed over by every other. */
export async function lockDueCursors(scope: Scope, now: Date, most: number): Promise<readonly Cursor[]> {
  return scope.db
    .select()
    .from(cursors)
    .where(within(scope, cursors, isNotNull(cursors.nextAt), lte(cursors.nextAt, now)))
    .orderBy(cursors.nextAt)
    .limit(most)
    .for('update', { skipLocked: true })
}

export async function nextDueAt(scope: Scope): Promise<Date | null> {
  const [row] = await scope.db
    .select({ at: min(cursors.nextAt) })
    .from(cursors)
    .where(within(scope, cursors))
  return row?.at ?? null
}

export async function allCursors(scope: Scope): Promise<readonly Cursor[]> {
  return scope.db
    .select()
    .from(cursors)
    .where(within(scope, cursors, isNotNull(cursors.nextAt)))
    .orderBy(cursors.nextAt)
}
