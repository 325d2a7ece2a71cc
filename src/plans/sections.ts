import { z } from 'zod'
import type { Item } from '../domain/item.ts'
import type { HolidayRule, Section, SectionDue } from '../domain/plan.ts'
import { onHolidayOf } from './defaults.ts'
import type { Path, Report } from './fault.ts'
import { cadence, duration, holidayRule, line, phase, prose } from './fields.ts'
import { given } from './given.ts'
import { expanded, repeated } from './items/for-each.ts'
import { readItems } from './items/items.ts'
import { isMap, listOf, shaped } from './shape.ts'

export const sectionForm = z.strictObject({
  title: line,
  phase: phase.optional(),
  every: cadence.optional(),
  'open-for': duration.optional(),
  'on-holiday': holidayRule.optional(),
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

/** A ritual has items, or sections that have them; `rule` is what the ritual says of holidays. */
export function readContent(
  said: Record<string, unknown>,
  path: Path,
  report: Report,
  rule: HolidayRule | undefined,
): Section[] {
  if ('items' in said === 'sections' in said) {
    report({ path, rule: 'content', message: 'a ritual has either "items" or "sections"', key: true })
    return []
  }
  if ('sections' in said) return readSections(said.sections, [...path, 'sections'], report, rule)
  const bare = { title: '', takesMinutes: null, look: null, run: null, expect: null, note: null, ifFailed: null }
  return [{ ...bare, items: readContentItems(said.items, [...path, 'items'], report) }]
}

function readSections(said: unknown, path: Path, report: Report, rule: HolidayRule | undefined): Section[] {
  const sections = (listOf(said, path, report) ?? []).flatMap((section, index) => {
    const own = repeated(section, report)
    const here = [...path, index]
    return expanded(section, here, report).flatMap((one) => readSection(one, here, own, rule) ?? [])
  })
  if (Array.isArray(said) ? said.length === 0 : said === undefined)
    report({ path, rule: 'content', message: 'a ritual has at least one section' })
  checkTitles(sections, path, report)
  return sections
}

function readSection(said: unknown, path: Path, report: Report, rule: HolidayRule | undefined): Section | null {
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
    ...given({
      steps: form.steps?.length ? form.steps : undefined,
      phase: form.phase,
      due: dueOf(form, path, report, rule),
    }),
    items,
  }
}

function dueOf(
  form: z.output<typeof sectionForm>,
  path: Path,
  report: Report,
  rule: HolidayRule | undefined,
): SectionDue | undefined {
  const { every, 'open-for': openForMinutes, 'on-holiday': onHoliday = rule } = form
  if (every !== undefined) return { every, onHoliday: onHoliday ?? onHolidayOf(every), ...given({ openForMinutes }) }
  for (const key of ['open-for', 'on-holiday'] as const) {
    const message = `"${key}" belongs to the ritual, or to a section with a cadence of its own: give it "every"`
    if (form[key] !== undefined) report({ path: [...path, key], rule: 'content', message, key: true })
  }
  return undefined
}

/** What a section with a cadence of its own is called is all that tells its checklists from others. */
function checkTitles(sections: readonly Section[], path: Path, report: Report): void {
  const own = sections.filter(({ due }) => due !== undefined).map(({ title }) => title)
  const twice = own.find((title, index) => own.indexOf(title) < index)
  if (twice === undefined) return
  const message = `two sections with a cadence of their own are titled "${twice}": give each a title of its own`
  report({ path, rule: 'content', message, key: true })
}

function readContentItems(said: unknown, path: Path, report: Report): Item[] {
  const items = readItems(said, path, report)
  if (Array.isArray(said) && said.length === 0) report({ path, rule: 'content', message: '"items" is empty' })
  return items
}
