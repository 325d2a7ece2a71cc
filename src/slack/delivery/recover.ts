import { type Claimed, recordAdopted } from '../../store/message-claims.ts'
import { findMessageById } from '../../store/messages.ts'
import { CallFailed, LookFailed } from './call-failed.ts'
import { type Context, later, placeOf } from './context.ts'
import type { Found, Place } from './slack-calls.ts'

/** Slack's clock and ours differ a little. */
const skewMs = 60_000

export type Sighting = { readonly ts: string; readonly channel: string }

/** A post of unknown outcome that did arrive becomes the message; it stays stale, and is edited when claimed next. */
export async function adoptLostPost(context: Context, row: Claimed, since: Date): Promise<boolean> {
  const found = await lookForPost(context, row, since)
  if (!found) return false
  context.counters.adopted += 1
  await recordAdopted(context.scope, row, { ts: found.ts, postedIn: found.channel, at: since })
  return true
}

/** The post of unknown outcome, if Slack shows it; a second copy of it is deleted. */
async function lookForPost(context: Context, row: Claimed, since: Date): Promise<Sighting | undefined> {
  const place = await conversationOf(context, row)
  const [first, ...copies] = place ? await copiesOf(context, row, place, since) : []
  if (!place || !first) return undefined
  for (const { ts } of copies) await deleteCopy(context, { channel: place.channel, ts })
  return { ts: first.ts, channel: place.channel }
}

/** An earlier post of the message may have arrived beside the one that is its own. */
export async function deleteLateCopies(context: Context, row: Claimed, own: Sighting, since: Date): Promise<void> {
  const place = await conversationOf(context, row)
  const copies = place ? await copiesOf(context, row, place, since) : []
  for (const { ts } of copies) if (ts !== own.ts) await deleteCopy(context, { channel: own.channel, ts })
}

/** A copy that can't be deleted now is met again when somebody clicks on it. */
export async function deleteCopy({ calls, log }: Pick<Context, 'calls' | 'log'>, copy: Sighting): Promise<void> {
  try {
    await calls.delete(copy)
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error
    if (error.fate.kind !== 'gone')
      log.warn({ err: error, ...copy }, 'A second copy of a message could not be deleted.')
  }
}

async function copiesOf(context: Context, row: Claimed, place: Place, since: Date): Promise<readonly Found[]> {
  const posted = await asked(context, () => context.calls.postedSince(place, later(since, -skewMs)))
  return (posted ?? []).filter(({ messageId }) => messageId === row.id)
}

async function conversationOf(context: Context, row: Claimed): Promise<Place | undefined> {
  const parent = row.threadOf === null ? undefined : await findMessageById(context.scope, row.threadOf)
  const channel = placeOf(parent ?? row)
  const isPerson = /^[UW]/.test(channel)
  const conversation = isPerson ? await asked(context, () => context.calls.openDirect(channel)) : channel
  if (conversation === undefined) return undefined
  return parent?.ts ? { channel: conversation, threadTs: parent.ts } : { channel: conversation }
}

/** Undefined where we may not look: then nothing can be known, now or later. */
async function asked<Answer>(context: Context, ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error
    const { fate, method } = error
    if (fate.kind === 'revoked') throw error
    if (fate.kind === 'gone') return undefined
    if (fate.kind !== 'unreadable' && fate.kind !== 'unreachable') throw new LookFailed(error.message, { cause: error })
    const sentence = 'History can’t be read, so a post whose answer was lost is posted again and may stand there twice.'
    context.warnOnce({ method, reason: fate.reason }, sentence)
    return undefined
  }
}
