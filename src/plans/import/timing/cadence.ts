import type { Weekday } from '../../../domain/cadence/cadence.ts'
import { parseCadence } from '../../../domain/cadence/phrase.ts'
import { monthNames, weekdayRuns } from '../../../domain/cadence/words.ts'
import type { Frequency } from './frequency.ts'
import { intervalFor } from './interval.ts'
import { endOf, offsetsOf, type Span } from './launch.ts'
import { inMonths } from './season.ts'
import type { PartOfDay, TimesOfDays, Timing } from './timing.ts'

/** A cadence in the language of plans, and what of it the document leaves open. */
export type Phrase = { readonly every: string; readonly chosen: string | null }

/** What a document leaves open is chosen once for all of them. */
const usual = {
  time: '09:00',
  weekday: 'Monday',
  /** A Monday, from which every second week and the like are counted. */
  anchor: '2026-01-05',
} as const
const partsOfDay: Readonly<Record<PartOfDay, string>> = {
  morning: '09:00',
  afternoon: '14:00',
  evening: '17:00',
  night: '22:00',
}
const timesADay: Readonly<Record<number, readonly string[]>> = {
  1: ['09:00'],
  2: ['09:00', '17:00'],
  3: ['09:00', '13:00', '17:00'],
  4: ['08:00', '12:00', '16:00', '20:00'],
}

/** When something falls due that says `own` within what says `around`; null where neither says it, or what no plan can. */
export function phraseOf(own: Timing, around: Timing): Phrase | null {
  const phrase = phraseSaid(own, around)
  return phrase && parseCadence(phrase.every).ok ? phrase : null
}

function phraseSaid(own: Timing, around: Timing): Phrase | null {
  const span = own.span ?? (own.frequency || own.at.length > 0 || own.part ? around.span : null)
  const frequency = oftenOf(own, around)
  const clock = clockOf(own, around)
  if (span && !frequency) return afterLaunch(span, around, clock, own)
  if (!frequency) return own.at.length > 0 || own.part || own.times ? daily(clock) : null
  if (span && frequency.kind !== 'on-demand') return withinLaunch(frequency, span, clock)
  if (own.apart.length > 0 && (own.frequency?.kind === 'weekdays' || own.frequency?.kind === 'working-day'))
    return { every: own.apart.map(timesOfDays).join('; '), chosen: null }
  const inDays = frequency.kind === 'minutes' && frequency.count >= day ? daysOf(frequency.count) : frequency
  if (inDays?.kind === 'minutes') return intervalFor(inDays.count, own, around)
  if (inDays === null) return null
  const phrase = phraseFor(inDays, clock)
  const months = own.months ?? around.months
  return months && !(frequency.kind === 'window' && startsWithMonth(frequency.of)) ? inMonths(phrase, months) : phrase
}

const day = 24 * 60

/** So many minutes as days; null where they are no whole ones, for which no plan has a cadence. */
function daysOf(minutes: number): Extract<Frequency, { kind: 'day' | 'every' }> | null {
  if (minutes === day) return { kind: 'day' }
  return minutes % day === 0 ? { kind: 'every', count: minutes / day, unit: 'day' } : null
}

function startsWithMonth(of: string): boolean {
  return monthNames.some((name) => of.startsWith(name))
}

function timesOfDays({ days, at }: TimesOfDays): string {
  const named = days.join() === '1,2,3,4,5' ? 'weekday' : weekdayRuns(days as readonly Weekday[]).join(', ')
  return `${named} at ${at.join(', ')}`
}

/** What has times of day in a season comes every day of it. */
function oftenOf(own: Timing, around: Timing): Frequency | null {
  const frequency = own.frequency ?? (own.span ? null : around.frequency)
  const isSeason = frequency?.kind === 'window' && frequency.season
  return isSeason && (own.at.length > 0 || own.times !== null) ? { kind: 'day' } : frequency
}

type Clock = { readonly at: string; readonly said: boolean; readonly chosen: boolean }

function clockOf(own: Timing, around: Timing): Clock {
  const at = own.at.length > 0 ? own.at : own.part || own.times ? [] : around.at
  if (at.length > 0) return { at: at.join(', '), said: true, chosen: false }
  const times = own.times ?? around.times
  if (times) return { at: (timesADay[times] ?? spread(times)).join(', '), said: true, chosen: true }
  const part = own.part ?? around.part
  return { at: part ? partsOfDay[part] : usual.time, said: part !== null, chosen: true }
}

/** So many times between eight and eight. */
function spread(times: number): readonly string[] {
  return Array.from({ length: times }, (_, place) => {
    const minutes = 8 * 60 + Math.round((place * 12 * 60) / Math.max(1, times - 1) / 5) * 5
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  })
}

function daily({ at, chosen }: Clock): Phrase {
  return { every: `day at ${at}`, chosen: chosen ? 'the time' : null }
}

