import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Calendar } from '../../../src/domain/cadence/cadence.ts'
import { fallings } from '../../../src/domain/cadence/occurrences.ts'
import { parseCadence } from '../../../src/domain/cadence/phrase.ts'
import { addDays } from '../../../src/domain/cadence/time.ts'
import { monthName, weekdayName } from '../../../src/domain/cadence/words.ts'

const calendar: Calendar = {
  zone: 'Europe/Paris',
  dayStarts: '07:30',
  workingDays: [1, 2, 3, 4, 5],
  holidays: ['2026-01-01', '2026-04-06', '2026-05-29'],
  launch: { at: new Date('2026-02-10T09:20:00Z'), day: '2026-02-10' },
}

const ordinals = ['first', 'second', 'third', 'fourth', 'last']
const weekdays = ([1, 2, 3, 4, 5, 6, 7] as const).map(weekdayName)
const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map(monthName)
const periods = ['month', 'quarter', 'year']

/** Words of which one may stand for another, so that a phrase says something else. */
const alike: readonly (readonly string[])[] = [
  ordinals,
  weekdays,
  months,
  [...periods, 'week'],
  ['days', 'weeks', 'months', 'years'],
  ['minutes', 'hours'],
  ['minute', 'hour'],
  ['day', 'weekday', 'Monday', 'working day'],
  ['week', 'Monday'],
  ['demand', '2026-03-06'],
]

/** How else a word of a phrase could be written, where anything hangs on it; a time without its day is left out. */
function others(word: string): readonly string[] {
  const [text = '', comma = ''] = word.split(/(?=[,;]$)/)
  if (/^\d\d:\d\d$/.test(text)) return [`${text.replace(/^0\d|^1\d/, '22')}${comma}`]
  if (/^\d{4}-/.test(text)) return [`${addDays(text, 100)}${comma}`]
  if (/^T\+/.test(text)) return offsets(text).map((other) => other + comma)
  if (/^\d+$/.test(text)) return [`${Number(text) + 1}${comma}`]
  if (text === '*') return ['1']
  if (text === '1-5') return ['1-4', '2-5']
  if (text === 'working') return ['']
  const others = alike.filter((words) => words.includes(text)).flat()
  return others.filter((other) => other !== text).map((other) => other + comma)
}

/** Each of its lengths one longer or shorter; of the launch itself, an hour and a day later. */
function offsets(text: string): readonly string[] {
  if (text === 'T+0') return ['T+1h', 'T+1d']
  return [...text.matchAll(/\d+/g)].flatMap(({ 0: length, index }) =>
    [Number(length) + 1, Math.max(1, Number(length) - 1)]
      .filter((other) => other !== Number(length))
      .map((other) => text.slice(0, index) + other + text.slice(index + length.length)),
  )
}

/** Without a time, a beginning, an end or the end of a range. */
const clauses = [
  / at \d\d:\d\d(, \d\d:\d\d)*/,
  / from \S+$/,
  / until [^\s,]+$/,
  / to [A-Z][a-z]+/,
  /, then .*/,
  /, \d\d:\d\d/,
]

function changed(phrase: string): readonly string[] {
  const words = phrase.split(' ')
  const oneWord = words.flatMap((word, place) => others(word).map((other) => words.with(place, other).join(' ')))
  const shorter = clauses.map((clause) => phrase.replace(clause, '')).filter((text) => text !== phrase)
  return [...oneWord, ...shorter]
}

const dueTimes = (phrase: string): string | null => {
  const read = parseCadence(phrase.replace(/\s+/g, ' '))
  if (!read.ok) return null
  const found = fallings(read.cadence, calendar, new Date('2025-12-20'), new Date('2030-12-31'))
  return found.map(({ dueAt, endsAt }) => `${dueAt.toISOString()} ${endsAt?.toISOString()}`).join('\n')
}

const manual = readFileSync('docs/plan-language.md', 'utf8')
const table = manual.slice(manual.indexOf('| `day at 09:00`'), manual.indexOf('**Every N**'))
const phrases = table
  .split('\n')
  .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, phrase = '']) => phrase))
  .map((phrase) => phrase.replace('…', 'day'))

describe('every word of a cadence counts', () => {
  test('in all that the manual tells', () => {
    expect(phrases.length).toBeGreaterThan(50)
  })

  test.each(phrases)('%s', (phrase) => {
    const due = dueTimes(phrase)
    const readable = changed(phrase).filter((other) => dueTimes(other) !== null)
    expect(readable.filter((other) => dueTimes(other) === due)).toEqual([])
    for (const [place, word] of phrase.split(' ').entries()) {
      if (!mustBeTried(word)) continue
      const said = others(word).filter((other) => readable.includes(phrase.split(' ').with(place, other).join(' ')))
      expect(said, `nothing else could stand for "${word}"`).not.toEqual([])
    }
  })
})

/** What stands for a length or a day may be the only word that fits there. */
function mustBeTried(word: string): boolean {
  return others(word).length > 0 && !/^(days?|weeks|months|years)$/.test(word)
}
