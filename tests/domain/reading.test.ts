import { describe, expect, test } from 'vitest'
import { type Item, itemKinds, type Target } from '../../src/domain/item.ts'
import { withUnit } from '../../src/domain/reading/amount.ts'
import { readAnswer } from '../../src/domain/reading/answer.ts'
import { judge } from '../../src/domain/reading/judge.ts'
import {
  actionFor,
  askedInWords,
  missedInWords,
  readingInWords,
  targetsInWords,
} from '../../src/domain/reading/words.ts'
import { itemOf, parseItemLine } from '../../src/plans/items/item-line.ts'

/** An item as its line in a plan says it. */
function item(line: string, more: Partial<Item> = {}): Item {
  const read = parseItemLine(line)
  if (!read.ok) throw new Error(read.message)
  return { ...itemOf(read.value, 'item'), ...more }
}

/** Friday, nine in New York. */
const friday = { now: new Date('2026-11-20T14:00:00Z'), zone: 'America/New_York' }

const understood = (line: string, typed: string) => {
  const reading = readAnswer(item(line), typed, friday)
  return 'wants' in reading ? `wants ${reading.wants}` : `${reading.text} = ${reading.value}`
}

describe('what people type is read as they mean it', () => {
  test.each([
    ['Load: number', '12', '12 = 12'],
    ['Load: number', ' 1,250.5 ', '1,250.5 = 1250.5'],
    ['Load: number', '1 250', '1,250 = 1250'],
    ['Load: number', '12,5', '12.5 = 12.5'],
    ['Load: number', '0,5', '0.5 = 0.5'],
    ['Load: number', '0,125', '0.125 = 0.125'],
    ['Load: number', '1,250', '1,250 = 1250'],
    ['Load: number', '-3', '-3 = -3'],
    ['Load: number', '1e3', 'wants a number such as 12.5 (12,5 is the same, and 1,250 is 1250)'],
    ['Load: number', 'twelve', 'wants a number such as 12.5 (12,5 is the same, and 1,250 is 1250)'],
    ['Load: number', '', 'wants a number such as 12.5 (12,5 is the same, and 1,250 is 1250)'],
    ['Load: number', '99999999999999999999', 'wants a number such as 12.5 (12,5 is the same, and 1,250 is 1250)'],
    ['Fridge: number < 5 °C', '4.2 °C', '4.2 °C = 4.2'],
    ['Disk: percent', '97.5%', '97.5 % = 97.5'],
    ['Disk: percent', '97,5 %', '97.5 % = 97.5'],
    ['Till: money $', '$1,250.00', '$1,250 = 1250'],
    ['Till: money $', '-20', '-$20 = -20'],
    ['Load: number', '1.250,50', '1,250.5 = 1250.5'],
    ['Load: number', '12,34,567.5', '1,234,567.5 = 1234567.5'],
    ['Load: number', '12,34', '12.34 = 12.34'],
    ['Load: number °C', '39 °F', 'wants a number in °C such as 12.5 (12,5 is the same, and 1,250 is 1250)'],
    ['Load: number °C', '-3°c', '-3 °C = -3'],
    ['Load: number', '85%', '85 = 85'],
    ['Disk: percent', '85%', '85 % = 85'],
    ['Disk: percent', '85 $', 'wants a percentage such as 97.5 (97,5 is the same)'],
    ['Till: money $', '$1,200.50', '$1,200.50 = 1200.5'],
    ['Till: money $', '1.200,50 $', '$1,200.50 = 1200.5'],
    ['Till: money $', '-$20', '-$20 = -20'],
    ['Till: money R$100..R$200', '1200,5', 'R$1,200.50 = 1200.5'],
    ['Till: money R$', '-R$20', '-R$20 = -20'],
    ['Till: money $', '5.000', 'wants an amount that can be read in one way only: 5000 or 5'],
    ['Till: money $', '$1.859', '$1.859 = 1.859'],
    ['Load: number kg', '1.500 kg', 'wants a number that can be read in one way only: 1500 or 1.5'],
    ['Load: number kg', '+0.500 kg', '0.5 kg = 0.5'],
    ['Till: money $', '+5.000', 'wants an amount that can be read in one way only: 5000 or 5'],
    ['Till: money EUR', '$20', 'wants an amount in EUR such as 1,250.50 EUR (1.250,50 is the same)'],
    ['Till: money $', '€20', 'wants an amount in $ such as $1,250.50 (1.250,50 is the same)'],
    ['Till: money EUR', '20 EUR', '20 EUR = 20'],
    ['Stars: rating', '4', '4 of 5 = 4'],
    ['Stars: rating', '5', '5 of 5 = 5'],
    ['Stars: rating', '3/5', '3 of 5 = 3'],
    ['Stars: rating', '4,5 out of 5', '4.5 of 5 = 4.5'],
    ['Stars: rating', '8/10', '4 of 5 = 4'],
    ['Stars: rating of 10', '4/5', '8 of 10 = 8'],
    ['Stars: rating', '6', 'wants a rating from 0 to 5 such as 4.5 or 4/5'],
    ['Stars: rating', '-1', 'wants a rating from 0 to 5 such as 4.5 or 4/5'],
    ['Stars: rating', '1/0', 'wants a rating from 0 to 5 such as 4.5 or 4/5'],
    ['Stars: rating', '0/0', 'wants a rating from 0 to 5 such as 4.5 or 4/5'],
    ['Stars: rating', '', 'wants a rating from 0 to 5 such as 4.5 or 4/5'],
    ['State: status', 'green', 'Green = null'],
    ['State: status all active', 'not all active', 'Not all active = null'],
    ['State: status all active', 'some', 'wants one of: all active, Not all active'],
    ['State: status All active', 'some', 'wants one of: All active, Not all active'],
    ['State: status OK', 'some', 'wants one of: OK, Not OK'],
    ['Top: text top 3', '1. Booking\n- Search\n\n  Chat ', 'Booking\nSearch\nChat = null'],
    ['Top: text top 2', 'a\nb\nc', 'wants at most 2 lines, one for each'],
    ['Top: text top 2', ' \n ', 'wants some words'],
    ['Backup: date', '2026-11-18', '2026-11-18 = 2'],
    ['Backup: date', '2026-11-20', '2026-11-20 = 0'],
    ['Backup: date', '2026-12-01', '2026-12-01 = -11'],
    ['Backup: date < 7 d', '2026-12-01', 'wants a day such as 2026-03-06 that is not in the future'],
    ['Backup: date, warning > 7 d', '2026-12-01', 'wants a day such as 2026-03-06 that is not in the future'],
    ['Backup: date, critical > 7 d P1', '2026-12-01', 'wants a day such as 2026-03-06 that is not in the future'],
    ['Backup: date', 'yesterday', 'wants a day such as 2026-03-06'],
    ['Backup: date', '2026-02-30', 'wants a day such as 2026-03-06'],
    ['Backup: date < 24 h', '2026-11-20 03:00', '2026-11-20 03:00 = 6'],
    ['Backup: date < 24 h', '1795161600', '2026-11-20 03:00 = 6'],
    ['Backup: date < 24 h', '2026-11-20 25:00', 'wants a day and a time such as 2026-03-06 02:10'],
    ['Test: duration', '2 w', '20,160 min = 20160'],
    ['Test: duration', '90', '90 min = 90'],
    ['Test: duration', '1h 30m', '90 min = 90'],
    ['Test: duration', '1.5 hours', '90 min = 90'],
    ['Test: duration < 2 h', '1h 59m', '1 h 59 min = 1.98333333333'],
    ['Test: duration < 2 h', '1h 45m', '1.75 h = 1.75'],
    ['Test: duration < 2 d', '25h 1m', '25 h 1 min = 1.04236111111'],
    ['Test: duration < 2 h', '20 min', '20 min = 0.333333333333'],
    ['Test: duration < 200 ms', '0.15 s', '150 ms = 150'],
    ['Test: duration < 200 ms', '1,250 ms', '1,250 ms = 1250'],
    ['Test: duration < 200 ms', '0,125 s', '125 ms = 125'],
    ['Test: duration', '1,250.5 s', '20.841667 min = 20.8416666667'],
    ['Test: duration', '12,5 min', '12.5 min = 12.5'],
    ['Test: duration', '1,5h 30m', '120 min = 120'],
    ['Test: duration', '1.2.5 min', 'wants a duration such as 12 min or 1h 30m'],
    ['Test: duration', '1h, 30m', 'wants a duration such as 12 min or 1h 30m'],
    ['Test: duration', '1 fortnight', 'wants a duration such as 12 min or 1h 30m'],
    ['Test: duration', '-5', 'wants a duration such as 12 min or 1h 30m'],
    ['Sound: yes-no', 'YES', 'Yes = null'],
    ['Sound: yes-no', 'perhaps', 'wants one of: Yes, No'],
    ['Mood: choice Good, Poor', 'poor', 'Poor = null'],
    ['Words: text', '  well  ', 'well = null'],
    ['Words: text', '   ', 'wants some words'],
    ['Words: text', 'x'.repeat(3000), `${'x'.repeat(3000)} = null`],
    ['Words: text', 'x'.repeat(3001), 'wants at most 3,000 characters'],
  ])('%s ← “%s”', (line, typed, expected) => {
    expect(understood(line, typed)).toBe(expected)
  })
})

