import type { Bound, Bounds, CadencePart, DayOfPeriod, DayRule, EveryPart, Period } from './cadence.ts'
import { type Five, parseCron } from './cron.ts'
import { isDate } from './days.ts'
import { isOnward, parseOffset, readBounds } from './phrase-bounds.ts'
import { fitsIn, lengthOf, readDayRule, readOf, readPeriod, readWeekdays, tooMany } from './phrase-days.ts'
import { readAfterLaunch, readInterval } from './phrase-launch.ts'
import { readTimes } from './phrase-times.ts'
import { after, expected, head, isFailure, type Parsed, type Read, type Words, wrong } from './tokens.ts'
import { monthNamed, nthNamed, weekdayNamed } from './words.ts'

/** `T+3mo onward:` before a cadence; null where it does not begin so. */
export function readStart(words: Words): Read<Bound | null> {
  const offset = parseOffset(head(words))
  if (offset === null || !isOnward(after(words))) return { value: null, rest: words }
  const rest = after(words, 2)
  return { value: offset, rest: head(rest) === ',' ? after(rest) : rest }
}

/** One cadence; `begins` is where it begins if that was said before it. */
export function readPart(words: Words, begins: Bound | undefined): Parsed<CadencePart> {
  const part = readRule(words, begins)
  if (isFailure(part) || begins === undefined || 'from' in part.value) return part
  return wrong(words, (said) => `${said} has a beginning and an end of its own: give it a phrase of its own`)
}

function readRule(words: Words, begins: Bound | undefined): Parsed<CadencePart> {
  const word = head(words)
  if (word === 'on') return readOn(after(words))
  if (word === 'cron') return readCron(after(words), begins)
  if (word.startsWith('t+')) return readAfterLaunch(words)
  if (isInterval(words)) return readInterval(words)
  if (isCount(word)) return readEvery(words, begins)
  if (isWindow(words)) return readWindow(words, begins)
  return readDays(words, begins)
}

function readDays(words: Words, begins: Bound | undefined): Parsed<CadencePart> {
  const word = head(words)
  const isRule = nthNamed(word) !== null || word === 'working' || (word === 'day' && isCount(head(words, 1)))
  if (isRule) {
    const rule = readDayRule(words)
    if (isFailure(rule)) return rule
    const of = readOf(rule.rest, rule.value)
    return isFailure(of) ? of : timed(dayOf(rule.value, of.value), of.rest, begins)
  }
  if (word === 'day') return timed({ kind: 'day' }, after(words), begins)
  if (word === 'weekday') return timed({ kind: 'working-day' }, after(words), begins)
  if (weekdayNamed(word) === null) return wrong(words, (said) => `${said} is not a day such as "weekday" or "Monday"`)
  const days = readWeekdays(words)
  return isFailure(days) ? days : timed({ kind: 'weekdays', days: days.value }, days.rest, begins)
}

function readOn(words: Words): Parsed<CadencePart> {
  if (words.list.length === 0) return { message: '"on" needs a date such as 2026-03-06, or "demand"', at: words.end }
  if (head(words) === 'demand') {
    const rest = after(words)
    if (rest.list.length > 0) return wrong(rest, (said) => `${said} cannot follow "on demand"`)
    return { value: { kind: 'on-demand' }, rest }
  }
  const date = head(words)
  if (!isDate(date)) return wrong(words, (said) => `${said} is not a date such as 2026-03-06`)
  const times = readTimes(after(words))
  return isFailure(times) ? times : { value: { kind: 'once', date, at: times.value }, rest: times.rest }
}

/** `2 weeks on Friday at 16:00 from 2026-01-02`. */
function readEvery(words: Words, begins: Bound | undefined): Parsed<CadencePart> {
  const unit = unitNamed(head(words, 1))
  if (unit === null) return expected(after(words), '"days", "weeks", "months" or "years"')
  const on = readEveryOn(unit, after(words, 2))
  if (isFailure(on)) return on
  const part = timed({ kind: 'every', count: Number(head(words)), unit, on: on.value }, on.rest, begins)
  if (isFailure(part) || 'from' in part.value) return part
  return expected(part.rest, '"from" with the date from which it is counted')
}

function readEveryOn(unit: EveryPart['unit'], words: Words): Parsed<EveryPart['on']> {
  if (head(words) !== 'on') return { value: null, rest: words }
  const rest = after(words)
  if (unit === 'day') return wrong(words, (said) => `${said} cannot follow a number of days`)
  if (unit === 'week') return readWeekdays(rest)
  const rule = readDayRule(rest)
  if (isFailure(rule)) return rule
  if (unit === 'year' && head(rule.rest) === 'of') {
    const of = readOf(rule.rest, rule.value)
    if (isFailure(of)) return of
    const one = of.value === 'year' || of.value.length === 1
    return one ? { value: dayOf(rule.value, of.value), rest: of.rest } : expected(after(rule.rest), 'one month')
  }
  if (!fitsIn(rule.value, unit)) return tooMany(rest, unit)
  return { value: dayOf(rule.value, unit), rest: rule.rest }
}

