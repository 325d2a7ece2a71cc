import { z } from 'zod'
import { fieldsIn, type Template, templateFields } from '../domain/template.ts'
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

export function readTemplates(said: unknown, report: Report): Readonly<Record<string, Template>> | undefined {
  const entries = entriesOf(said, ['templates'], report) ?? []
  const templates = entries.flatMap(([key, value]): readonly [string, Template][] => {
    const path = ['templates', key]
    if (!name.safeParse(key).success)
      report({ path, rule: 'name', message: `"${key}" must be small letters, digits and hyphens`, key: true })
    const form = shaped(templateForm, value, path, report)
    checkFields(isMap(value) ? value.text : undefined, [...path, 'text'], report)
    if (!form) return []
    const { title = titleOf(key), audience, channel, text } = form
    return [[key, { title, ...given({ audience }), channel, text }]]
  })
  return templates.length > 0 ? Object.fromEntries(templates) : undefined
}

function checkFields(text: unknown, path: Path, report: Report): void {
  if (typeof text !== 'string') return
  const known: readonly string[] = templateFields
  for (const { name: word, at } of fieldsIn(text))
    if (!known.includes(word.toLowerCase()))
      report({ path, rule: 'unknown-field', message: unknownMessage('field', word, known), at })
}
