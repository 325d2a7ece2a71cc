import type {
  Bound,
  Bounds,
  Cadence,
  CadencePart,
  Calendar,
  DayOfPeriod,
  EveryPart,
  LocalDate,
  Nth,
  Offset,
  Period,
  WallTime,
  Weekday,
  WindowPart,
} from './cadence.ts'
import { cronInWords } from './cron-words.ts'
import { isWeekdays } from './every.ts'
import { isByClock } from './launch.ts'
import { wallTimesOf } from './occurrences.ts'
import { chainsOf } from './phrase-written.ts'
import { weekdayOf } from './time.ts'
import { listed, monthName, ordinalOf, weekdayName, weekdayRuns } from './words.ts'

/** What falls due by itself. */
type Timed = Exclude<CadencePart, { kind: 'on-demand' }>

/** As one would say it: `the first Monday of each month at 09:00 New York`. */
export function cadenceInWords(cadence: Cadence, calendar: Calendar): string {
  const timed = cadence.filter((part) => part.kind !== 'on-demand')
  const chains = chainsOf(timed).map((chain) =>
    chain.map((part, place) => partInWords(part, calendar, place > 0)).join(', then '),
  )
  const said = chains.length > 0 ? [inPlace([...new Set(chains)].join(', and '), timed, calendar)] : []
  return [...said, ...(timed.length < cadence.length ? ['on demand'] : [])].join(', and ')
}

/** Where the clock hangs that it speaks of; what is counted from the launch in hours needs none. */
function inPlace(said: string, cadence: Cadence, calendar: Calendar): string {
  if (cadence.every((part) => wallTimesOf(part, calendar) === null)) return said
  const place = placeOf(calendar.zone)
  return /:\d{2}$/.test(said) ? `${said} ${place}` : `${said}, ${place} time`
}

/** `America/New_York` is New York to the people who live by it. */
export function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

export function dateInWords(date: LocalDate): string {
  return `${weekdayName(weekdayOf(date))} ${Number(date.slice(8))} ${monthName(Number(date.slice(5, 7)))} ${date.slice(0, 4)}`
}

/** `1 month after launch`; nothing after it is the launch itself. */
export function offsetInWords({ months, weeks, days, minutes }: Offset): string {
  const lengths = [
    ...counted(months, 'month'),
    ...counted(weeks, 'week'),
    ...counted(days, 'day'),
    ...counted(Math.floor(minutes / 60), 'hour'),
    ...counted(minutes % 60, 'minute'),
  ]
  return lengths.length === 0 ? 'launch' : `${listed(lengths)} after launch`
}

function partInWords(part: Timed, calendar: Calendar, isNext: boolean): string {
  const { from, until } = part as Bounds
  const beginning = from === undefined || isNext ? '' : `, from ${boundInWords(from)}`
  const and = beginning !== '' && typeof until === 'string' ? ' and' : ''
  const end = until === undefined ? '' : `${and} ${endInWords(until)}`
  const bounds = `${beginning}${end}`
  return part.kind === 'window' ? windowInWords(part, bounds, calendar) : `${ruleInWords(part, calendar)}${bounds}`
}

function ruleInWords(part: Exclude<Timed, WindowPart>, calendar: Calendar): string {
  switch (part.kind) {
    case 'day':
      return `every day${atInWords(part.at, calendar)}`
    case 'working-day':
      return `${daysInWords(calendar.workingDays)}${atInWords(part.at, calendar)}`
    case 'weekdays':
      return `${daysInWords(part.days)}${atInWords(part.at, calendar)}`
    case 'nth-weekday':
    case 'nth-day':
    case 'nth-working-day':
      return `${dayInWords(part)} of ${periodInWords(part.of ?? 'month')}${atInWords(part.at, calendar)}`
    case 'every':
      return `every ${part.count === 1 ? '' : `${part.count} `}${part.unit}${part.count === 1 ? '' : 's'}${everyOnInWords(part)}${atInWords(part.at, calendar)}`
    case 'cron':
      return cronInWords(part.fields)
    case 'once':
      return `on ${dateInWords(part.date)}${atInWords(part.at, calendar)}`
    case 'launch-moment':
    case 'launch-day':
    case 'launch-window':
    case 'interval':
      return launchInWords(part, calendar)
  }
}

