import { describe, expect, test } from 'vitest'
import { dueAndOpening, scheduleOf } from '../../src/domain/schedule.ts'
import { readPlan } from '../../src/plans/load.ts'
import { planYaml } from '../../src/plans/write.ts'
import { planOf, planWith } from './plans.ts'

const head = ['plan: shop', 'timezone: America/New_York', 'channel: "#ops"', 'owner: "@maria"']

function plan(...lines: readonly string[]) {
  const read = planOf([...head, ...lines].join('\n'))
  expect(planOf(planYaml(read))).toEqual(read)
  return read
}

function faults(...lines: readonly string[]): string[] {
  return readPlan([...head, ...lines].join('\n'), 'shop.yaml').faults.map(({ line, message }) => `${line} ${message}`)
}

function warnings(...lines: readonly string[]): string[] {
  return readPlan([...head, ...lines].join('\n'), 'shop.yaml').warnings.map(
    ({ rule, message }) => `${rule}: ${message}`,
  )
}

const due = (read: ReturnType<typeof plan>, from: string, to: string) =>
  scheduleOf(read, from, to).map(({ ritual, section, local, state }) => [ritual, section, local, state].join(' '))

test('what weeks of holidays hold up is found on the day on which it opens', () => {
  const closed = Array.from({ length: 45 }, (_, day) => new Date(Date.UTC(2026, 6, 1 + day)).toISOString().slice(0, 10))
  const lines = [`calendar: { holidays: [${closed.join()}] }`, 'rituals:']
  const held = plan(...lines, '  a: { every: first Wednesday of July, on-holiday: next-working-day, items: [x] }')
  const opens = (from: string, to: string) => dueAndOpening(held, from, to).opening.map(({ local }) => local)
  expect(opens('2026-08-17', '2026-08-17')).toEqual(['2026-07-01 09:00'])
  expect(opens('2026-08-10', '2026-08-16')).toEqual([])
  expect(dueAndOpening(held, '2026-08-17', '2026-08-17').due).toEqual([])
})

describe('a launch', () => {
  test('is a day and a time, or a day that begins as days begin', () => {
    const every = ['rituals:', '  a: { every: T+0, items: [x] }']
    expect(plan('launch: 2026-12-01T07:30', ...every).launch).toBe('2026-12-01T07:30')
    expect(plan('launch: "2026-12-01 7:30"', ...every).launch).toBe('2026-12-01T07:30')
    expect(plan('launch: 2026-12-01', 'day-starts: 08:15', ...every).launch).toBe('2026-12-01T08:15')
  })

  test('is what everything relative counts from, in the zone of the plan', () => {
    const launched = plan(
      'launch: 2026-12-01T22:00',
      'rituals:',
      '  watch: { every: 2 hours from T+1h to T+5h, items: [x] }',
      '  review: { every: T+1d at 08:00, timezone: Europe/Paris, items: [x] }',
      '  gate: { every: T+1w, items: [x] }',
    )
    expect(due(launched, '2026-12-01', '2026-12-31')).toEqual([
      'watch  2026-12-01 23:00 due',
      'watch  2026-12-02 01:00 due',
      'review  2026-12-02 08:00 due',
      'watch  2026-12-02 03:00 due',
      'gate  2026-12-08 09:00 due',
    ])
  })

  test('that is missing is waited for, and said so', () => {
    const lines = [
      'rituals:',
      '  a: { every: T+1d at 08:00, items: [x] }',
      '  b: { every: day from T+1mo, items: [x] }',
    ]
    expect(due(plan(...lines), '2026-01-01', '2027-12-31')).toEqual([])
    expect(warnings(...lines)).toEqual([
      'no-launch: "a" and 1 more wait for a launch date: write launch: 2026-12-01T09:00, or use /rounds launch',
    ])
    expect(warnings('launch: 2026-12-01', ...lines)).toEqual([])
  })

  test('on a holiday is warned of', () => {
    expect(
      warnings(
        'launch: 2026-12-25',
        'calendar: { holidays: [2026-12-25] }',
        'rituals:',
        '  a: { every: T+0, items: [x] }',
      ),
    ).toEqual([
      'launch-holiday: the launch is on a holiday, Friday 25 December 2026: what falls due that day goes by "on-holiday"',
    ])
  })
})

describe('a calendar', () => {
  const shared = [
    'calendars:',
    '  us: { holidays: [2026-07-03] }',
    '  gulf: { working-days: Sunday to Thursday }',
    'calendar: us',
    'rituals:',
    '  here: { every: weekday at 10:00, items: [x] }',
    '  there: { every: weekday at 11:00, calendar: gulf, items: [x] }',
    '  own: { every: first working day of month, calendar: { holidays: [2026-07-01], working-days: [Wednesday, Saturday] }, items: [x] }',
  ]

  test('is the plan’s, one that a ritual names, or one of its own', () => {
    expect(due(plan(...shared), '2026-07-01', '2026-07-05')).toEqual([
      'here  2026-07-01 10:00 due',
      'there  2026-07-01 11:00 due',
      'here  2026-07-02 10:00 due',
      'there  2026-07-02 11:00 due',
      'here  2026-07-03 10:00 holiday',
      'own  2026-07-04 09:00 due',
      'there  2026-07-05 11:00 due',
    ])
  })

  test('of the plan itself says who works when', () => {
    const read = plan(
      'calendar: { holidays: [2026-07-06], working-days: [Monday, Saturday] }',
      'rituals:',
      '  a: { every: weekday at 10:00, items: [x] }',
    )
    expect(due(read, '2026-07-03', '2026-07-11')).toEqual([
      'a  2026-07-04 10:00 due',
      'a  2026-07-06 10:00 holiday',
      'a  2026-07-11 10:00 due',
    ])
  })

  test('that nothing goes by is warned of', () => {
    expect(warnings('calendars: { us: {} }', 'rituals:', '  a: { every: day, items: [x] }')).toEqual([
      'unused-calendar: nothing in the plan goes by the calendar "us"',
    ])
  })
})

