import { z } from 'zod'
import type { Item } from '../domain/item.ts'
import type { Section } from '../domain/plan.ts'
import {
  type Report as FilledReport,
  fieldsIn,
  itemNamed,
  reportFields,
  type Template,
  templateFields,
} from '../domain/template.ts'
import { titleOf } from './defaults.ts'
import type { Path, Report } from './fault.ts'
import { line, name, place, prose } from './fields.ts'
import { given } from './given.ts'
import { entriesOf, isMap, shaped, unknownMessage } from './shape.ts'

export const templateForm = z.strictObject({
  title: line.optional(),
  audience: line.optional(),
  channel: place,
  text: prose,
})
export const reportForm = z.strictObject({ channel: place.optional(), text: prose })

export function readTemplates(said: unknown, report: Report): Readonly<Record<string, Template>> | undefined {
  const entries = entriesOf(said, ['templates'], report) ?? []
  const templates = entries.flatMap(([key, value]): readonly [string, Template][] => {
    const path = ['templates', key]
    if (!name.safeParse(key).success)
      report({ path, rule: 'name', message: `"${key}" must be small letters, digits and hyphens`, key: true })
    const form = shaped(templateForm, value, path, report)
    checkFields(isMap(value) ? value.text : undefined, [...path, 'text'], report, templateFields)
    if (!form) return []
    const { title = titleOf(key), audience, channel, text } = form
    return [[key, { title, ...given({ audience }), channel, text }]]
  })
  return templates.length > 0 ? Object.fromEntries(templates) : undefined
}

/** A report names items of its ritual, beside a few facts about the whole. */
export function readReport(
  said: unknown,
  path: Path,
  report: Report,
  sections: readonly Section[],
): FilledReport | undefined {
  if (said === undefined) return undefined
  const form = shaped(reportForm, said, path, report)
  const titles = sections.flatMap(({ items }) => items.map(({ title }) => title))
  const text = isMap(said) ? said.text : undefined
  checkFields(text, [...path, 'text'], report, [...reportFields, ...titles])
  checkTogether(text, [...path, 'text'], report, sections)
  return form ? { ...given({ channel: form.channel }), text: form.text } : undefined
}

function checkFields(text: unknown, path: Path, report: Report, known: readonly string[]): void {
  if (typeof text !== 'string') return
  const words = known.map((one) => one.toLowerCase())
  for (const { name: word, at } of fieldsIn(text))
    if (!words.includes(word.toLowerCase()))
      report({ path, rule: 'unknown-field', message: unknownMessage('field', word, known), at })
}

/** A section that falls due by itself is over by itself, and one post cannot wait for two checklists. */
function checkTogether(text: unknown, path: Path, report: Report, sections: readonly Section[]): void {
  const together = sections.filter(({ due }) => due === undefined).flatMap(({ items }) => items)
  const apart = sections.flatMap(({ due, items }) => (due === undefined ? [] : [items]))
  const all = sections.flatMap(({ items }) => items)
  const named = typeof text === 'string' ? fieldsIn(text).filter(({ name }) => itemNamed(all, name)) : []
  const lacks = (items: readonly Item[]) => named.find(({ name }) => !itemNamed(items, name))
  const [first, ...others] = [together, ...apart].map(lacks)
  if (first === undefined || others.includes(undefined)) return
  const message = `no checklist has all that this names: "${first.name}" is of a section that falls due by itself`
  report({ path, rule: 'unknown-field', message, at: first.at })
}