test('a loss of time is told in its unit', () => {
  expect(withUnit({ kind: 'duration', unit: 'h' }, -1.98333333333)).toBe('-1.983333 h')
  expect(withUnit({ kind: 'duration', unit: 'h' }, 1.98333333333)).toBe('1 h 59 min')
})

describe('a reading is judged by its targets', () => {
  const verdict = (line: string, typed: string, more: Partial<Item> = {}) => {
    const found = item(line, more)
    const reading = readAnswer(found, typed, friday)
    if ('wants' in reading) throw new Error(reading.wants)
    const { grade, severity } = judge(found, reading)
    return severity ?? grade
  }

  const lights = item('State: status', { critical: { when: { op: 'is', word: 'Yellow' }, severity: 'P1' } })

  test.each([
    ['Load: number < 10', '9.99', 'in-order'],
    ['Load: number < 10', '10', 'failed'],
    ['Load: number <= 10', '10', 'in-order'],
    ['Load: number > 10', '10', 'failed'],
    ['Load: number >= 10', '10', 'in-order'],
    ['Load: number = 10', '10.1', 'failed'],
    ['Load: number 1..5', '1', 'in-order'],
    ['Load: number 1..5', '5', 'in-order'],
    ['Load: number 1..5', '5.01', 'failed'],
    ['Load: number > 1, < 5', '6', 'failed'],
    ['Sound: yes-no yes', 'no', 'failed'],
    ['Sound: yes-no yes', 'Yes', 'in-order'],
    ['Mood: choice Good, Poor!', 'poor', 'failed'],
    ['Mood: choice Good, Poor!', 'good', 'in-order'],
    ['Load: number', '1000000', 'in-order'],
    ['Disk: percent < 90, warning > 80', '80', 'in-order'],
    ['Disk: percent < 90, warning > 80', '85', 'warning'],
    ['Disk: percent < 90, warning > 80', '95', 'failed'],
    ['Disk: percent < 90, warning > 80 P3', '85', 'P3'],
    // By now it is worse than what was warned of.
    ['Disk: percent < 90, warning > 80 P3', '95', 'failed'],
    ['Disk: percent < 90, warning > 90 P3', '95', 'P3'],
    ['Disk: percent < 90, warning > 94 P1', '95', 'P1'],
    ['Disk: percent > 10, warning < 20 P3', '5', 'failed'],
    ['Disk: percent > 10, warning < 10 P3', '5', 'P3'],
    ['Disk: percent 10..90, warning > 80 P3', '95', 'failed'],
    ['Disk: percent 10..90, warning > 95 P3', '96', 'P3'],
    ['Disk: percent = 0, warning > 0 P3', '1', 'P3'],
    ['Disk: percent <= 3, warning >= 3 P3', '3', 'P3'],
    ['Disk: percent <= 3, warning >= 3 P3', '10', 'failed'],
    ['Disk: percent not rising on last week, warning > 90 P3', '95', 'P3'],
    ['Disk: percent < 90, warning > 80, critical > 95 P1', '96', 'P1'],
    ['API: duration < 200 ms, stretch < 150 ms', '150', 'in-order'],
    ['API: duration < 200 ms, stretch < 150 ms', '0.14 s', 'stretch'],
    ['API: duration < 200 ms, stretch < 150 ms', '1.2 s', 'failed'],
    ['Stars: rating > 4.5', '4.5', 'failed'],
    ['Stars: rating > 4.5', '9.5/10', 'in-order'],
    ['State: status', 'green', 'in-order'],
    ['State: status', 'yellow', 'warning'],
    ['State: status', 'red', 'failed'],
    ['State: status OK', 'not ok', 'failed'],
    ['State: text = all active', 'ALL ACTIVE', 'in-order'],
    ['State: text = all active', 'two are down', 'failed'],
    ['Backup: date < 24 h', '2026-11-19 09:01', 'in-order'],
    ['Backup: date < 24 h', '2026-11-19 09:00', 'failed'],
    ['Keys: date <= 90 d', '2026-08-22', 'in-order'],
    ['Keys: date <= 90 d', '2026-08-21', 'failed'],
  ])('%s at %s', (line, typed, expected) => {
    expect(verdict(line, typed)).toBe(expected)
  })

  test('beyond the critical threshold its severity counts, else the item’s own, else the ritual’s', () => {
    const critical = { when: { op: '>', value: 50 } satisfies Target, severity: 'P1' as const }
    expect(verdict('Errors: number < 10', '51', { critical })).toBe('P1')
    expect(verdict('Errors: number < 10', '50', { critical, severity: 'P3' })).toBe('P3')
    expect(verdict('Errors: number < 10', '50', { critical })).toBe('failed')
  })

  test('what misses its target beyond a warning has what the item says is to be done, else what the warning says', () => {
    const warning = { when: { op: '>', value: 80 } satisfies Target, severity: null, do: 'Clear the logs' }
    const disk = item('Disk: percent < 90', { warning, ifFailed: 'Call the hoster' })
    const actionAt = (value: number, of = disk) => actionFor(of, { text: '', value })
    expect([80, 85, 95].map((value) => actionAt(value))).toEqual([null, 'Clear the logs', 'Call the hoster'])
    expect(actionAt(95, item('Disk: percent < 90', { warning }))).toBe('Clear the logs')
  })

  test('with all that is asked of it before it is given', () => {
    const limits = 'API: duration p95 < 200 ms, warning > 150 ms, critical > 1 s P0'
    expect(askedInWords(item(limits))).toBe('p95, target < 200 ms, warning > 150 ms, critical > 1,000 ms')
    expect(askedInWords(item('Disk: percent, warning > 80'))).toBe('warning > 80 %')
    expect(askedInWords(lights)).toBe('target Green')
  })

  test('of a word that is critical the one that is wanted is told, since it is the answer itself', () => {
    expect(missedInWords(lights, { text: 'Yellow', value: null })).toBe('target Green')
    expect(missedInWords(item('Disk: percent, critical > 95 P1'), { text: '', value: 96 })).toBe('critical > 95 %')
  })

  test('a day is told with its age, and one with its time by the hour', () => {
    expect(readingInWords(item('Backup: date'), { text: '2026-11-20', value: 0 })).toBe('2026-11-20 (same day)')
    const minutesAgo = { text: '2026-11-20 09:00', value: 0.03 }
    expect(readingInWords(item('Backup: date < 24 h'), minutesAgo)).toBe('2026-11-20 09:00 (0 h old)')
  })

  test('targets are told in the item’s unit', () => {
    expect(targetsInWords(item('Disk: percent > 5, < 80'))).toBe('> 5 %, < 80 %')
    expect(targetsInWords(item('Test: duration 1..5 min'))).toBe('1 min to 5 min')
  })
})

test('every kind of item is read or refused, whatever is typed', () => {
  for (const kind of itemKinds) {
    for (const typed of ['', '<', '12', 'Infinity', 'NaN', '１２', '\u0000', '1'.repeat(4000), '9999999999', '1/2/3']) {
      const reading = readAnswer({ ...item('X: number'), kind, options: ['a'] }, typed, friday)
      if (!('wants' in reading)) expect(reading.value === null || Number.isFinite(reading.value)).toBe(true)
    }
  }
})
