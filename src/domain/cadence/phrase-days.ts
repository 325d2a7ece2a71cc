import type { DayRule, Month, Nth, Period, Weekday } from './cadence.ts'
import { after, expected, type Failure, head, isFailure, listOf, type Parsed, type Words, wrong } from './tokens.ts'
import { monthNamed, nthNamed, weekdayNamed } from './words.ts'

/** `Tuesday, Thursday`, `Tuesday to Thursday`. */
export function readWeekdays(words: Words): Parsed<readonly Weekday[]> {
  const ranges = listOf(words, readRange)
  if (isFailure(ranges)) return ranges
  return { value: [...new Set(ranges.value.flat())].sort((a, b) => a - b), rest: ranges.rest }
}

export function readMonths(words: Words): Parsed<readonly Month[]> {
  const months = listOf(words, (rest): Parsed<Month> => {
    const month = monthNamed(head(rest))
    return month === null ? expected(rest, 'a month') : { value: month, rest: after(rest) }
  })
  if (isFailure(months)) return months
  return { value: [...new Set(months.value)].sort((a, b) => a - b), rest: months.rest }
}

/** `first Monday`, `last day`, `third working day`, `day 15`, `working day 12`. */
export function readDayRule(words: Words): Parsed<DayRule> {
  const nth = nthNamed(head(words))
  if (nth !== null) return readNamedDay(nth, after(words))
  const working = head(words) === 'working' ? 1 : 0
  if (head(words, working) !== 'day') return expected(words, 'a day such as "day 15", "last day" or "first Monday"')
  const counted = after(words, working + 1)
  const number = countedDay(head(counted))
  if (number === null) return expected(counted, 'the number of a day')
  return { value: { kind: working ? 'nth-working-day' : 'nth-day', nth: number }, rest: after(counted) }
}

/** `of month`, `of quarter`, `of March, September`; the days it counts must be ones that it can have. */
export function readOf(words: Words, rule: DayRule): Parsed<Period> {
  if (head(words) !== 'of') return expected(words, '"of month", "of quarter", "of year" or "of" a month')
  const period = readPeriod(after(words))
  if (isFailure(period)) return period
  return fitsIn(rule, period.value) ? period : tooMany(after(words), period.value)
}

export function readPeriod(words: Words): Parsed<Period> {
  const word = head(words)
  if (word === 'month' || word === 'quarter' || word === 'year') return { value: word, rest: after(words) }
  return monthNamed(word) === null ? expected(words, '"month", "quarter", "year" or a month') : readMonths(words)
}

export function tooMany(words: Words, of: Period): Failure {
  return wrong(words, () => `a ${lengthOf(of)} never has so many of these days`)
}

export function fitsIn(rule: DayRule, of: Period): boolean {
  const most = mostDays[lengthOf(of)]
  return rule.nth === 'last' || rule.nth <= most[rule.kind]
}

/** A month that is named is as long as any. */
export function lengthOf(of: Period): 'month' | 'quarter' | 'year' {
  return typeof of === 'string' ? of : 'month'
}

const mostDays = {
  month: { 'nth-day': 31, 'nth-weekday': 5, 'nth-working-day': 31 },
  quarter: { 'nth-day': 92, 'nth-weekday': 14, 'nth-working-day': 92 },
  year: { 'nth-day': 366, 'nth-weekday': 53, 'nth-working-day': 366 },
} as const

function readNamedDay(nth: Nth, words: Words): Parsed<DayRule> {
  const weekday = weekdayNamed(head(words))
  if (weekday !== null) return { value: { kind: 'nth-weekday', nth, day: weekday }, rest: after(words) }
  if (head(words) === 'day') return { value: { kind: 'nth-day', nth }, rest: after(words) }
  if (head(words) === 'working' && head(words, 1) === 'day')
    return { value: { kind: 'nth-working-day', nth }, rest: after(words, 2) }
  return expected(words, 'a weekday, "day", "working day" or "week"')
}

/** `Friday to Monday` goes over the weekend. */
function readRange(words: Words): Parsed<readonly Weekday[]> {
  const first = weekdayNamed(head(words))
  if (first === null) return expected(words, 'a weekday')
  if (head(words, 1) !== 'to') return { value: [first], rest: after(words) }
  const last = weekdayNamed(head(words, 2))
  if (last === null) return expected(after(words, 2), 'a weekday')
  const length = ((last - first + 7) % 7) + 1
  const value = Array.from({ length }, (_, index) => (((first - 1 + index) % 7) + 1) as Weekday)
  return { value, rest: after(words, 3) }
}

function countedDay(text: string): number | null {
  return /^[1-9]\d{0,2}$/.test(text) ? Number(text) : null
}
