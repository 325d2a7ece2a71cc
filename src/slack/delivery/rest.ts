/** Pauses that can be cut short, and whether there is word of something new. */
export type Rest = {
  /** There may be something new: ends every pause, and is remembered until it is heard. */
  wake(): void
  /** Ends every pause. */
  stir(): void
  hasNews(): boolean
  hear(): void
  /** Whether it was cut short. */
  for(ms: number): Promise<boolean>
}

export function createRest(): Rest {
  const sleepers = new Set<() => void>()
  let news = false
  const stir = () => {
    for (const wakeUp of sleepers) wakeUp()
  }
  return {
    wake() {
      news = true
      stir()
    },
    stir,
    hasNews: () => news,
    hear() {
      news = false
    },
    for: (ms) => new Promise((resolve) => sleep(sleepers, ms, resolve)),
  }
}

function sleep(sleepers: Set<() => void>, ms: number, done: (cutShort: boolean) => void): void {
  const end = (cutShort: boolean) => {
    clearTimeout(timer)
    sleepers.delete(wakeUp)
    done(cutShort)
  }
  const wakeUp = () => end(true)
  const timer = setTimeout(() => end(false), ms)
  sleepers.add(wakeUp)
}
