import { describe, expect, test } from 'vitest'
import type { Item, ItemKind, Target } from '../../src/domain/item.ts'
import { judge, readAnswer, targetsInWords } from '../../src/domain/reading.ts'
import { itemOf, parseItemLine } from '../../src/plans/item-line.ts'

/** An item as its line in a plan says it. */
function item(line: string, more: Partial<Item> = {}): Item {
  const read = parseItemLine(line)
  if (!read.ok) throw new Error(read.message)
  return { ...itemOf(read.value, 'item'), ...more }
}

const understood = (line: string, typed: string) => {
  const reading = readAnswer(item(line), typed)
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
    ['Load: number', '1e3', 'wants a number such as 12'],
    ['Load: number', 'twelve', 'wants a number such as 12'],
    ['Load: number', '', 'wants a number such as 12'],
    ['Load: number', '99999999999999999999', 'wants a number such as 12'],
    ['Fridge: number < 5 °C', '4.2 °C', '4.2 °C = 4.2'],
    ['Disk: percent', '97.5%', '97.5 % = 97.5'],
    ['Disk: percent', '97,5 %', '97.5 % = 97.5'],
    ['Till: money $', '$1,250.00', '$1,250 = 1250'],
    ['Till: money $', '-20', '-$20 = -20'],
    ['Test: duration', '90', '90 min = 90'],
    ['Test: duration', '1h 30m', '90 min = 90'],
    ['Test: duration', '1.5 hours', '90 min = 90'],
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
    ['Words: text', 'x'.repeat(3001), 'wants at most 3,000 characters'],
  ])('%s ← “%s”', (line, typed, expected) => {
    expect(understood(line, typed)).toBe(expected)
  })
})

describe('a reading is judged by its targets', () => {
  const verdict = (line: string, typed: string, more: Partial<Item> = {}) => {
    const found = item(line, more)
    const reading = readAnswer(found, typed)
    if ('wants' in reading) throw new Error(reading.wants)
    return judge(found, reading)
  }

  test.each([
    ['Load: number < 10', '9.99', null],
    ['Load: number < 10', '10', 'plain'],
    ['Load: number <= 10', '10', null],
    ['Load: number > 10', '10', 'plain'],
    ['Load: number >= 10', '10', null],
    ['Load: number = 10', '10.1', 'plain'],
    ['Load: number 1..5', '1', null],
    ['Load: number 1..5', '5', null],
    ['Load: number 1..5', '5.01', 'plain'],
    ['Load: number > 1, < 5', '6', 'plain'],
    ['Sound: yes-no yes', 'no', 'plain'],
    ['Sound: yes-no yes', 'Yes', null],
    ['Mood: choice Good, Poor!', 'poor', 'plain'],
    ['Mood: choice Good, Poor!', 'good', null],
    ['Load: number', '1000000', null],
  ])('%s at %s', (line, typed, expected) => {
    expect(verdict(line, typed)).toBe(expected)
  })

  test('beyond the critical threshold its severity counts, else the item’s own, else the ritual’s', () => {
    const critical = { when: { op: '>', value: 50 } satisfies Target, severity: 'P1' as const }
    expect(verdict('Errors: number < 10', '51', { critical })).toBe('P1')
    expect(verdict('Errors: number < 10', '50', { critical, severity: 'P3' })).toBe('P3')
    expect(verdict('Errors: number < 10', '50', { critical })).toBe('plain')
  })

  test('targets are told in the item’s unit', () => {
    expect(targetsInWords(item('Disk: percent > 5, < 80'))).toBe('> 5 %, < 80 %')
    expect(targetsInWords(item('Test: duration 1..5 min'))).toBe('1 min to 5 min')
  })
})

test('every kind of item is read or refused, whatever is typed', () => {
  const kinds: readonly ItemKind[] = ['check', 'number', 'percent', 'money', 'duration', 'yes-no', 'choice', 'text']
  for (const kind of kinds) {
    for (const typed of ['', '<', '12', 'Infinity', 'NaN', '１２', '\u0000', '1'.repeat(4000)]) {
      const reading = readAnswer({ ...item('X: number'), kind, options: ['a'] }, typed)
      if (!('wants' in reading)) expect(reading.value === null || Number.isFinite(reading.value)).toBe(true)
    }
  }
})
