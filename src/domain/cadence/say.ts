import type { Cadence, CadencePart, Calendar, LocalDate, WallTime, Weekday } from './cadence.ts'
import { weekdayOf } from './time.ts'
import { ordinalOf, runsOf, weekdayName } from './words.ts'

const monthNames = 'January February March April May June July August September October November December'.split(' ')

/** The phrase that `parseCadence` reads back as the same cadence. */
export function cadencePhrase(cadence: Cadence): string {
  return cadence.map(partPhrase).join('; ')
}

export function partPhrase(part: CadencePart): string {
  switch (part.kind) {
    case 'day':
      return `day${atPhrase(part.at)}`
    case 'working-day':
      return `weekday${atPhrase(part.at)}`
    case 'weekdays':
      return `${runsOf(part.days).flatMap(runPhrase).join(', ')}${atPhrase(part.at)}`
    case 'nth-weekday':
      return `${ordinalOf(part.nth)} ${weekdayName(part.day)} of month${atPhrase(part.at)}`
    case 'once':
      return `on ${part.date}${atPhrase(part.at)}`
    case 'on-demand':
      return 'on demand'
  }
}

/** As one would say it: `the first Monday of each month at 09:00 New York`. */
export function cadenceInWords(cadence: Cadence, calendar: Calendar): string {
  const timed = cadence.filter((part) => part.kind !== 'on-demand').map((part) => partInWords(part, calendar))
  const said = timed.length > 0 ? [`${timed.join(', and ')} ${placeOf(calendar.zone)}`] : []
  return [...said, ...(timed.length < cadence.length ? ['on demand'] : [])].join(', and ')
}

/** `America/New_York` is New York to the people who live by it. */
export function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

function partInWords(part: CadencePart, calendar: Calendar): string {
  switch (part.kind) {
    case 'day':
      return `every day${atInWords(part.at, calendar)}`
    case 'working-day':
      return `${daysInWords(calendar.workingDays)}${atInWords(part.at, calendar)}`
    case 'weekdays':
      return `${daysInWords(part.days)}${atInWords(part.at, calendar)}`
    case 'nth-weekday':
      return `the ${ordinalOf(part.nth)} ${weekdayName(part.day)} of each month${atInWords(part.at, calendar)}`
    case 'once':
      return `on ${dateInWords(part.date)}${atInWords(part.at, calendar)}`
    case 'on-demand':
      return 'on demand'
  }
}

function daysInWords(days: readonly Weekday[]): string {
  const said = listed(runsOf(days).flatMap(runPhrase))
  return said.includes(' to ') ? said : `every ${said}`
}

export function dateInWords(date: LocalDate): string {
  const month = monthNames[Number(date.slice(5, 7)) - 1]
  return `${weekdayName(weekdayOf(date))} ${Number(date.slice(8))} ${month} ${date.slice(0, 4)}`
}

/** Two days in a row read better as two than as a range. */
function runPhrase([first, last]: readonly [Weekday, Weekday]): string[] {
  if (last - first > 1) return [`${weekdayName(first)} to ${weekdayName(last)}`]
  return first === last ? [weekdayName(first)] : [weekdayName(first), weekdayName(last)]
}

function atPhrase(at: readonly WallTime[]): string {
  return at.length > 0 ? ` at ${at.join(', ')}` : ''
}

function atInWords(at: readonly WallTime[], calendar: Calendar): string {
  return ` at ${listed(at.length > 0 ? at : [calendar.dayStarts])}`
}

function listed(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : words.join('')
}
