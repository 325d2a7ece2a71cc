import { eq, type SQL, sql } from 'drizzle-orm'
import { firstTime } from './receipts.ts'
import { receipts } from './schema.ts'
import { type Scope, within } from './scope.ts'

/** True once for each channel that can't be posted to, until `forgetTrouble`. */
export function isNewTrouble(scope: Scope, channel: string, at: Date): Promise<boolean> {
  return firstTime(scope, keyOf(channel), at)
}

/** Part of another statement: a channel, null for none, takes messages again, so that its next trouble is news. */
export const forgetTrouble = (scope: Scope, channel: SQL) =>
  scope.db.$with('forgotten').as(
    scope.db
      .delete(receipts)
      .where(within(scope, receipts, eq(receipts.key, sql`${troubled} || ${channel}`)))
      .returning({ key: receipts.key }),
  )

const troubled = 'unreachable:'
const keyOf = (channel: string): string => troubled + channel
