import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { manualPage } from '../../scripts/plan-language/pages.ts'
import { parts, planWithKeys } from '../../scripts/plan-language/parts.ts'
import { filledManual, partsShown } from '../../scripts/plan-language/reference.ts'
import { functions, itemKinds, statistics, ways } from '../../src/domain/item.ts'
import { periods } from '../../src/domain/reading/period.ts'
import { readPlan } from '../../src/plans/load.ts'
import { planYaml } from '../../src/plans/write.ts'
import { planOf } from './plans.ts'

const manual = readFileSync(manualPage, 'utf8')

const everyKey = Object.entries(parts).flatMap(([name, part]) =>
  Object.entries(part.keys).map(([key, told]) => ({ name, part, key, told })),
)

describe('the reference', () => {
  test('shows the tables of the reader; npm run docs:plans writes them', () => {
    expect(filledManual(manual)).toBe(manual)
    expect(manual).toContain('`flooded-channel`')
    expect(manual).toContain('`repeated-key`')
  })

  test('shows every key of every part', () => {
    expect(partsShown(manual).toSorted()).toEqual(Object.keys(parts).toSorted())
    for (const { form, keys } of Object.values(parts)) {
      expect(Object.keys(keys)).toEqual(expect.arrayContaining(Object.keys(form.shape)))
      for (const key of Object.keys(keys)) expect(manual).toContain(`\n| \`${key}\` |`)
    }
  })

  test.each([...itemKinds, ...statistics, ...functions, ...periods])('names %s', (word) => {
    expect(manual).toContain(`\`${word}\``)
  })

  test.each(ways)('names the trend %s', (way) => {
    expect(manual).toContain(`\`${way}\``)
  })

  test('has only examples that can be read', () => {
    const examples = [...manual.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text)
    expect(examples.length).toBeGreaterThan(8)
    for (const example of examples) expect(readPlan(wholePlan(example), 'manual.yaml').faults).toEqual([])
  })
})

describe('a key of the reference', () => {
  test.each(everyKey)('$name: $key changes what is read, and is written again', ({ part, key, told }) => {
    const { [told.insteadOf ?? '']: _, ...least } = part.least
    const plan = planOf(planWithKeys(part, { ...least, ...told.beside, [key]: told.example }))
    expect(planOf(planYaml(plan))).toEqual(plan)

    const { [key]: _own, ...without } = { ...part.least, ...told.beside }
    const before = [without, part.least]
      .filter((keys) => !(key in keys))
      .map((keys) => readPlan(planWithKeys(part, keys), 'shop.yaml').plan)
      .find((read) => read !== undefined)
    if (told.without === 'required') expect(before).toBeUndefined()
    if (before === undefined) expect(told.without).toContain('required')
    if (before && key !== 'check') expect(plan).not.toEqual(before)
    // A key that says what holds anyway is read all the same.
    const nonsense = readPlan(planWithKeys(part, { ...part.least, ...told.beside, check: 'maybe' }), 'shop.yaml')
    if (key === 'check') expect(nonsense.faults).not.toEqual([])
  })
})

/** An example is a plan's keys, a ritual's content or a ritual; what it leaves out is said beside it. */
function wholePlan(example: string): string {
  const said: Record<string, unknown> = parse(example) ?? {}
  const indented = (text: string, by: number) => text.replaceAll(/^(?=.)/gm, ' '.repeat(by))
  if ('items' in said || 'sections' in said)
    return wholePlan(`rituals:\n  shown:\n    every: day at 09:00\n${indented(example, 4)}`)
  if (Object.keys(said).some((key) => !(key in (parts.plan?.keys ?? {}))))
    return wholePlan(`rituals:\n${indented(example, 2)}`)
  const roles = ['operations-manager', 'technical-lead', 'cto', 'ceo'].map(
    (role) => `  ${role}: { people: ["@maria"] }`,
  )
  const least: Readonly<Record<string, string>> = {
    plan: 'plan: shop',
    timezone: 'timezone: Europe/Paris',
    channel: 'channel: "#ops"',
    roles: ['roles:', ...roles].join('\n'),
    rituals: 'rituals: { shown: { every: day at 09:00, items: [x] } }',
  }
  const missing = Object.entries(least).flatMap(([key, lines]) => (key in said ? [] : [lines]))
  return [...missing, example].join('\n')
}
