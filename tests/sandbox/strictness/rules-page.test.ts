import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describeRules, rulesPage } from '../../../scripts/sandbox-rules.ts'

test('docs/sandbox-rules.md shows the table as it is; npm run docs:rules writes it', () => {
  expect(readFileSync(rulesPage, 'utf8')).toBe(describeRules())
})