describe('on a holiday', () => {
  test.each([
    ['day at 09:00', 'skip'],
    ['weekday', 'skip'],
    ['Monday; first Monday of month', 'skip'],
    ['15 minutes from T+1h to T+6h', 'skip'],
    ['week', 'skip'],
    ['2 weeks on Friday from 2026-01-02', 'skip'],
    ['cron 0 9 * * 1-5', 'skip'],
    ['cron 0 9 1,15 * *', 'skip'],
    ['cron 0 9 1 * 1', 'skip'],
    ['cron 0 9 1 * 0-6', 'skip'],
    ['3 weeks on Friday from 2026-01-02', 'skip'],
    ['4 weeks on Friday from 2026-01-02', 'next-working-day'],
    ['1 month from 2026-01-02', 'next-working-day'],
    ['2 months from 2026-01-02', 'next-working-day'],
    ['first Monday of quarter', 'next-working-day'],
    ['day 15 of month', 'next-working-day'],
    ['last working day of year', 'next-working-day'],
    ['first week of month', 'next-working-day'],
    ['January', 'next-working-day'],
    ['T+1d at 08:00', 'next-working-day'],
    ['T+2mo', 'next-working-day'],
    ['on 2026-03-06', 'next-working-day'],
    ['on demand', 'next-working-day'],
    ['cron 0 9 1 * *', 'next-working-day'],
  ])('%s goes by %s', (every, rule) => {
    expect(planWith(`every: ${every}`).rituals[0]?.onHoliday).toBe(rule)
  })
})

describe('a section with a cadence of its own', () => {
  const lines = [
    'launch: 2026-12-01T09:00',
    'rituals:',
    '  watch:',
    '    every: 30 minutes from T+1h to T+2h',
    '    open-for: 20m',
    '    sections:',
    '      - { title: Users, items: [a] }',
    '      - { title: Health, every: 15 minutes from T+1h to T+1h30m, open-for: 5m, items: [b] }',
    '      - { title: Review, every: first Tuesday of month, takes: 10m, items: [c] }',
  ]

  test('falls due by itself, and is open as long as it says or its ritual', () => {
    const rows = scheduleOf(plan(...lines), '2026-12-01', '2026-12-01')
    expect(
      rows.map(({ title, section, local, closesAt, dueAt, takesMinutes }) => [
        title,
        section,
        local.slice(11),
        (closesAt.getTime() - dueAt.getTime()) / 60_000,
        takesMinutes,
      ]),
    ).toEqual([
      ['Watch: Review', 'Review', '09:00', 20, 10],
      ['Watch', '', '10:00', 20, null],
      ['Watch: Health', 'Health', '10:00', 5, null],
      ['Watch: Health', 'Health', '10:15', 5, null],
      ['Watch', '', '10:30', 20, null],
      ['Watch: Health', 'Health', '10:30', 5, null],
      ['Watch', '', '11:00', 20, null],
    ])
  })

  test('goes by the ritual’s rule for holidays where that has one', () => {
    const rules = (rule: string) =>
      plan(
        'rituals:',
        '  a:',
        '    every: day',
        ...(rule ? [`    on-holiday: ${rule}`] : []),
        '    sections:',
        '      - { title: A, items: [x] }',
        '      - { title: B, every: month, items: [x] }',
        '      - { title: C, every: month, on-holiday: skip, items: [x] }',
      ).rituals[0]?.sections.map(({ due }) => due?.onHoliday)
    expect(rules('')).toEqual([undefined, 'next-working-day', 'skip'])
    expect(rules('keep')).toEqual([undefined, 'keep', 'skip'])
    expect(rules('skip')).toEqual([undefined, 'skip', 'skip'])
  })

  test('leaves a ritual without a cadence where all of them have one', () => {
    const read = plan('rituals:', '  a:', '    sections:', '      - { title: A, every: day at 09:00, items: [x] }')
    expect(due(read, '2026-12-01', '2026-12-01')).toEqual(['a A 2026-12-01 09:00 due'])
    expect(
      faults(
        'rituals:',
        '  a:',
        '    every: day',
        '    sections:',
        '      - { title: A, every: day at 09:00, items: [x] }',
      ),
    ).toEqual(['7 every section here has a cadence of its own, so nothing falls due by this one: leave it out'])
    expect(faults('rituals:', '  a:', '    sections:', '      - { title: A, items: [x] }')).toEqual([
      '6 "every" is missing',
    ])
  })

  test('has a title of its own, and only it has its own opening', () => {
    const two = (one: string, other: string) =>
      faults('rituals:', '  a:', '    every: day', '    sections:', '      - { title: Z, items: [x] }', one, other)
    expect(
      two('      - { title: A, every: day, items: [x] }', '      - { title: A, every: month, items: [x] }'),
    ).toEqual(['8 two sections with a cadence of their own are titled "A": give each a title of its own'])
    expect(
      two('      - { title: A, open-for: 1h, items: [x] }', '      - { title: B, on-holiday: keep, items: [x] }'),
    ).toEqual(
      ['10 "open-for"', '11 "on-holiday"'].map(
        (key) => `${key} belongs to the ritual, or to a section with a cadence of its own: give it "every"`,
      ),
    )
  })
})
