import { monthSeries } from './series.ts'

const listed = new RegExp(`\\b${monthSeries.pattern}\\b`, 'gu')
const limits = /\b(?:in|during|each|every|of|from|except|not|only)(?: the)? $/u

/** The months to which a text limits something: several of them, or one that it says "in". */
export function monthsIn(text: string): readonly number[] | null {
  for (const match of text.matchAll(listed)) {
    const months = monthSeries.listed(match)
    const several = /^\p{L}+\P{L}/u.test(match[0])
    if (months.length < 12 && (several || limits.test(match.input.slice(0, match.index)))) return months
  }
  return null
}
