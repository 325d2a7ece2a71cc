import { adopt } from '../../store/message-claims.ts'
import { findMessageById } from '../../store/messages.ts'
import type { Scope } from '../../store/scope.ts'
import type { Log } from './context.ts'
import { deleteCopy } from './recover.ts'
import type { SlackCalls } from './slack-calls.ts'

export type StrayDeps = {
  readonly scope: Scope
  readonly clock: () => Date
  readonly calls: SlackCalls
  readonly log: Log
}
/** A copy of a message as somebody met it; `messageId` is its row. */
export type Stray = { readonly messageId: string; readonly channel: string; readonly ts: string }

/**
 * For a click on a message whose `ts` is not the row's own: a post whose answer was lost and could not be looked for.
 * It becomes the message when there is no other, and is deleted when there is.
 */
export async function adoptOrDeleteStray(
  deps: StrayDeps,
  stray: Stray,
): Promise<'own' | 'adopted' | 'deleted' | 'unknown'> {
  const { scope, clock } = deps
  const { messageId, channel, ts } = stray
  const row = await findMessageById(scope, messageId)
  if (!row) return 'unknown'
  if (row.ts === ts) return 'own'
  if (await adopt(scope, row, { ts, postedIn: channel, at: row.postingSince ?? clock() })) return 'adopted'
  await deleteCopy(deps, { channel, ts })
  return 'deleted'
}
