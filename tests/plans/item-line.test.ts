import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDuration, printDuration } from '../../src/plans/duration.ts'
import { itemLine, parseItemLine } from '../../src/plans/items/item-line.ts'
import { lineArbitrary } from './arbitraries.ts'

describe('an item on one line', () => {
  test('reads back as it was printed', () => {
    fc.assert(
      fc.property(lineArbitrary, (item) => {
        expect(parseItemLine(itemLine(item))).toEqual({ ok: true, value: item })
      }),
      { numRuns: 1000 },
    )
  })

  test('is read or refused, and never throws, whatever is typed', () => {
    const typed = fc.oneof(
      fc.string(),
      fc
        .constantFrom('<', '..', '5', '"', ': ')
        .chain((word) => fc.string().map((text) => `A: number ${text}${word}${text}`)),
    )
    fc.assert(
      fc.property(typed, (text) => {
        const read = parseItemLine(text)
        if (read.ok) expect(parseItemLine(itemLine(read.value))).toEqual(read)
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['Lights on', 'Lights on'],
    ['  Lights   on ', 'Lights on'],
    ['Fridge 1: number <5 °C', 'Fridge 1: number < 5 °C'],
    ['Disk used: percent < 80 %', 'Disk used: percent < 80%'],
    ['Uptime: PERCENT ≥99.9', 'Uptime: percent >= 99.9%'],
    ['CPL: money < 20 $', 'CPL: money < $20'],
    ['Cost: money €', 'Cost: money €'],
    ['Oven: number 180..220 °C', 'Oven: number 180..220 °C'],
    ['Latency: duration < 200ms', 'Latency: duration < 200 ms'],
    ['Restore: duration < 1h30m', 'Restore: duration < 90 min'],
    ['Restore: duration minutes', 'Restore: duration'],
    ['Range: number > 1, <= 9 calls', 'Range: number > 1 calls, <= 9 calls'],
    ['Doors shut: yes-no Yes', 'Doors shut: yes-no yes'],
    ['Health: choice Good, Fair!, Poor!', 'Health: choice Good, Fair!, Poor!'],
    ['System health: OK', 'System health: OK'],
    ['Stars: rating > 4.5/5.0', 'Stars: rating > 4.5 of 5'],
    ['Stars: rating out of 10', 'Stars: rating of 10'],
    ['Stars: rating of 5', 'Stars: rating'],
    ['API: duration P95 <200ms, stretch <150ms', 'API: duration p95 < 200 ms, stretch < 150 ms'],
    ['Disk: percent < 90, warning > 80, critical > 95 p1', 'Disk: percent < 90%, warning > 80%, critical > 95% P1'],
    ['Disk: percent warning > 80 P3', 'Disk: percent warning > 80% P3'],
    ['Revenue: money $, rising', 'Revenue: money $, rising'],
    ['Revenue: money > 0 $, rising 10% since last month', 'Revenue: money > $0, rising by 10% on last month'],
    ['Errors: number < 10, no worse than the week before', 'Errors: number < 10, not rising on last week'],
    ['Hits: percent > 85, no worse than same week last year', 'Hits: percent > 85%, not falling on last year'],
    ['Backup: date < 24 h old', 'Backup: date < 24 h'],
    ['Backup: date <= 90 days', 'Backup: date <= 90 d'],
    ['Backup: date hours', 'Backup: date h'],
    ['State: status', 'State: status'],
    ['State: status Green, Yellow, Red', 'State: status'],
    ['State: status OK', 'State: status OK'],
    ['State: status All active, Not all active', 'State: status All active'],
    ['State: status Good, Poor', 'State: status Good, Poor'],
    ['State: text =  all active ', 'State: text = all active'],
    ['Wins: text TOP 3', 'Wins: text top 3'],
    ['Wait: duration < 2 weeks', 'Wait: duration < 2 w'],
    ['"Plates: number 7"', '"Plates: number 7"'],
  ])('%s is %s', (typed, printed) => {
    const read = parseItemLine(typed)
    expect(read.ok && itemLine(read.value)).toBe(printed)
  })

  test.each([
    ['Disk: procent < 80', 'did you mean "percent"', 6],
    ['Disk: percent 80', 'perhaps "= 80"', 14],
    ['Disk: percent < 80 °C', 'the unit %', 16],
    ['Disk: number > 5, < 3', 'no number satisfies', 13],
    ['Disk: number > 5 GB, < 9 TB', 'one unit for all', 21],
    ['Oven: number 220..180', 'no number satisfies', 13],
    ['Latency: duration < 2 parsecs', 'not a unit of time', 20],
    ['Lights: check < 5', 'a check has no target', 14],
    ['Health: choice Good', 'at least two', 15],
    ['Health: choice Good, good', 'at least two', 15],
    ['Doors: yes-no maybe', 'yes or no', 14],
    ['Wins: text < 5', 'no target', 11],
    ['Wins: text top 30', '1 to 20 lines', 15],
    ['Stars: rating > 6', 'between 0 and 5', 14],
    ['Stars: rating of five', 'out of a whole number', 14],
    ['Backup: date < 5 s', 'min, h or d', 15],
    ['Backup: date next', 'min, h or d, not "next"', 13],
    ['Errors: number rising on last wek', 'did you mean "last week"', 25],
    ['Errors: number rising fast', 'is not a trend', 15],
    ['Errors: number risng', 'did you mean "rising"', 15],
    ['Errors: number no worse than last week', 'Write "not rising" or "not falling"', 15],
    ['Errors: number < 5, critical > 9', 'write "critical > 9 P1"', 20],
    ['Errors: number < 5, strech < 3', 'did you mean "stretch < 3"', 20],
    ['Errors: number strech < 3', 'did you mean "stretch < 3"', 15],
    ['Errors: number < 5, stretch < 3, stretch < 2', 'one stretch is enough', 33],
    ['Fridge: number 2..8, critical < 0 P1, Critical > 10 P1', 'or a "severity" of this one', 38],
    ['Errors: number < 5 GB, warning > 3 TB', 'one unit for all', 23],
    ['State: status Good, good', 'are different', 14],
    ['State: status Good, Bad, warning Bad', 'in a key of its own, warning: { when: Bad }', 25],
    ['State: choice Good, Bad, critical Bad P0', 'critical: { when: Bad, severity: P0 }', 25],
    ['State: status A, B, C, D, E, F', 'at most five', 14],
    ['Stars: rating of 1', 'a rating is out of a whole number, such as "of 5"', 14],
    ['Stars: rating > -1', 'a rating lies between 0 and 5, not at -1', 14],
    ['Load: number no worse than last week, warning > 60', 'which way is worse?', 13],
    ['', 'needs a title', 0],
  ])('%s is refused: %s', (typed, message, at) => {
    expect(parseItemLine(typed)).toEqual({ ok: false, message: expect.stringContaining(message), at })
  })
})

describe('a length of time', () => {
  test('reads back as it was printed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500_000 }), (minutes) => parseDuration(printDuration(minutes)) === minutes),
    )
  })

  test('is whole weeks or none, then days, hours and minutes', () => {
    const printed = [0, 90, 7 * 1440, 8 * 1440, 14 * 1440, 14 * 1440 + 61].map(printDuration)
    expect(printed).toEqual(['0m', '1h30m', '1w', '8d', '2w', '14d1h1m'])
  })

  test.each([
    ['15m', 15],
    ['2h', 120],
    ['1d', 1440],
    ['1w', 10_080],
    ['1h30m', 90],
    [' 1H ', 60],
    ['15', null],
    ['', null],
    ['15 minutes', null],
    ['30m1h', null],
  ])('%s is %s minutes', (text, minutes) => {
    expect(parseDuration(text)).toBe(minutes)
  })
})
