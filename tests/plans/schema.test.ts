import { readdirSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { schemaFile, schemaText } from '../../scripts/plan-language/pages.ts'
import { parts, planWithKeys } from '../../scripts/plan-language/parts.ts'
import { readPlan } from '../../src/plans/load.ts'
import { heads, misshapen, pieces, slipped } from './slips.ts'

const passes = new Ajv({ allowUnionTypes: true, strictTypes: false, allErrors: true }).compile(JSON.parse(schemaText()))

/** As an editor reads it: numbers and yes or no are no texts to it. */
function faultsOf(source: string): string[] {
  return passes(parse(source))
    ? []
    : (passes.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

test('plans/schema.json is what the reader reads; npm run docs:plans writes it', () => {
  expect(readFileSync(schemaFile, 'utf8')).toBe(schemaText())
})

describe('the schema', () => {
  test('passes whatever can be read', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(slipped(pieces), misshapen(pieces), misshapen(heads)), (source) => {
        if (readPlan(source, 'mutated.yaml').plan) expect(faultsOf(source)).toEqual([])
      }),
      { numRuns: 600 },
    )
  })

  test.each(readdirSync('plans').filter((file) => file.endsWith('.yaml')))('passes plans/%s', (file) => {
    expect(faultsOf(readFileSync(`plans/${file}`, 'utf8'))).toEqual([])
  })

  test.each(
    Object.entries(parts).flatMap(([name, part]) =>
      Object.entries(part.keys).map(([key, told]) => ({ name, part, key, told })),
    ),
  )('passes $name: $key', ({ part, key, told }) => {
    const { [told.insteadOf ?? '']: _, ...least } = part.least
    expect(faultsOf(planWithKeys(part, { ...least, ...told.beside, [key]: told.example }))).toEqual([])
  })

  const good = ['plan: shop', 'timezone: Europe/Paris', 'channel: "#ops"', 'rituals:', '  open-up:', '    every: day']

  test.each([
    [
      'an unknown key',
      [...good, '    items: [x]', '    chanel: "#ops"'],
      '/rituals/open-up must NOT have additional properties',
    ],
    ['a missing key', good.slice(1), " must have required property 'plan'"],
    ['a channel that is none', ['incidents: ops', ...good], '/incidents must match pattern'],
    ['a length of time that is none', [...good, '    takes: soon'], '/rituals/open-up/takes must match pattern'],
    ['an unknown severity', ['severities: { P4: {} }', ...good], '/severities must NOT have additional properties'],
    [
      'a severity that is none',
      [...good, '    severity: high'],
      '/rituals/open-up/severity must be equal to one of the allowed values',
    ],
    ['two people in one', ['admins: ["@maria @dana"]', ...good], '/admins/0 must match pattern'],
    ['one person for a list', ['roles: { cto: { people: "@dana" } }', ...good], '/roles/cto/people must be array'],
    [
      'an item with an unknown key',
      [...good, '    items: [{ item: x, numbr: 5 }]'],
      '/rituals/open-up/items/0 must NOT have additional properties',
    ],
    ['a level without a role', ['escalation: [{ after: 1h }]', ...good], '/escalation/0 must be string,number,boolean'],
    [
      'a ritual named in capitals',
      [...good, 'procedures: { Undo: { items: [x] } }'],
      '/procedures property name must be valid',
    ],
  ])('refuses %s', (_, lines, fault) => {
    expect(faultsOf(good.join('\n'))).toEqual([])
    expect(faultsOf(lines.join('\n'))).toContainEqual(expect.stringContaining(fault))
  })
})
