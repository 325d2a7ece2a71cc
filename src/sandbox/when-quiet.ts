import { wait } from './deferred.ts'

const quietMs = 100

/** Calls once for a whole burst of changes. */
export function whenQuiet(work: () => Promise<void>): () => void {
  let scheduled = false
  return async () => {
    if (scheduled) return
    scheduled = true
    await wait(quietMs)
    scheduled = false
    await work()
  }
}
