import { describe, expect, test } from 'vitest'
import { itemLine, parseItemLine } from '../../src/plans/items/item-line.ts'
import { readPlan } from '../../src/plans/load.ts'

describe('a target in words is no unit: the signs that say it are told', () => {
  test.each([
    ['Oven: number between 180 and 220 °C', 'write "180..220 °C"', 13],
    ['Oven: number 180 to 220 °C', 'write "180..220 °C"', 13],
    ['Oven: number 180–220 °C', 'write "180..220 °C"', 13],
    ['Oven: number under 5', 'write "< 5"', 13],
    ['Oven: number °C, below 5', 'write "< 5"', 17],
    ['Oven: number more than 5 loaves', 'write "> 5 loaves"', 13],
    ['Oven: number at least 5', 'write ">= 5"', 13],
    ['Till: money max €500', 'write "<= €500"', 12],
    ['Oven: number =< 5', 'write "<= 5"', 13],
    ['Queue: duration min 5', 'write ">= 5"', 16],
    ['Sales: number increasing', 'write "rising"', 14],
    ['Sales: number up on last week', 'write "rising on last week"', 14],
    ['Sales: number > 3, not worse than last week', 'write "no worse than last week"', 19],
    ['Sales: number mean < 10', 'write "average < 10"', 14],
    ['Sales: number max < 10', 'write "highest < 10"', 14],
    ['Sales: number < 10, warn > 8', 'write "warning > 8"', 20],
    ['Stars: rating of 10 > 7', 'write "> 7 of 10"', 14],
    ['Oven: number °C < 5', 'write "< 5 °C"', 13],
    ['Oven: number > 3 and < 5', 'write "> 3, < 5"', 13],
    ['Oven: number < 5 warning > 3', 'write "< 5, warning > 3"', 13],
    ['Oven: number == 5', 'write "= 5"', 13],
    ['Oven: number != 5', 'begins with no sign of a target', 13],
    ['Oven: number ≠ 5', 'begins with no sign of a target', 13],
    ['Oven: number < 5..10', 'is a limit and a range at once', 13],
    ['Oven: number 5 or more', 'write ">= 5"', 13],
    ['Oven: number 5..', 'write ">= 5"', 13],
    ['Wait: duration between 1h 30m and 2h', 'write "1h 30m..2h"', 15],
    ['Rate: percent 0.5..0.75, stretch 0.7', 'write "< 0.7" or "> 0.7"', 33],
    ['Rate: number critical 50', 'write "< 50 P1" or "> 50 P1"', 22],
    ['Till: money CHF 500', 'perhaps "= CHF 500"', 12],
    ['Till: money $5 - $9', 'write "$5..$9"', 12],
    ['Till: money CHF 5 or more', 'write ">= CHF 5"', 12],
    ['Rate: percent 5% - 9%', 'write "5%..9%"', 14],
    ['Oven: number 5 °C – 9 °C', 'write "5 °C..9 °C"', 13],
    ['Oven: number under 1 000', 'write "< 1000"', 13],
    ['Oven: number under ½', 'write "< 0.5"', 13],
    ['Oven: number 1 000..2 000', 'write "1000..2000"', 13],
    ['Oven: number +3', 'perhaps "= 3"', 13],
    ['Oven: number critical over 9', 'write "> 9 P1"', 22],
    ['Oven: number critcal > 9', 'did you mean "critical > 9 P1"?', 13],
    ['Oven: number warn ≥ 9', 'write "warning ≥ 9"', 13],
    ['Oven: number crit > 9', 'write "critical > 9 P1"', 13],
    ['Oven: number < 9 rising', 'write "< 9, rising"', 13],
    ['Oven: number < 9 not rising on last week', 'write "< 9, not rising on last week"', 13],
  ])('%s: %s', (typed, message, at) => {
    expect(parseItemLine(typed)).toEqual({ ok: false, message: expect.stringContaining(message), at })
  })

  test.each(['Falls: number per 1000 visits', 'Power: number kWh/m2', 'Wait: duration', 'Odds: number out of 10'])(
    'but %s has a unit',
    (typed) => {
      const read = parseItemLine(typed)
      expect(read.ok && itemLine(read.value)).toBe(typed)
    },
  )
})

