/** A pause that can be cut short; a wake that comes before the pause is not lost. */
export type Rest = { wake(): void; for(ms: number): Promise<void> }

export function createRest(): Rest {
  const sleepers = new Set<() => void>()
  let awake = false
  return {
    wake() {
      awake = true
      for (const wakeUp of sleepers) wakeUp()
    },
    async for(ms) {
      if (!awake) await new Promise<void>((resolve) => sleep(sleepers, ms, resolve))
      awake = false
    },
  }
}

function sleep(sleepers: Set<() => void>, ms: number, done: () => void): void {
  const wakeUp = () => {
    clearTimeout(timer)
    sleepers.delete(wakeUp)
    done()
  }
  const timer = setTimeout(wakeUp, ms)
  sleepers.add(wakeUp)
}
