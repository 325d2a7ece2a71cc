import { dayMilliseconds } from '../cadence/time.ts'

/**
 * Earlier times with which a reading can be compared, each with the days by which that reading is older: at least the
 * first number, less than the second. A year ago is the same week of it, so that weekdays are compared with weekdays.
 */
const spans = {
  'last time': [0, Number.POSITIVE_INFINITY],
  yesterday: [1, 2],
  'last week': [7, 14],
  'same week last month': [28, 35],
  'last month': [28, 56],
  'last quarter': [84, 168],
  'last year': [364, 392],
} as const satisfies Readonly<Record<string, readonly [number, number]>>

export type Period = keyof typeof spans
export const periods = Object.keys(spans) as readonly Period[]

/** A reading of an item at an earlier due time of its ritual. */
export type PastReading = { readonly dueAt: Date; readonly value: number }

/** By the items' ids; the newest first. */
export type Past = Readonly<Record<string, readonly PastReading[]>>

/** When the clocks change, a day or a week is an hour shorter or longer. */
const changeOfClocks = 2 * 3_600_000

/** The newest reading of a period before `dueAt`; null where there is none, however many older ones there are. */
export function readingOf(past: readonly PastReading[], period: Period, dueAt: Date): PastReading | null {
  const [from, until] = spans[period]
  const found = past.find((one) => {
    const older = dueAt.getTime() - one.dueAt.getTime()
    return older > 0 && older >= from * dayMilliseconds - changeOfClocks
  })
  if (!found) return null
  const older = dueAt.getTime() - found.dueAt.getTime()
  return older < until * dayMilliseconds - changeOfClocks ? found : null
}

/** How far back the longest comparison looks, in days. */
export const longestLook = 400
