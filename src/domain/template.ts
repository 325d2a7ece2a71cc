import type { Checklist } from './checklist.ts'
import type { Item } from './item.ts'
import { type Headed, headedItems, itemsNamed, nameToWrite } from './item-name.ts'
import type { Place, Ritual, Section } from './plan.ts'

/** A message to people outside, of which the facts are filled in and the rest is written by hand. */
export type Template = {
  readonly title: string
  /** For whom it is, in words. */
  readonly audience?: string
  readonly channel: Place
  readonly text: string
}

/** What a template may have filled in. */
export const templateFields = [
  'plan',
  'title',
  'number',
  'severity',
  'status',
  'impact',
  'started',
  'eta',
  'next-update',
  'contact',
] as const
export type TemplateField = (typeof templateFields)[number]

/** A report that is posted once its ritual is over, from what was entered in it. */
export type Report = { readonly channel?: Place; readonly text: string }

/** What a report may have filled in beside the items of its ritual, which it names. */
export const reportFields = ['date', 'ritual', 'settled', 'total', 'failed'] as const
export type ReportField = (typeof reportFields)[number]

/** The fields of a text, `{status}`, and where each of them stands. */
export function fieldsIn(text: string): readonly { readonly name: string; readonly at: number }[] {
  return [...text.matchAll(field)].map((match) => ({ name: nameOf(match[1] ?? ''), at: match.index + 1 }))
}

/** The text with each field replaced; one without a value stays as it is written. */
export function filledIn(text: string, value: (name: string) => string | undefined): string {
  return text.replace(field, (whole, name: string) => value(nameOf(name)) ?? whole)
}

/** What nobody knows yet; whoever sends it writes it there. */
export const unknownFact = '…'

/** Whether something is left to be written; an ellipsis that ends a word or a sentence, or begins one, is none. */
export function leavesUnknown(text: string): boolean {
  return loneUnknown.test(text)
}

/** What a field of a report means before any item does. */
export function reportFactIn(name: string): ReportField | undefined {
  return reportFields.find((one) => one === name.toLowerCase())
}

/** How a report names this item and no other; null where it cannot. */
export function fieldFor(one: Headed, all: readonly Headed[]): string | null {
  return nameToWrite(one, (name) => (reportFactIn(name) === undefined ? itemsNamed(name, all) : []), all)
}

/** The items of each checklist that a ritual is: of those sections that fall due together, and of each that does not. */
export function partsOf(sections: readonly Section[]): readonly (readonly Headed<Item>[])[] {
  const apart = sections.filter(({ due }) => due !== undefined).map((section) => [section])
  return [sections.filter(({ due }) => due === undefined), ...apart].map(headedItems)
}

/** The checklists of a ritual that have every item which its report names. */
export function reportingParts({ report, sections }: Ritual): readonly (readonly Headed<Item>[])[] {
  if (report === undefined) return []
  const asked = fieldsIn(report.text).filter(({ name }) => reportFactIn(name) === undefined)
  return partsOf(sections).filter((part) => asked.every(({ name }) => itemsNamed(name, part).length > 0))
}

/** Whether a checklist is the one that a report of its ritual is filled in from: a section that falls due apart may be. */
export function isReported({ items }: Pick<Checklist, 'items'>, ritual: Ritual): boolean {
  return reportingParts(ritual).some((part) => part.some((one) => items.some(({ id }) => id === one.item.id)))
}

/** A section that falls due by itself is no heading in its own checklist; a report may name it all the same. */
export function asReported(checklist: Checklist, ritual: Ritual): Checklist {
  const apart = ritual.sections.filter(({ due }) => due !== undefined)
  const own = apart.find(({ items }) => items.some(({ id }) => checklist.items.some((item) => item.id === id)))
  if (own === undefined) return checklist
  return { ...checklist, sections: checklist.sections.map((section) => ({ ...section, title: own.title })) }
}

const loneUnknown = /(?<![\p{L}\p{N}.!?)])…(?![\p{L}\p{N}])/u
const field = /\{([^{}\n]+)\}/gu

function nameOf(said: string): string {
  return said.trim()
}
