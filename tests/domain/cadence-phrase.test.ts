import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cadence } from '../../src/domain/cadence/cadence.ts'
import { parseCadence } from '../../src/domain/cadence/phrase.ts'
import { cadencePhrase } from '../../src/domain/cadence/phrase-written.ts'
import { cadenceInWords } from '../../src/domain/cadence/say.ts'
import * as arbitraries from './cadence-arbitraries.ts'
import { calendarIn } from './calendar.ts'

const calendar = calendarIn('America/New_York')

describe('a cadence phrase', () => {
  test('reads back as it was printed, in any case and with any spaces', () => {
    fc.assert(
      fc.property(arbitraries.cadence, fc.constantFrom(' ', '  ', '\t'), (cadence, space) => {
        const phrase = cadencePhrase(cadence)
        expect(read(phrase)).toEqual(cadence)
        expect(read(` ${phrase.toUpperCase().replaceAll(' ', space)} `)).toEqual(cadence)
        expect(cadencePhrase(read(phrase))).toBe(phrase)
      }),
      { numRuns: 2000 },
    )
  })

  test('is refused or read, and never throws, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fc.constantFrom(...someWords), { maxLength: 9 }).map((words) => words.join(' ')),
        ),
        (typed) => {
          const parsed = parseCadence(typed)
          if (parsed.ok) expect(read(cadencePhrase(parsed.cadence))).toEqual(parsed.cadence)
          else {
            expect(parsed.fault.at).toBeLessThanOrEqual(typed.length)
            if (parsed.fault.suggestion !== undefined) read(parsed.fault.suggestion)
          }
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('is suggested as it is to whoever puts a word too many before it', () => {
    fc.assert(
      fc.property(arbitraries.cadence, fc.constantFrom('every', 'the'), (cadence, word) => {
        const phrase = cadencePhrase(cadence)
        fc.pre(!phrase.startsWith('cron'))
        const parsed = parseCadence(`${word} ${phrase}`)
        expect(parsed.ok || cadencePhrase(read(parsed.fault.suggestion ?? ''))).toBe(phrase)
      }),
      { numRuns: 500 },
    )
  })

  test('can be said of any cadence, and says no rule without words', () => {
    fc.assert(
      fc.property(arbitraries.cadence, (cadence) => {
        expect(cadenceInWords(cadence, calendar)).not.toMatch(/undefined|null|NaN|object/)
      }),
    )
  })

  test('of the manual is one that can be read', () => {
    const manual = readFileSync('docs/plan-language.md', 'utf8')
    const table = manual.slice(manual.indexOf('| `day at 09:00`'), manual.indexOf('**Every N**'))
    const phrases = table
      .split('\n')
      .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, phrase = '']) => phrase))
    expect(phrases.length).toBeGreaterThan(50)
    for (const phrase of phrases) expect(read(phrase.replace('…', 'day'))).not.toEqual([])
  })

  test.each([
    ['day at 9:00', 'day at 09:00', 'every day at 09:00 New York'],
    ['day', 'day', 'every day at 09:00 New York'],
    ['day at 17:00, 08:00', 'day at 08:00, 17:00', 'every day at 08:00 and 17:00 New York'],
    ['weekday at 09:00', 'weekday at 09:00', 'Monday to Friday at 09:00 New York'],
    ['Tuesday, Thursday at 14:00', 'Tuesday, Thursday at 14:00', 'every Tuesday and Thursday at 14:00 New York'],
    ['Tuesday to Thursday at 10:00', 'Tuesday to Thursday at 10:00', 'Tuesday to Thursday at 10:00 New York'],
    ['Saturday, Sunday, Monday', 'Saturday to Monday', 'Saturday to Monday at 09:00 New York'],
    [
      'FIRST monday OF month at 09:00',
      'first Monday of month at 09:00',
      'the first Monday of each month at 09:00 New York',
    ],
    ['last Friday of month', 'last Friday of month', 'the last Friday of each month at 09:00 New York'],
    ['on 2026-03-06 at 10:00', 'on 2026-03-06 at 10:00', 'on Friday 6 March 2026 at 10:00 New York'],
    ['on demand', 'on demand', 'on demand'],
    ['first Monday of quarter', 'first Monday of quarter', 'the first Monday of each quarter at 09:00 New York'],
    [
      'day 31 of month at 08:00',
      'day 31 of month at 08:00',
      'day 31, or the last day, of each month at 08:00 New York',
    ],
    ['day 28 of month', 'day 28 of month', 'day 28 of each month at 09:00 New York'],
    ['day 90 of quarter', 'day 90 of quarter', 'day 90 of each quarter at 09:00 New York'],
    ['day 91 of quarter', 'day 91 of quarter', 'day 91, or the last day, of each quarter at 09:00 New York'],
    ['day 92 of quarter', 'day 92 of quarter', 'day 92, or the last day, of each quarter at 09:00 New York'],
    ['day 365 of year', 'day 365 of year', 'day 365 of each year at 09:00 New York'],
    ['day 366 of year', 'day 366 of year', 'day 366, or the last day, of each year at 09:00 New York'],
    ['day 31 of May, March', 'day 31 of March, May', 'day 31 of March and May at 09:00 New York'],
    ['day 31 of March, June', 'day 31 of March, June', 'day 31, or the last day, of March and June at 09:00 New York'],
    ['first day of month', 'day 1 of month', 'day 1 of each month at 09:00 New York'],
    ['last working day of year', 'last working day of year', 'the last working day of each year at 09:00 New York'],
    ['working day 12 of month', 'working day 12 of month', 'the 12th working day of each month at 09:00 New York'],
    ['working day 22 of month', 'working day 22 of month', 'the 22nd working day of each month at 09:00 New York'],
    ['working day 3 of month', 'third working day of month', 'the third working day of each month at 09:00 New York'],
    ['day 15 of march', 'day 15 of March', 'day 15 of March at 09:00 New York'],
    [
      '2 weeks on Friday at 16:00 from 2026-01-02',
      '2 weeks on Friday at 16:00 from 2026-01-02',
      'every 2 weeks on Friday at 16:00, from Friday 2 January 2026, New York time',
    ],
    [
      '2 years on first Monday of March from 2026-01-01',
      '2 years on first Monday of March from 2026-01-01',
      'every 2 years on the first Monday of March at 09:00, from Thursday 1 January 2026, New York time',
    ],
    [
      'first week of quarter',
      'first week of quarter',
      'in the first week of each quarter, from its first working day at 09:00 New York',
    ],
    ['June, March', 'March, June', 'in March and June, from its first working day at 09:00 New York'],
    ['month', 'month', 'once each month, from its first working day at 09:00 New York'],
    ['T+0', 'T+0', 'at launch'],
    ['t+90m', 'T+1h30m', '1 hour and 30 minutes after launch'],
    ['T+1d at 08:00', 'T+1d at 08:00', '1 day after launch at 08:00 New York'],
    [
      'T+1w on Monday at 09:00',
      'T+1w Monday at 09:00',
      'Monday of the week from 1 week after launch at 09:00 New York',
    ],
    ['T+2mo', 'T+2mo', 'in the month from 2 months after launch, New York time'],
    [
      'T+2d to T+3d',
      'T+2d to T+3d',
      'from 2 days after launch to the end of the day 3 days after launch, New York time',
    ],
    [
      'T+4w to T+1mo',
      'T+4w to T+1mo',
      'from 4 weeks after launch to the end of the month from 1 month after launch, New York time',
    ],
    [
      '15 minutes from T+1h to T+1h',
      '15 minutes from T+1h to T+1h',
      'every 15 minutes from 1 hour after launch to 1 hour after launch',
    ],
    [
      '15 minutes from T+1h to T+6h',
      '15 minutes from T+1h to T+6h',
      'every 15 minutes from 1 hour after launch to 6 hours after launch',
    ],
    [
      'hour from T+1h to T+6h',
      '1 hour from T+1h to T+6h',
      'every hour from 1 hour after launch to 6 hours after launch',
    ],
    [
      'T+3mo onward: first Monday of month',
      'first Monday of month from T+3mo',
      'the first Monday of each month at 09:00, from 3 months after launch, New York time',
    ],
    ['T+3mo onwards, day', 'day from T+3mo', 'every day at 09:00, from 3 months after launch, New York time'],
    [
      '1 year on day 60 of year from 2026-01-01',
      '1 year on day 60 from 2026-01-01',
      'every year on day 60 at 09:00, from Thursday 1 January 2026, New York time',
    ],
    [
      'first Monday of month from T+3mo onward',
      'first Monday of month from T+3mo',
      'the first Monday of each month at 09:00, from 3 months after launch, New York time',
    ],
    [
      'Monday at 09:00 until T+1mo then first Monday of month at 10:00',
      'Monday at 09:00 until T+1mo, then first Monday of month at 10:00',
      'every Monday at 09:00 until 1 month after launch, then the first Monday of each month at 10:00 New York',
    ],
    [
      'Monday until 2026-06-01, then month until 2027-01-01, then year',
      'Monday until 2026-06-01, then month until 2027-01-01, then year',
      'every Monday at 09:00 before Monday 1 June 2026, then once each month before Friday 1 January 2027, each from its first working day at 09:00, then once each year, from its first working day at 09:00 New York',
    ],
    ['CRON 0 9 * * MON-FRI', 'cron 0 9 * * mon-fri', 'at 09:00 Monday to Friday, New York time'],
    ['cron */15 * * * *', 'cron */15 * * * *', 'every 15 minutes every day, New York time'],
    ['Monday at 09:00; on demand', 'Monday at 09:00; on demand', 'every Monday at 09:00 New York, and on demand'],
  ])('%s is %s: %s', (typed, phrase, words) => {
    expect(cadencePhrase(read(typed))).toBe(phrase)
    expect(cadenceInWords(read(typed), calendar)).toBe(words)
  })
})

const someWords = [
  ...[
    'Monday',
    'at',
    '09:00',
    ',',
    'to',
    'of',
    'month',
    'on',
    'x',
    ';',
    'first',
    'from',
    'until',
    'then',
    '2026-03-06',
  ],
  ...[
    'T+1d',
    'T+6h',
    'T+2mo',
    'onward:',
    '15',
    'minutes',
    'weeks',
    'day',
    'working',
    'week',
    'quarter',
    'March',
    'last',
  ],
  ...['cron', '*', '*/5', '1-5', '2', 'demand'],
]

function read(phrase: string): Cadence {
  const parsed = parseCadence(phrase)
  if (!parsed.ok) throw new Error(`${phrase}: ${parsed.fault.message}`)
  return parsed.cadence
}
