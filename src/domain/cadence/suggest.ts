import { nearest } from '../nearest.ts'
import { reworded } from './reworded.ts'
import { monthNames, ordinals, weekdayNames } from './words.ts'

const vocabulary = [
  ...[
    'day',
    'weekday',
    'week',
    'month',
    'quarter',
    'year',
    'days',
    'weeks',
    'months',
    'years',
    'minute',
    'minutes',
    'hour',
    'hours',
  ],
  ...['on', 'demand', 'at', 'to', 'of', 'from', 'until', 'then', 'working', 'last', 'cron', 'onward'],
  ...ordinals,
  ...weekdayNames,
  ...monthNames,
]

const longNames: readonly string[] = [...weekdayNames, ...monthNames]

/** What people write where the plan language has another word. */
const otherWords: Readonly<Record<string, string>> = {
  daily: 'day',
  everyday: 'day',
  morning: 'day at 09:00',
  evening: 'day at 17:00',
  weekdays: 'weekday',
  workdays: 'weekday',
  workday: 'weekday',
  business: 'working',
  weekly: 'Monday',
  fortnightly: '2 weeks on Monday',
  biweekly: '2 weeks on Monday',
  monthly: 'first Monday of month',
  quarterly: 'first week of quarter',
  yearly: 'January',
  annually: 'January',
  annual: 'January',
  hourly: 'cron 0 * * * *',
  quarters: 'quarter',
  hrs: 'hours',
  mins: 'minutes',
  min: 'minutes',
  and: ',',
  '&': ',',
  through: 'to',
  till: 'until',
  '-': 'to',
  '@': 'at',
  noon: '12:00',
  midday: '12:00',
  midnight: '00:00',
  every: '',
  each: '',
  the: '',
  in: '',
  '1st': 'first',
  '2nd': 'second',
  '3rd': 'third',
  '4th': 'fourth',
  '5th': 'fifth',
  tues: 'Tuesday',
  thurs: 'Thursday',
  sept: 'September',
}

const examples: readonly (readonly [RegExp, string])[] = [
  [/cron/i, 'cron 0 9 * * 1-5'],
  [/minute|hour/i, '15 minutes from T+1h to T+6h'],
  [/t\+|launch/i, 'T+1d at 08:00'],
  [/^\d+ /, '2 weeks on Friday from 2026-01-02'],
  [/day \d+ of/i, 'day 15 of month'],
  [/quarter/i, 'first week of quarter'],
  [/month|first|last|nth/i, 'first Monday of month at 09:00'],
  [/week|day/i, 'weekday at 09:00'],
  [/\d{4}/, 'on 2026-03-06 at 10:00'],
]

/** The nearest phrase that can be read: the words put right one by one, else an example of the kind. */
export function suggestPhrase(phrase: string, reads: (text: string) => boolean): string {
  const said = reworded(phrase)
  const words = said.replace(/(?<=[a-z])-(?=[a-z])/gi, ' - ').match(/[^\s,;]+|[,;]/g) ?? []
  if (words[0]?.toLowerCase() === 'cron') return reads(said) ? said : exampleLike(phrase)
  const mended = tidy(words.map((word, place) => mend(word, words.slice(0, place))).filter((word) => word !== ''))
  const parted = mended.replace(/(\d{2}:\d{2}), (?=[A-Za-z])/g, '$1; ')
  if (reads(parted)) return parted
  if (reads(`${parted} ${anchor}`)) return `${parted} ${anchor}`
  const start = readableStart(parted.split(' '), reads)
  // `day` is no part of what `day 32 of month` was to say.
  if (start !== null && (start.includes(' of ') || !/^\S+ \S+ of /.test(parted)))
    return reads(`${start} at 09:00`) ? `${start} at 09:00` : start
  return exampleLike(phrase)
}

function exampleLike(phrase: string): string {
  return examples.find(([pattern]) => pattern.test(phrase))?.[1] ?? 'day at 09:00'
}

/** Where something could be counted from. */
const anchor = 'from 2026-01-02'

function readableStart(words: readonly string[], reads: (text: string) => boolean): string | null {
  for (let count = words.length; count > 0; count--) {
    const start = words.slice(0, count).join(' ').replace(/[,;]$/, '')
    if (reads(start)) return start
  }
  return null
}

/** Behind `at`, or behind a time and a comma. */
const timeBelongs = /(?:^| )(?:at|@)(?: \S*\d\S* ,)*$/i

function mend(word: string, before: readonly string[]): string {
  const lower = word.toLowerCase()
  const other = Object.hasOwn(otherWords, lower) ? otherWords[lower] : undefined
  if (other !== undefined) return other
  // A number alone is an hour only where a time belongs.
  if (/^\d+$/.test(word) && !timeBelongs.test(before.join(' '))) return word
  if (/\d/.test(word)) return mendTime(lower) ?? word
  const abbreviated = lower.length >= 3 && longNames.find((name) => name.toLowerCase().startsWith(lower))
  return abbreviated || (nearest(word, vocabulary) ?? word)
}

/** `9am`, `5:30pm`, `9h30`, `9.30` and `17h` in 24 hours. */
function mendTime(word: string): string | null {
  const match = /^(\d{1,2})(?:[:.h](\d{2})?)?(am|pm)?$/.exec(word)
  if (!match) return null
  const [, hours, minutes, half] = match
  const hour = half ? (Number(hours) % 12) + (half === 'pm' ? 12 : 0) : Number(hours)
  return hour > 23 ? null : `${String(hour).padStart(2, '0')}:${minutes ?? '00'}`
}

/** One space between words, none before a comma, and the `at` that people leave out. */
function tidy(words: readonly string[]): string {
  return words
    .join(' ')
    .replace(/ ([,;])/g, '$1')
    .replace(/(?<!\bat|,) (\d{2}:\d{2})/, ' at $1')
}
