import type { Cadence, CadencePart } from '../../../domain/cadence/cadence.ts'
import { cronOf, cronTimes } from '../../../domain/cadence/cron.ts'
import { parseCadence } from '../../../domain/cadence/phrase.ts'
import { lengthOf, minuteOf, stretchesIn, timesAlone } from './clock.ts'
import { type Frequency, frequenciesIn } from './frequency.ts'
import { inEnglish } from './languages.ts'
import { withoutSpans } from './launch.ts'
import { withoutLengths } from './length.ts'
import { eachListed, monthSeries, weekdaySeries } from './series.ts'
import { isTimeAlone, timesADay } from './timing.ts'

/** What a plan says of when: a cadence, and how long it is open each time. */
export type Due = { readonly every: string | null; readonly openForMinutes: number | null }

/** Whether words that are only about time may go, since the plan says all of them. */
export function isSaid(text: string, due: Due): boolean {
  return isTimeAlone(text) && saysWhen(text, due)
}

/** Whether a plan says all that a text says of when, whatever else it says. */
export function saysWhen(text: string, due: Due): boolean {
  const cadence = cadenceOf(due)
  const said = withoutSpans(inEnglish(text))
  const often = frequenciesIn(said)
  // "Every" that is read as nothing is said by nobody.
  if (often.length === 0 && /\b(?:every|each) +\d/u.test(said)) return false
  return saysLimits(text, due) && often.every((one) => saysOften(one, cadence))
}

/** Whether a plan says the hours, the days and the months that a text says, and how many hours more than a day. */
export function saysLimits(text: string, due: Due): boolean {
  const whole = withoutSpans(inEnglish(text))
  const said = withoutLengths(whole)
  const cadence = cadenceOf(due)
  const long = frequenciesIn(whole).filter((one) => one.kind === 'minutes' && one.count >= day)
  return (
    long.every((one) => saysOften(one, cadence)) &&
    !isMixed(said) &&
    saysHours(said, cadence, due) &&
    saysDays(said, cadence) &&
    saysMonths(said, cadence)
  )
}

/** Several hours and several days of which nothing tells what belongs to what. */
function isMixed(said: string): boolean {
  const [hours, days] = [stretchesIn(said).length, eachListed(weekdaySeries, said).length]
  return hours > 1 && days > 1 && hours !== days
}

/** Whether it is limited to the months that a text around it says. */
export function saysSeason(text: string, due: Due): boolean {
  return saysMonths(withoutSpans(inEnglish(text)), cadenceOf(due))
}

function cadenceOf({ every }: Due): Cadence {
  const parsed = every === null ? null : parseCadence(every)
  return parsed?.ok ? parsed.cadence : []
}

function saysHours(said: string, cadence: Cadence, { openForMinutes }: Due): boolean {
  const times = cadence.flatMap(timesOf)
  const stretches = stretchesIn(said)
  const alone = timesAlone(said)
  if (stretches.length + alone.length > 0) {
    const within = (time: number) =>
      alone.includes(time) || stretches.some((one) => (time - one.from + day) % day <= lengthOf(one))
    const again = times.length > stretches.length + alone.length
    return (
      [...alone, ...stretches.map(({ from }) => from)].every((time) => times.includes(time)) &&
      stretches.every((one) => (again ? times.every(within) : openForMinutes === lengthOf(one)))
    )
  }
  const counted = timesADay(said)
  if (counted !== null) return times.length >= Math.min(counted, 2)
  if (!/\b(?:morning|afternoon|evening|night)(?:ly)?\b/u.test(said.replace(/\bday and night\b/gu, ' '))) return true
  return times.length > 0 && times.length <= mostTimes
}

const day = 24 * 60
/** What comes more often a day has no part of it. */
const mostTimes = 4

function timesOf(part: CadencePart): readonly number[] {
  if (part.kind === 'cron') return cronTimes(cronOf(part.fields)).map(minuteOf)
  return 'at' in part ? part.at.map(minuteOf) : []
}

