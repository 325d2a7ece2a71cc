import { describe, expect, test } from 'vitest'
import { readPlan } from '../../src/plans/load.ts'
import type { WarningRule } from '../../src/plans/rules.ts'

/** Of the processor's time, so that others on the machine cannot make it late. */
const longest = 3_000

const head = ['plan: shop', 'timezone: America/New_York', 'channel: "#ops"', 'owner: "@maria"']
const watch = [...head.slice(0, 3), 'owner: watch']
const holidays = 'calendar: { holidays: [2026-12-25, 2027-01-01] }'
const watches = (every: string, keys = '') =>
  Array.from({ length: 40 }, (_, index) => `  watch-${index}: { every: ${every}, ${keys}items: [x] }`)

describe('a team whose rituals fall due every few minutes hears at once', () => {
  const crowded: readonly [string, readonly WarningRule[], readonly string[]][] = [
    ['of a holiday', ['holiday'], [...head, holidays, 'rituals:', '  a: { every: cron * * * * *, items: [x] }']],
    ['of forty at one time', ['pile-up', 'flooded-channel'], [...head, 'rituals:', ...watches('cron */5 * * * *')]],
    [
      'of forty that take their time',
      ['pile-up', 'flooded-channel', 'holiday', 'overload'],
      [...head, holidays, 'rituals:', ...watches('cron */5 * * * *', 'takes: 4m, ')],
    ],
    [
      'of forty that come by the month as well',
      ['pile-up', 'flooded-channel'],
      [...head, 'rituals:', ...watches('[month, cron */5 * * * *]')],
    ],
    [
      'of forty whose owner changes as often',
      ['pile-up', 'flooded-channel'],
      [
        ...watch,
        'roles:',
        '  watch: { rotation: ["@maria", "@ben"], hand-over: cron */5 * * * * }',
        'rituals:',
        ...watches('cron */5 * * * *'),
      ],
    ],
    [
      'of what is long over',
      ['over'],
      [...head, 'rituals:', '  a: { every: cron * * * * * until 2025-06-01, items: [x] }'],
    ],
    [
      'of a summary',
      ['summary-often'],
      [...head, 'summary: { every: cron * * * * * }', 'rituals:', '  a: { every: day at 09:00, items: [x] }'],
    ],
  ]

  test.each(crowded)('%s', (_, rules, lines) => {
    const before = process.cpuUsage()
    const { warnings, faults } = readPlan(lines.join('\n'), 'shop.yaml', '2026-11-29')
    const { user, system } = process.cpuUsage(before)
    expect(faults).toEqual([])
    expect(warnings.map(({ rule }) => rule)).toEqual(expect.arrayContaining([...rules]))
    expect((user + system) / 1000).toBeLessThan(longest)
  })

  test('how much it is at least, where not all of it is counted', () => {
    const lines = [...head, 'rituals:', ...watches('cron */5 * * * *', 'takes: 4m, ')]
    const { warnings } = readPlan(lines.join('\n'), 'shop.yaml', '2026-11-29')
    expect(warnings.find(({ rule }) => rule === 'overload')?.message).toMatch(/^@maria has at least \d+ ?h/)
  })

  test('of two that meet late in the four weeks, whatever falls due beside them', () => {
    const meeting = ['stock', 'till'].map(
      (id) => `  ${id}: { every: on 2026-12-24 at 09:00, owner: "@ben", items: [x] }`,
    )
    const lines = [...head, 'rituals:', ...watches('cron */5 * * * *'), ...meeting]
    const { warnings } = readPlan(lines.join('\n'), 'shop.yaml', '2026-11-29')
    expect(warnings.map(({ message }) => message)).toContain(
      '"till" and "stock" both want @ben at the same time, first at 2026-12-24 09:00',
    )
  })
})
