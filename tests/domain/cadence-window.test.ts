import { describe, expect, test } from 'vitest'
import { addWeeks, isWeek, spanOfWeek, weekOf } from '../../src/domain/cadence/week.ts'
import { nextWindows, windowByHand, windowOf } from '../../src/domain/cadence/window.ts'
import { scheduleOf } from '../../src/domain/schedule.ts'
import { planWith } from '../plans/plans.ts'

const at = (iso: string) => new Date(iso)

describe('how long a ritual stays open', () => {
  test.each([
    ['until the next occurrence of the day', 'every: day at 08:00, 17:00', '2026-03-06T13:00Z', '2026-03-06T22:00Z'],
    ['until midnight', 'every: day at 09:00', '2026-03-06T14:00Z', '2026-03-07T05:00Z'],
    [
      'until midnight, though the cadence names the time no more',
      'every: day at 09:00',
      '2026-03-06T15:00Z',
      '2026-03-07T05:00Z',
    ],
    ['until a midnight of 23 hours', 'every: day at 00:00', '2026-03-08T05:00Z', '2026-03-09T04:00Z'],
    ['as long as it says', 'every: day at 09:00, open-for: 2h', '2026-03-06T14:00Z', '2026-03-06T16:00Z'],
    ['until its week is over', 'every: first week of month', '2026-03-02T14:00Z', '2026-03-08T05:00Z'],
    ['until its week after the launch is over', 'every: T+1w', '2026-03-13T13:00Z', '2026-03-20T04:00Z'],
    ['until its quarter is over, by the clocks then', 'every: quarter', '2026-01-01T14:00Z', '2026-04-01T04:00Z'],
    ['until the next check', 'every: 15 minutes from T+1h to T+6h', '2026-03-06T14:15Z', '2026-03-06T14:30Z'],
    ['until the longer of two windows is over', 'every: week; month', '2026-06-01T13:00Z', '2026-07-01T04:00Z'],
    ['until the longer of two is over, in any order', 'every: month; week', '2026-06-01T13:00Z', '2026-07-01T04:00Z'],
    [
      'until the longest of what falls due together is over',
      'every: Monday; week; month',
      '2026-06-01T13:00Z',
      '2026-07-01T04:00Z',
    ],
    ['for the hours after the launch', 'every: T+1h to T+6h', '2026-03-06T14:00Z', '2026-03-06T19:00Z'],
    ['from the launch on', 'every: T+0 to T+90m', '2026-03-06T13:00Z', '2026-03-06T14:30Z'],
    ['from launch day on', 'every: T+0 to T+1d', '2026-03-06T14:00Z', '2026-03-08T05:00Z'],
    ['in a window too as long as it says', 'every: month, open-for: 2h', '2026-06-01T13:00Z', '2026-06-01T15:00Z'],
    ['for real minutes over a change', 'every: day at 00:30, open-for: 3h', '2026-03-08T05:30Z', '2026-03-08T08:30Z'],
  ])('%s', (_, keys, due, closes) => {
    const plan = planWith(keys, 'launch: 2026-03-06T08:00')
    const ritual = plan.rituals[0]
    if (!ritual) throw new Error('no ritual')
    expect(windowOf(ritual, plan, at(due))).toEqual({ opensAt: at(due), closesAt: at(closes), holiday: false })
  })
})

describe('what somebody starts by hand stays open', () => {
  test.each([
    ['until midnight', 'every: on demand', '2026-03-06T14:10Z', '2026-03-07T05:00Z'],
    ['until midnight whatever falls due', 'every: day at 09:00', '2026-03-06T13:57Z', '2026-03-07T05:00Z'],
    ['for two hours late in the evening', 'every: on demand', '2026-03-07T04:30Z', '2026-03-07T06:30Z'],
    ['as long as it says', 'every: on demand, open-for: 30m', '2026-03-06T14:10Z', '2026-03-06T14:40Z'],
    ['on a holiday too', 'every: day at 09:00, on-holiday: skip', '2026-12-25T14:00Z', '2026-12-26T05:00Z'],
    ['now, not after the holiday', 'every: first Friday of month', '2026-12-25T14:00Z', '2026-12-26T05:00Z'],
  ])('%s', (_, keys, started, closes) => {
    const plan = planWith(keys, 'calendar: { holidays: [2026-12-25] }')
    const ritual = plan.rituals[0]
    if (!ritual) throw new Error('no ritual')
    const expected = { opensAt: at(started), closesAt: at(closes), holiday: false }
    expect(windowByHand(ritual, plan, at(started))).toEqual(expected)
  })
})

