import { nearest } from '../nearest.ts'
import { ordinals, weekdayNames } from './words.ts'

const vocabulary = ['day', 'weekday', 'on', 'demand', 'at', 'to', 'of', 'month', ...ordinals, ...weekdayNames]

/** What people write where the plan language has another word. */
const otherWords: Readonly<Record<string, string>> = {
  daily: 'day',
  everyday: 'day',
  days: 'day',
  morning: 'day at 09:00',
  evening: 'day at 17:00',
  weekdays: 'weekday',
  workdays: 'weekday',
  workday: 'weekday',
  weekly: 'Monday',
  week: 'Monday',
  monthly: 'first Monday of month',
  months: 'month',
  and: ',',
  '&': ',',
  until: 'to',
  through: 'to',
  '-': 'to',
  '@': 'at',
  noon: '12:00',
  midday: '12:00',
  midnight: '00:00',
  every: '',
  each: '',
  the: '',
  '1st': 'first',
  '2nd': 'second',
  '3rd': 'third',
  '4th': 'fourth',
  '5th': 'fifth',
  tues: 'Tuesday',
  thurs: 'Thursday',
}

const examples: readonly (readonly [RegExp, string])[] = [
  [/month|first|last|nth/i, 'first Monday of month at 09:00'],
  [/week|day/i, 'weekday at 09:00'],
  [/\d{4}/, 'on 2026-03-06 at 10:00'],
]

/** The nearest phrase that can be read: the words put right one by one, else an example of the kind. */
export function suggestPhrase(phrase: string, reads: (text: string) => boolean): string | null {
  const words = phrase.match(/[^\s,;]+|[,;]/g) ?? []
  const mended = tidy(words.map(mend).filter((word) => word !== ''))
  const parted = mended.replace(/(\d{2}:\d{2}), (?=[A-Za-z])/g, '$1; ')
  if (reads(parted)) return parted
  const start = readableStart(parted.split(' '), reads)
  if (start !== null) return reads(`${start} at 09:00`) ? `${start} at 09:00` : start
  return examples.find(([pattern]) => pattern.test(phrase))?.[1] ?? 'day at 09:00'
}

function readableStart(words: readonly string[], reads: (text: string) => boolean): string | null {
  for (let count = words.length; count > 0; count--) {
    const start = words.slice(0, count).join(' ').replace(/[,;]$/, '')
    if (reads(start)) return start
  }
  return null
}

function mend(word: string): string {
  const lower = word.toLowerCase()
  const other = Object.hasOwn(otherWords, lower) ? otherWords[lower] : undefined
  if (other !== undefined) return other
  if (/\d/.test(word)) return mendTime(lower) ?? word
  const abbreviated = lower.length >= 3 && weekdayNames.find((name) => name.toLowerCase().startsWith(lower))
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
