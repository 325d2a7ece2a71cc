import type { Bound, Cadence, CadencePart, DayRule, EveryPart, Offset, Period, WallTime, Weekday } from './cadence.ts'
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
export function chainsOf(cadence: Cadence): CadencePart[][] {
  const chains: CadencePart[][] = []
  for (const part of cadence) {
    const before = chains.at(-1)?.at(-1)
    if (before && follows(before, part)) chains.at(-1)?.push(part)
    else chains.push([part])
  }
  return chains
}

function follows(before: CadencePart, part: CadencePart): boolean {
  if (!('until' in before) || !('from' in part) || before.until === undefined || part.from === undefined) return false
  return boundPhrase(before.until) === boundPhrase(part.from)
}

function partPhrase(part: CadencePart, isNext: boolean): string {
  const from = 'from' in part && part.from !== undefined && !isNext ? ` from ${boundPhrase(part.from)}` : ''
  const until = 'until' in part && part.until !== undefined ? ` until ${boundPhrase(part.until)}` : ''
  const at = 'at' in part && part.at.length > 0 ? atPhrase(part.at) : ''
  return `${rulePhrase(part)}${at}${from}${until}`
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

function atPhrase(at: readonly WallTime[]): string {
  return ` at ${at.join(', ')}`
}
