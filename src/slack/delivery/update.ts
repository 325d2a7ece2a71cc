import type { KnownBlock } from '@slack/types'
import { type Claimed, drawAgain, recordShown, recordShownForNow, recordWithdrawn } from '../../store/message-claims.ts'
import type { Drawing } from '../drawing.ts'
import { CallFailed } from './call-failed.ts'
import { digestOf, sendWhatIsTaken } from './contents.ts'
import { type Context, later, placeOf } from './context.ts'

/** Edits are few a minute, so one that would change nothing is not sent, and makes room for another. */
export async function update(context: Context, row: Claimed, ts: string, drawing: Drawing): Promise<boolean> {
  const { calls, counters, pace } = context
  const channel = placeOf(row)
  const drawn = digestOf(drawing)
  const mayBeOverwritten = row.postingSince !== null
  const sends = row.drawn !== drawn || mayBeOverwritten
  if (sends) await sendWhatIsTaken(context, row, drawing, (content) => calls.update({ channel, ts, ...content }))
  else pace.giveBack(row)
  counters[sends ? 'updated' : 'unchanged'] += 1
  return (await recordDrawn(context, row, drawn)) || !sends
}

export async function publishHome(context: Context, row: Claimed, blocks: readonly KnownBlock[]): Promise<boolean> {
  await context.calls.publish({ user: row.channel, blocks })
  context.counters.updated += 1
  return recordDrawn(context, row, null)
}

export async function withdraw(context: Context, row: Claimed): Promise<boolean> {
  const { scope } = context
  if (row.ts !== null) await deleteIfThere(context, { channel: placeOf(row), ts: row.ts })
  if (!(await recordWithdrawn(scope, row))) await drawAgain(scope, row)
  return true
}

/** Whether it is behind once more. A lost call may still arrive after this one and bring back what it showed. */
async function recordDrawn({ scope, clock, graceMs }: Context, row: Claimed, drawn: string | null): Promise<boolean> {
  const settledAt = row.postingSince ? later(row.postingSince, graceMs) : undefined
  const isSettled = !settledAt || clock() >= settledAt
  const outcome = isSettled ? await recordShown(scope, row, drawn) : await recordShownForNow(scope, row, settledAt)
  if (outcome === 'lost') await drawAgain(scope, row)
  return outcome !== 'shown'
}

async function deleteIfThere({ calls }: Context, message: { channel: string; ts: string }): Promise<void> {
  try {
    await calls.delete(message)
  } catch (error) {
    if (!(error instanceof CallFailed) || error.fate.kind !== 'gone') throw error
  }
}
