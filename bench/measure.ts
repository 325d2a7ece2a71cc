import { performance } from 'node:perf_hooks'

/** One figure beside a peer, a limit or both, as it is printed. */
export type Line = {
  readonly figure: string
  readonly ours: number
  readonly unit: 'ms' | 's' | 'messages/s' | 'kB'
  readonly peer: number | null
  readonly peerIs: string | null
  /** What it should stay under, wherever it runs. */
  readonly limit?: number
  readonly runs: number
  /** Null where no database takes part. */
  readonly database: 'embedded' | 'postgres' | null
}

export type Figure = () => AsyncIterable<Line>

export async function millisecondsOf(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

type Contest<Name extends string> = {
  readonly runs: number
  /** Untimed turns at first; one unless the caller has made one. */
  readonly warmUp?: number
  /** Before each turn, untimed. */
  readonly before?: () => Promise<void>
  readonly sides: Readonly<Record<Name, () => unknown>>
}

/**
 * Lets the sides take turns, so that whatever else the machine does meets them all; who begins changes from run to run.
 * Resolves to the median milliseconds of each.
 */
export async function inTurns<Name extends string>(contest: Contest<Name>): Promise<Record<Name, number>> {
  const { runs, warmUp = 1, before = async () => {} } = contest
  const sides = Object.entries(contest.sides) as [Name, () => unknown][]
  const times = new Map<Name, number[]>(sides.map(([name]) => [name, []]))
  for (let run = 0; run < warmUp + runs; run++) {
    const turns = run % 2 === 0 ? sides : sides.toReversed()
    for (const [name, work] of turns) {
      await before()
      const milliseconds = await millisecondsOf(work)
      if (run >= warmUp) times.get(name)?.push(milliseconds)
    }
  }
  return Object.fromEntries([...times].map(([name, each]) => [name, quantile(each, 0.5)])) as Record<Name, number>
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Three digits are all that a busy machine lets one say. */
export const rounded = (value: number): number => Number(value.toPrecision(3))
