import { describe, expect, test } from 'vitest'
import { itemLine, parseItemLine } from '../../src/plans/items/item-line.ts'

describe('a figure that may be two', () => {
  test.each([
    ['Till: money < R$ 5.000', 'write 5000 or 5', 17],
    ['Till: money = 1.850 €', 'write 1850 or 1.85', 14],
    ['Tank: number > 1.500 L', 'write 1500 or 1.5', 15],
  ])('%s is refused with both', (typed, remedy, at) => {
    const read = parseItemLine(typed)
    expect(read).toMatchObject({ ok: false, at })
    expect(!read.ok && read.message).toContain(`may be two figures: ${remedy}`)
  })

  test.each(['Fuel: money < $1.859', 'Uptime: percent > 99.950', 'Leak: number < 0.050 L', 'Sum: number < 1250.500'])(
    'but %s is one',
    (typed) => {
      expect(parseItemLine(typed)).toMatchObject({ ok: true })
    },
  )
})

test.each([
  ['API: duration p95 < 5 min, stretch < 200 s', 'tell all of it in s'],
  ['API: duration 1..2 h, warning > 100 min', 'tell all of it in min'],
  ['API: number < 5 kg, warning > 4 g', '"g" differs from "kg"'],
])('%s says in which unit it can be told', (typed, remedy) => {
  const read = parseItemLine(typed)
  expect(!read.ok && read.message).toContain('one unit for all')
  expect(!read.ok && read.message.endsWith(remedy)).toBe(true)
})

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
    ['Door: number < 5, critical > 4 P2 respond 1h', 'write the warning in long form'],
    ['Door: number < 5, critical > 4 P7', '"P7" is no severity'],
    ['Door: number < 5, critical > 4 for 10 min P1', 'how long or how often into a "note"'],
    ['Door: number 2..8 °C every 4 hours', 'how long or how often into a "note"'],
    ['Door: number < 5 optional', 'optional: true'],
    ['Door: number (optional)', 'optional: true'],
    ['Door: number -80 °C +/- 5', 'or "18..25"'],
    ['Door: number < 5 °C ± 1', 'a range, such as 75..85'],
  ])('%s says where that belongs', (typed, remedy) => {
    const read = parseItemLine(typed)
    expect(!read.ok && read.message).toContain(remedy)
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