describe('a holiday', () => {
  // Christmas 2026 is a Friday; the Monday after it is a holiday too.
  const holidays = 'calendar: { holidays: [2026-12-25, 2026-12-28] }'
  const christmas = at('2026-12-25T14:00Z')

  test.each([
    ['a daily ritual is left out', 'every: day at 09:00', { opensAt: christmas, holiday: true }],
    [
      'a monthly one waits',
      'every: last Friday of month at 09:00',
      { opensAt: at('2026-12-29T14:00Z'), holiday: false },
    ],
    ['one that is kept is kept', 'every: day at 09:00, on-holiday: keep', { opensAt: christmas, holiday: false }],
  ])('%s', (_, keys, expected) => {
    const plan = planWith(keys, holidays)
    const ritual = plan.rituals[0]
    if (!ritual) throw new Error('no ritual')
    expect(windowOf(ritual, plan, christmas)).toMatchObject(expected)
  })

  test('that fills a whole window opens it on the day after, for that day', () => {
    const days = Array.from({ length: 7 }, (_, day) => `2026-12-${21 + day}`)
    const plan = planWith('every: week, on-holiday: next-working-day', `calendar: { holidays: [${days.join(', ')}] }`)
    const [row] = scheduleOf(plan, '2026-12-21', '2026-12-27')
    expect(row).toMatchObject({
      local: '2026-12-21 09:00',
      opensAt: at('2026-12-28T14:00Z'),
      closesAt: at('2026-12-29T05:00Z'),
    })
  })

  test('that fills a whole window opens it on the day after, for that day, at midnight too', () => {
    const days = Array.from({ length: 7 }, (_, day) => `2026-12-${21 + day}`)
    const plan = planWith(
      'every: week, on-holiday: next-working-day',
      'day-starts: "00:00"',
      `calendar: { holidays: [${days.join(', ')}] }`,
    )
    expect(scheduleOf(plan, '2026-12-21', '2026-12-27')).toMatchObject([
      { opensAt: at('2026-12-28T05:00Z'), closesAt: at('2026-12-29T05:00Z') },
    ])
  })

  test('that moves what falls due lets it close on the day on which it opens', () => {
    const plan = planWith('every: day at 09:00, on-holiday: next-working-day', holidays)
    const rows = scheduleOf(plan, '2026-12-24', '2026-12-26')
    expect(rows.map(({ opensAt, closesAt }) => [opensAt, closesAt])).toEqual([
      [at('2026-12-24T14:00Z'), at('2026-12-25T05:00Z')],
      [at('2026-12-29T14:00Z'), at('2026-12-30T05:00Z')],
      [at('2026-12-26T14:00Z'), at('2026-12-27T05:00Z')],
    ])
  })

  test('that moves what falls due leaves it open as long as it says', () => {
    const [row] = scheduleOf(
      planWith('every: last Friday of month, open-for: 2h', holidays),
      '2026-12-25',
      '2026-12-25',
    )
    expect(row).toMatchObject({ opensAt: at('2026-12-29T14:00Z'), closesAt: at('2026-12-29T16:00Z') })
  })

  test('leaves what falls due behind it to be seen before it opens', () => {
    const plan = planWith('every: day at 09:00, on-holiday: next-working-day', holidays)
    const ritual = plan.rituals[0]
    if (!ritual) throw new Error('no ritual')
    expect(nextWindows(plan, ritual, at('2026-12-24T15:00Z')).map(({ dueAt }) => dueAt)).toEqual(
      [25, 26, 27, 28, 29].map((day) => at(`2026-12-${day}T14:00Z`)),
    )
    expect(nextWindows(plan, { ...ritual, every: [{ kind: 'on-demand' }] }, christmas)).toEqual([])
  })

  test('stands in the schedule with its reason', () => {
    const rows = scheduleOf(planWith('every: day at 09:00', holidays), '2026-12-24', '2026-12-25')
    expect(rows.map(({ local, state, reason }) => ({ local, state, reason }))).toEqual([
      { local: '2026-12-24 09:00', state: 'due', reason: null },
      { local: '2026-12-25 09:00', state: 'holiday', reason: '2026-12-25 is a holiday: left out' },
    ])
  })

  test('on every day of the year leaves the plan readable', () => {
    const days = Array.from({ length: 800 }, (_, day) =>
      new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
    )
    const plan = planWith('every: first Monday of month', `calendar: { holidays: [${days.join(', ')}] }`)
    expect(scheduleOf(plan, '2026-01-01', '2026-12-31')).toHaveLength(12)
  })
})

describe('a schedule', () => {
  test('lets each time of the day close when the next one falls due', () => {
    const rows = scheduleOf(planWith('every: day at 08:00, 17:00'), '2026-03-06', '2026-03-07')
    expect(rows.map(({ closesAt }) => closesAt)).toEqual(
      ['2026-03-06T22:00Z', '2026-03-07T05:00Z', '2026-03-07T22:00Z', '2026-03-08T05:00Z'].map(at),
    )
  })

  test('has a fifth week of February in the years in which it is one day', () => {
    const rows = scheduleOf(planWith('every: fifth week of February'), '2026-01-01', '2029-12-31')
    expect(rows.map(({ local, closesAt }) => [local, closesAt])).toEqual([
      ['2028-02-29 09:00', at('2028-03-01T05:00Z')],
    ])
  })

  test('counts days in the zone of the plan, and times in that of the ritual', () => {
    const plan = planWith('every: day at 01:00, timezone: Asia/Kolkata')
    const rows = scheduleOf(plan, '2026-03-06', '2026-03-06')
    expect(rows.map(({ local, zone, dueAt }) => [local, zone, dueAt.toISOString()])).toEqual([
      ['2026-03-07 01:00', 'Asia/Kolkata', '2026-03-06T19:30:00.000Z'],
    ])
  })
})

describe('a week', () => {
  test.each([
    ['2026-11-14T12:00Z', '2026-W46'],
    ['2027-01-01T12:00Z', '2026-W53'],
    ['2025-12-29T12:00Z', '2026-W01'],
    ['2026-11-16T03:00Z', '2026-W46'],
  ])('%s lies in %s in New York', (instant, week) => {
    expect(weekOf(at(instant), 'America/New_York')).toBe(week)
  })

  test('lasts from Monday to Monday, an hour shorter or longer where the clocks change', () => {
    const span = spanOfWeek('2026-W10', 'America/New_York')
    expect(span).toEqual({ from: at('2026-03-02T05:00Z'), until: at('2026-03-09T04:00Z') })
    expect(spanOfWeek('2026-W11', 'America/New_York').from).toEqual(at('2026-03-09T04:00Z'))
    expect(addWeeks('2026-W53', 1)).toBe('2027-W01')
    expect([isWeek('2026-W53'), isWeek('2025-W53'), isWeek('2026-W00'), isWeek('46')]).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
})
