import type { Weekday } from '../../../domain/cadence/cadence.ts'
import { monthName, ordinals, weekdayNames, weekdayRuns } from '../../../domain/cadence/words.ts'
import { isRange, monthSeries, weekdaySeries } from './series.ts'

/** How often, as a text says it. */
export type Frequency =
  | { readonly kind: 'minutes'; readonly count: number }
  | { readonly kind: 'day' }
  | { readonly kind: 'working-day' }
  /** In the language of plans: `Monday`, `Tuesday to Thursday`, `Tuesday, Friday`. */
  | { readonly kind: 'weekdays'; readonly days: string }
  /** Every so many days, weeks, months or years. */
  | {
      readonly kind: 'every'
      readonly count: number
      readonly unit: 'day' | 'week' | 'month' | 'year'
      readonly on?: string
    }
  /** In the language of plans: `first Monday of month`, `last day of quarter`. */
  | { readonly kind: 'day-of'; readonly day: string }
  /** `week`, `month`, `first week of quarter`, `January`; a season is told in months, and not how often in it. */
  | { readonly kind: 'window'; readonly of: string; readonly season?: true }
  | { readonly kind: 'on-demand' }
  /** "Regularly": often enough, and nobody says how often. */
  | { readonly kind: 'regular' }

const weekday = `(${weekdayNames.map((name) => name.toLowerCase()).join('|')})s?`
const numerals = ['1st', '2nd', '3rd', '4th', '5th']
const nth = `(${[...ordinals.slice(0, 5), ...numerals, 'last'].join('|')})`
const counts: Readonly<Record<string, number>> = {
  two: 2,
  other: 2,
  second: 2,
  three: 3,
  third: 3,
  four: 4,
  six: 6,
  few: 2,
}
const period = '(month|quarter|year)'

type Reader = readonly [pattern: RegExp, read: (match: RegExpExecArray) => Frequency | null]

