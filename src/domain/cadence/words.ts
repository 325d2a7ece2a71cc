import type { Weekday } from './cadence.ts'

export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

export const ordinals: readonly string[] = ['first', 'second', 'third', 'fourth', 'fifth', 'last']
export type Nth = 1 | 2 | 3 | 4 | 5 | 'last'

export function weekdayName(day: Weekday): string {
  return weekdayNames[day - 1] as string
}

export function weekdayNamed(word: string): Weekday | null {
  const index = weekdayNames.findIndex((name) => name.toLowerCase() === word.toLowerCase())
  return index < 0 ? null : ((index + 1) as Weekday)
}

export function ordinalOf(nth: Nth): string {
  return nth === 'last' ? 'last' : (ordinals[nth - 1] as string)
}

export function nthNamed(word: string): Nth | null {
  const index = ordinals.indexOf(word.toLowerCase())
  if (index < 0) return null
  return index === 5 ? 'last' : ((index + 1) as Nth)
}

/** Days in a row, as `[first, last]`; a day alone is its own first and last. */
export function runsOf(days: readonly Weekday[]): (readonly [Weekday, Weekday])[] {
  const runs: [Weekday, Weekday][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run && run[1] + 1 === day) run[1] = day
    else runs.push([day, day])
  }
  return runs
}
