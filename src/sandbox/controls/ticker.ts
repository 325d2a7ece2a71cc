import { monotonicMs } from '../clocks.ts'

/** The machine's own time, for a clock that runs faster; tests bring one that they move by hand. */
export type Ticker = {
  nowMs(): number
  /** Works again and again, never twice at once, until told to stop. */
  start(work: () => Promise<void>): () => void
}

const tickMs = 250

export const realTicker: Ticker = {
  nowMs: monotonicMs,
  start(work) {
    let timer: NodeJS.Timeout
    let stopped = false
    const soon = () => {
      timer = setTimeout(async () => {
        await work()
        if (!stopped) soon()
      }, tickMs)
    }
    soon()
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  },
}
