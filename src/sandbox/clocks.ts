import { performance } from 'node:perf_hooks'

/** The clock that dates messages can be moved; the platform's own timeouts run on the machine's monotonic one. */
export type Clock = () => Date

export const realClock: Clock = () => new Date()
export const monotonicMs = (): number => performance.now()

/** Signatures are checked by the app against real time, whatever the workspace's clock says. */
export const realSeconds = (): number => Math.floor(Date.now() / 1000)

/** The platform's time limits, in milliseconds; tests shorten them. */
export type Timing = {
  readonly ackMs: number
  readonly triggerMs: number
  readonly responseUrlMs: number
  readonly eventRetryMs: readonly number[]
  readonly rateWindowMs: number
  readonly postIntervalMs: number
  readonly pingMs: number
}

export const defaultTiming: Timing = {
  ackMs: 3_000,
  triggerMs: 3_000,
  responseUrlMs: 30 * 60_000,
  eventRetryMs: [0, 50, 200],
  rateWindowMs: 60_000,
  postIntervalMs: 1_000,
  pingMs: 10_000,
}