describe('what would not be right beside the rest of the line is not suggested', () => {
  test.each([
    ['Cleanliness: rating 1 000', '"1 000" is not a target of a rating: write "> 3", ">= 4.5" or "3..4"'],
    ['Cleanliness: rating < 1 000', '"1 000" is not a number here: write "> 3", ">= 4.5" or "3..4"'],
    ['Cleanliness: rating max 10', '"max 10" is not a target of a rating: write "> 3", ">= 4.5" or "3..4"'],
    ['Cleanliness: rating warning 7', '"7" says no side of its limit: write "> 3", ">= 4.5" or "3..4"'],
    ['Oven: number < 50, 70', '"70" is not a target of a number: write "< 5", ">= 4.5" or "18..25"'],
    ['Oven: number 70, < 50', '"70" is not a target of a number: write "< 5", ">= 4.5" or "18..25"'],
    ['Oven: number 5 - 3', '"5 - 3" is not a target of a number: write "< 5", ">= 4.5" or "18..25"'],
    [
      'Oven: number > 9 and < 5',
      '"> 9 and < 5" is several targets, which commas part: write "< 5", ">= 4.5" or "18..25"',
    ],
    [
      'Oven: number stretch > 3 and < 5',
      '"stretch > 3 and < 5" is several targets, and a stretch has one, or a range such as "18..25"',
    ],
    ['Oven: number ($0); > 5', '"($0); > 5" is not a target of a number: write "< 5", ">= 4.5" or "18..25"'],
    ['Oven: number loaf 5 < 10', '"loaf 5 < 10" is not a target of a number: write "< 5", ">= 4.5" or "18..25"'],
    ['Oven: number warning > 9 P4', '"P4" is no severity: these are P0, P1, P2, P3'],
    ['Oven: number p95 mean < 10', 'one statistic is enough'],
    ['Oven: number warning 5..3', 'no number satisfies "warning 5..3"'],
    ['Rate: percent < $5 each', 'a percent has the unit %, not "$"'],
    ['Backup: date < 1m 30s', 'the age of a date is told in min, h or d, not "m 30s"'],
    ['Backup: date < 1:30', '"1:30" is no length of time: write "1h 30m"'],
  ])('%s: %s', (typed, message) => {
    expect(parseItemLine(typed)).toMatchObject({ ok: false, message })
  })

  test('but a slip further on is told in its turn', () => {
    expect(parseItemLine('Oven: number < 1 000, > 5 6')).toMatchObject({
      message: '"1 000" is not a number here: write 1000',
    })
  })

  test.each([
    ['{ item: A, number: "< 5", stretch: "> 1 and < 3" }', 'which commas part: write "< 5", ">= 4.5" or "18..25"'],
    [
      '{ item: A, number: "< 5", stretch: "mean < 3" }',
      'is not a target of a number: write "< 5", ">= 4.5" or "18..25"',
    ],
  ])('%s: %s', (item, message) => {
    expect(faultsOf(item)).toEqual([expect.stringMatching(new RegExp(`${message.replaceAll('.', '\\.')}$`, 'u'))])
  })
})

