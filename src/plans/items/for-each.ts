import { z } from 'zod'
import { nearest } from '../../domain/nearest.ts'
import type { Path, Report } from '../fault.ts'
import { line } from '../fields.ts'
import { isMap, shaped } from '../shape.ts'

export const namedForm = z.strictObject({
  name: line.pipe(z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'must be small letters, digits and hyphens')),
  of: z.array(line),
})

const most = 100

type Each = { readonly name: string; readonly of: readonly string[] }

/**
 * What is repeated for each of some things, once for each: `{site}` in its texts becomes the thing's name. A title that
 * names no place for it has it at its end, so that no two are called the same.
 */
export function expanded(said: unknown, path: Path, report: Report): readonly unknown[] {
  if (!isMap(said) || !('for-each' in said)) return [said]
  const { 'for-each': wanted, ...template } = said
  if (wanted === undefined) return [template]
  const each = eachOf(wanted, [...path, 'for-each'], report)
  if (each === null) return [template]
  reportMisspelt(template, path, each.name, report)
  return each.of.map((entity) => withEntity(template, each.name, entity))
}

/** In what was repeated, the words of the file no longer stand where they stood: faults point at their line. */
export function repeated(said: unknown, report: Report): Report {
  if (!isMap(said) || !('for-each' in said)) return report
  return ({ at: _, ...complaint }) => report(complaint)
}

function eachOf(wanted: unknown, path: Path, report: Report): Each | null {
  const each = Array.isArray(wanted) ? listed(wanted, path, report) : shaped(namedForm, wanted, path, report)
  if (each === null) return null
  const names = each.of.map((one) => one.toLowerCase())
  const twice = each.of.find((_, place) => names.indexOf(names[place] ?? '') < place)
  if (each.of.length === 0 || each.of.length > most)
    report({ path, rule: 'for-each', message: `"for-each" names 1 to ${most} things` })
  else if (twice !== undefined) report({ path, rule: 'for-each', message: `"for-each" names "${twice}" twice` })
  else return each
  return null
}

function listed(wanted: readonly unknown[], path: Path, report: Report): Each | null {
  const read = z.array(line).safeParse(wanted)
  if (read.success) return { name: 'each', of: read.data }
  report({ path, rule: 'for-each', message: '"for-each" is a list of names, such as [Paris, Lyon]' })
  return null
}

const titles = ['item', 'group', 'title'] as const

function withEntity(template: Record<string, unknown>, name: string, entity: string): unknown {
  const key = titles.find((one) => typeof template[one] === 'string')
  const title = key && (template[key] as string)
  const placed = title?.includes(`{${name}}`) ? template : { ...template, ...(key && { [key]: `${title}: {${name}}` }) }
  return replaced(placed, `{${name}}`, entity)
}

function replaced(value: unknown, place: string, entity: string): unknown {
  if (typeof value === 'string') return value.replaceAll(place, entity)
  if (Array.isArray(value)) return value.map((one) => replaced(one, place, entity))
  if (!isMap(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.replaceAll(place, entity), replaced(inner, place, entity)]),
  )
}

function reportMisspelt(value: unknown, path: Path, name: string, report: Report): void {
  if (typeof value === 'string') {
    for (const [whole, word = ''] of value.matchAll(/\{([a-z][a-z0-9-]*)\}/giu)) {
      if (word === name || nearest(word, [name]) === null) continue
      report({
        path,
        rule: 'for-each',
        message: `${whole} names nothing: did you mean {${name}}?`,
        at: value.indexOf(whole),
      })
    }
  } else if (Array.isArray(value))
    for (const [place, one] of value.entries()) reportMisspelt(one, [...path, place], name, report)
  else if (isMap(value))
    for (const [key, one] of Object.entries(value)) reportMisspelt(one, [...path, key], name, report)
}
