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
    ['"Plates: number 7"', '"Plates: number 7"'],
  ])('%s is %s', (typed, printed) => {
    const read = parseItemLine(typed)
    expect(read.ok && itemLine(read.value)).toBe(printed)
  })

  test.each([
    ['Disk: procent < 80', 'did you mean "percent"', 6],
    ['Disk: percent 80', 'perhaps "= 80"', 14],
    ['Disk: percent < 80 °C', 'the unit %', 14],
    ['Disk: number > 5, < 3', 'no number satisfies', 13],
    ['Disk: number > 5 GB, < 9 TB', 'one unit for all', 21],
    ['Oven: number 220..180', 'no number satisfies', 13],
    ['Latency: duration < 2 parsecs', 'not a unit of time', 18],
    ['Lights: check < 5', 'a check has no target', 14],
    ['Health: choice Good', 'at least two', 15],
    ['Health: choice Good, good', 'at least two', 15],
    ['Doors: yes-no maybe', 'yes or no', 14],
    ['Wins: text < 5', 'no target', 11],
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
