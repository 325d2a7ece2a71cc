import type { Checklist } from './checklist.ts'
import { dueRituals } from './due-rituals.ts'
import type { Item } from './item.ts'
import type { Place, Ritual } from './plan.ts'

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

/** What a report may have filled in beside the titles of its ritual's items. */
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

/** The item that a report's field means; of several that are called so, the first. */
export function itemNamed<One extends Pick<Item, 'title'>>(items: readonly One[], name: string): One | undefined {
  return items.find(({ title }) => title.toLowerCase() === name.toLowerCase())
}

/** Whether a checklist is the one that a report of its ritual is filled in from: a section that falls due apart may be. */
export function isReported({ items }: Pick<Checklist, 'items'>, ritual: Ritual): boolean {
  const asked = fieldsIn(ritual.report?.text ?? '').filter(({ name }) => !isReportField(name))
  const parts = dueRituals({ rituals: [ritual] }).map(({ sections }) => sections.flatMap((section) => section.items))
  const reporting = parts.filter((part) => asked.every(({ name }) => itemNamed(part, name) !== undefined)).flat()
  return ritual.report !== undefined && reporting.some(({ id }) => items.some((item) => item.id === id))
}

function isReportField(name: string): boolean {
  return reportFields.some((one) => one === name.toLowerCase())
}

const field = /\{([^{}\n]+)\}/gu

function nameOf(said: string): string {
  return said.trim()
}
