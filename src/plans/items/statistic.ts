import { type Statistic, statistics } from '../../domain/item.ts'

export const statisticFirst = new RegExp(`^(${statistics.join('|')})(?![\\p{L}\\p{N}-])\\s*`, 'iu')

/** The statistic with which some words begin, which nothing else can begin with on the line of an item. */
export function statisticIn(said: string): Statistic | null {
  const [, word] = statisticFirst.exec(said) ?? []
  return word === undefined ? null : (word.toLowerCase() as Statistic)
}
