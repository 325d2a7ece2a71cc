import { eq, lt } from 'drizzle-orm'
import { receipts } from './schema.ts'
import { type Scope, within } from './scope.ts'
import { givenRow, statement } from './statement.ts'

/** Marks an interaction as carried out; false when it already was, then it must change nothing. */
export async function firstTime(scope: Scope, key: string, at: Date): Promise<boolean> {
  const rows = await mark(scope, { key, at })
  return rows.length > 0
}

const mark = statement<{ key: string; at: Date }, unknown[]>((scope) =>
  scope.db
    .insert(receipts)
    .values({ ...scope.workspace, ...givenRow(receipts, ['key', 'at']) })
    .onConflictDoNothing()
    .returning({ key: receipts.key }),
)

/**
 * Whether this interaction was carried out before. One that is about to be carried out is marked; a refused one
 * is not, so that it can be corrected and sent again.
 */
export async function alreadyCarriedOut(
  scope: Scope & { readonly now: Date },
  key: string | undefined,
  accepted: boolean,
): Promise<boolean> {
  if (key === undefined) return false
  const [found] = await scope.db
    .select({ at: receipts.at })
    .from(receipts)
    .where(within(scope, receipts, eq(receipts.key, key)))
  return found !== undefined || (accepted && !(await firstTime(scope, key, scope.now)))
}

/** Receipts older than any form that could still be sent. */
export async function dropReceiptsBefore(scope: Scope, at: Date): Promise<void> {
  await scope.db.delete(receipts).where(within(scope, receipts, lt(receipts.at, at)))
}
