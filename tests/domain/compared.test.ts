import { describe, expect, test } from 'vitest'
import { openChecklist } from '../../src/domain/due.ts'
import type { Item } from '../../src/domain/item.ts'
import { inForceOn } from '../../src/domain/reading/in-force.ts'
import { judge } from '../../src/domain/reading/judge.ts'
import { besidePast, itemsWithPast, pastFrom } from '../../src/domain/reading/past.ts'
import { type Past, type Period, periods, readingOf } from '../../src/domain/reading/period.ts'
import { comparisonsInWords } from '../../src/domain/reading/words.ts'
import { itemOf, parseItemLine } from '../../src/plans/items/item-line.ts'
import { planOf } from '../plans/plans.ts'

const zone = 'America/New_York'
const dueAt = new Date('2026-11-23T14:00:00Z')
const daysBefore = (days: number, hours = 0) => new Date(dueAt.getTime() - (days * 24 + hours) * 3_600_000)
const on = (days: number, value: number) => ({ dueAt: daysBefore(days), value })

function item(line: string, more: Partial<Item> = {}): Item {
  const read = parseItemLine(line)
  if (!read.ok) throw new Error(read.message)
  return { ...itemOf(read.value, 'leads'), ...more }
}

describe('the reading of a period', () => {
  /** From how many days before to how many, which are of the next such period. */
  const spans = {
    yesterday: [1, 2],
    'last week': [7, 14],
    'same week last month': [28, 35],
    'last month': [28, 56],
    'last quarter': [84, 168],
    'last year': [364, 392],
  } as const
  const found = (period: Period, ...past: Past['leads']) => readingOf(past, period, dueAt)?.value ?? null

  test.each(Object.entries(spans) as [keyof typeof spans, [number, number]][])(
    '%s is the newest that is old enough, and not too old',
    (period, [least, next]) => {
      for (const days of [least, next - 1 / 8]) expect(found(period, on(days, 5))).toBe(5)
      expect(found(period, on(least - 1 / 8, 4), on(least, 5))).toBe(5)
      for (const days of [0, least - 1 / 8, next - 1 / 24, next]) expect(found(period, on(days, 5))).toBeNull()
    },
  )

  test('last time is the newest before it, however old', () => {
    for (const days of [1 / 24, 3000]) expect(found('last time', on(days, 5))).toBe(5)
    expect(found('last time', on(0, 4))).toBeNull()
  })

  test('is looked up as far back as any period reaches', () => {
    for (const [, next] of Object.values(spans)) expect(pastFrom(dueAt) <= daysBefore(next)).toBe(true)
  })

  test('is found over a change of the clocks, which makes a week an hour shorter or longer', () => {
    for (const hours of [-1, 1])
      expect(readingOf([{ dueAt: daysBefore(7, hours), value: 5 }], 'last week', dueAt)?.value).toBe(5)
  })

  test('is none where nothing was read before', () => {
    for (const period of periods) expect(readingOf([], period, dueAt)).toBeNull()
  })
})

describe('a trend', () => {
  const graded = (line: string, value: number, past: Past['leads']) => {
    const found = item(line)
    const reading = besidePast(found, { text: String(value), value }, { leads: past ?? [] }, { dueAt, zone })
    return judge(found, reading).grade
  }
  const lastWeek = [on(7, 100)]

  test.each([
    ['number rising on last week', 101, 'in-order'],
    ['number rising on last week', 100, 'failed'],
    ['number rising by 10% on last week', 109, 'failed'],
    ['number rising by 10% on last week', 110, 'in-order'],
    ['number falling on last week', 99, 'in-order'],
    ['number falling on last week', 100, 'failed'],
    ['number falling by 10% on last week', 91, 'failed'],
    ['number not rising on last week', 100, 'in-order'],
    ['number not rising on last week', 101, 'failed'],
    ['number not rising by 10% on last week', 110, 'in-order'],
    ['number not falling on last week', 100, 'in-order'],
    ['number not falling on last week', 99, 'failed'],
    ['number < 200, no worse than last week', 101, 'failed'],
    ['number > 2, no worse than last week', 99, 'failed'],
    ['number, warning falling on last week', 99, 'warning'],
    ['number, critical falling by 20% on last week P1', 80, 'failed'],
    ['number stretch rising on last week', 101, 'stretch'],
  ])('%s at %i after 100', (asked, value, grade) => {
    expect(graded(`Leads: ${asked}`, value, lastWeek)).toBe(grade)
  })

  test('of a loss, a tenth more is a tenth less of it', () => {
    const after = (value: number) => graded('Profit: money $, rising by 10% on last week', value, [on(7, -100)])
    expect([-91, -90].map(after)).toEqual(['failed', 'in-order'])
  })

  test.each(['rising', 'falling on last week', 'not rising on last year', 'warning falling on last week'])(
    '%s passes without anything to compare with',
    (asked) => {
      expect(graded(`Leads: number ${asked}`, 5, [])).toBe('in-order')
    },
  )
})

