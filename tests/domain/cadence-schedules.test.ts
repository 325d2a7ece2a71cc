import { describe, expect, test } from 'vitest'
import type { Calendar } from '../../src/domain/cadence/cadence.ts'
import { waitsForLaunch } from '../../src/domain/cadence/launch.ts'
import { nextOccurrence, occurrences, wallTimesOf } from '../../src/domain/cadence/occurrences.ts'
import { parseCadence } from '../../src/domain/cadence/phrase.ts'
import { localTextOf } from '../../src/domain/cadence/time.ts'
import { calendarIn } from './calendar.ts'

function read(phrase: string) {
  const parsed = parseCadence(phrase)
  if (!parsed.ok) throw new Error(`${phrase}: ${parsed.fault.message}`)
  return parsed.cadence
}

/** Each due time in a row, found as the next after the one before, on the clock of the zone. */
function firstOf(count: number, phrase: string, calendar: Calendar, since: string): string[] {
  const found: string[] = []
  let after: Date | null = new Date(since)
  while (found.length < count) {
    after = nextOccurrence(read(phrase), calendar, after)
    if (after === null) return [...found, 'never']
    found.push(localTextOf(after, calendar.zone))
  }
  return found
}

describe('what comes every so often', () => {
  test.each([
    ['Europe/Paris', '2 months on fifth Friday from 2026-01-01', ['2026-01-30', '2026-05-29', '2026-07-31']],
    ['Asia/Kolkata', '3 weeks from 2026-12-21', ['2026-12-21', '2027-01-11', '2027-02-01']],
    [
      'America/New_York',
      '1 month from 2026-10-31',
      ['2026-10-31', '2026-11-30', '2026-12-31', '2027-01-31', '2027-02-28'],
    ],
    [
      'America/St_Johns',
      '1 year from 2028-02-29',
      ['2028-02-29', '2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29'],
    ],
    ['America/Sao_Paulo', '1 month on last working day from 2026-12-31', ['2026-12-31', '2027-01-29', '2027-02-26']],
    ['Australia/Lord_Howe', '1 month on day 15 from 2026-01-20', ['2026-02-15', '2026-03-15', '2026-04-15']],
    ['Europe/Paris', '1 year on day 15 of March from 2026-04-01', ['2027-03-15', '2028-03-15']],
    ['Europe/Paris', '2 years on last Friday of December from 2026-12-26', ['2027-12-31', '2029-12-28']],
    ['Asia/Kolkata', '18 months on day 31 from 2026-08-31', ['2026-08-31', '2028-02-29', '2029-08-31']],
    [
      'America/New_York',
      '2 weeks on Monday, Sunday from 2026-12-30',
      ['2027-01-03', '2027-01-04', '2027-01-17', '2027-01-18'],
    ],
    ['America/New_York', '1 year on fifth Sunday of February from 2088-03-01', ['2128-02-29']],
    ['America/New_York', '2 years on fifth Sunday of February from 2029-01-01', ['2032-02-29', '2060-02-29']],
  ])('in %s, %s', (zone, phrase, days) => {
    expect(firstOf(days.length, phrase, calendarIn(zone), '2025-12-31T12:00Z')).toEqual(
      days.map((day) => `${day} 09:00`),
    )
  })

  test('begins no day early where a time of the evening before is moved into its first day', () => {
    // On 28 March its clocks skip the hour before midnight.
    const nuuk = calendarIn('America/Nuuk')
    expect(firstOf(1, '1 day at 23:30 from 2026-03-29', nuuk, '2026-03-28T12:00Z')).toEqual(['2026-03-29 23:30'])
    expect(firstOf(1, '1 month on day 28 at 23:30 from 2026-03-29', nuuk, '2026-03-28T12:00Z')).toEqual([
      '2026-04-28 23:30',
    ])
  })

  test('falls due on the last day that is asked for', () => {
    const monthly = read('1 month from 2026-01-01')
    const paris = calendarIn('Europe/Paris')
    expect(occurrences(monthly, paris, new Date('2026-12-31T12:00Z'), new Date('2027-01-01T08:00Z'))).toEqual([
      new Date('2027-01-01T08:00Z'),
    ])
  })

  test('begins with the launch where it is counted from it, and not without one', () => {
    const launch = { at: new Date('2026-12-30T14:00Z'), day: '2026-12-30' }
    const phrase = '2 weeks on Friday at 16:00 from T+1w'
    expect(firstOf(2, phrase, calendarIn('America/New_York', { launch }), '2026-01-01T00:00Z')).toEqual([
      '2027-01-08 16:00',
      '2027-01-22 16:00',
    ])
    expect(firstOf(1, phrase, calendarIn('America/New_York'), '2026-01-01T00:00Z')).toEqual(['never'])
  })
})

