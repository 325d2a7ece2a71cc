import { monthNames, weekdayNames } from '../../../domain/cadence/words.ts'

/** Names that follow each other in a circle, as a text lists them: `monday to friday`, `july and august`. */
export type Series = {
  /** Where a text lists some of them, be it only one. */
  readonly pattern: string
  /** What a match of the pattern lists, counted from 1, in order. */
  readonly listed: (match: RegExpExecArray) => readonly number[]
}

const joint = String.raw`\s*(?:,\s*(?:and|&)|,|and|&|\/|\+|-|to|through|until|bis|à|au)\s*`
/** Of what stands between two names. */
export const isRange = /-|\b(?:to|through|until|bis|au)\b|à/u
const isExcept = /\b(?:except|excluding|but not|not)(?: (?:on|in|for|during|the))*\s*$/u

const small = (name: string) => name.toLowerCase()

export const weekdaySeries = seriesOf(weekdayNames.map(small), [
  ['(?:week ?|work|working |business )day', [1, 2, 3, 4, 5]],
  ['weekend', [6, 7]],
])
export const monthSeries = seriesOf(monthNames.map(small), [])

/** Every one that a text names in any of its lists; null where it names none. */
export function allListed(series: Series, text: string): readonly number[] | null {
  const found = eachListed(series, text).flat()
  return found.length > 0 ? inOrder(found) : null
}

export function eachListed({ pattern, listed }: Series, text: string): readonly (readonly number[])[] {
  return [...text.matchAll(new RegExp(`\\b${pattern}\\b`, 'gu'))].map(listed)
}

function seriesOf(
  names: readonly string[],
  more: readonly (readonly [pattern: string, of: readonly number[]])[],
): Series {
  const one = `(?:(?:${[...names, ...more.map(([pattern]) => pattern)].join('|')})s?)`
  const next = new RegExp(`(${joint})?\\b(${one})`, 'gu')
  const whole = (word: string): readonly number[] => {
    const place = names.findIndex((name) => word.startsWith(name))
    return place >= 0 ? [place + 1] : (more.find(([pattern]) => new RegExp(`^${pattern}`, 'u').test(word))?.[1] ?? [])
  }
  return {
    pattern: `${one}(?:${joint}${one})*`,
    listed(match) {
      const found: number[] = []
      for (const [, between = '', word = ''] of match[0].matchAll(next)) {
        const last = found.at(-1)
        const own = whole(word)
        if (last !== undefined && isRange.test(between)) found.push(...from(last, own[0] ?? last, names.length))
        found.push(...own)
      }
      const named = inOrder(found)
      return isExcept.test(match.input.slice(0, match.index))
        ? names.flatMap((_, index) => (named.includes(index + 1) ? [] : [index + 1]))
        : named
    },
  }
}

/** Behind the first, over the end of the circle where need be. */
function from(first: number, last: number, all: number): readonly number[] {
  return Array.from({ length: (last - first + all) % all }, (_, index) => ((first + index) % all) + 1)
}

function inOrder(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}
