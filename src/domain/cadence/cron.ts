import type { WallTime, Weekday } from './cadence.ts'
import { dayOfMonth, monthNumberOf, monthOfYear, weekdayOfNumber } from './days.ts'

/** What the five fields of a cron expression allow. */
export type Cron = {
  readonly minutes: readonly number[]
  readonly hours: readonly number[]
  readonly days: readonly number[]
  readonly months: readonly number[]
  readonly weekdays: readonly Weekday[]
  /** A day of the month and a weekday that are both restricted: either will do. */
  readonly eitherDay: boolean
}

/** Why a field cannot be read; `field` counts from 0. */
export type CronFault = { readonly message: string; readonly field: number }

/** One for each field. */
export type Five<T> = [minute: T, hour: T, day: T, month: T, weekday: T]

type Field = {
  /** `an hour`. */
  readonly name: string
  readonly least: number
  readonly most: number
  readonly words: readonly string[]
}

const none: readonly string[] = []
const monthWords = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const weekdayWords = 'sun mon tue wed thu fri sat'.split(' ')

const fields: Five<Field> = [
  { name: 'a minute', least: 0, most: 59, words: none },
  { name: 'an hour', least: 0, most: 23, words: none },
  { name: 'a day of the month', least: 1, most: 31, words: none },
  { name: 'a month', least: 1, most: 12, words: monthWords },
  { name: 'a weekday', least: 0, most: 7, words: weekdayWords },
]

const longestMonths: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export function parseCron(texts: Five<string>): Cron | CronFault {
  const values: (readonly number[])[] = []
  for (const [index, text] of texts.entries()) {
    const field = fields[index] as Field
    const read = valuesOf(text, field)
    if (read === null) return { message: `"${text}" is not ${field.name} of cron`, field: index }
    values.push(read)
  }
  const [minutes, hours, days, months, numbers] = values as Five<readonly number[]>
  // Cron counts Sunday as 0 and as 7.
  const weekdays = [...new Set(numbers.map((number) => (number === 0 ? 7 : number) as Weekday))].sort((a, b) => a - b)
  // A field that begins with a star leaves the choice to the other one.
  const eitherDay = !texts[2].startsWith('*') && !texts[4].startsWith('*')
  // Either will do, and one of them does every day.
  if (eitherDay && (days.length === 31 || weekdays.length === 7)) return parseCron(withAnyDay(texts))
  const cron: Cron = { minutes, hours, days, months, weekdays, eitherDay }
  if (eitherDay || months.some((month) => days.some((day) => day <= (longestMonths[month - 1] ?? 0)))) return cron
  return { message: `no such month has a day ${days.join(', ')}: it would never fall due`, field: 2 }
}

function withAnyDay([minute, hour, , month]: Five<string>): Five<string> {
  return [minute, hour, '*', month, '*']
}

/** Of fields that have been read before. */
export function cronOf(text: string): Cron {
  const cron = parseCron(text.split(' ') as Five<string>)
  if ('message' in cron) throw new Error(`cron ${text}: ${cron.message}`)
  return cron
}

export function cronFallsOn(day: number, { days, months, weekdays, eitherDay }: Cron): boolean {
  if (!months.includes(monthOfYear(monthNumberOf(day)))) return false
  const byDay = days.includes(dayOfMonth(day))
  const byWeekday = weekdays.includes(weekdayOfNumber(day))
  return eitherDay ? byDay || byWeekday : byDay && byWeekday
}

/** Once a month at most, on one day of it. */
export function cronFallsMonthly(text: string): boolean {
  const { days, weekdays } = cronOf(text)
  return days.length === 1 && weekdays.length === 7
}

export function cronTimes({ hours, minutes }: Cron): WallTime[] {
  return hours.flatMap((hour) => minutes.map((minute) => `${twoDigits(hour)}:${twoDigits(minute)}`))
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

function valuesOf(text: string, field: Field): number[] | null {
  const found = new Set<number>()
  for (const item of text.toLowerCase().split(',')) {
    const range = rangeOf(item, field)
    if (range === null) return null
    for (let value = range.from; value <= range.to; value += range.step) found.add(value)
  }
  return [...found].sort((a, b) => a - b)
}

function rangeOf(item: string, field: Field): { from: number; to: number; step: number } | null {
  const match = /^(\*|[a-z0-9]+)(?:-([a-z0-9]+))?(?:\/(\d{1,2}))?$/.exec(item)
  if (!match) return null
  const [, first = '', second, steps] = match
  if (first === '*' && second !== undefined) return null
  const from = first === '*' ? field.least : numberOf(first, field)
  const alone = first === '*' || steps !== undefined ? field.most : from
  const to = second === undefined ? alone : numberOf(second, field)
  const step = Number(steps ?? 1)
  return from === null || to === null || from > to || step === 0 ? null : { from, to, step }
}

function numberOf(word: string, { least, most, words }: Field): number | null {
  const named = words.indexOf(word)
  const value = named >= 0 ? named + least : /^\d{1,2}$/.test(word) ? Number(word) : Number.NaN
  return value >= least && value <= most ? value : null
}
