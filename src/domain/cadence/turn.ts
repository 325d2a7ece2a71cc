import { monthNames, numberWords, ordinals, weekdayNames } from './words.ts'

/**
 * How people say something, and how the plan language does. `<day>` is a place for what stands under that name below,
 * `<day2>` a second one; the rest is a regular expression, whose parentheses capture nothing.
 */
export type Turn = readonly [said: string, meant: string | ((said: Said) => string)]

type Place = keyof typeof places

/** What stood in its places; nothing in one that was passed over. */
type Said = Readonly<Record<Place | `${Place}2`, string>>

/** Does one turn after the other, each to what those before it made. */
export function turner(turns: readonly Turn[]): (phrase: string) => string {
  const steps = turns.map(([said, meant]) => {
    const pattern = patternOf(said)
    const form = typeof meant === 'string' ? meant.replace(/<(\w+)>/g, '$<$1>') : null
    return (text: string) =>
      form === null
        ? text.replace(pattern, (...found) => (meant as (said: Said) => string)(found.at(-1)))
        : text.replace(pattern, form)
  })
  return (phrase) => steps.reduce((text, step) => spaced(step(text)), spaced(phrase))
}

/** The words that stand in turns. */
export function wordsIn(turns: readonly Turn[]): readonly string[] {
  return turns.flatMap(([said]) => said.replace(/<\w+>|\\./g, ' ').match(/[a-z]{2,}/g) ?? [])
}

const weekday = weekdayNames.join('|')
const month = monthNames.join('|')
const nth = [...ordinals, 'last'].join('|')
const dayName = `${weekday}|(?:working )?day`
const rule = `(?:(?:${nth}) (?:${dayName})|(?:working )?day \\d+)\\b`
const periods = `month|quarter|year|(?:${month})(?:, (?:${month}))*`
const times = '\\d{2}:\\d{2}(?:, \\d{2}:\\d{2})*'
const dayOf = `${rule} of (?:${periods})`
const day = '\\d{1,2}(?!\\d)(?:st|nd|rd|th)?'
const date = '\\d{4}-\\d{2}-\\d{2}'
const numeral = '\\d{1,2}(?:st|nd|rd|th)'

const places = {
  // Days and what holds them.
  weekday,
  weekdays: `(?:weekday|${weekday}).*?`,
  month,
  nth,
  dayName,
  rule,
  rules: `${rule}(?:, ${rule})*`,
  of: `(?: of (?:${periods}))?`,
  daysOf: `${dayOf}(?:, ${dayOf})*`,
  period: periods,
  window: `week|${periods}|(?:${nth}) week of (?:${periods})`,
  // Numbers.
  number: numberWords.join('|'),
  count: '\\d{1,3}',
  numeral,
  day,
  figures: `${day}(?:, (?:day )?${day})*`,
  unit: 'minute|hour|day|week|month|quarter|year',
  length: 'months?|mo|weeks?|w|days?|d|hours?|h|minutes?|m',
  // Times.
  hour: '\\d{1,2}',
  minute: '\\d{2}',
  half: '[ap]\\.?m',
  time: '\\d{2}:\\d{2}',
  times,
  at: `(?: at ${times})?`,
  year: '\\d{4}',
  date,
  dates: `${date}(?:, ${date})*`,
  offset: 'T\\+\\w+',
  span: `(?:from|until) (?:${date}|T\\+\\w+)(?: until (?:${date}|T\\+\\w+))?`,
  bounds: '(?: (?:from|until) .+)?',
  // Cron begins anew with each hour and each day.
  minutes: '[2-6]|1[025]|20|30',
  hours: '[23468]|12',
  fields: '[*\\d]\\S* [*\\d]\\S*(?: [\\w*/,-]+){3}',
  rest: '.+?',
} as const

/** A turn that begins or ends with a word does so at a whole one. */
function patternOf(said: string): RegExp {
  const begin = /^(?:[a-z<]|\((?!\?))/.test(said) ? '(?<![\\p{L}\\d])' : ''
  const end = /[a-z>?]$/.test(said) ? '(?![\\p{L}\\d])' : ''
  const source = said
    .replace(/\((?!\?)/g, '(?:')
    .replace(/<([A-Za-z]+)(\d?)>/g, (_, place, more) => `(?<${place}${more}>${places[place as Place]})`)
  return new RegExp(`${begin}(?:${source})${end}`, 'giu')
}

/** One space between words, none before a comma. */
function spaced(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ (?=,)/g, '')
    .trim()
}