describe('what a reading is shown beside', () => {
  const told = (line: string, value: number, past: Past['leads'], more: Partial<Item> = {}) => {
    const found = item(line, more)
    const reading = besidePast(found, { text: '', value }, { leads: past ?? [], goal: [on(7, 80)] }, { dueAt, zone })
    return comparisonsInWords(found, reading)
  }
  const compare = ['last week', 'last year'] as const

  test('differences in percent of what was, of percentages in points, and from nothing as they are', () => {
    const past = [on(7, 100), on(364, 400)]
    expect(told('Leads: number', 120, past, { compare })).toEqual(['+20 % on last week', '−70 % on last year'])
    expect(told('Leads: percent', 120, past, { compare })[0]).toBe('+20 points on last week')
    expect(told('Leads: money $', 120, [on(7, 0)], { compare })[0]).toBe('+$120 on last week')
    expect(told('Leads: number', 100.4, past, { compare })[0]).toBe('+0.4 % on last week')
    expect(told('Leads: number', 100, past, { compare })[0]).toBe('as last week')
  })

  test('what there is none of is said', () => {
    expect(told('Leads: number', 1, [], { compare })).toEqual(['first reading'])
    expect(told('Leads: number', 1, [on(3, 5)], { compare })).toEqual(['no reading of last week and of last year'])
    const monthly = { compare: ['same week last month'] } as const
    expect(told('Leads: number', 1, [on(3, 5)], monthly)).toEqual(['no reading of the same week last month'])
  })

  test('a year to date: the sum of amounts against the year’s target, the mean of what does not add up', () => {
    const past = [on(7, 100), on(14, 200), on(400, 7)]
    expect(told('Leads: number', 100, past, { annual: 1000 })).toEqual([
      "40 % of the year's 1,000 (89 % of the year gone)",
    ])
    expect(told('Leads: number total', 100, past, { annual: 0 })).toEqual([
      "100 % of the year's 0 (89 % of the year gone)",
    ])
    expect(told('Leads: percent', 90, past, { annual: 95 })).toEqual(['year 130 %, annual target 95 %'])
  })

  test('a year goes by the days of the plan’s zone, and on its last day all of it is gone', () => {
    const leads = item('Leads: number', { annual: 1000 })
    const lastEve = { dueAt: new Date('2026-01-01T03:00:00Z'), value: 500 }
    const occurrence = { dueAt: new Date('2026-12-31T14:00:00Z'), zone }
    const reading = besidePast(leads, { text: '', value: 100 }, { leads: [lastEve] }, occurrence)
    expect(comparisonsInWords(leads, reading)).toEqual(["10 % of the year's 1,000 (100 % of the year gone)"])
  })

  test('a goal: the latest answer of the item that sets it', () => {
    const goal = { op: '>=', item: 'goal' } as const
    expect(told('Leads: number', 79, [], { goal })).toEqual(['goal at least 80'])
    const found = item('Leads: number', { goal })
    const at = (value: number, past: Past, one = found) =>
      judge(one, besidePast(one, { text: '', value }, past, { dueAt, zone })).grade
    const most = item('Leads: number', { goal: { op: '<=', item: 'goal' } })
    expect(at(79, { goal: [on(7, 80), on(14, 10)] })).toBe('failed')
    expect(at(80, { goal: [on(7, 80)] })).toBe('in-order')
    expect(at(81, { goal: [on(7, 80)] }, most)).toBe('failed')
    expect(at(80, { goal: [on(7, 80)] }, most)).toBe('in-order')
    expect(at(1, {})).toBe('in-order')
  })

  test('only those items are looked up that are compared', () => {
    const items = [
      item('Plain: number < 5'),
      item('Trend: number rising', { id: 'trend' }),
      item('Limit: number', {
        id: 'limit',
        warning: { when: { op: 'trend', way: 'rising', by: null, on: 'last week' }, severity: null },
      }),
      item('Year: number', { id: 'year', annual: 5 }),
      item('Goal: number', { id: 'reach', goal: { op: '>=', item: 'setter' } }),
    ]
    expect(itemsWithPast(items)).toEqual(['trend', 'limit', 'year', 'setter'])
  })
})

describe('targets that come in force later', () => {
  const plan = planOf(`plan: shop
timezone: America/New_York
channel: "#ops"
owner: "@maria"
launch: 2026-11-16T09:00
rituals:
  round:
    every: day at 09:00
    items:
      - item: Signups
        number: "> 10"
        targets: [{ from: 2026-12-01, target: "> 200" }, { from: T+1w, target: "> 100, < 900" }]
`)
  const [ritual] = plan.rituals
  const targetsOn = (day: string) => {
    if (!ritual) throw new Error('no ritual')
    const times = { dueAt: new Date(`${day}T14:00:00Z`), opensAt: dueAt, closesAt: dueAt, late: false }
    return openChecklist(plan, ritual, { id: 'c', ...times }, dueAt).items[0]
  }

  test.each([
    ['2026-11-22', '> 10'],
    ['2026-11-23', '> 100, < 900'],
    ['2026-11-30', '> 100, < 900'],
    ['2026-12-01', '> 200'],
  ])('on %s the checklist has %s', (day, expected) => {
    const found = targetsOn(day)
    expect(found?.targets.map((target) => ('value' in target ? `${target.op} ${target.value}` : '')).join(', ')).toBe(
      expected,
    )
    expect(found).not.toHaveProperty('later')
  })

  test('those that count from a launch wait for one', () => {
    const later = [{ from: { months: 0, weeks: 1, days: 0, minutes: 0 }, targets: [] }]
    const waiting = item('Signups: number > 10', { later })
    const calendar = { zone, dayStarts: '09:00', workingDays: [1], holidays: [], launch: null } as never
    expect(inForceOn(waiting, '2030-01-01', calendar).targets).toEqual(waiting.targets)
  })
})
