import { z } from 'zod'
import { type Item, itemKinds } from '../domain/item.ts'
import type { Path, Report } from './fault.ts'
import { line, prose, severity, yesOrNo } from './fields.ts'
import { itemOf } from './item-line.ts'
import { type Asked, askedOf, choiceOf, kindNamed, parseAsked, tick } from './reading.ts'
import { entriesOf, isMap, listOf, shaped } from './shape.ts'
import { isNumeric, parseTargets } from './targets.ts'

const kindKeys = Object.fromEntries(itemKinds.map((kind) => [kind, z.unknown().optional()])) as Record<
  (typeof itemKinds)[number],
  z.ZodOptional<z.ZodUnknown>
>

const longForm = z.strictObject({
  item: line,
  ...kindKeys,
  unit: line.optional(),
  critical: z.unknown().optional(),
  optional: yesOrNo.optional(),
  severity: severity.optional(),
  owner: line.optional(),
  look: prose.optional(),
  note: prose.optional(),
  into: line.optional(),
  flag: z.array(line).optional(),
})

const groupForm = z.strictObject({ group: line, items: z.unknown() })
const criticalForm = z.strictObject({ when: line, severity })

/** The items of a list, in each of their forms; their ids are given once the whole ritual is read. */
export function readItems(value: unknown, path: Path, report: Report): Item[] {
  return (listOf(value, path, report) ?? []).flatMap((said, index) => readEntry(said, [...path, index], report))
}

function readEntry(said: unknown, path: Path, report: Report): Item[] {
  if (isMap(said) && 'group' in said) return readGroup(said, path, report)
  const item = readItem(said, path, report)
  return item ? [item] : []
}

function readGroup(said: Record<string, unknown>, path: Path, report: Report): Item[] {
  const form = shaped(groupForm, said, path, report)
  if (!('items' in said)) report({ path, rule: 'content', message: 'a group has "items"' })
  const items = (listOf(said.items, [...path, 'items'], report) ?? []).map((inner, index) =>
    readItem(inner, [...path, 'items', index], report),
  )
  return items.flatMap((item) => (item ? [{ ...item, group: form?.group ?? null }] : []))
}

function readItem(said: unknown, path: Path, report: Report): Item | null {
  if (typeof said === 'string') return readTitled(said, tick, path, report)
  const entries = isMap(said) ? Object.entries(said) : []
  const [only] = entries
  if (isMap(said) && 'item' in said) return readLong(said, path, report)
  if (entries.length === 1 && only) return readShort(only, path, report)
  const message =
    entries.length > 1 ? 'an item with several keys begins with "item:"' : 'an item is a line, or a key with its kind'
  report({ path, rule: 'item', message })
  return null
}

function readTitled(title: string, asked: Asked, path: Path, report: Report): Item | null {
  const read = line.safeParse(title)
  if (read.success) return itemOf({ title: read.data, ...asked }, '')
  report({ path, rule: 'value', message: `the title of an item ${read.error.issues[0]?.message ?? 'must be text'}` })
  return null
}

function readShort([title, said]: [string, unknown], path: Path, report: Report): Item | null {
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

/** A check whose text has a colon needs quotes; a target needs its kind. */
function quoteHint(title: string, said: string): string {
  if (parseTargets(said, 'number', null).ok) return `: write ${title}: number ${said}`
  const first = said.split(/\s/)[0] ?? ''
  return kindNamed(first) === null ? `; for a check write "${title}: ${said}" in quotes` : ''
}

function readLong(said: Record<string, unknown>, path: Path, report: Report): Item | null {
  const form = shaped(longForm, said, path, report)
  const asked = readAsked(said, path, report)
  const critical = 'critical' in said ? readCritical(said.critical, asked, [...path, 'critical'], report) : null
  if (!form || !asked) return null
  return {
    ...itemOf({ title: form.item, ...asked }, ''),
    critical,
    optional: form.optional ?? false,
    severity: form.severity ?? null,
    owner: form.owner ?? null,
    look: form.look ?? null,
    note: form.note ?? null,
    into: form.into ?? null,
  }
}

function readAsked(said: Record<string, unknown>, path: Path, report: Report): Asked | null {
  const [kind = 'check', second] = itemKinds.filter((candidate) => candidate in said)
  if (second) {
    report({
      path: [...path, second],
      rule: 'item',
      message: `an item has one kind, not ${kind} and ${second}`,
      key: true,
    })
    return null
  }
  const flag = Array.isArray(said.flag) ? said.flag.map(String) : []
  if (flag.length > 0 && kind !== 'choice')
    report({ path: [...path, 'flag'], rule: 'item', message: `only a choice has answers to flag`, key: true })
  if (kind in said && said[kind] === undefined) return null
  const asks = said[kind] ?? 'true'
  const unit = typeof said.unit === 'string' ? said.unit : null
  const listed = kind === 'choice' && Array.isArray(asks)
  if (typeof asks !== 'string' && !listed) {
    report({ path: [...path, kind], rule: 'item', message: `"${kind}" must be true, or what the answer should be` })
    return null
  }
  const plain = listed ? choiceOf(asks.map(String), flag) : askedOf(kind, asks as string, unit)
  const read = plain.ok && kind === 'choice' && flag.length > 0 && !listed ? choiceOf(plain.value.options, flag) : plain
  if (read.ok) return read.value
  report({ path: [...path, kind], rule: 'item', message: read.message, at: read.at })
  return null
}

function readCritical(said: unknown, asked: Asked | null, path: Path, report: Report): Item['critical'] {
  if (!entriesOf(said, path, report)) return null
  const form = shaped(criticalForm, said, path, report)
  if (!form || !asked) return null
  const read = criticalOf(form.when, asked)
  if (read.ok && read.value.targets.length === 1) {
    const [when] = read.value.targets
    return when ? { when, severity: form.severity } : null
  }
  const message = read.ok ? '"when" is one target, such as "> 50"' : read.message
  report({ path: [...path, 'when'], rule: 'item', message, at: read.ok ? 0 : read.at })
  return null
}

function criticalOf(when: string, asked: Asked) {
  if (isNumeric(asked.kind)) return parseTargets(when, asked.kind, asked.unit)
  if (asked.kind === 'yes-no') return askedOf('yes-no', when, null)
  const option = asked.options.find((word) => word.toLowerCase() === when.toLowerCase())
  if (option) return { ok: true, value: { ...tick, targets: [{ op: 'is', word: option }] } } as const
  const message = asked.kind === 'choice' ? `"${when}" is not one of the answers` : `a ${asked.kind} has no threshold`
  return { ok: false, message, at: 0 } as const
}