function phraseFor(frequency: Exclude<Frequency, { kind: 'minutes' }>, clock: Clock): Phrase {
  const { at, chosen: open } = clock
  const time = open ? 'the time' : null
  switch (frequency.kind) {
    case 'day':
      return daily(clock)
    case 'working-day':
      return { every: `weekday at ${at}`, chosen: time }
    case 'weekdays':
      return { every: `${frequency.days} at ${at}`, chosen: time }
    case 'day-of':
      return { every: `${frequency.day} at ${at}`, chosen: time }
    case 'window':
      return frequency.season ? { every: frequency.of, chosen: 'how often' } : windowFor(frequency.of, clock)
    case 'every':
      return everyFor(frequency, clock)
    case 'on-demand':
      return { every: 'on demand', chosen: null }
    case 'regular':
      return { every: 'month', chosen: 'how often' }
  }
}

/** A window has no time of day: where one is said, it is a day within it. */
function windowFor(of: string, { at, said, chosen }: Clock): Phrase {
  if (!said) return { every: of, chosen: null }
  const day = of === 'week' ? usual.weekday : /^(month|quarter|year)$/u.test(of) ? `first working day of ${of}` : null
  if (day === null) return { every: of, chosen: null }
  return { every: `${day} at ${at}`, chosen: chosen ? 'the day and the time' : 'the day' }
}

function everyFor({ count, unit, on: said }: Extract<Frequency, { kind: 'every' }>, { at, chosen }: Clock): Phrase {
  const plural = count === 1 ? unit : `${unit}s`
  const on = { day: '', week: ` on ${said ?? usual.weekday}`, month: ` on first ${usual.weekday}`, year: '' }[unit]
  const open = chosen ? 'the time and from which day' : 'from which day'
  return { every: `${count} ${plural}${on} at ${at} from ${usual.anchor}`, chosen: open }
}

function afterLaunch(span: Span, around: Timing, clock: Clock, own: Timing): Phrase {
  const outer = around.span
  const weekday = span.within && span.unit === 'd' ? dayWithin(span, around) : null
  if (weekday && outer) return { every: `${offsetsOf(outer, null).from} ${weekday}`, chosen: null }
  const { from, last } = offsetsOf(span, outer)
  if (last === null) return { every: `month from ${from}`, chosen: 'how often' }
  const timed = own.at.length > 0 || own.part !== null
  if (span.unit === 'd' && from === last) return dayAfter(from, clock, timed)
  if (span.unit === 'h') {
    const begins = from === 'T+0' ? 'T+0h' : from
    return { every: from === last ? begins : `${begins} to ${last}`, chosen: null }
  }
  if (from === 'T+0') return { every: `T+0 to ${lastDayOf(span)}`, chosen: null }
  return { every: from === last ? from : `${from} to ${last}`, chosen: null }
}

function dayAfter(from: string, clock: Clock, timed: boolean): Phrase {
  if (from === 'T+0') return { every: timed ? `T+0d at ${clock.at}` : 'T+0', chosen: null }
  return timed
    ? { every: `${from} at ${clock.at}`, chosen: clock.chosen ? 'the time' : null }
    : { every: from, chosen: null }
}

/** The first day of "Tuesday to Thursday" is Tuesday. */
function dayWithin(span: Span, { frequency }: Timing): string | null {
  if (frequency?.kind !== 'weekdays' || span.from !== span.to) return null
  const [from = '', to] = frequency.days.split(' to ')
  const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
  const first = days.indexOf(from)
  const day =
    to === undefined ? frequency.days.split(', ')[span.from] : days.slice(first, days.indexOf(to) + 1)[span.from]
  return day ?? null
}

const daysIn = { h: 1, d: 1, w: 7, mo: 30 } as const

/** Of a stretch that begins with the launch: the day on which it ends. */
function lastDayOf({ unit, to }: Span): string {
  return `T+${((to ?? 0) + 1) * daysIn[unit] - 1}d`
}

/** What comes again and again, as long as the stretch lasts. */
function withinLaunch(frequency: Frequency, span: Span, clock: Clock): Phrase {
  const { from, last } = offsetsOf(span, null)
  if (frequency.kind === 'minutes') {
    const [count, unit] = frequency.count % 60 === 0 ? [frequency.count / 60, 'hour'] : [frequency.count, 'minute']
    const every = count === 1 ? unit : `${count} ${unit}s`
    const hours = span.unit === 'h' ? null : daysIn[span.unit] * 24
    const begins = hours === null ? (from === 'T+0' ? 'T+0h' : from) : `T+${span.from * hours}h`
    const ends = hours === null || span.to === null ? last : `T+${(span.to + 1) * hours}h`
    return { every: `${every} from ${begins} to ${ends ?? 'T+24h'}`, chosen: ends ? null : 'until when' }
  }
  if (frequency.kind === 'weekdays' && span.unit === 'w' && span.from === span.to)
    return { every: `${from} ${frequency.days} at ${clock.at}`, chosen: clock.chosen ? 'the time' : null }
  const { every, chosen } = phraseFor(frequency, clock)
  if (/ from /u.test(every) || frequency.kind === 'regular') return { every, chosen }
  const end = endOf(span)
  return { every: `${every} from ${from}${end ? ` until ${end}` : ''}`, chosen }
}