describe('a figure of a target', () => {
  test.each([
    ['Oven: number == 1,5', '"== 1,5" is not a target of a number: write "= 1.5"', 13],
    [
      'Oven: number < 50, 1,5 kg',
      '"1,5 kg" is not a target of a number: write "< 5", ">= 4.5" or "18..25"; perhaps "= 1.5 kg"',
      19,
    ],
    ['Oven: number between 1,5 and 2,5', '"between 1,5 and 2,5" is not a target of a number: write "1.5..2.5"', 13],
    ['Oven: number stretch 1,5', '"1,5" says no side of its limit: write "< 1.5" or "> 1.5"', 21],
    ['Oven: number < 1 000,5', '"1 000,5" has a comma, and commas part targets: write 1000.5', 15],
    ['Oven: number < 1,2,3', '"1,2,3" has a comma, and commas part targets: write "< 5", ">= 4.5" or "18..25"', 15],
    ['Till: money < $1,5k', '"1,5k" has a comma, and commas part targets: write 1500', 15],
    ['Oven: number < 5⅛', '"5⅛" is not a number here: write 5.125', 15],
    ['Oven: number < 1 ½', '"1 ½" is not a number here: write 1.5', 15],
    ['Oven: number < 1,000 loaves', '"1,000" has a comma, and commas part targets: write 1000', 15],
    ['Rain: number < 0,5 mm', '"0,5" has a comma, and commas part targets: write 0.5', 15],
    ['Till: money >= 1.500,50 EUR', '"1.500,50" has a comma, and commas part targets: write 1500.5', 15],
    [
      'Wait: duration < 1 h, stretch < 20 s',
      'one unit for all: "s" differs from "h", and it does not come out even: tell all of it in s',
      22,
    ],
    ['Disk: number 1 GB..2 TB', 'one unit for all: "GB" differs from "TB"', 13],
    ['Rate: number < 0x10', '"0x10" is not a number here: write 16', 15],
    ['Rate: number < 3/4', '"3/4" is not a number here: write 0.75', 15],
    ['Rate: percent < 3/4', '"3/4" is not a number here: write 75', 16],
    ['Rate: percent > 1/8%', '"1/8" is not a number here: write 0.125', 16],
    ['Till: money = $1/2', '"1/2" is not a number here: write 0.5', 15],
    ['Rate: number < 1½ h', '"1½" is not a number here: write 1.5', 15],
    ['Rate: number < 1 000 loaves', '"1 000" is not a number here: write 1000', 15],
    ['Rate: number < 1\u202f000', '"1 000" is not a number here: write 1000', 15],
    ["Rate: number < 1'000", '"1\'000" is not a number here: write 1000', 15],
    ['Rate: number < 1.000.001', '"1.000.001" is not a number here: write 1000001', 15],
    ['Rate: number < 1.2.3', '"1.2.3" has too many points for a number', 15],
    ['Rate: number < 1e-9', '"1e-9" is not a number here: one has at most 12 digits, and 6 behind its point', 15],
    ['Rate: number < .5', '".5" is not a number here: write 0.5', 15],
    ['Rate: number < 5.', '"5." is not a number here: write 5', 15],
    ['Rate: number < +5', '"+5" is not a number here: write 5', 15],
    ['Rate: number < ,5', '",5" has a comma, and commas part targets: write 0.5', 15],
    ['Rate: number < 5k', '"5k" is not a number here: write 5000', 15],
    ['Till: money < $1.5M', '"1.5M" is not a number here: write 1500000', 15],
    ['Rate: percent > 99,9%', '"99,9" has a comma, and commas part targets: write 99.9', 16],
    ['Rate: percent < 10%%', 'a percent has the unit %, not "%%"', 16],
    ['Rate: number < 5 6', '"5 6" is two numbers: a range is written like 18..25', 15],
    ['Rate: number < 5..', '"< 5.." is not a target of a number: write "< 5"', 13],
    ['Rate: number < 5 ± 1', '"± 1" is not a unit: what may lie on both sides is a range, such as 75..85', 15],
    ['Wait: duration < 1h30', '"1h30" lacks a unit: write "1h30m"', 17],
    ['Wait: duration < 1:30', '"1:30" is no length of time: write "1h 30m" or "1m 30s"', 17],
    ['Backup: date < 2 months', 'the age of a date is told in min, h or d, not "months": a month is about 30 d', 15],
    ['Backup: date < 3/4', 'a date is judged by its age: write "< 7 d", or "<= 24 h"', 15],
    ['Rate: number < 1.5e3', '"1.5e3" is not a number here: write 1500', 15],
  ])('%s: %s', (typed, message, at) => {
    expect(parseItemLine(typed)).toEqual({ ok: false, message, at })
  })

  test.each([
    ['Freezer: number < −18 °C', 'Freezer: number < -18 °C'],
    ['Freezer: number −22..−18 °C', 'Freezer: number -22..-18 °C'],
    ['Oven: number 180 °C..220 °C', 'Oven: number 180..220 °C'],
    ['Till: money < CHF 500', 'Till: money < 500 CHF'],
    ['Till: money R$100..R$500', 'Till: money 100..500 R$'],
    ['API: duration < 200 ms, critical > 1 s P1', 'API: duration < 200 ms, critical > 1000 ms P1'],
    ['Battery: duration > 10 min, stretch > 1h30m', 'Battery: duration > 10 min, stretch > 90 min'],
    ['Wait: duration 30 s..2 min', 'Wait: duration 0.5..2 min'],
    ['Backup: date < 24 h, critical > 3 d P1', 'Backup: date < 24 h, critical > 72 h P1'],
    ['Oven: number 5 °C..8', 'Oven: number 5..8 °C'],
    ['Oven: number ≦ 5\u00a0°C', 'Oven: number <= 5 °C'],
    ['Oven: number ＞ 5\u2009°C', 'Oven: number > 5 °C'],
    ['Freezer: number < –18', 'Freezer: number < -18'],
    ['Till: money = -$200', 'Till: money = -$200'],
    ['Till: money > -CHF 200', 'Till: money > -200 CHF'],
    ['Wait: duration < 1h 30m', 'Wait: duration < 90 min'],
    ['Wait: duration < 1 hour and 30 minutes', 'Wait: duration < 90 min'],
    ['Wait: duration < 1 m 30 s', 'Wait: duration < 90 s'],
    ['Wait: duration 40 min..1h 30m', 'Wait: duration 40..90 min'],
    ['Wait: duration 40 min..2 h', 'Wait: duration 40..120 min'],
    ['Backup: date < 1d 12h', 'Backup: date < 36 h'],
    ['Backup: date < 2 weeks', 'Backup: date < 14 d'],
    ['Falls: number > 3 /4', 'Falls: number > 3 /4'],
  ])('%s is %s', (typed, printed) => {
    const read = parseItemLine(typed)
    expect(read.ok && itemLine(read.value)).toBe(printed)
  })

  test('that cannot be read is pointed at where it stands, not at one that looks like it before', () => {
    expect(parseItemLine('Oven: number > 55, 5')).toMatchObject({ ok: false, at: 19 })
  })
})