describe('a launch a lifetime away is found', () => {
  const launch = { at: new Date('2099-12-31T03:30Z'), day: '2099-12-31' }

  test.each([
    ['T+0', '2099-12-31 09:00'],
    ['T+1d at 08:00', '2100-01-01 08:00'],
    ['T+1w', '2100-01-07 09:00'],
    ['T+1h to T+6h', '2099-12-31 10:00'],
    ['15 minutes from T+1h to T+6h', '2099-12-31 10:00'],
  ])('by %s', (phrase, time) => {
    expect(firstOf(1, phrase, calendarIn('Asia/Kolkata', { launch }), '2026-01-01T00:00Z')).toEqual([time])
  })
})

test.each([
  ['T+0', true],
  ['T+1d at 08:00', true],
  ['T+1w', true],
  ['15 minutes from T+1h to T+6h', true],
  ['Monday; T+1w', true],
  ['day from T+1d', true],
  ['day until T+1d', true],
  ['day from 2026-01-01 until T+1d', true],
  ['day from T+1d until 2036-01-01', true],
  ['Monday until T+1mo, then month', true],
  ['day', false],
  ['day from 2026-01-01 until 2026-06-01', false],
  ['2 weeks from 2026-01-01', false],
  ['on 2026-03-06', false],
  ['on demand', false],
])('%s waits for a launch: %s', (phrase, waits) => {
  expect(waitsForLaunch(read(phrase))).toBe(waits)
})

test.each([
  ['day', ['08:15']],
  ['day at 07:00, 19:00', ['07:00', '19:00']],
  ['month', ['08:15']],
  ['on 2026-12-31', ['08:15']],
  ['T+1d at 10:00', ['10:00']],
  ['T+1w', ['08:15']],
  ['cron 0,30 9 * * *', ['09:00', '09:30']],
  ['T+4h', null],
  ['T+1h to T+6h', null],
  ['15 minutes from T+1h to T+6h', null],
  ['on demand', null],
])('on the clock, %s falls due at %j', (phrase, times) => {
  const found = read(phrase).map((part) => wallTimesOf(part, calendarIn('Asia/Kolkata', { dayStarts: '08:15' })))
  expect(found).toEqual([times && new Set(times)])
})

test('a month without a working day has no last one', () => {
  const february = Array.from({ length: 28 }, (_, day) => `2026-02-${String(day + 1).padStart(2, '0')}`)
  const calendar = calendarIn('Europe/Paris', { holidays: february })
  expect(firstOf(1, 'last working day of February', calendar, '2026-01-01')).toEqual(['2027-02-26 09:00'])
})

describe('a cadence ends', () => {
  test.each([
    ['day at 00:00 from 2026-12-30 until 2027-01-01', ['2026-12-30 00:00', '2026-12-31 00:00', 'never']],
    ['day at 12:00 until T+0', ['2026-12-29 12:00', '2026-12-30 12:00', 'never']],
    ['day at 14:30 until T+1h', ['2026-12-29 14:30', 'never']],
    ['day at 14:29 until T+1h', ['2026-12-29 14:29', '2026-12-30 14:29', 'never']],
    ['day at 13:30 from T+0 until T+1d', ['2026-12-30 13:30', 'never']],
    ['day at 00:00 from T+1d until T+1d', ['never']],
    ['T+2d to T+3d; T+4d', ['2027-01-01 09:00', '2027-01-03 09:00', 'never']],
    ['T+1mo', ['2027-02-01 09:00', 'never']],
    ['T+0; T+0 at 13:30', ['2026-12-30 13:30', 'never']],
  ])('%s', (phrase, times) => {
    const launch = { at: new Date('2026-12-30T08:00Z'), day: '2026-12-30' }
    const calendar = calendarIn('Asia/Kolkata', { launch })
    expect(firstOf(times.length, phrase, calendar, '2026-12-29T00:00Z')).toEqual(times)
  })
})
