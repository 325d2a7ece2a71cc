import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cadence, CadencePart, Weekday } from '../../src/domain/cadence/cadence.ts'
import { waitsForLaunch } from '../../src/domain/cadence/launch.ts'
import { fallings, nextOccurrence, occurrences } from '../../src/domain/cadence/occurrences.ts'
import * as arbitraries from './cadence-arbitraries.ts'
import { calendarIn } from './calendar.ts'
import { type MinuteTable, minuteTable, type OraclePart, oracle } from './minute-table.ts'

/** A zone and a day round which its clocks, its year or nothing changes. */
const places: readonly (readonly [string, string])[] = [
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['America/New_York', '2026-01-01'],
  ['Europe/Paris', '2026-03-29'],
  ['Europe/Paris', '2026-10-25'],
  ['Europe/Paris', '2027-01-01'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['Australia/Lord_Howe', '2026-01-01'],
  ['Asia/Kolkata', '2026-03-29'],
  ['Asia/Kolkata', '2026-01-01'],
  ['America/St_Johns', '2026-03-08'],
  ['America/St_Johns', '2026-11-01'],
  ['America/St_Johns', '2010-03-14'],
  ['America/St_Johns', '2010-11-07'],
  ['America/St_Johns', '2026-01-01'],
  ['America/Havana', '2026-03-08'],
  ['America/Havana', '2026-11-01'],
  ['America/Nuuk', '2026-03-29'],
  ['America/Nuuk', '2026-10-25'],
]

const tables = new Map<string, MinuteTable>()

function tableOf([zone, day]: readonly [string, string]): MinuteTable {
  const key = `${zone} ${day}`
  const table = tables.get(key) ?? minuteTable(zone, new Date(`${day}T00:00Z`), 3)
  tables.set(key, table)
  return table
}

// Most of the night, where the clocks change, and a little of the day.
const wallTime = fc
  .oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 4 * 60 }) },
    { weight: 1, arbitrary: fc.integer({ min: 22 * 60, max: 1439 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 1439 }) },
  )
  .map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`)
const at = fc.array(wallTime, { maxLength: 3 })
const weekday = fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<Weekday>

function partFor(day: string): fc.Arbitrary<OraclePart> {
  const near = fc
    .integer({ min: -2, max: 2 })
    .map((days) => new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10))
  return fc.oneof(
    fc.record({ kind: fc.constant('day' as const), at }),
    fc.record({ kind: fc.constant('working-day' as const), at }),
    fc.record({ kind: fc.constant('weekdays' as const), days: fc.uniqueArray(weekday, { minLength: 1 }), at }),
    fc.record({
      kind: fc.constant('nth-weekday' as const),
      nth: fc.constantFrom(1, 2, 3, 4, 5, 'last' as const) as fc.Arbitrary<1 | 2 | 3 | 4 | 5 | 'last'>,
      day: weekday,
      at,
    }),
    fc.record({ kind: fc.constant('once' as const), date: near, at }),
    fc.constant({ kind: 'on-demand' as const }),
  )
}

const example = fc.constantFrom(...places).chain((place) =>
  fc.record({
    place: fc.constant(place),
    cadence: fc.array(partFor(place[1]), { minLength: 1, maxLength: 3 }),
    sinceMinute: fc.integer({ min: -2 * 1440, max: 2 * 1440 }),
    minutes: fc.integer({ min: 0, max: 3 * 1440 }),
  }),
)

describe('what a cadence makes of the clocks', () => {
  test('agrees with a walk through every minute, in every zone and over every change', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(example, ({ place, cadence, sinceMinute, minutes }) => {
        const middle = Date.parse(`${place[1]}T00:00Z`)
        const since = new Date(middle + sinceMinute * 60_000)
        const until = new Date(Math.min(since.getTime() + minutes * 60_000, middle + 2 * 86_400_000))
        const calendar = calendarIn(place[0])
        const expected = oracle(tableOf(place), cadence, calendar, since, until)
        expect(occurrences(cadence, calendar, since, until).map((due) => due.toISOString())).toEqual(expected)
      }),
      { numRuns: 800 },
    )
  })

  test.each([
    ['America/New_York', '2026-03-08', '02:30', '2026-03-08T07:30:00.000Z', 'skipped: 03:30, an hour on'],
    ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00.000Z', 'repeated: the first'],
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:45:00.000Z', 'skipped: half an hour on'],
    ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45:00.000Z', 'repeated: the first'],
    ['America/Havana', '2026-03-08', '00:00', '2026-03-08T05:00:00.000Z', 'a day without midnight'],
    ['Pacific/Apia', '2011-12-30', '09:00', '2011-12-30T19:00:00.000Z', 'a day that never was: the next one'],
  ])('%s on %s at %s is %s (%s)', (zone, date, time, instant) => {
    const cadence: Cadence = [{ kind: 'once', date, at: [time] }]
    const around = Date.parse(instant)
    const found = occurrences(cadence, calendarIn(zone), new Date(around - 1), new Date(around))
    expect(found.map((due) => due.toISOString())).toEqual([instant])
  })

  test('the beginning is excluded, the end is included, and an instant named twice is one', () => {
    const cadence: Cadence = [
      { kind: 'day', at: ['09:00'] },
      { kind: 'working-day', at: ['09:00'] },
    ]
    const nine = new Date('2026-03-06T09:00Z')
    expect(occurrences(cadence, calendarIn('UTC'), new Date(nine.getTime() - 1), nine)).toEqual([nine])
    expect(occurrences(cadence, calendarIn('UTC'), nine, new Date(nine.getTime() + 1))).toEqual([])
    expect(occurrences(cadence, calendarIn('UTC'), nine, nine)).toEqual([])
  })

  test('a time late on the day before may be moved into the stretch', () => {
    const cadence: Cadence = [{ kind: 'weekdays', days: [6], at: ['23:30'] }]
    const found = occurrences(
      cadence,
      calendarIn('America/Nuuk'),
      new Date('2026-03-29T01:10Z'),
      new Date('2026-03-29T02:00Z'),
    )
    expect(found).toEqual([new Date('2026-03-29T01:30Z')])
  })

  test('a stretch cut in two gives the same as the whole', () => {
    fc.assert(
      fc.property(example, fc.double({ min: 0, max: 1, noNaN: true }), ({ place, cadence, minutes }, share) => {
        const since = new Date(Date.parse(`${place[1]}T00:00Z`) - 2 * 86_400_000)
        const middle = new Date(since.getTime() + Math.floor(minutes * share) * 60_000)
        const until = new Date(since.getTime() + minutes * 60_000)
        const calendar = calendarIn(place[0])
        const halves = [
          ...occurrences(cadence, calendar, since, middle),
          ...occurrences(cadence, calendar, middle, until),
        ]
        expect(halves).toEqual(occurrences(cadence, calendar, since, until))
      }),
      { numRuns: 200 },
    )
  })
})

describe('whatever a cadence says', () => {
  const launched = calendarIn('America/New_York', {
    holidays: ['2026-01-01', '2026-12-25'],
    launch: { at: new Date('2026-03-08T03:30Z'), day: '2026-03-07' },
  })
  const instant = fc.date({ min: new Date('2025-06-01'), max: new Date('2027-06-01'), noInvalidDate: true })
  const stretch = fc
    .tuple(instant, fc.integer({ min: 0, max: 40 * 1440 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([since, minutes, share]) => ({
      since,
      middle: new Date(since.getTime() + Math.floor(minutes * share) * 60_000),
      until: new Date(since.getTime() + minutes * 60_000),
    }))

  test('its due times come in order, within what was asked, and no window ends before it begins', () => {
    fc.assert(
      fc.property(arbitraries.cadence, stretch, (cadence, { since, until }) => {
        let before = since.getTime()
        for (const { dueAt, endsAt } of fallings(cadence, launched, since, until)) {
          expect(dueAt.getTime()).toBeGreaterThan(before)
          expect(dueAt.getTime()).toBeLessThanOrEqual(until.getTime())
          if (endsAt !== null) expect(endsAt.getTime()).toBeGreaterThan(dueAt.getTime())
          before = dueAt.getTime()
        }
      }),
      { numRuns: 1500 },
    )
  })

  test('a stretch cut in two gives the same as the whole', () => {
    fc.assert(
      fc.property(arbitraries.cadence, stretch, (cadence, { since, middle, until }) => {
        expect([...fallings(cadence, launched, since, middle), ...fallings(cadence, launched, middle, until)]).toEqual(
          fallings(cadence, launched, since, until),
        )
      }),
      { numRuns: 1500 },
    )
  })

  test('the next one is the first of those that come', () => {
    fc.assert(
      fc.property(arbitraries.cadence, instant, (cadence, after) => {
        const next = nextOccurrence(cadence, launched, after)
        const [first] = occurrences(cadence, launched, after, new Date(next ?? after.getTime() + 400 * 86_400_000))
        expect(first ?? null).toEqual(next)
      }),
      { numRuns: 1500 },
    )
  })

  test('nothing that counts from a launch falls due without one', () => {
    fc.assert(
      fc.property(
        arbitraries.cadence.filter((cadence) => cadence.every((part) => waitsForLaunch([part]))),
        (cadence) => {
          const waiting = { ...launched, launch: null }
          expect(occurrences(cadence, waiting, new Date('2020-01-01'), new Date('2033-01-01'))).toEqual([])
          expect(nextOccurrence(cadence, waiting, new Date('2020-01-01'))).toBeNull()
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('the next occurrence', () => {
  test.each<[string, CadencePart, string | null]>([
    ['a fifth Monday months away', { kind: 'nth-weekday', nth: 5, day: 1, at: [] }, '2026-03-30T09:00:00.000Z'],
    ['a day years away', { kind: 'once', date: '2031-01-01', at: ['08:00'] }, '2031-01-01T08:00:00.000Z'],
    ['a day a lifetime away', { kind: 'once', date: '2099-12-31', at: ['08:00'] }, '2099-12-31T08:00:00.000Z'],
    ['a day gone by', { kind: 'once', date: '2020-01-01', at: [] }, null],
    ['on demand', { kind: 'on-demand' }, null],
    [
      'a fifth Sunday in February, decades away',
      { kind: 'nth-weekday', nth: 5, day: 7, of: [2], at: [] },
      '2032-02-29T09:00:00.000Z',
    ],
    ['what begins years from now', { kind: 'day', at: [], from: '2040-05-05' }, '2040-05-05T09:00:00.000Z'],
    ['what is over', { kind: 'day', at: [], until: '2025-12-30' }, null],
    [
      'every fifty years',
      { kind: 'every', count: 50, unit: 'year', on: null, at: [], from: '1999-01-01' },
      '2049-01-01T09:00:00.000Z',
    ],
    [
      'the second time in fifty years',
      { kind: 'every', count: 50, unit: 'year', on: null, at: [], from: '2025-12-30' },
      '2075-12-30T09:00:00.000Z',
    ],
    ['a leap day of cron', { kind: 'cron', fields: '0 9 29 2 *' }, '2028-02-29T09:00:00.000Z'],
    ['a working day that no month has', { kind: 'nth-working-day', nth: 31, at: [] }, null],
    ['a Friday', { kind: 'weekdays', days: [5], at: ['16:30'] }, '2026-01-02T16:30:00.000Z'],
  ])('is found for %s', (_, part, expected) => {
    const next = nextOccurrence([part], calendarIn('UTC'), new Date('2025-12-30T12:00Z'))
    expect(next?.toISOString() ?? null).toBe(expected)
  })
})

test('ten years of every quarter of an hour are counted in no time', () => {
  const before = process.cpuUsage().user
  const cadence: Cadence = [{ kind: 'cron', fields: '*/15 * * * *' }]
  const found = occurrences(cadence, calendarIn('America/New_York'), new Date('2026-01-01'), new Date('2036-01-01'))
  expect(found.length).toBeGreaterThan(350_000)
  // Microseconds of work, however busy the machine is with other things.
  expect(process.cpuUsage().user - before).toBeLessThan(5_000_000)
})
