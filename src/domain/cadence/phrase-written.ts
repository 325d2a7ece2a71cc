import type { Bound, Bounds, Cadence, CadencePart, DayRule, EveryPart, Offset, Period, Weekday } from './cadence.ts'
import { isWeekdays } from './every.ts'
import { monthName, ordinalOf, weekdayName, weekdayRuns } from './words.ts'

/** The phrase that `parseCadence` reads back as the same cadence. */
export function cadencePhrase(cadence: Cadence): string {
  return cadencePhrases(cadence).join('; ')
}

/** One phrase for each part; parts of which one begins where the one before ends share theirs. */
export function cadencePhrases(cadence: Cadence): string[] {
  return chainsOf(cadence).map((chain) => chain.map((part, place) => partPhrase(part, place > 0)).join(', then '))
}

/** Parts in rows, in which each begins where the one before ends. */
export function chainsOf<Part extends CadencePart>(cadence: readonly Part[]): Part[][] {
  const chains: Part[][] = []
  for (const part of cadence) {
    const before = chains.at(-1)?.at(-1)
    if (before && follows(before, part)) chains.at(-1)?.push(part)
    else chains.push([part])
  }
  return chains
}

function follows(before: CadencePart, part: CadencePart): boolean {
  const { until } = before as Bounds
  const { from } = part as Bounds
  return until !== undefined && from !== undefined && boundPhrase(until) === boundPhrase(from)
}

function partPhrase(part: CadencePart, isNext: boolean): string {
  const { from, until } = part as Bounds
  const at = 'at' in part && part.at.length > 0 ? ` at ${part.at.join(', ')}` : ''
  const beginning = from === undefined || isNext ? '' : ` from ${boundPhrase(from)}`
  const end = until === undefined ? '' : ` until ${boundPhrase(until)}`
  return `${rulePhrase(part)}${at}${beginning}${end}`
}

function rulePhrase(part: CadencePart): string {
  switch (part.kind) {
    case 'day':
      return 'day'
    case 'working-day':
      return 'weekday'
    case 'weekdays':
      return weekdaysPhrase(part.days)
    case 'nth-weekday':
    case 'nth-day':
    case 'nth-working-day':
      return `${dayPhrase(part)} of ${periodPhrase(part.of ?? 'month')}`
    case 'every':
      return `${part.count} ${part.unit}${part.count === 1 ? '' : 's'}${onPhrase(part.on)}`
    case 'window': {
      const period = periodPhrase(part.of)
      return part.week === null ? period : `${ordinalOf(part.week)} week of ${period}`
    }
    case 'cron':
      return `cron ${part.fields}`
    case 'once':
      return `on ${part.date}`
    case 'on-demand':
      return 'on demand'
    case 'launch-moment':
      return offsetPhrase(part.after)
    case 'launch-day':
      return `${offsetPhrase(part.after)}${part.days.length > 0 ? ` ${weekdaysPhrase(part.days)}` : ''}`
    case 'launch-window':
      return [...new Set([part.first, part.last].map(offsetPhrase))].join(' to ')
    case 'interval':
      return `${lengthPhrase(part.minutes)} from ${offsetPhrase(part.first)} to ${offsetPhrase(part.last)}`
  }
}

export function offsetPhrase({ months, weeks, days, minutes }: Offset): string {
  const lengths = [
    [months, 'mo'],
    [weeks, 'w'],
    [days, 'd'],
    [Math.floor(minutes / 60), 'h'],
    [minutes % 60, 'm'],
  ] as const
  const said = lengths.flatMap(([count, unit]) => (count === 0 ? [] : `${count}${unit}`))
  return `T+${said.join('') || '0'}`
}

export function boundPhrase(bound: Bound): string {
  return typeof bound === 'string' ? bound : offsetPhrase(bound)
}

function dayPhrase(rule: DayRule): string {
  const ordinal = ordinalOf(rule.nth)
  switch (rule.kind) {
    case 'nth-weekday':
      return `${ordinal} ${weekdayName(rule.day)}`
    case 'nth-day':
      return rule.nth === 'last' ? 'last day' : `day ${rule.nth}`
    case 'nth-working-day':
      return ordinal === null ? `working day ${rule.nth}` : `${ordinal} working day`
  }
}

function onPhrase(on: EveryPart['on']): string {
  if (on === null) return ''
  if (isWeekdays(on)) return ` on ${weekdaysPhrase(on)}`
  return ` on ${dayPhrase(on)}${typeof on.of === 'object' ? ` of ${periodPhrase(on.of)}` : ''}`
}

function periodPhrase(of: 'week' | Period): string {
  return typeof of === 'string' ? of : of.map(monthName).join(', ')
}

function weekdaysPhrase(days: readonly Weekday[]): string {
  return weekdayRuns(days).join(', ')
}

function lengthPhrase(minutes: number): string {
  const [count, unit] = minutes % 60 === 0 ? [minutes / 60, 'hour'] : [minutes, 'minute']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