function launchInWords(
  part: Extract<CadencePart, { kind: 'launch-moment' | 'launch-day' | 'launch-window' | 'interval' }>,
  calendar: Calendar,
): string {
  switch (part.kind) {
    case 'launch-moment':
      return part.after.minutes === 0 ? 'at launch' : offsetInWords(part.after)
    case 'launch-day': {
      const times = atInWords(part.at, calendar)
      if (part.days.length > 0)
        return `${listed(weekdayRuns(part.days))} of the week from ${dayAfter(part.after)}${times}`
      return `${isByClock(part.after) ? 'on launch day' : offsetInWords(part.after)}${times}`
    }
    case 'launch-window': {
      const { first, last } = part
      if (JSON.stringify(first) === JSON.stringify(last))
        return `in the ${first.weeks > 0 ? 'week' : 'month'} from ${offsetInWords(first)}`
      if (isByClock(last)) return `from ${offsetInWords(first)} to ${offsetInWords(last)}`
      return `from ${dayAfter(first)} to the end of the ${stretchFrom(last)}`
    }
    case 'interval':
      return `every ${part.minutes % 60 === 0 ? every(part.minutes / 60, 'hour') : every(part.minutes, 'minute')} from ${offsetInWords(part.first)} to ${offsetInWords(part.last)}`
  }
}

/** What a window goes on to the end of: the whole of the last thing that its phrase counts. */
function stretchFrom(last: Offset): string {
  if (last.days > 0) return `day ${offsetInWords(last)}`
  return `${last.weeks > 0 ? 'week' : 'month'} from ${offsetInWords(last)}`
}

function dayAfter(after: Offset): string {
  return isByClock(after) ? 'launch day' : offsetInWords(after)
}

function dayInWords(rule: DayOfPeriod): string {
  const { nth, of } = rule
  if (rule.kind === 'nth-day') {
    if (nth === 'last') return 'the last day'
    const shorter = nth > fewestDays(of ?? 'month')
    return `day ${nth}${shorter ? ', or the last day,' : ''}`
  }
  const what = rule.kind === 'nth-weekday' ? weekdayName(rule.day) : 'working day'
  return `the ${nthInWords(nth)} ${what}`
}

function fewestDays(of: Period): number {
  if (of === 'quarter' || of === 'year') return of === 'quarter' ? 90 : 365
  return of === 'month' ? 28 : Math.min(...of.map((month) => fewestOfMonth[month - 1] ?? 28))
}

const fewestOfMonth: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function nthInWords(nth: Nth): string {
  return ordinalOf(nth) ?? `${nth}${endings[counting.select(Number(nth))] ?? 'th'}`
}

const counting = new Intl.PluralRules('en', { type: 'ordinal' })
const endings: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = { one: 'st', two: 'nd', few: 'rd' }

function periodInWords(of: 'week' | Period): string {
  return typeof of === 'string' ? `each ${of}` : listed(of.map(monthName))
}

function windowInWords(window: WindowPart, bounds: string, { dayStarts }: Calendar): string {
  return `${stretchInWords(window)}${bounds}, ${bounds === '' ? '' : 'each '}from its first working day at ${dayStarts}`
}

function stretchInWords({ of, week }: WindowPart): string {
  if (week !== null) return `in the ${nthInWords(week)} week of ${periodInWords(of)}`
  return typeof of === 'string' ? `once each ${of}` : `in ${periodInWords(of)}`
}

function everyOnInWords({ on }: EveryPart): string {
  if (on === null) return ''
  if (isWeekdays(on)) return ` on ${listed(weekdayRuns(on))}`
  return ` on ${dayInWords(on)}${typeof on.of === 'object' ? ` of ${listed(on.of.map(monthName))}` : ''}`
}

function boundInWords(bound: Bound): string {
  return typeof bound === 'string' ? dateInWords(bound) : offsetInWords(bound)
}

/** A day that ends a cadence is not part of it. */
function endInWords(bound: Bound): string {
  return typeof bound === 'string' ? `before ${dateInWords(bound)}` : `until ${offsetInWords(bound)}`
}

function daysInWords(days: readonly Weekday[]): string {
  const said = listed(weekdayRuns(days))
  return said.includes(' to ') ? said : `every ${said}`
}

function atInWords(at: readonly WallTime[], calendar: Calendar): string {
  return ` at ${listed(at.length > 0 ? at : [calendar.dayStarts])}`
}

function counted(count: number, unit: string): string[] {
  return count === 0 ? [] : [`${count} ${unit}${count === 1 ? '' : 's'}`]
}

function every(count: number, unit: string): string {
  return count === 1 ? unit : `${count} ${unit}s`
}
