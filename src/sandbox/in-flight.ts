/** Counts what is under way, so that a test can wait until nothing is. */
export type InFlight = {
  track<T>(work: Promise<T>): Promise<T>
  settled(): Promise<void>
}

/** Of the event loop. */
const quietTurns = 30

export function createInFlight(): InFlight {
  const running = new Set<Promise<unknown>>()
  return {
    track: (work) => {
      running.add(work)
      const done = () => running.delete(work)
      work.then(done, done)
      return work
    },
    settled: async () => {
      // An answered call makes the app start its next one a few turns later: quiet must last for more.
      for (let quiet = 0; quiet < quietTurns; quiet += 1) {
        if (running.size > 0) quiet = -1
        await Promise.allSettled(running)
        await new Promise(setImmediate)
      }
    },
  }
}
