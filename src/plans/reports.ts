import { z } from 'zod'
import type { Item } from '../domain/item.ts'
import { type Headed, itemsNamed, nameAmong, namesFor } from '../domain/item-name.ts'
import { nearest } from '../domain/nearest.ts'
import type { Section } from '../domain/plan.ts'
import {
  type Report as FilledReport,
  fieldFor,
  fieldsIn,
  partsOf,
  reportFactIn,
  reportFields,
} from '../domain/template.ts'
import type { Path, Report } from './fault.ts'
import { place, prose } from './fields.ts'
import { given } from './given.ts'
import { isMap, shaped, unknownMessage } from './shape.ts'

export const reportForm = z.strictObject({ channel: place.optional(), text: prose })

/** A report names items of its ritual, beside a few facts about the whole. */
export function readReport(
  said: unknown,
  path: Path,
  report: Report,
  sections: readonly Section[],
): FilledReport | undefined {
  if (said === undefined) return undefined
  const form = shaped(reportForm, said, path, report)
  const text = isMap(said) && typeof said.text === 'string' ? said.text : ''
  const parts = partsOf(sections)
  checkFields(text, [...path, 'text'], report, parts.flat())
  checkTogether(text, [...path, 'text'], report, parts)
  return form ? { ...given({ channel: form.channel }), text: form.text } : undefined
}

type Items = readonly Headed<Item>[]

function checkFields(text: string, path: Path, report: Report, all: Items): void {
  for (const { name, at } of fieldsIn(text))
    if (reportFactIn(name) === undefined && itemsNamed(name, all).length === 0)
      report({ path, rule: 'unknown-field', message: unknownField(name, all), at })
}

const mostKnown = 12

function unknownField(word: string, all: Items): string {
  const known = [...new Set([...reportFields, ...all.map((one) => fieldFor(one, all) ?? nameAmong(one, all))])]
  const more = known.length > mostKnown ? [`and ${known.length - mostKnown} more`] : []
  return unknownMessage('field', word, [...known.slice(0, mostKnown), ...more], meantBy(word, known, all))
}

const mostMeant = 3

/** The nearest name; where that means several items, what tells them apart. */
function meantBy(word: string, known: readonly string[], all: Items): string | null {
  const underHeadings = fieldsOf(titleOf(word), all)
  if (underHeadings.length > 0) return byHeading(word, underHeadings)
  const near = nearest(word, [...known, ...all.flatMap(namesFor)])
  return near === null || known.includes(near) ? near : listed(fieldsOf(near, all))
}

/** Of items with the very title, the one whose heading is nearest, else all. */
function byHeading(word: string, fields: readonly string[]): string | null {
  const near = nearest(headingOf(word), fields.map(headingOf))
  return listed(near === null ? fields : fields.filter((field) => headingOf(field) === near))
}

function fieldsOf(name: string, all: Items): readonly string[] {
  return itemsNamed(name, all).flatMap((one) => fieldFor(one, all) ?? [])
}

function listed(fields: readonly string[]): string | null {
  return fields.slice(0, mostMeant).join('" or "') || null
}

function titleOf(name: string): string {
  return name.split(': ').at(-1) ?? name
}

function headingOf(name: string): string {
  return name.split(': ').slice(0, -1).join(': ')
}

/** A section that falls due by itself is over by itself, and one post cannot wait for two checklists. */
function checkTogether(text: string, path: Path, report: Report, parts: readonly Items[]): void {
  const all = parts.flat()
  const named = fieldsIn(text).filter(({ name }) => itemsNamed(name, all).length > 0)
  const lacks = (part: Items) => named.find(({ name }) => itemsNamed(name, part).length === 0)
  const [first, ...others] = parts.map(lacks)
  if (first === undefined || others.includes(undefined)) return
  const message = `no checklist has all that this names: "${first.name}" is of a section that falls due by itself`
  report({ path, rule: 'unknown-field', message, at: first.at })
}
