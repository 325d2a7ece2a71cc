import { machineClock } from '../main.ts'

export type MovableClock = { now(): Date; moveTo(at: Date): void }

/** A clock that runs as the machine's does, from another beginning, and can be moved. */
export function movableClock(start: Date): MovableClock {
  let ahead = start.getTime() - machineClock().getTime()
  return {
    now: () => new Date(machineClock().getTime() + ahead),
    moveTo: (at) => {
      ahead = at.getTime() - machineClock().getTime()
    },
  }
}
