import { z } from 'zod'
import type { Path, Report } from '../fault.ts'
import { line } from '../fields.ts'
import { isMap, listOf, shaped } from '../shape.ts'
import { type Asked, kindNamed, parseAsked, tick } from './asked.ts'
import type { Drafted } from './drafted.ts'
import { expanded, repeated } from './for-each.ts'
import { inSigns } from './in-signs.ts'
import { itemOf } from './item-line.ts'
import { readLong } from './long-form.ts'
import { parseTargets } from './targets.ts'

export const groupForm = z.strictObject({ group: line, items: z.unknown() })

/** The items of a list, in each of their forms; their ids are given once the whole ritual is read. */
export function readItems(value: unknown, path: Path, report: Report): Drafted[] {
  return (listOf(value, path, report) ?? []).flatMap((said, index) => {
    const own = repeated(said, report)
    return expanded(said, [...path, index], report).flatMap((one) => readEntry(one, [...path, index], own))
  })
}

function readEntry(said: unknown, path: Path, report: Report): Drafted[] {
  if (isMap(said) && 'group' in said) return readGroup(said, path, report)
  const item = readItem(said, path, report)
  return item ? [item] : []
}

function readGroup(said: Record<string, unknown>, path: Path, report: Report): Drafted[] {
  const form = shaped(groupForm, said, path, report)
  const items = (listOf(said.items, [...path, 'items'], report) ?? []).flatMap((inner, index) => {
    const here = [...path, 'items', index]
    const own = repeated(inner, report)
    return expanded(inner, here, report).map((one) => readItem(one, here, own))
  })
  return items.flatMap((item) => (item ? [{ ...item, group: form?.group ?? null }] : []))
}

function readItem(said: unknown, path: Path, report: Report): Drafted | null {
  if (typeof said === 'string') return readTitled(said, tick, path, report)
  const entries = isMap(said) ? Object.entries(said) : []
  const [only] = entries
  if (isMap(said) && 'item' in said) return readLong(said, path, report)
  if (entries.length === 1 && only) return readShort(only, path, report)
  report({ path, rule: 'item', message: notAnItem(entries) })
  return null
}

function notAnItem(entries: readonly [key: string, value: unknown][]): string {
  if (entries.some(([key]) => key === 'group')) return 'a group stands in no other group: end the one before it'
  return entries.length > 1
    ? 'an item with several keys begins with "item:"'
    : 'an item is a line, or a key with its kind'
}

function readTitled(title: string, asked: Asked, path: Path, report: Report): Drafted | null {
  const read = line.safeParse(title)
  if (read.success) return { ...itemOf({ title: read.data, ...asked }, ''), path }
  report({ path, rule: 'value', message: `the title of an item ${read.error.issues[0]?.message ?? 'must be text'}` })
  return null
}

function readShort([title, said]: [string, unknown], path: Path, report: Report): Drafted | null {
  const inner = [...path, title]
  if (typeof said !== 'string') {
    if (said !== undefined)
      report({ path: inner, rule: 'item', message: `write the item on one line: ${title}: percent < 80` })
    return null
  }
  const read = parseAsked(said)
  if (read.ok) return readTitled(title, read.value, inner, report)
  report({ path: inner, rule: 'item', message: read.message + quoteHint(title, said), at: read.at })
  return null
}

/** `number 2..8 °C` of `2-8 °C`, and `yes-no no` of `no`: what somebody may have meant who named no kind. */
function readingIn(said: string): string | null {
  if (/^(?:yes|no)$/iu.test(said)) return `yes-no ${said.toLowerCase()}`
  const signs = /\d/u.test(said) ? inSigns(said) : null
  return signs !== null && parseTargets(signs, 'number', { unit: null }).ok ? `number ${signs}` : null
}

/** A check whose text has a colon needs quotes; a target needs its kind. */
function quoteHint(title: string, said: string): string {
  if (/^[<>=≤≥\d-]/u.test(said) && parseTargets(said, 'number', { unit: null }).ok)
    return `: write ${title}: number ${said}`
  const first = said.split(/\s/)[0] ?? ''
  if (kindNamed(first) !== null) return ''
  const reading = readingIn(said)
  return `${reading === null ? '' : `; for a reading write ${title}: ${reading}`}; for a check write "${title}: ${said}" in quotes`
}
