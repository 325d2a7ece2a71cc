import type { Month, Nth, Weekday } from './cadence.ts'

export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

export const ordinals: readonly string[] = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
]

export const numberWords: readonly string[] = 'one two three four five six seven eight nine ten eleven twelve'.split(
  ' ',
)

export function weekdayName(day: Weekday): string {
  return weekdayNames[day - 1] as string
}

export function weekdayNamed(word: string): Weekday | null {
  return (numberOf(word, weekdayNames) as Weekday) || null
}

export function monthName(month: Month): string {
  return monthNames[month - 1] as string
}

export function monthNamed(word: string): Month | null {
  return numberOf(word, monthNames) || null
}

/** Null of a number that is not said in a word. */
export function ordinalOf(nth: Nth): string | null {
  return nth === 'last' ? 'last' : (ordinals[nth - 1] ?? null)
}

export function nthNamed(word: string): Nth | null {
  return word.toLowerCase() === 'last' ? 'last' : numberOf(word, ordinals) || null
}

/** Counted from 1; 0 of a word that is not among them. */
function numberOf(word: string, names: readonly string[]): number {
  return names.findIndex((name) => name.toLowerCase() === word.toLowerCase()) + 1
}

/** Days in a row, as first and last; a day alone is its own first and last, and three or more may go over the weekend. */
function runsOf(days: readonly Weekday[]): (readonly [Weekday, Weekday])[] {
  const runs: [Weekday, Weekday][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run && run[1] + 1 === day) run[1] = day
    else runs.push([day, day])
  }
  const [first, last] = [runs[0], runs.at(-1)]
  const goesOver = first && last && first !== last && first[0] === 1 && last[1] === 7 && lengthOf(last) + first[1] > 2
  return goesOver ? [...runs.slice(1, -1), [last[0], first[1]]] : runs
}

function lengthOf([first, last]: readonly [Weekday, Weekday]): number {
  return ((last - first + 7) % 7) + 1
}

/** Two days in a row read better as two than as a range. */
export function weekdayRuns(days: readonly Weekday[]): string[] {
  return runsOf(days).flatMap(([first, last]) => {
    if (lengthOf([first, last]) > 2) return [`${weekdayName(first)} to ${weekdayName(last)}`]
    return first === last ? [weekdayName(first)] : [weekdayName(first), weekdayName(last)]
  })
}

/** `one, two and three`. */
export function listed(words: readonly string[], joint: 'and' | 'or' = 'and'): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}` : words.join('')
}
