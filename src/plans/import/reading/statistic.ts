import type { Statistic } from '../../../domain/item.ts'

const named: readonly (readonly [RegExp, Statistic])[] = [
  [/\bp(?:50)\b|\b50th percentile\b/iu, 'p50'],
  [/\bp(?:75)\b|\b75th percentile\b/iu, 'p75'],
  [/\bp(?:90)\b|\b90th percentile\b/iu, 'p90'],
  [/\bp(?:95)\b|\b95th percentile\b/iu, 'p95'],
  [/\bp(?:99)\b|\b99th percentile\b/iu, 'p99'],
  [/\bmedian\b/iu, 'median'],
  [/\b(?:average|avg\.?|mean)\b/iu, 'average'],
]

/** Which figure of many a text speaks of. */
export function statisticIn(text: string): Statistic | null {
  return named.find(([pattern]) => pattern.test(text))?.[1] ?? null
}