function dayOf(rule: DayRule, of: Period): DayOfPeriod {
  return of === 'month' ? rule : { ...rule, of }
}

/** `first week of quarter`, `January`, `month`. */
function readWindow(words: Words, begins: Bound | undefined): Parsed<CadencePart> {
  const week = nthNamed(head(words))
  if (week === null) {
    if (head(words) === 'week') return bounded({ kind: 'window', of: 'week', week }, after(words), begins)
    const of = readPeriod(words)
    return isFailure(of) ? of : bounded({ kind: 'window', of: of.value, week }, of.rest, begins)
  }
  const rest = after(words, 2)
  if (head(rest) !== 'of') return expected(rest, '"of month", "of quarter", "of year" or "of" a month')
  const of = readPeriod(after(rest))
  if (isFailure(of)) return of
  const length = lengthOf(of.value)
  if (week !== 'last' && week > mostWeeks[length]) return wrong(words, () => `a ${length} never has so many weeks`)
  return bounded({ kind: 'window', of: of.value, week }, of.rest, begins)
}

/** The last of them may be cut short. */
const mostWeeks = { month: 5, quarter: 14, year: 53 } as const

/** Commas part the values of a field, so its pieces are put together again. */
function readCron(words: Words, begins: Bound | undefined): Parsed<CadencePart> {
  const fields: { text: string; at: number }[] = []
  let count = 0
  for (const { text, at } of words.list) {
    const last = fields.at(-1)
    const touches = last !== undefined && last.at + last.text.length === at
    if (!touches && fields.length === 5) break
    if (touches) fields[fields.length - 1] = { text: last.text + text, at: last.at }
    else fields.push({ text, at })
    count++
  }
  if (fields.length < 5) return { message: 'cron needs five fields, such as 0 9 * * 1-5', at: words.end }
  const texts = fields.map(({ text }) => text)
  const cron = parseCron(texts as Five<string>)
  if ('message' in cron) return { message: cron.message, at: fields[cron.field]?.at ?? words.end }
  return bounded({ kind: 'cron', fields: texts.join(' ').toLowerCase() }, after(words, count), begins)
}

type Bounded = Extract<CadencePart, Bounds>
type Without<Part, Keys extends PropertyKey> = Part extends unknown ? Omit<Part, Keys> : never
type Rule = Without<Bounded, keyof Bounds>

/** What falls due at wall times: the times, then where it begins and ends. */
function timed(
  rule: Without<Extract<Rule, { at: unknown }>, 'at'>,
  words: Words,
  begins: Bound | undefined,
): Parsed<CadencePart> {
  const times = readTimes(words)
  return isFailure(times) ? times : bounded({ ...rule, at: times.value } as Rule, times.rest, begins)
}

function bounded(rule: Rule, words: Words, begins: Bound | undefined): Parsed<CadencePart> {
  if (head(words) === 'at')
    return wrong(words, (said) => `${said} cannot stand here: ${timeless[rule.kind === 'cron' ? 'cron' : 'window']}`)
  const bounds = readBounds(words)
  if (isFailure(bounds)) return bounds
  if (begins !== undefined && bounds.value.from !== undefined)
    return wrong(words, () => 'it is said twice where this begins')
  const from = begins === undefined ? {} : { from: begins }
  return { value: { ...rule, ...from, ...bounds.value } as CadencePart, rest: bounds.rest }
}

const timeless = {
  cron: 'its fields are its times',
  window: 'a window opens when its first working day starts',
} as const

function isWindow(words: Words): boolean {
  const word = head(words)
  if (nthNamed(word) !== null) return head(words, 1) === 'week'
  return word === 'week' || word === 'month' || word === 'quarter' || word === 'year' || monthNamed(word) !== null
}

function isInterval(words: Words): boolean {
  const unit = head(words, isCount(head(words)) ? 1 : 0)
  return /^(minutes?|hours?)$/.test(unit)
}

function isCount(word: string): boolean {
  return /^[1-9]\d{0,2}$/.test(word)
}

function unitNamed(word: string): EveryPart['unit'] | null {
  const units = ['day', 'week', 'month', 'year'] as const
  return units.find((unit) => word === unit || word === `${unit}s`) ?? null
}
