import { eq } from 'drizzle-orm'
import { firstTime } from './receipts.ts'
import { receipts } from './schema.ts'
import { type Scope, within } from './scope.ts'
import { given, statement } from './statement.ts'

/** True once for each channel that can't be posted to, until `forgetTrouble`. */
export function isNewTrouble(scope: Scope, channel: string, at: Date): Promise<boolean> {
  return firstTime(scope, keyOf(channel), at)
}

/** The channel takes messages again, so that its next trouble is news. */
export async function forgetTrouble(scope: Scope, channel: string): Promise<void> {
  await forget(scope, { key: keyOf(channel) })
}

const forget = statement<{ key: string }, unknown>((scope) =>
  scope.db.delete(receipts).where(within(scope, receipts, eq(receipts.key, given('key')))),
)

const keyOf = (channel: string): string => `unreachable:${channel}`