/** The first that is found counts: what is said more exactly stands first. */
const readers: readonly Reader[] = [
  [
    new RegExp(`\\b(?:every|each|on) (?:other|second|2nd) ${weekday}`, 'u'),
    ([, day]) => ({ kind: 'every', count: 2, unit: 'week', on: capital(day) }),
  ],
  [
    /\b(?:as[ -]needed|on[ -]demand|ad[ -]hoc|when(?:ever)? (?:needed|required|necessary)|as (?:required|necessary|released)|before (?:each|every|any) \w+|after (?:each|every|any) \w+)\b/u,
    () => ({ kind: 'on-demand' }),
  ],
  [
    /\bevery (\d+|two|three|four|six|few)?[ -]?(minute|min|hour|hr|h)s?\b/u,
    ([, count, unit]) => minutesOf(counted(count) * (unit?.startsWith('m') ? 1 : 60)),
  ],
  [/\b(?:hourly|each hour)\b/u, () => ({ kind: 'minutes', count: 60 })],
  [
    new RegExp(`\\b${nth} week (?:of|in) (?:the |each |every |a )?${period}`, 'u'),
    ([, which, of]) => ({ kind: 'window', of: `${ordinal(which)} week of ${of}` }),
  ],
  [
    new RegExp(
      `\\b${nth} ${weekday}(?: (?:of|in|morning|afternoon|evening)*\\s*(?:of |in )?(?:the |each |every |a )?${period})?`,
      'u',
    ),
    ([, which, day, of]) => ({ kind: 'day-of', day: `${ordinal(which)} ${capital(day)} of ${of ?? 'month'}` }),
  ],
  [
    new RegExp(`\\b${nth} (working |business )?day (?:of|in) (?:the |each |every |a )?${period}`, 'u'),
    ([, which, work, of]) => ({ kind: 'day-of', day: `${ordinal(which)} ${work ? 'working ' : ''}day of ${of}` }),
  ],
  [
    /\b(?:on )?(?:the |day )?(\d{1,2})(?:st|nd|rd|th)? (?:day )?of (?:the |each |every )?month\b/u,
    ([, day]) =>
      Number(day) >= 1 && Number(day) <= 31 ? { kind: 'day-of', day: `day ${Number(day)} of month` } : null,
  ],
  [
    /\b(?:start|beginning|first) of (?:the |each |every )?(month|quarter|year)\b/u,
    ([, of]) => ({ kind: 'window', of: `first week of ${of}` }),
  ],
  [
    /\b(?:end) of (?:the |each |every )?(month|quarter|year)\b/u,
    ([, of]) => ({ kind: 'window', of: `last week of ${of}` }),
  ],
  [
    /\b(?:bi-?weekly|fortnightly|every (?:two|2|other|second) weeks?)\b/u,
    () => ({ kind: 'every', count: 2, unit: 'week' }),
  ],
  [/\b(?:bi-?monthly|every (?:two|2|other|second) months?)\b/u, () => ({ kind: 'every', count: 2, unit: 'month' })],
  [
    /\b(?:semi-?annual(?:ly)?|half-yearly|bi-?annual(?:ly)?|twice (?:a|per) year|every (?:six|6) months)\b/u,
    () => ({ kind: 'every', count: 6, unit: 'month' }),
  ],
  [
    /\bevery (\d+|two|three|four|six|other|second|third) (day|week|month|quarter|year)s?\b/u,
    ([, count, unit]) => everyOf(counted(count), unit ?? ''),
  ],
  [
    new RegExp(`\\b${weekdaySeries.pattern}\\b`, 'u'),
    (match) => {
      const days = weekdaySeries.listed(match)
      if (/^weekends?$/u.test(match[0]) && days.length === 2) return null
      if (!/(?:mon|tues|wednes|thurs|fri|satur|sun|weekend)/u.test(match[0]) && days.length === 5)
        return { kind: 'working-day' }
      return { kind: 'weekdays', days: weekdayRuns(days as readonly Weekday[]).join(', ') }
    },
  ],
  [
    /\b(?:daily|nightly|(?:every|each) (?:single )?(?:day|morning|afternoon|evening|night)|once (?:a|per) day|per day|twice daily|(?:opening|closing) (?:checklist|tasks|shift))\b/u,
    () => ({ kind: 'day' }),
  ],
  [/\bweekends?\b/u, () => ({ kind: 'weekdays', days: 'Saturday, Sunday' })],
  [/\b(?:weekly|(?:every|each) week|once (?:a|per) week|per week)\b/u, () => ({ kind: 'window', of: 'week' })],
  [/\b(?:monthly|(?:every|each) month|once (?:a|per) month|per month)\b/u, () => ({ kind: 'window', of: 'month' })],
  [/\b(?:quarterly|(?:every|each) quarter|once (?:a|per) quarter)\b/u, () => ({ kind: 'window', of: 'quarter' })],
  [
    new RegExp(`\\b(?:every|each|in)?\\s*${monthSeries.pattern}\\b(?! \\d)`, 'u'),
    (match) => {
      const months = monthSeries.listed(match)
      if (/^\s*may$/u.test(match[0]) && !/^may\s*(?:[(:-]|$)/u.test(match.input)) return null
      if (months.length === 12) return null
      const of = months.map(monthName).join(', ')
      return { kind: 'window', of, ...(isRange.test(match[0]) && { season: true }) }
    },
  ],
  [/\b(?:annual(?:ly)?|yearly|(?:every|each) year|once (?:a|per) year)\b/u, () => ({ kind: 'window', of: 'year' })],
  [/\b(?:regular(?:ly)?|routine(?:ly)?|periodic(?:ally)?)\b/u, () => ({ kind: 'regular' })],
]

/** What a text in small English letters says of how often; null where it does not. */
export function frequencyIn(text: string): Frequency | null {
  for (const [pattern, read] of readers) {
    const match = pattern.exec(text)
    const frequency = match && read(match)
    if (frequency) return withWeekday(frequency, text)
  }
  return null
}

/** Everything that it says of how often, the first as `frequencyIn` has it. */
export function frequenciesIn(text: string): readonly Frequency[] {
  let rest = text
  return readers.flatMap(([pattern, read]) => {
    const match = pattern.exec(rest)
    const frequency = match && read(match)
    if (!match || !frequency) return []
    rest = `${rest.slice(0, match.index)} , ${rest.slice(match.index + match[0].length)}`
    return [frequency]
  })
}

/** Every second week on the day that is named beside it. */
function withWeekday(frequency: Frequency, text: string): Frequency {
  if (frequency.kind !== 'every' || frequency.unit !== 'week' || frequency.on) return frequency
  const day = new RegExp(`\\b${weekday}`, 'u').exec(text)?.[1]
  return day === undefined ? frequency : { ...frequency, on: capital(day) }
}

/** The same text without those words, to see what else it says. */
export function withoutFrequencies(text: string): string {
  return readers.reduce((rest, [pattern]) => rest.replace(new RegExp(pattern.source, 'giu'), ' '), text)
}

function minutesOf(count: number): Frequency | null {
  return count > 0 ? { kind: 'minutes', count } : null
}

function everyOf(count: number, unit: string): Frequency | null {
  if (count < 1 || count > 999) return null
  if (unit === 'quarter') return { kind: 'every', count: count * 3, unit: 'month' }
  return { kind: 'every', count, unit: unit as 'day' | 'week' | 'month' | 'year' }
}

function counted(word: string | undefined): number {
  return word === undefined ? 1 : (counts[word] ?? Number(word))
}

function ordinal(word: string | undefined): string {
  const place = numerals.indexOf(word ?? '')
  return place < 0 ? (word ?? '') : (ordinals[place] as string)
}

function capital(word: string | undefined): string {
  return word ? word.charAt(0).toUpperCase() + word.slice(1) : ''
}
