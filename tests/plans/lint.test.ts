import { describe, expect, test } from 'vitest'
import { readPlan } from '../../src/plans/load.ts'

const today = '2026-03-02'

function warningsOf(
  lines: readonly string[],
  rituals: readonly string[] = ['  a: { every: day at 09:00, items: [x] }'],
): string[] {
  const source = ['plan: shop', 'timezone: America/New_York', 'channel: "#ops"', ...lines, 'rituals:', ...rituals].join(
    '\n',
  )
  const { warnings, faults } = readPlan(source, 'shop.yaml', today)
  expect(faults).toEqual([])
  return warnings.map(({ line, rule, message }) => `${line} ${rule}: ${message}`)
}

const owner = 'owner: "@maria"'

describe('a warning', () => {
  test.each<[string, readonly string[], readonly string[] | undefined, readonly string[]]>([
    ['nothing to warn of', [owner], undefined, []],
    [
      'nobody owns anything',
      [],
      undefined,
      ['1 no-owner: nobody owns anything here: it will belong to whoever applies the plan'],
    ],
    [
      'nobody owns one ritual',
      [],
      ['  a: { every: day at 09:00, owner: "@eve", items: [x] }', '  b: { every: day at 10:00, items: [x] }'],
      ['6 no-owner: nobody owns "b": it will belong to whoever applies the plan'],
    ],
    [
      'a role without people',
      ['owner: cto', 'roles: { cto: { people: [] } }'],
      undefined,
      ['5 empty-role: nobody is "cto": whoever it owns or is asked reaches no one'],
    ],
    [
      'a role that nothing needs',
      [owner, 'roles: { cto: { people: ["@dana"] } }'],
      undefined,
      ['5 unused-role: nothing in the plan needs "cto"'],
    ],
    [
      'a response after the resolution',
      [owner, 'severities: { P1: { respond: 2d, resolve: 1d } }'],
      undefined,
      [
        '5 clocks: P2 is to be answered in 1d, sooner than P1 in 2d',
        '5 clocks: P1 is to be resolved in 1d, before the response that is due in 2d',
      ],
    ],
    [
      'a severity that is handled before a worse one',
      [owner, 'severities: { P1: { respond: 10m, resolve: 30m } }'],
      undefined,
      [
        '5 clocks: P1 is to be answered in 10m, sooner than P0 in 15m',
        '5 clocks: P1 is to be resolved in 30m, sooner than P0 in 1h',
      ],
    ],
    [
      'a rotation of nobody else than its group, and a role only the escalation names',
      [owner, 'roles: { cto: { group: "@cto" } }', 'escalation: [{ role: cto, after: 1h }]'],
      undefined,
      [],
    ],
    [
      'a review that is overdue',
      [owner, 'review: 2026-03-01'],
      undefined,
      ['5 review-overdue: the review of this plan was due on 2026-03-01'],
    ],
    [
      'holidays of last year',
      [owner, 'calendar: { holidays: [2025-12-25] }'],
      undefined,
      ['5 holidays-over: every holiday listed here is over'],
    ],
    [
      'two rituals at once',
      [owner],
      ['  a: { every: day at 09:00, items: [x] }', '  b: { every: Friday at 09:00, items: [x] }'],
      ['7 pile-up: "b" and "a" both want @maria at the same time, first at 2026-03-06 09:00'],
    ],
    [
      'more work than time',
      [owner],
      ['  a: { every: "day at 09:00, 09:30", takes: 1h, items: [x] }'],
      ['6 tight-window: "a" takes 1h and closes 30m after it opens'],
    ],
    [
      'more work than it is open',
      [owner],
      ['  a: { every: day at 09:00, takes: 1h, open-for: 30m, items: [x] }'],
      ['6 tight-window: "a" takes 1h and closes 30m after it opens'],
    ],
    [
      'an hour that the clocks skip',
      [owner],
      ['  a: { every: day at 02:30, items: [x] }'],
      ['6 skipped-hour: the clocks skip the time of "a": it will be due at 2026-03-08 03:30 instead'],
    ],
    [
      'a summary every day',
      [owner, 'summary: { every: day at 17:00 }'],
      undefined,
      [
        '5 summary-often: the summary is posted more than once a week: each post tells only what is new since the one before',
      ],
    ],
    ['a summary every Monday', [owner, 'summary: { every: Monday at 08:00 }'], undefined, []],
  ])('%s', (_, lines, rituals, warnings) => {
    expect(warningsOf(lines, rituals)).toEqual(warnings)
  })
})
