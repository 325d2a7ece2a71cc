import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cadence, CadencePart, Weekday } from '../../src/domain/cadence/cadence.ts'
import { parseCadence } from '../../src/domain/cadence/phrase.ts'
import { cadenceInWords, cadencePhrase } from '../../src/domain/cadence/say.ts'

const calendar = { zone: 'America/New_York', dayStarts: '09:00', workingDays: [1, 2, 3, 4, 5], holidays: [] } as const

const wallTime = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`)
const at = fc.uniqueArray(wallTime, { maxLength: 3 }).map((times) => times.sort())
const weekday = fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<Weekday>
const part: fc.Arbitrary<CadencePart> = fc.oneof(
  fc.record({ kind: fc.constant('day' as const), at }),
  fc.record({ kind: fc.constant('working-day' as const), at }),
  fc.record({
    kind: fc.constant('weekdays' as const),
    days: fc.uniqueArray(weekday, { minLength: 1 }).map((days) => days.sort()),
    at,
  }),
  fc.record({
    kind: fc.constant('nth-weekday' as const),
    nth: fc.constantFrom(1, 2, 3, 4, 5, 'last') as fc.Arbitrary<1 | 2 | 3 | 4 | 5 | 'last'>,
    day: weekday,
    at,
  }),
  fc.record({
    kind: fc.constant('once' as const),
    date: fc
      .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    at,
  }),
  fc.constant({ kind: 'on-demand' as const }),
)

describe('a cadence phrase', () => {
  test('reads back as it was printed, in any case and with any spaces', () => {
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(' ', '  ', '\t'),
        (cadence, space) => {
          const phrase = cadencePhrase(cadence)
          expect(read(phrase)).toEqual(cadence)
          expect(read(` ${phrase.toUpperCase().replaceAll(' ', space)} `)).toEqual(cadence)
          expect(cadencePhrase(read(phrase))).toBe(phrase)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('is refused or read, and never throws, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc
            .array(fc.constantFrom('Monday', 'at', '09:00', ',', 'to', 'of', 'month', 'on', 'x', ';', 'first'), {
              maxLength: 8,
            })
            .map((words) => words.join(' ')),
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
      { numRuns: 1000 },
    )
  })

  test.each([
    ['day at 9:00', 'day at 09:00', 'every day at 09:00 New York'],
    ['day', 'day', 'every day at 09:00 New York'],
    ['day at 17:00, 08:00', 'day at 08:00, 17:00', 'every day at 08:00 and 17:00 New York'],
    ['weekday at 09:00', 'weekday at 09:00', 'Monday to Friday at 09:00 New York'],
    ['Tuesday, Thursday at 14:00', 'Tuesday, Thursday at 14:00', 'every Tuesday and Thursday at 14:00 New York'],
    ['Tuesday to Thursday at 10:00', 'Tuesday to Thursday at 10:00', 'Tuesday to Thursday at 10:00 New York'],
    ['Saturday to Monday', 'Monday, Saturday, Sunday', 'every Monday, Saturday and Sunday at 09:00 New York'],
    [
      'FIRST monday OF month at 09:00',
      'first Monday of month at 09:00',
      'the first Monday of each month at 09:00 New York',
    ],
    ['last Friday of month', 'last Friday of month', 'the last Friday of each month at 09:00 New York'],
    ['on 2026-03-06 at 10:00', 'on 2026-03-06 at 10:00', 'on Friday 6 March 2026 at 10:00 New York'],
    ['on demand', 'on demand', 'on demand'],
    ['Monday at 09:00; on demand', 'Monday at 09:00; on demand', 'every Monday at 09:00 New York, and on demand'],
  ])('%s is %s: %s', (typed, phrase, words) => {
    expect(cadencePhrase(read(typed))).toBe(phrase)
    expect(cadenceInWords(read(typed), calendar)).toBe(words)
  })

  test.each([
    ['day at 9am', '9am', 'day at 09:00'],
    ['weekday at 5:30pm', '5:30pm', 'weekday at 17:30'],
    ['every day at 09:00', 'every', 'day at 09:00'],
    ['Mon at 09:00', 'Mon', 'Monday at 09:00'],
    ['Wendesday at 14:00', 'Wendesday', 'Wednesday at 14:00'],
    ['Tuesday and Thursday at 14:00', 'and', 'Tuesday, Thursday at 14:00'],
    ['1st Monday of month 09:00', '1st', 'first Monday of month at 09:00'],
    ['first Monday of quarter at 09:00', 'quarter', 'first Monday of month at 09:00'],
    ['Monday at 09:00, Tuesday at 10:00', 'Tuesday', 'Monday at 09:00; Tuesday at 10:00'],
    ['Monday at 25:00', '25:00', 'Monday at 09:00'],
    ['on 2026-02-30 at 10:00', '2026-02-30', 'on 2026-03-06 at 10:00'],
    ['day at', '', 'day at 09:00'],
    ['on demand at 09:00', 'at', 'on demand'],
    ['', '', 'day at 09:00'],
  ])('%s is refused at "%s", and %s is suggested', (typed, word, suggestion) => {
    const parsed = parseCadence(typed)
    expect(parsed).toMatchObject({
      ok: false,
      fault: { at: word === '' ? typed.length : typed.indexOf(word), suggestion },
    })
  })
})

function read(phrase: string): Cadence {
  const parsed = parseCadence(phrase)
  if (!parsed.ok) throw new Error(`${phrase}: ${parsed.fault.message}`)
  return parsed.cadence
}
