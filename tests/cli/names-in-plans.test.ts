import { expect, test } from 'vitest'
import { namesInPlans } from '../../src/cli/names-in-plans.ts'
import { planOf } from '../plans/plans.ts'

const shop = [
  ...['plan: shop', 'timezone: America/New_York', 'channel: "#ops"', 'owner: "@maria"'],
  'roles: { boss: { group: "@bosses" }, desk: { people: ["@ben", U0ZOE0000] } }',
  'rituals: { a: { every: day, channel: C0KITCHEN, items: [Lights on] } }',
]
const annex = shop.map((line) => line.replace('plan: shop', 'plan: annex').replace('"@ben"', '"@cara"'))

test('the demo invites each person and channel that its plans name, once; a group or an ID is no name', () => {
  const plans = [shop, annex].map((lines) => planOf(lines.join('\n')))
  expect(namesInPlans(plans)).toEqual({ channels: ['#ops'], people: ['@ben', '@maria', '@cara'] })
  const spaced = planOf(shop.map((line) => line.replace('@maria', '@Maria Silva')).join('\n'))
  expect(namesInPlans([spaced]).people).toEqual(['@ben', '@Maria Silva'])
  expect(namesInPlans([])).toEqual({ channels: [], people: [] })
})
