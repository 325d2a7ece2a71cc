import { randomUUID } from 'node:crypto'
import { type Claimed, claimStale, type Room, release } from '../../store/message-claims.ts'
import type { Reads } from '../../store/scope.ts'
import { type Context, placeOf } from './context.ts'
import { deliverMessage } from './deliver-message.ts'
import { kindOf } from './pace.ts'
import type { Rest } from './rest.ts'

export type DrainOptions = {
  readonly leaseSeconds: number
  readonly parallel: number
  readonly goesOn: () => boolean
  /** Has news of a commit, or of a message that is done and others waited for. */
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

  /** Whether there may be something to claim now that there was not before. */
  async function deliverOne(row: Claimed, reads: Reads): Promise<boolean> {
    const place = kindOf(row) === 'posts' ? placeOf(row) : undefined
    if ((place !== undefined && posting.has(place)) || !pace.take(row)) {
      await release(scope, row)
      return false
    }
    if (place !== undefined) posting.add(place)
    delivered += 1
    try {
      return await deliverMessage({ ...context, scope: { ...scope, reads } }, row)
    } finally {
      if (place !== undefined) posting.delete(place)
    }
  }

  function begin(row: Claimed, reads: Reads): void {
    const task = deliverOne(row, reads)
      .catch((error) => {
        log.error({ err: error, message: row.id }, 'What came of a message could not be recorded.')
        return true
      })
      .then((isNews) => {
        inFlight.delete(task)
        if (isNews) rest.wake()
        else rest.stir()
      })
    inFlight.add(task)
  }

  /** Whether there may be more than was claimed. */
  async function claimSome(): Promise<boolean> {
    rest.hear()
    const lease = { owner: randomUUID(), seconds: leaseSeconds }
    const limit = parallel - inFlight.size
    const rows = await claimStale(scope, { now: clock(), limit, lease, room: room() })
    // What changes from now on has them drawn once more, so those that tell of the same thing may share it.
    const reads: Reads = new Map()
    for (const row of rows) begin(row, reads)
    return rows.length === limit
  }

  try {
    let look = true
    let more = false
    while (goesOn()) {
      const hasRoom = inFlight.size < parallel
      // Several at a time: a claim costs more than to wait until some of these are done.
      const isWorthIt = look || rest.hasNews() || (more && inFlight.size <= parallel / 2)
      if (hasRoom && isWorthIt) {
        more = await claimSome()
        look = false
      } else if (inFlight.size === 0) break
      else look = !(await rest.for(pollMs))
    }
  } finally {
    await Promise.all(inFlight)
  }
  return delivered
}

/** A long call holds up nothing but itself. */
const pollMs = 1_000
