import { createContext, Script } from 'node:vm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemOf } from '../../src/plans/items/item-line.ts'
import { type ReadPlan, readPlan } from '../../src/plans/load.ts'
import { faultRules, warningRules } from '../../src/plans/rules.ts'
import { planYaml } from '../../src/plans/write.ts'
import { lineArbitrary, longArbitrary, title } from './arbitraries.ts'
import { planWith } from './plans.ts'
import { heads, misshapen, pieces, shipped, slipped } from './slips.ts'

/** Of the processor's time, so that others on the machine cannot make it late. */
const longest = 1000

const generated = fc
  .array(
    lineArbitrary.chain((line) => longArbitrary(line, title).map((long) => ({ ...itemOf(line, ''), ...long }))),
    { minLength: 1, maxLength: 6 },
  )
  .map((items) => {
    const { rituals, ...plan } = planWith('every: day at 09:00')
    const sections = rituals[0]?.sections.map((section) => ({ ...section, items })) ?? []
    return planYaml({ ...plan, rituals: rituals.map((ritual) => ({ ...ritual, sections })) })
  })

/** What is mutated, how, and how often: 10,000 plans in all. */
const kinds: readonly [string, fc.Arbitrary<string>, number][] = [
  ['a ritual with slips', slipped(pieces), 5000],
  ['a ritual of parts that do not fit', misshapen(pieces), 2200],
  ['what a plan says of itself, with slips', slipped(heads), 300],
  ['what a plan says of itself, of parts that do not fit', misshapen(heads), 250],
  ['a generated plan with slips', generated.chain((source) => slipped([source])), 2000],
  ['a whole plan with slips', slipped(shipped), 150],
  ['a whole plan of parts that do not fit', misshapen(shipped), 100],
]

test('the mutated plans are ten thousand, of all that ship', () => {
  expect(kinds.reduce((sum, [, , runs]) => sum + runs, 0)).toBe(10_000)
  expect(pieces.length).toBeGreaterThan(shipped.length)
})

test.each(kinds)(
  '%s is read or refused in time, with places that exist',
  { timeout: 600_000 },
  (_, mutated, numRuns) => {
    fc.assert(
      fc.property(mutated, (source) => {
        const { plan, faults, warnings } = readInTime(source)
        expect(plan === undefined).toBe(faults.length > 0)
        const rows = source.split('\n')
        for (const { line, column, rule, level, message } of [...faults, ...warnings]) {
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(rows.length)
          expect(column).toBeGreaterThanOrEqual(1)
          expect(column).toBeLessThanOrEqual((rows[line - 1] ?? '').length + 1)
          expect(Object.keys(level === 'fault' ? faultRules : warningRules)).toContain(rule)
          expect(message).not.toMatch(/undefined|\[object|Invalid |NaN|expected \w+,/)
        }
        if (plan) expect(readPlan(planYaml(plan), 'again.yaml')).toMatchObject({ plan, faults: [] })
      }),
      { numRuns },
    )
  },
)

const context = createContext({ read: null })
const script = new Script('read()')

/** What would never end is interrupted, and what takes too long is told. */
function readInTime(source: string): ReadPlan {
  const before = process.cpuUsage()
  context.read = () => readPlan(source, 'mutated.yaml', '2026-11-20')
  const read: ReadPlan = script.runInContext(context, { timeout: 60 * longest })
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(longest)
  return read
}
