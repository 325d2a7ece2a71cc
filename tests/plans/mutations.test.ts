import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPlan } from '../../src/plans/load.ts'
import { planYaml } from '../../src/plans/write.ts'

const source = readFileSync('plans/drainpro.yaml', 'utf8')
const lines = source.split('\n')

/** A slip of the hand: a character too many or too few, a line lost, moved or repeated, an indentation changed. */
const slip = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'drop', 'swap', 'repeat', 'indent', 'cut'),
  line: fc.nat(lines.length - 1),
  column: fc.nat(60),
  text: fc.oneof(
    fc.constantFrom(
      ':',
      ': ',
      '"',
      "'",
      '[',
      '{',
      '}',
      '- ',
      '#',
      '@',
      '>',
      '|',
      '\t',
      '*a',
      '&a ',
      '!x ',
      '---\n',
      '? ',
      ',',
      '\u0000',
      '<<: ',
    ),
    fc.string({ maxLength: 4 }),
  ),
})

test('a plan with slips is read or refused with places that exist, and never throws', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(fc.array(slip, { minLength: 1, maxLength: 4 }), (slips) => {
      const mutated = slips.reduce(slipped, lines).join('\n')
      const { plan, faults, warnings } = readPlan(mutated, 'drainpro.yaml', '2026-11-20')
      expect(plan === undefined).toBe(faults.length > 0)
      const rows = mutated.split('\n')
      for (const { line, column, message } of [...faults, ...warnings]) {
        expect(line).toBeLessThanOrEqual(rows.length)
        expect(column).toBeLessThanOrEqual((rows[line - 1] ?? '').length + 1)
        expect(message).not.toMatch(/undefined|\[object|Invalid |expected \w+,/)
      }
      if (plan) expect(readPlan(planYaml(plan), 'again.yaml')).toMatchObject({ plan, faults: [] })
    }),
    { numRuns: 120 },
  )
})

function slipped(
  rows: readonly string[],
  { kind, line, column, text }: { kind: string; line: number; column: number; text: string },
): string[] {
  const row = rows[line] ?? ''
  const replaced = (...by: readonly string[]) => [...rows.slice(0, line), ...by, ...rows.slice(line + 1)]
  switch (kind) {
    case 'insert':
      return replaced(row.slice(0, column) + text + row.slice(column))
    case 'delete':
      return replaced(row.slice(0, column) + row.slice(column + 1))
    case 'drop':
      return replaced()
    case 'swap':
      return [...rows.slice(0, line), rows[line + 1] ?? '', row, ...rows.slice(line + 2)]
    case 'repeat':
      return replaced(row, row)
    case 'indent':
      return replaced(column % 2 ? ` ${row}` : row.replace(/^ {1,2}/, ''))
    default:
      return rows.slice(0, line)
  }
}
