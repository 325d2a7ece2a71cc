import { describe, expect, test } from 'vitest'
import { itemLine, parseItemLine } from '../../src/plans/items/item-line.ts'

describe('what is beside a figure and is no unit is not lost as one', () => {
  test.each([
    ['Oven: number about 5', 13],
    ['Oven: number < 9 max 12', 17],
    ['Oven: number < 9 p95', 17],
    ['Oven: number < 9 but over 3', 17],
    ['Oven: number < 9²', 16],
    ['Oven: number < 9 ×10³', 17],
    ['Oven: number < 9 °C or less', 17],
    ['Oven: number < 9 °C – 12', 17],
    ['Oven: number warning > 9 P4', 25],
    ['Till: money = 9 or less', 16],
  ])('%s', (typed, end) => {
    const read = parseItemLine(typed)
    expect(!read.ok && read.message).toMatch(/is not a unit|is no severity/u)
    expect(read).toMatchObject({ at: expect.any(Number) })
    expect(!read.ok && read.at).toBeLessThanOrEqual(end)
  })

  test.each([
    'Calls: number < 5 per 1 000 visits',
    'Cases: number < 5 COVID-19 cases',
    'Calls: number < 5 in 24h',
    'Mice: number droppings',
  ])('but %s has a unit', (typed) => {
    const read = parseItemLine(typed)
    expect(read.ok && itemLine(read.value)).toBe(typed)
  })
})
