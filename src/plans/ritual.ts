import { z } from 'zod'
import type { Item } from '../domain/item.ts'
import type { Ritual, Section } from '../domain/plan.ts'
import { onHolidayOf, ritualSeverity, titleOf } from './defaults.ts'
import type { Path, Report } from './fault.ts'
import { cadence, duration, holidayRule, line, name, place, prose, severity, zone } from './fields.ts'
import { given } from './given.ts'
import { expanded, repeated } from './items/for-each.ts'
import { readItems } from './items/items.ts'
import { linkedItems } from './items/linked.ts'
import { isMap, listOf, shaped } from './shape.ts'

const ritualForm = z.strictObject({
  title: line.optional(),
  every: cadence,
  timezone: zone.optional(),
  takes: duration.optional(),
  'open-for': duration.optional(),
  owner: line.optional(),
  channel: place.optional(),
  severity: severity.optional(),
  'if-failed': prose.optional(),
  'on-holiday': holidayRule.optional(),
  items: z.unknown().optional(),
  sections: z.unknown().optional(),
})

const sectionForm = z.strictObject({
  title: line,
  takes: duration.optional(),
  look: prose.optional(),
  run: prose.optional(),
  expect: prose.optional(),
  steps: z.array(line).optional(),
  note: prose.optional(),
  'if-failed': prose.optional(),
  items: z.unknown(),
  'for-each': z.unknown().optional(),
})

const mostItems = 500

export function readRitual(id: string, said: unknown, path: Path, report: Report): Ritual | null {
  if (!name.safeParse(id).success)
    report({ path, rule: 'name', message: `"${id}" must be small letters, digits and hyphens`, key: true })
  const form = shaped(ritualForm, said, path, report)
  const sections = isMap(said) ? readContent(said, path, report) : []
  if (!form) return null
  return {
    id,
    title: form.title ?? titleOf(id),
    every: form.every,
    timezone: form.timezone ?? null,
    onHoliday: form['on-holiday'] ?? onHolidayOf(form.every),
    openForMinutes: form['open-for'] ?? null,
    takesMinutes: form.takes ?? null,
    owner: form.owner ?? null,
    channel: form.channel ?? null,
    severity: form.severity ?? ritualSeverity,
    ifFailed: form['if-failed'] ?? null,
    sections: withIds(sections, path, report),
  }
}

/** A ritual has items, or sections that have them. */
function readContent(said: Record<string, unknown>, path: Path, report: Report): Section[] {
  if ('items' in said === 'sections' in said) {
    report({ path, rule: 'content', message: 'a ritual has either "items" or "sections"', key: true })
    return []
  }
  if ('sections' in said) {
    const inner = [...path, 'sections']
    const sections = (listOf(said.sections, inner, report) ?? []).flatMap((section, index) => {
      const own = repeated(section, report)
      return expanded(section, [...inner, index], report).map((one) => readSection(one, [...inner, index], own))
    })
    if (sections.length === 0) report({ path: inner, rule: 'content', message: 'a ritual has at least one section' })
    return sections.flatMap((section) => section ?? [])
  }
  const bare = { title: '', takesMinutes: null, look: null, run: null, expect: null, note: null, ifFailed: null }
  return [{ ...bare, items: readContentItems(said.items, [...path, 'items'], report) }]
}

function readSection(said: unknown, path: Path, report: Report): Section | null {
  const form = shaped(sectionForm, said, path, report)
  const items = isMap(said) && 'items' in said ? readContentItems(said.items, [...path, 'items'], report) : []
  if (isMap(said) && !('items' in said))
    report({ path, rule: 'content', message: 'a section has "items": give it at least one check' })
  if (!form) return null
  return {
    title: form.title,
    takesMinutes: form.takes ?? null,
    look: form.look ?? null,
    run: form.run ?? null,
    expect: form.expect ?? null,
    note: form.note ?? null,
    ifFailed: form['if-failed'] ?? null,
    ...given({ steps: form.steps?.length ? form.steps : undefined }),
    items,
  }
}

function readContentItems(said: unknown, path: Path, report: Report): Item[] {
  const items = readItems(said, path, report)
  if (Array.isArray(said) && said.length === 0) report({ path, rule: 'content', message: '"items" is empty' })
  return items
}

function withIds(sections: readonly Section[], path: Path, report: Report): Section[] {
  const count = sections.reduce((sum, { items }) => sum + items.length, 0)
  if (count > mostItems)
    report({ path, rule: 'content', message: `a ritual has at most ${mostItems} items, not ${count}`, key: true })
  const linked = linkedItems(sections, report)
  return sections.map((section, index) => ({ ...section, items: linked[index] ?? [] }))
}
