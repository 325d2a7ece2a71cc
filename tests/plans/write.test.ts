import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Plan } from '../../src/domain/plan.ts'
import { itemIds } from '../../src/plans/items/item-id.ts'
import { itemOf } from '../../src/plans/items/item-line.ts'
import { readPlan } from '../../src/plans/load.ts'
import { planYaml } from '../../src/plans/write.ts'
import { lineArbitrary, longArbitrary, title } from './arbitraries.ts'
import { planOf, planWith } from './plans.ts'

test('the plan that ships is written as the same plan', () => {
  const plan = planOf(readFileSync('plans/drainpro.yaml', 'utf8'))
  expect(planOf(planYaml(plan))).toEqual(plan)
})

test('any items, texts and settings survive being written', () => {
  const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })
  const prose = fc.array(title, { minLength: 1, maxLength: 3 }).map((rows) => rows.join('\n'))
  const item = fc
    .record({
      line: lineArbitrary,
      more: fc.record({
        group: maybe(title),
        optional: fc.boolean(),
        severity: maybe(fc.constantFrom('P0', 'P3')),
        owner: maybe(fc.constantFrom('@eve', 'cto')),
        look: maybe(prose),
        note: maybe(prose),
        into: maybe(title),
      }),
    })
    .chain(({ line, more }) => longArbitrary(line, prose).map((long) => ({ ...itemOf(line, ''), ...more, ...long })))
  const section = fc.record({
    title,
    takesMinutes: maybe(fc.integer({ min: 1, max: 9999 })),
    look: maybe(prose),
    run: maybe(prose),
    expect: maybe(prose),
    note: maybe(prose),
    ifFailed: maybe(prose),
    items: fc.array(item, { minLength: 1, maxLength: 5 }),
  })
  const base = planWith('every: day at 09:00', 'roles: { cto: { people: [] } }')
  fc.assert(
    fc.property(fc.array(section, { minLength: 1, maxLength: 3 }), title, (sections, name) => {
      const ids = itemIds(
        sections.flatMap((part) => part.items.map((one) => ({ ...one, section: part.title }))),
      ).values()
      const numbered = sections.map((part) => ({
        ...part,
        items: part.items.map((one) => ({ ...one, id: ids.next().value ?? '' })),
      }))
      const plan = {
        ...base,
        title: name,
        rituals: base.rituals.map((ritual) => ({ ...ritual, sections: numbered })),
      } as Plan
      const { plan: again, faults } = readPlan(planYaml(plan), 'again.yaml')
      expect(faults).toEqual([])
      expect(again).toEqual(plan)
    }),
    { numRuns: 300 },
  )
})

test('what is resolved to IDs reads back too', () => {
  const plan = planWith('every: day', 'admins: ["@maria"]')
  const resolved = { ...plan, channel: 'C0123456789', admins: ['U0123456789'], owner: 'U0123456789' }
  expect(planOf(planYaml(resolved))).toMatchObject({
    channel: 'C0123456789',
    admins: ['U0123456789'],
    owner: 'U0123456789',
  })
})
