import { type Claimed, drawAgain, forgetThread, postpone, release } from '../../store/message-claims.ts'
import { CallFailed, LookFailed } from './call-failed.ts'
import { type Context, later, placeOf } from './context.ts'
import { deleteCopy } from './recover.ts'
import { meetUnreachable } from './unreachable.ts'

/** What happens to a message after a call for it, or its drawing, went wrong. */
export async function meetFate(context: Context, row: Claimed, error: unknown): Promise<void> {
  if (!(error instanceof CallFailed)) return tryLater(context, row, error)
  const { fate, method } = error
  switch (fate.kind) {
    case 'revoked':
      await release(context.scope, row)
      return context.halt(fate.reason)
    case 'rate-limited':
      context.pace.hold(method, fate.seconds)
      return waitFor(context, row, fate.seconds * 1_000)
    case 'gone':
    case 'fixed':
      return postAnew(context, row, error)
    case 'unreachable':
      return meetUnreachable(context, row, fate.reason)
    case 'unknown':
    case 'refused':
    case 'unreadable':
    case 'failed':
      return tryLater(context, row, error)
  }
}

const backoffMsMin = 5_000
const backoffMsMax = 15 * 60_000

const backoffMs = (attempts: number): number => Math.min(backoffMsMin * 2 ** attempts, backoffMsMax)

async function waitFor({ scope, clock, counters }: Context, row: Claimed, ms: number): Promise<void> {
  counters.retried += 1
  await postpone(scope, row, { retryAt: later(clock(), ms), postingSince: row.postingSince })
}

async function tryLater(
  { scope, clock, counters, graceMs, log }: Context,
  row: Claimed,
  error: unknown,
): Promise<void> {
  const now = clock()
  const lost = error instanceof LookFailed || (error instanceof CallFailed && error.fate.kind === 'unknown')
  const mayArrive = row.ts === null && (lost || row.postingSince !== null)
  const retryAt = later(now, Math.max(backoffMs(row.attempts), mayArrive ? graceMs : 0))
  const pointers = error instanceof CallFailed && error.fate.kind === 'refused' ? error.fate.pointers : undefined
  const about = {
    err: error,
    pointers,
    message: row.id,
    surface: row.surface,
    subject: row.subject,
    attempt: row.attempts + 1,
    retryAt,
  }
  log.error(about, 'A message could not be shown; it is tried again.')
  counters.retried += 1
  const unknownSince = lost && row.surface !== 'home' ? now : null
  // What went wrong beside the calls, the record of a post for instance, says nothing of them.
  const isOfCall = error instanceof CallFailed || error instanceof LookFailed
  const mine = await postpone(scope, row, {
    retryAt,
    ...(isOfCall && { postingSince: row.postingSince ?? unknownSince }),
  })
  if (!mine) await drawAgain(scope, row, unknownSince ?? undefined)
}

async function postAnew(context: Context, row: Claimed, error: CallFailed): Promise<void> {
  const { scope, clock } = context
  const posting = row.ts === null
  if (posting && row.threadOf === null) return tryLater(context, row, error)
  const headId = posting && row.threadOf !== null ? row.threadOf : row.id
  const retryAt = row.attempts === 0 ? null : later(clock(), backoffMs(row.attempts))
  const before = await forgetThread(scope, row, { headId, retryAt })
  // Slack keeps the replies of a deleted message, under a placeholder.
  const left = before.filter(({ id }) => id !== row.id || error.fate.kind === 'fixed')
  for (const one of left) if (one.ts !== null) await deleteCopy(context, { channel: placeOf(one), ts: one.ts })
}
