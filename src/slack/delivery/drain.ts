import { randomUUID } from 'node:crypto'
import { type Claimed, claimStale, type Room, release } from '../../store/message-claims.ts'
import { type Context, placeOf } from './context.ts'
import { deliverMessage } from './deliver-message.ts'
import { kindOf } from './pace.ts'
import type { Rest } from './rest.ts'

export type DrainOptions = {
  readonly leaseSeconds: number
  readonly parallel: number
  readonly goesOn: () => boolean
  /** Woken by a nudge and by each message that is done. */
  readonly rest: Rest
}

/** Delivers several at once, each channel's posts one after the other, until nothing can be claimed. */
export async function drain(context: Context, { leaseSeconds, parallel, goesOn, rest }: DrainOptions): Promise<number> {
  const { scope, clock, pace, log } = context
  const inFlight = new Set<Promise<void>>()
  const posting = new Set<string>()
  let delivered = 0

  const room = (): Room => {
    const paced = pace.room()
    return { ...paced, resting: [...new Set([...paced.resting, ...posting])] }
  }

  async function deliverOne(row: Claimed): Promise<void> {
    const place = kindOf(row) === 'posts' ? placeOf(row) : undefined
    if ((place !== undefined && posting.has(place)) || !pace.take(row)) return release(scope, row)
    if (place !== undefined) posting.add(place)
    delivered += 1
    try {
      await deliverMessage(context, row)
    } finally {
      if (place !== undefined) posting.delete(place)
    }
  }

  function begin(row: Claimed): void {
    const task = deliverOne(row)
      .catch((error) => log.error({ err: error, message: row.id }, 'What came of a message could not be recorded.'))
      .finally(() => {
        inFlight.delete(task)
        rest.wake()
      })
    inFlight.add(task)
  }

  /** Whether there was nothing more to claim. */
  async function fill(): Promise<{ readonly claimed: number; readonly all: boolean }> {
    const lease = { owner: randomUUID(), seconds: leaseSeconds }
    const limit = parallel - inFlight.size
    const rows = await claimStale(scope, { now: clock(), limit, lease, room: room() })
    rows.forEach(begin)
    return { claimed: rows.length, all: rows.length < limit }
  }

  try {
    while (goesOn()) {
      // What ends during the claim may have left room that the claim did not see.
      const wasIdle = inFlight.size === 0
      const { claimed, all } = await fill()
      if (claimed === 0 && wasIdle) break
      // More can be claimed once one of these is done, or word comes of something new.
      if (inFlight.size > 0 && (all || inFlight.size >= parallel)) await rest.for(pollMs)
    }
  } finally {
    await Promise.all(inFlight)
  }
  return delivered
}

/** A long call holds up nothing but itself. */
const pollMs = 1_000
