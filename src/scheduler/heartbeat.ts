import { schedule } from 'node-cron'

export type Beating = { stop(): Promise<void> }

type Pulse = {
  /** A cron expression of six fields, seconds first. */
  readonly every: string
  readonly name: string
  readonly beat: () => Promise<void>
  readonly failed: (error: unknown) => void
}

/** Calls `beat` in a steady rhythm, never twice at once; a beat that fails is told and the next one tries again. */
export function startHeartbeat({ every, name, beat, failed }: Pulse): Beating {
  let current: Promise<void> = Promise.resolve()
  const task = schedule(
    every,
    () => {
      current = beat().catch(failed)
      return current
    },
    { noOverlap: true, name },
  )
  return {
    async stop() {
      await task.destroy()
      await current
    },
  }
}

/** Every ten seconds: an empty look costs a fraction of a millisecond, and a clock that runs out is told at once. */
export const everyTenSeconds = '*/10 * * * * *'

export const everyTenMinutes = '0 */10 * * * *'

/** The same work, one time after the other in this process. What it resolves or fails with is the caller's own. */
export function inTurn(work: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return () => {
    const mine = last.then(work)
    last = mine.catch(() => {})
    return mine
  }
}
