/** Minutes, rounded up to whole ones; `inTime` of `counted` met their clock. */
export type ClockFigures = {
  /** The clock, where all of them had the same. */
  readonly clockMinutes: number | null
  /** The moment at which the clock of all of them runs out, where it has no length. */
  readonly clockBy?: string
  readonly counted: number
  readonly inTime: number
  readonly median: number | null
  readonly worst: number | null
}

export type Clock = {
  readonly length: number | null
  readonly start: Date
  readonly by: Date | null
  readonly met: Date | null
}

/** A clock counts once it has been met or has run out, and not again; one that still runs says nothing yet. */
export function clockFigures(clocks: readonly Clock[], from: Date, asOf: Date): ClockFigures {
  const judged = clocks.filter(({ by, met }) => by !== null && decidedIn(from, asOf, by, met))
  const met = clocks.filter(({ met }) => met !== null && met >= from)
  const minutes = met
    .flatMap(({ start, met }) => (met === null ? [] : [wholeMinutes(start, met)]))
    .sort((a, b) => a - b)
  const fresh = clocks.filter(({ start }) => start >= from)
  const told = [...fresh, ...judged, ...met]
  const [length = null, ...others] = new Set(told.map(({ length }) => length))
  const [moment, ...moments] = new Set(told.map(({ length, by }) => (length === null ? by?.toISOString() : undefined)))
  return {
    clockMinutes: others.length === 0 ? length : null,
    ...(moment !== undefined && moments.length === 0 ? { clockBy: moment } : {}),
    counted: judged.length,
    inTime: judged.filter(({ by, met }) => by !== null && met !== null && met <= by).length,
    median: median(minutes),
    worst: minutes.at(-1) ?? null,
  }
}

/** What was met late was decided when its clock ran out. */
function decidedIn(from: Date, asOf: Date, by: Date, met: Date | null): boolean {
  const decided = met !== null && met < by ? met : by
  return decided >= from && (met !== null || asOf >= by)
}

export function wholeMinutes(start: Date, end: Date): number {
  return Math.ceil((end.getTime() - start.getTime()) / 60_000)
}

/** The middle one; of an even number, the mean of the middle two, rounded up. */
function median(sorted: readonly number[]): number | null {
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? null : Math.ceil((upper + lower) / 2)
}
