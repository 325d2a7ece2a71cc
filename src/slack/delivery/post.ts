import { type Claimed, recordPosted, recordPosting, release } from '../../store/message-claims.ts'
import { findMessageById } from '../../store/messages.ts'
import type { Drawing } from '../drawing.ts'
import { CallFailed } from './call-failed.ts'
import { digestOf, sendWhatIsTaken } from './contents.ts'
import { type Context, later, placeOf } from './context.ts'
import { adoptLostPost, deleteCopy, deleteLateCopies, type Sighting } from './recover.ts'
import type { Place } from './slack-calls.ts'

export async function post(context: Context, row: Claimed, drawing: Drawing): Promise<void> {
  const { scope, clock, counters, graceMs } = context
  const place = await placeFor(context, row)
  if (!place) return release(scope, row)
  const since = clock()
  if (!(await recordPosting(scope, row, { since, retryAt: later(since, graceMs) }))) return
  const posted = await postUnlessLost(context, row, drawing, { place, since })
  if (!posted) return
  counters.posted += 1
  const { ts, channel: postedIn } = posted
  const mine = await recordPosted(scope, row, { ts, postedIn, at: clock(), drawn: digestOf(drawing) })
  if (!mine) return deleteUnlessKnown(context, row, posted)
  if (row.postingSince) await deleteLateCopies(context, row, posted, row.postingSince)
}

type Sending = { readonly place: Place; readonly since: Date }

/** Undefined where its answer was lost, and it was found instead. */
async function postUnlessLost(
  context: Context,
  row: Claimed,
  drawing: Drawing,
  sending: Sending,
): Promise<Sighting | undefined> {
  const { place, since } = sending
  try {
    return await sendWhatIsTaken(context, row, drawing, (content) =>
      context.calls.post({ ...place, ...content, messageId: row.id }),
    )
  } catch (error) {
    if (!(error instanceof CallFailed) || error.fate.kind !== 'unknown') throw error
    if (!(await adoptLostPost(context, row, row.postingSince ?? since))) throw error
    return undefined
  }
}

/** Undefined when the parent is no longer posted: then its reply waits again. */
async function placeFor({ scope }: Context, row: Claimed): Promise<Place | undefined> {
  if (row.threadOf === null) return { channel: placeOf(row) }
  const parent = await findMessageById(scope, row.threadOf)
  return parent?.ts ? { channel: placeOf(parent), threadTs: parent.ts } : undefined
}

/** The lease ran out during the call; whoever came after may have found our post and kept it. */
async function deleteUnlessKnown(context: Context, row: Claimed, posted: Sighting): Promise<void> {
  const current = await findMessageById(context.scope, row.id)
  if (current?.ts !== posted.ts) await deleteCopy(context, posted)
}
