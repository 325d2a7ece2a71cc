import { describe, expect, test } from 'vitest'
import type { Plan } from '../../src/domain/plan.ts'
import { changesBetween } from '../../src/domain/plan-changes.ts'
import { readPlan } from '../../src/plans/load.ts'

function planOf(...rituals: readonly string[]): Plan {
  const head = ['plan: shop', 'timezone: Europe/Paris', 'channel: "#ops"', 'rituals:']
  const { plan, faults } = readPlan([...head, ...rituals].join('\n'), 'shop.yaml')
  if (!plan) throw new Error(JSON.stringify(faults))
  return plan
}

const open = '  open-up: { every: day at 09:00, items: [Lights on, Fridge: number < 5] }'
const till = '  till: { every: day at 18:00, items: [Count] }'

describe('what changes between a plan and the next', () => {
  test('is nothing where nothing does, in whatever order its keys are kept', () => {
    const shuffled = JSON.parse(JSON.stringify(planOf(open)), (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    )
    expect(changesBetween(shuffled, planOf(open))).toEqual({ added: [], removed: [], changed: [], same: 1 })
  })

  test('is told by rituals, and in them by items and times', () => {
    const changed = '  open-up: { every: day at 08:00, items: [Lights on, Fridge: number < 4, Alarm off] }'
    expect(changesBetween(planOf(open, till), planOf(changed, '  sweep: { every: Monday, items: [x] }'))).toEqual({
      ...{ added: ['Sweep'], removed: ['Till'], same: 0 },
      changed: [{ title: 'Open up', cadence: true, added: ['Alarm off'], removed: [], changed: ['Fridge'] }],
    })
  })

  test('counts two items of one title as two', () => {
    const [one, two] = [planOf('  a: { every: Monday, items: [x] }'), planOf('  a: { every: Monday, items: [x, x] }')]
    expect(changesBetween(one, two).changed).toMatchObject([{ added: ['x'], removed: [] }])
    expect(changesBetween(two, one).changed).toMatchObject([{ added: [], removed: ['x'] }])
  })

  test('names which of several of one title', () => {
    const shops = (of: string) =>
      planOf(
        '  a:',
        '    every: Monday',
        `    sections: [{ title: "{each}", for-each: [${of}], items: [Size: number] }]`,
      )
    expect(changesBetween(shops('Paris, Lyon'), shops('Paris, Rome, Oslo')).changed).toMatchObject([
      { added: ['Rome: Size', 'Oslo: Size'], removed: ['Lyon: Size'] },
    ])
  })
})
