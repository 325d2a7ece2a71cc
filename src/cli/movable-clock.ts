import { machineClock } from '../clock.ts'

export type MovableClock = {
  now(): Date
  /** Never back. */
  moveTo(at: Date): void
  isRunning(): boolean
  /** Lets it run as the machine's does, or halts it where it is. */
  run(running: boolean): void
}

/** A clock that runs as the machine's does, from another beginning, and can be moved and halted. */
export function movableClock(start: Date, { running = true, machine = machineClock } = {}): MovableClock {
  let [from, since, runs] = [start.getTime(), machine().getTime(), running]
  const nowMs = () => from + (runs ? machine().getTime() - since : 0)
  const goOnFrom = (ms: number) => {
    from = ms
    since = machine().getTime()
  }
  return {
    now: () => new Date(nowMs()),
    moveTo: (at) => goOnFrom(Math.max(at.getTime(), nowMs())),
    isRunning: () => runs,
    run(running) {
      goOnFrom(nowMs())
      runs = running
    },
  }
}
