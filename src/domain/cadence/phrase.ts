import type { Cadence, CadencePart, WallTime, Weekday } from './cadence.ts'
import { suggestPhrase } from './suggest.ts'
import { isDate } from './time.ts'
import { nthNamed, ordinals, weekdayNamed } from './words.ts'

/** `at` is the index in the phrase of the word that was not understood. */
export type PhraseFault = { readonly message: string; readonly at: number; readonly suggestion?: string }

export type ParsedCadence =
  | { readonly ok: true; readonly cadence: Cadence }
  | { readonly ok: false; readonly fault: PhraseFault }

type Word = { readonly text: string; readonly at: number }
type Failure = { readonly message: string; readonly at: number }
type Parsed<T> = { readonly value: T; readonly rest: readonly Word[] } | Failure

const longestPhrase = 500

/** Reads a phrase such as `first Monday of month at 09:00`; several may stand in a row, parted by semicolons. */
export function parseCadence(phrase: string): ParsedCadence {
  if (phrase.length > longestPhrase) return fail({ message: 'a cadence is at most 500 characters long', at: 0 })
  const parsed = readParts(phrase)
  if (!('message' in parsed)) return { ok: true, cadence: parsed }
  const suggestion = suggestPhrase(phrase, (text) => !('message' in readParts(text)))
  return fail(suggestion === null ? parsed : { ...parsed, suggestion })
}

function fail(fault: PhraseFault): ParsedCadence {
  return { ok: false, fault }
}

function readParts(phrase: string): readonly CadencePart[] | Failure {
  const parts: CadencePart[] = []
  let at = 0
  for (const piece of phrase.split(';')) {
    const part = readPart(wordsOf(piece, at), at + piece.length)
    if ('message' in part) return part
    parts.push(part)
    at += piece.length + 1
  }
  return parts
}

function wordsOf(piece: string, offset: number): Word[] {
  return [...piece.matchAll(/[^\s,]+|,/g)].map((match) => ({ text: match[0], at: match.index + offset }))
}

function readPart(words: readonly Word[], end: number): CadencePart | Failure {
  const [first, ...rest] = words
  if (!first) return { message: 'a cadence is missing here', at: end }
  const lower = first.text.toLowerCase()
  if (lower === 'on') return readOn(rest, end)
  if (lower === 'day') return withTimes({ kind: 'day' }, rest, end)
  if (lower === 'weekday') return withTimes({ kind: 'working-day' }, rest, end)
  if (nthNamed(lower) !== null) return readNth(words, end)
  if (weekdayNamed(lower) !== null) return readWeekdays(words, end)
  return { message: `"${first.text}" is not a day that a cadence begins with`, at: first.at }
}

function readOn(words: readonly Word[], end: number): CadencePart | Failure {
  const [word, ...rest] = words
  if (!word) return { message: '"on" needs a date such as 2026-03-06, or "demand"', at: end }
  if (word.text.toLowerCase() === 'demand') {
    const [extra] = rest
    return extra ? { message: `"${extra.text}" cannot follow "on demand"`, at: extra.at } : { kind: 'on-demand' }
  }
  if (!isDate(word.text)) return { message: `"${word.text}" is not a date such as 2026-03-06`, at: word.at }
  return withTimes({ kind: 'once', date: word.text }, rest, end)
}

function readNth(words: readonly Word[], end: number): CadencePart | Failure {
  const [ordinal, day, of, month] = words
  const nth = nthNamed(ordinal?.text ?? '')
  const weekday = weekdayNamed(day?.text ?? '')
  if (nth === null || weekday === null) return { message: `${said(day)}a weekday belongs here`, at: day?.at ?? end }
  if (of?.text.toLowerCase() !== 'of') return { message: `${said(of)}"of month" belongs here`, at: of?.at ?? end }
  if (month?.text.toLowerCase() !== 'month')
    return { message: `${said(month)}"month" belongs here`, at: month?.at ?? end }
  return withTimes({ kind: 'nth-weekday', nth, day: weekday }, words.slice(4), end)
}

function readWeekdays(words: readonly Word[], end: number): CadencePart | Failure {
  const days: Weekday[] = []
  let rest = words
  for (;;) {
    const range = readRange(rest, end)
    if ('message' in range) return range
    days.push(...range.value)
    rest = range.rest
    if (rest[0]?.text !== ',') break
    rest = rest.slice(1)
  }
  return withTimes({ kind: 'weekdays', days: [...new Set(days)].sort((a, b) => a - b) }, rest, end)
}

/** `Friday to Monday` goes over the weekend. */
function readRange(words: readonly Word[], end: number): Parsed<Weekday[]> {
  const [word, to, until] = words
  const first = weekdayNamed(word?.text ?? '')
  if (first === null) return { message: `${said(word)}a weekday belongs here`, at: word?.at ?? end }
  if (to?.text.toLowerCase() !== 'to') return { value: [first], rest: words.slice(1) }
  const last = weekdayNamed(until?.text ?? '')
  if (last === null) return { message: `${said(until)}a weekday belongs here`, at: until?.at ?? end }
  const length = ((last - first + 7) % 7) + 1
  const value = Array.from({ length }, (_, index) => (((first - 1 + index) % 7) + 1) as Weekday)
  return { value, rest: words.slice(3) }
}

type Timeless<Part> = Part extends { readonly at: readonly WallTime[] } ? Omit<Part, 'at'> : never

function withTimes(part: Timeless<CadencePart>, words: readonly Word[], end: number): CadencePart | Failure {
  const [at, ...rest] = words
  if (!at) return { ...part, at: [] } as CadencePart
  if (at.text.toLowerCase() !== 'at') return { message: `"${at.text}" is not understood here`, at: at.at }
  const times: WallTime[] = []
  for (let index = 0; ; index += 2) {
    const word = rest[index]
    const time = parseWallTime(word?.text ?? '')
    if (time === null) return { message: timeMessage(word), at: word?.at ?? end }
    times.push(time)
    const comma = rest[index + 1]
    if (!comma) break
    if (comma.text !== ',') return { message: `"${comma.text}" is not understood after a time`, at: comma.at }
  }
  return { ...part, at: [...new Set(times)].sort() } as CadencePart
}

/** A wall time in 24 hours, made `HH:mm`; null where it is none. */
export function parseWallTime(text: string): WallTime | null {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text)
  return match ? `${(match[1] as string).padStart(2, '0')}:${match[2]}` : null
}

function timeMessage(word: Word | undefined): string {
  if (!word) return '"at" needs a time such as 09:00'
  if (weekdayNamed(word.text) !== null || ordinals.includes(word.text.toLowerCase()))
    return `"${word.text}" begins another cadence: list them as two`
  return `"${word.text}" is not a time of the 24 hour clock, such as 09:00 or 17:30`
}

function said(word: Word | undefined): string {
  return word ? `"${word.text}" is not understood: ` : ''
}
