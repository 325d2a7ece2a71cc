import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { importDocument } from '../../src/plans/import/import.ts'
import { readPlan } from '../../src/plans/load.ts'
import { placesOf } from '../plans/places.ts'

const wished = z.object({
  rituals: z.array(
    z.object({
      title: z.string(),
      every: z.string().nullable(),
      rhythm: z.string().nullish(),
      takes: z.number().nullish(),
      items: z.number().nullish(),
    }),
  ),
  readings: z.array(
    z.object({ line: z.number(), kind: z.string(), target: z.string().nullish(), unit: z.string().nullish() }),
  ),
  checkboxes: z.array(z.number()),
})

/** What became of a document, beside what a careful person wrote down of it. */
export function strange(file: string) {
  const wish = wished.parse(JSON.parse(readFileSync(file.replace(/\.\w+$/u, '.json'), 'utf8')))
  const source = readFileSync(file, 'utf8')
  const imported = importDocument(readFileSync(file), { fileName: file.replace(/^.*\//u, '') })
  if ('reason' in imported) throw new Error(imported.reason)
  const { plan, faults } = readPlan(imported.yaml, 'plan.yaml')
  const items = new Set(placesOf(imported.yaml).flatMap(({ paths, isItem }) => (isItem ? paths : [])))
  const itemLines = new Map(imported.placed.flatMap(({ line, at }) => (items.has(at) ? [[line, at] as const] : [])))
  const known = new Set([...imported.placed, ...imported.unplaced].map(({ line }) => line))
  const saying = source
    .split(/\r\n|\r|\n/u)
    .flatMap((text, index) => (/[\p{L}\p{N}]/u.test(text) && !/^\s*(?:```|~~~)\w*\s*$/u.test(text) ? [index + 1] : []))
  return {
    wish,
    imported,
    plan,
    faults,
    itemLines,
    checkboxes: wish.checkboxes.length,
    placedBoxes: wish.checkboxes.filter((line) => itemLines.has(line)).length,
    forgotten: saying.filter((line) => !known.has(line)),
  }
}
