import { and, eq, isNotNull, lte, not, notInArray, type SQL, sql } from 'drizzle-orm'
import { cursors } from './schema.ts'
import { type Scope, within } from './scope.ts'
import { givenRow, statement } from './statement.ts'

export type RitualName = { readonly plan: string; readonly ritual: string }

/** How far a ritual's due times have been entered in the ledger. */
export type Cursor = RitualName & {
  readonly cadence: string
  readonly reached: Date
  readonly nextAt: Date | null
}

/** Holds the cursor of a ritual until the transaction ends. */
export async function lockCursor(scope: Scope, plan: string, ritual: string): Promise<Cursor | undefined> {
  const [row] = await scope.db
    .select()
    .from(cursors)
    .where(within(scope, cursors, isOf({ plan, ritual })))
    .for('update')
  return row
}

export async function saveCursor(scope: Scope, cursor: Cursor): Promise<void> {
  await save(scope, cursor)
}

const save = statement<Cursor, unknown>((scope) =>
  scope.db
    .insert(cursors)
    .values({ ...scope.workspace, ...givenRow(cursors, ['plan', 'ritual', 'cadence', 'reached', 'nextAt']) })
    .onConflictDoUpdate({
      target: [cursors.enterprise, cursors.team, cursors.plan, cursors.ritual],
      set: givenRow(cursors, ['cadence', 'reached', 'nextAt']),
    }),
)

/** Cursors of rituals that the plan no longer has. */
export async function dropCursorsExcept(scope: Scope, plan: string, rituals: readonly string[]): Promise<void> {
  await scope.db
    .delete(cursors)
    .where(and(within(scope, cursors, eq(cursors.plan, plan)), notInArray(cursors.ritual, [...rituals])))
}

/** Nothing of the plan falls due any more. */
export async function dropCursors(scope: Scope, plan: string): Promise<void> {
  await scope.db.delete(cursors).where(within(scope, cursors, eq(cursors.plan, plan)))
}

/** Some cursors whose next due time has come, locked for this transaction and passed over by every other. */
export async function lockDueCursors(
  scope: Scope,
  { now, most, except }: { readonly now: Date; readonly most: number; readonly except: readonly RitualName[] },
): Promise<readonly Cursor[]> {
  return scope.db
    .select()
    .from(cursors)
    .where(and(isDue(scope, now), ...except.map((one) => not(isOf(one)))))
    .orderBy(cursors.nextAt, cursors.plan, cursors.ritual)
    .limit(most)
    .for('update', { skipLocked: true })
}

/** The same of one ritual; undefined where it is not due any more, or held by another. */
export async function lockDueCursor(scope: Scope, now: Date, ritual: RitualName): Promise<Cursor | undefined> {
  const [row] = await scope.db
    .select()
    .from(cursors)
    .where(and(isDue(scope, now), isOf(ritual)))
    .for('update', { skipLocked: true })
  return row
}

export async function allCursors(scope: Scope): Promise<readonly Cursor[]> {
  return scope.db
    .select()
    .from(cursors)
    .where(within(scope, cursors, isNotNull(cursors.nextAt)))
    .orderBy(cursors.nextAt, cursors.plan, cursors.ritual)
}

function isOf({ plan, ritual }: RitualName): SQL {
  return sql`(${cursors.plan} = ${plan} and ${cursors.ritual} = ${ritual})`
}

function isDue(scope: Scope, now: Date): SQL | undefined {
  return within(scope, cursors, isNotNull(cursors.nextAt), lte(cursors.nextAt, now))
}
