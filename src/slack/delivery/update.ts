import type { KnownBlock } from '@slack/types'
import { type Claimed, recordShown, recordShownForNow, recordWithdrawn } from '../../store/message-claims.ts'
import type { Drawing } from '../drawing.ts'
import { CallFailed } from './call-failed.ts'
import { sendWhatIsTaken } from './contents.ts'
import { type Context, later, placeOf } from './context.ts'

export async function update(context: Context, row: Claimed, ts: string, drawing: Drawing): Promise<boolean> {
  const channel = placeOf(row)
  await sendWhatIsTaken(context, row, drawing, (content) => context.calls.update({ channel, ts, ...content }))
  context.counters.updated += 1
  return recordDrawn(context, row)
}

export async function publishHome(context: Context, row: Claimed, blocks: readonly KnownBlock[]): Promise<boolean> {
  await context.calls.publish({ user: row.channel, blocks })
  context.counters.updated += 1
  return recordDrawn(context, row)
}

export async function withdraw(context: Context, row: Claimed): Promise<boolean> {
  if (row.ts !== null) await deleteIfThere(context, { channel: placeOf(row), ts: row.ts })
  await recordWithdrawn(context.scope, row)
  return true
}

/** Whether it is behind once more. A lost call may still arrive after this one and bring back what it showed. */
async function recordDrawn({ scope, clock, graceMs }: Context, row: Claimed): Promise<boolean> {
  const settledAt = row.postingSince ? later(row.postingSince, graceMs) : undefined
  if (!settledAt || clock() >= settledAt) return (await recordShown(scope, row)) === 'behind'
  await recordShownForNow(scope, row, settledAt)
  return true
}

async function deleteIfThere({ calls }: Context, message: { channel: string; ts: string }): Promise<void> {
  try {
    await calls.delete(message)
  } catch (error) {
    if (!(error instanceof CallFailed) || error.fate.kind !== 'gone') throw error
  }
}