function saysDays(said: string, cadence: Cadence): boolean {
  return saysListed(eachListed(weekdaySeries, said), cadence.map(daysOf), 7)
}

/** Each list of a text by itself, unless it lists all there are. */
function saysListed(lists: readonly (readonly number[])[], own: readonly (readonly number[])[], all: number): boolean {
  const limits = lists.filter((list) => list.length < all)
  if (limits.length === 0) return true
  if (own.length === 0 || own.some((one) => one.length === 0)) return false
  return limits.flat().every((one) => own.flat().includes(one))
}

/** Those of the week that it is limited to. */
function daysOf(part: CadencePart): readonly number[] {
  switch (part.kind) {
    case 'working-day':
      return [1, 2, 3, 4, 5]
    case 'weekdays':
    case 'launch-day':
      return part.days
    case 'nth-weekday':
      return [part.day]
    case 'nth-working-day':
      return [1, 2, 3, 4, 5]
    case 'every':
      return part.on === null ? [] : 'kind' in part.on ? daysOf({ ...part.on, at: [] }) : part.on
    case 'cron': {
      const { weekdays } = cronOf(part.fields)
      return weekdays.length === 7 ? [] : weekdays
    }
    default:
      return []
  }
}

function saysMonths(said: string, cadence: Cadence): boolean {
  if (seasons.test(said) || dates.test(said)) return false
  const months = eachListed(monthSeries, said.replace(/\bmay\b(?! *(?:-|to|,|and|$))/gu, ' '))
  return saysListed(months, cadence.map(monthsOf), 12)
}

/** A day of a month. */
const dates =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|ember|tember|ober)?\.? \d{1,2}(?![\d:])/u
const seasons =
  /(?:\b(?:in|during|throughout|all)(?: the)? |[(,;]\s*)(?:winter|summer|spring|autumn|fall|[\p{L}-]*season)s?\b|\b(?:winter|summer|season)s? only\b|\b(?:im (?:winter|sommer|frühling|herbst)|en (?:hiver|été|automne)|au printemps)\b/u

function monthsOf(part: CadencePart): readonly number[] {
  if (part.kind === 'cron') {
    const { months } = cronOf(part.fields)
    return months.length === 12 ? [] : months
  }
  return 'of' in part && typeof part.of === 'object' ? part.of : []
}

function saysOften(frequency: Frequency, cadence: Cadence): boolean {
  const some = (...kinds: readonly CadencePart['kind'][]) => cadence.some(({ kind }) => kinds.includes(kind))
  switch (frequency.kind) {
    case 'minutes':
      if (frequency.count < day) return some('cron', 'interval')
      return some('interval') || (frequency.count % day === 0 && some(frequency.count === day ? 'day' : 'every'))
    case 'day':
      return cadence.some((part) => isDaily(part))
    case 'working-day':
    case 'weekdays':
    case 'regular':
      return cadence.length > 0
    case 'every':
      return some('every')
    case 'day-of':
      return some('nth-weekday', 'nth-day', 'nth-working-day')
    case 'on-demand':
      return cadence.length === 0 || some('on-demand')
    case 'window':
      // Months are told apart from how often.
      return /^[A-Z]/u.test(frequency.of) || cadence.some((part) => isOf(part, frequency.of))
  }
}

/** Whether it comes once in a week, a month, a quarter or a year, or is otherwise told by them. */
function isOf(part: CadencePart, of: string): boolean {
  if (of === 'week')
    return part.kind === 'weekdays' || (part.kind === 'window' && part.of === 'week') || isCounted(part)
  if (part.kind === 'every') return part.unit === 'month' || part.unit === 'year'
  if (!/^(?:window|nth-)/u.test(part.kind)) return isCounted(part)
  return !('of' in part) || part.of !== 'week'
}

function isCounted({ kind }: CadencePart): boolean {
  return /^(?:launch-|interval|once)/u.test(kind)
}

function isDaily(part: CadencePart): boolean {
  if (part.kind === 'weekdays') return part.days.length > 1
  return /^(?:day|working-day|cron|launch-day|launch-window|launch-moment|interval)$/u.test(part.kind)
}
