import type { Cadence, CadencePart } from '../../../domain/cadence/cadence.ts'
import { cronOf, cronTimes } from '../../../domain/cadence/cron.ts'
import { parseCadence } from '../../../domain/cadence/phrase.ts'
import { hoursIn, lengthOf, minuteOf, timesIn } from './clock.ts'
import { type Frequency, frequenciesIn } from './frequency.ts'
import { inEnglish } from './languages.ts'
import { withoutSpans } from './launch.ts'
import { withoutLengths } from './length.ts'
import { allListed, monthSeries, weekdaySeries } from './series.ts'
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
  return saysLimits(text, due) && frequenciesIn(withoutSpans(inEnglish(text))).every((one) => saysOften(one, cadence))
}

/** Whether a plan says the hours, the days and the months that a text says. */
export function saysLimits(text: string, due: Due): boolean {
  const said = withoutLengths(withoutSpans(inEnglish(text)))
  const cadence = cadenceOf(due)
  return saysHours(said, cadence, due) && saysDays(said, cadence) && saysMonths(said, cadence)
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
  const hours = hoursIn(said)
  if (hours?.to != null) {
    const length = lengthOf({ from: hours.from, to: hours.to })
    const within = times.every((time) => (time - hours.from + 1440) % 1440 <= length)
    return times.includes(hours.from) && within && (times.length > 1 || openForMinutes === length)
  }
  const { at } = timesIn(said)
  if (at.length > 0) return at.every((time) => times.includes(minuteOf(time)))
  const counted = timesADay(said)
  if (counted !== null) return times.length >= Math.min(counted, 2)
  if (!/\b(?:morning|afternoon|evening|night)(?:ly)?\b/u.test(said.replace(/\bday and night\b/gu, ' '))) return true
  return times.length > 0 && times.length < 24
}

function timesOf(part: CadencePart): readonly number[] {
  if (part.kind === 'cron') return cronTimes(cronOf(part.fields)).map(minuteOf)
  return 'at' in part ? part.at.map(minuteOf) : []
}

function saysDays(said: string, cadence: Cadence): boolean {
  const days = allListed(weekdaySeries, said)
  if (days === null || days.length === 7) return true
  const own = cadence.map(daysOf)
  return own.length > 0 && own.every((one) => one.length > 0) && days.every((day) => own.flat().includes(day))
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
  if (seasons.test(said)) return false
  const months = allListed(monthSeries, said.replace(/\bmay\b(?! *(?:-|to|,|and|$))/gu, ' '))
  if (months === null || months.length === 12) return true
  const own = cadence.map(monthsOf)
  return own.length > 0 && own.every((one) => one.length > 0) && months.every((month) => own.flat().includes(month))
}

const seasons =
  /\b(?:in|during|throughout|all)(?: the)? (?:winter|summer|spring|autumn|fall|[\p{L}-]*season)s?\b|\b(?:winter|summer|season)s? only\b|\b(?:im (?:winter|sommer|frühling|herbst)|en (?:hiver|été|automne)|au printemps)\b/u

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
      return some('cron', 'interval')
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
      return /^[A-Z]/u.test(frequency.of) || (cadence.length > 0 && !cadence.some(isDaily))
  }
}

function isDaily(part: CadencePart): boolean {
  if (part.kind === 'weekdays') return part.days.length > 1
  return /^(?:day|working-day|cron|launch-day|launch-window|launch-moment|interval)$/u.test(part.kind)
}