describe('a long form that says a thing otherwise is told how to write it, once', () => {
  test.each([
    ['{ item: A, number: "< 5", critical: "> 9" }', '43 say how bad it is: write { when: "> 9", severity: P1 }'],
    [
      '{ item: A, number: "< 5", compute: sum }',
      '42 "compute" is one of sum, difference, product, ratio, share, average, such as { sum: [Cash, Cards] }',
    ],
    ['{ item: A, number: "< 5", statistic: mean }', '44 unknown statistic "mean": did you mean "average"?'],
    ['{ item: A, number: "< 5", statistic: maximum }', '44 unknown statistic "maximum": did you mean "highest"?'],
    ['{ item: A, date: "> 2026-01-01" }', '27 a date is judged by its age: write "< 7 d", or "<= 24 h"'],
    [
      '{ item: A, duration: < 1 h, critical: { when: "> 20 s", severity: P1 } }',
      '53 one unit for all: "s" differs from "h", and it does not come out even: tell all of it in s',
    ],
    ['{ group: Doors }', '7 "items" is missing'],
    ['{ item: A, for-each: [Paris, Rome, Paris] }', '28 "for-each" names "Paris" twice'],
    [
      '{ group: Doors, items: [{ group: Inner, items: [x] }] }',
      '31 a group stands in no other group: end the one before it',
    ],
    [
      '{ item: A, number: < 5, <= 9, unit: °C }',
      '26 a comma in braces ends a value: put the whole in quotes, number: "< 5, <= 9"',
    ],
    [
      '{ item: A, choice: Good, Fair, Poor! }',
      '26 a comma in braces ends a value: put the whole in quotes, choice: "Good, Fair, Poor!"',
    ],
    ['{ item: A, number: < 5, warning: > 3 }', '40 a value cannot begin with > in YAML: write "> 3"'],
    ['{ item: A, choice: [Good, >5] }', '33 a value cannot begin with > in YAML: write ">5"'],
  ])('%s: %s', (item, fault) => {
    expect(faultsOf(item)).toEqual([fault])
  })
})

/** The faults of a plan with one item, as `column message`. */
function faultsOf(item: string): string[] {
  const source = ['plan: shop', 'timezone: Asia/Kolkata', 'channel: "#ops"', 'owner: "@maria"']
  const rituals = ['rituals:', '  a:', '    every: day', '    items:', `    - ${item}`]
  const { faults } = readPlan([...source, ...rituals].join('\n'), 'shop.yaml')
  return faults.map(({ line, column, message }) => (line === 9 ? `${column} ${message}` : `line ${line}: ${message}`))
}
