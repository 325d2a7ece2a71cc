import { spawnSync } from 'node:child_process'
import { createContext, Script } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importDocument } from '../../src/plans/import/import.ts'
import type { Imported, NotImported } from '../../src/plans/import/imported.ts'
import { repaired } from '../../src/plans/import/repair/repair.ts'
import { readPlan } from '../../src/plans/load.ts'
import { placesOf } from '../plans/places.ts'
import { extremes } from './extremes.ts'
import {
  factsWithSlips,
  oddlyMeasured,
  oddlyNamed,
  pieceWithSlips,
  rubbish,
  shuffled,
  slipped,
  whole,
} from './mutated.ts'

/** Of the processor's time, so that others on the machine cannot make it late. */
const longest = 1000

/** What is mutated, how, and how often: with the extremes below, 10,000 documents. */
const kinds: readonly [string, fc.Arbitrary<string | Uint8Array>, number][] = [
  ['a piece of a document with slips', pieceWithSlips, 4200],
  ['lines of all documents in any order', shuffled, 2000],
  ['what documents say beside their rituals, with slips', factsWithSlips, 1000],
  ['titles that mean something to YAML', oddlyNamed, 1300],
  ['readings that no plan can have', oddlyMeasured, 1200],
  ['no document at all', rubbish, 250],
  ['a whole document with slips', slipped(whole, 6), 50],
]

test('the mutated documents are ten thousand', () => {
  expect(kinds.reduce((sum, [, , runs]) => sum + runs, 0)).toBe(10_000)
})

test.each(kinds)('%s becomes a plan, or is told to be none', { timeout: 600_000 }, (_, mutated, numRuns) => {
  fc.assert(
    fc.property(mutated, (document) => holdsOf(document, importInTime(document))),
    { numRuns, seed: 20_261_116 },
  )
})

describe('documents that nobody meant', () => {
  test.each(extremes)('%s', { timeout: 60_000 }, (_, document) => {
    holdsOf(document, importInTime(document))
  })
})

// V8 leaves the shortcuts out of every further pattern once a process has compiled a megabyte of them.
test('a long line is read in time in a process that has compiled many patterns', { timeout: 60_000 }, () => {
  const importer = new URL('../../src/plans/import/import.ts', import.meta.url)
  const reading = `import { importDocument } from '${importer}'
    const document = '## Daily\\n- [ ] ' + 'word '.repeat(20_000)
    console.log(importDocument(document, { fileName: 'long.md' }).counts.items)`
  const flags = ['--no-regexp-optimization', '--import', 'tsx', '--input-type=module']
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, '--eval', reading], {
    encoding: 'utf8',
    timeout: 20 * longest,
  })
  expect({ stdout, stderr }).toEqual({ stdout: '1\n', stderr: '' })
})

const context = createContext({ read: null })
const script = new Script('read()')

/** What would never end is interrupted, and what takes too long is told. */
function importInTime(document: string | Uint8Array): Imported | NotImported {
  const before = process.cpuUsage()
  context.read = () => importDocument(document, { fileName: 'mutated.md' })
  const imported: Imported | NotImported = script.runInContext(context, { timeout: 60 * longest })
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(longest)
  return imported
}

/** What must be so of any document. */
function holdsOf(document: string | Uint8Array, imported: Imported | NotImported): void {
  if ('reason' in imported) {
    expect(imported.reason).toMatch(/^[A-Z].*\.$/u)
    return
  }
  const { yaml, plan, placed, unplaced } = imported
  expect(readPlan(yaml, 'mutated.yaml')).toMatchObject({ faults: [], plan: { name: plan.name } })
  // One in four is enough to see that nothing stays behind from the document before.
  if (document.length % 4 === 0)
    expect(importDocument(document, { fileName: 'mutated.md' })).toMatchObject({ yaml, unplaced })
  const text = repaired(document)
  const rows = text.split('\n')
  const known = new Set([...placed, ...unplaced].map(({ line }) => line))
  const saying = rows.flatMap((row, index) =>
    /[\p{L}\p{N}]/u.test(row) && !/^\s*(?:```|~~~)/u.test(row) ? [index + 1] : [],
  )
  expect(saying.filter((line) => !known.has(line))).toEqual([])
  for (const { line, text: said, reason } of unplaced) {
    expect(said).toBe(rows[line - 1]?.trim())
    expect(reason).toMatch(/^["\p{Ll}].*[^.]$/u)
  }
  const places = new Set(placesOf(yaml).flatMap(({ paths }) => paths))
  expect(placed.filter(({ line, at }) => line > rows.length || !places.has(at))).toEqual([])
  // Markup between two of its words makes them one to a reader too.
  const words = [text, text.replace(/\]\([^)]*\)|[^\p{L}\p{N}]/gu, '')].join(' ').toLowerCase()
  const items = plan.rituals.flatMap(({ sections }) => sections.flatMap((section) => section.items))
  const invented = items.flatMap(({ title }) => wordsOf(title).filter((word) => !words.includes(word)))
  expect(invented).toEqual([])
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
