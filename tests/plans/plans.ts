import type { Plan } from '../../src/domain/plan.ts'
import { readPlan } from '../../src/plans/load.ts'

/** A plan in New York with one ritual of these keys, as `every: day at 09:00, open-for: 2h`. */
export function planWith(ritual: string, ...lines: readonly string[]): Plan {
  const keys = ritual.split(/, (?=[a-z-]+: )/).map((key) => `    ${key}`)
  const source = ['plan: shop', 'timezone: America/New_York', 'channel: "#ops"', 'owner: "@maria"', ...lines]
  return planOf([...source, 'rituals:', '  open-up:', ...keys, '    items: [Lights on]'].join('\n'))
}

export function planOf(source: string): Plan {
  const { plan, faults } = readPlan(source, 'shop.yaml')
  if (!plan) throw new Error(faults.map(({ line, message }) => `${line}: ${message}`).join('\n'))
  return plan
}
