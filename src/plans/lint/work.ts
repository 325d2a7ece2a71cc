import { workdayMinutes } from '../defaults.ts'

/** What somebody works, in minutes: nobody works round the clock, so a whole day is a day's work. */
export function workOf(takesMinutes: number): number {
  const { days, rest } = inDays(takesMinutes)
  return days * workdayMinutes + rest
}

/** From the beginning of the work to its end, with the nights between its days. */
export function spanOf(takesMinutes: number): number {
  const { days, rest } = inDays(takesMinutes)
  return days === 0 ? rest : (days - 1) * dayMinutes + workdayMinutes + rest
}

export const dayMinutes = 24 * 60

function inDays(minutes: number): { readonly days: number; readonly rest: number } {
  return { days: Math.floor(minutes / dayMinutes), rest: minutes % dayMinutes }
}
