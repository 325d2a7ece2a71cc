import type { Ticker } from '../../src/sandbox/controls/ticker.ts'

/** The machine's time in the hands of a test: a tick comes when it is let pass, and is over when that resolves. */
export function manualTicker(): Ticker & { passes(ms: number): Promise<void>; isTicking(): boolean } {
  let nowMs = 0
  let work: (() => Promise<void>) | null = null
  return {
    nowMs: () => nowMs,
    start(next) {
      work = next
      return () => {
        if (work === next) work = null
      }
    },
    isTicking: () => work !== null,
    async passes(ms) {
      nowMs += ms
      await work?.()
    },
  }
}
