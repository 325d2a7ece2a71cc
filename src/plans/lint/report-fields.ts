import type { Item } from '../../domain/item.ts'
import { type Headed, itemsNamed } from '../../domain/item-name.ts'
import type { Plan } from '../../domain/plan.ts'
import { fieldFor, fieldsIn, type ReportField, reportFactIn, reportingParts } from '../../domain/template.ts'
import type { Complaint } from '../fault.ts'
import { pathOf } from './look.ts'

/** Fields of reports that name several items, or an item that a fact of the same name stands before. */
export function reportFields(plan: Plan): Complaint[] {
  return plan.rituals.flatMap((ritual) => {
    const parts = reportingParts(ritual)
    return fieldsIn(ritual.report?.text ?? '').flatMap(({ name, at }): Complaint[] => {
      const message = doubtAbout(name, parts)
      return message === null
        ? []
        : [{ path: [...pathOf(ritual), 'report', 'text'], rule: 'report-field', message, at }]
    })
  })
}

type Items = readonly Headed<Item>[]

/** Whoever writes a fact as it is spelt here means it. */
function doubtAbout(name: string, parts: readonly Items[]): string | null {
  const fact = reportFactIn(name)
  for (const part of name === fact ? [] : parts) {
    const named = itemsNamed(name, part)
    if (fact !== undefined && named.length > 0)
      return `{${name}} is ${facts[fact]}, and no item of that title: for this, ${remedy(named, part)}; for that, write {${fact}}`
    if (named.length > 1) return `${named.length} items are called "${name}", and all are told: ${remedy(named, part)}`
  }
  return null
}

const facts: Readonly<Record<ReportField, string>> = {
  date: 'the day on which it fell due',
  ritual: 'the title of the checklist',
  settled: 'how many items are settled',
  total: 'how many items there are',
  failed: 'how many items failed',
}

const mostNamed = 4

function remedy(named: Items, part: Items): string {
  const fields = named.flatMap((one) => fieldFor(one, part) ?? [])
  if (fields.length < named.length) return `give ${named.length > 1 ? 'each' : 'it'} a title of its own`
  const more = fields.length > mostNamed ? ` and ${fields.length - mostNamed} more` : ''
  const written = fields.slice(0, mostNamed).map((field) => `{${field}}`)
  return `write ${written.join(more === '' ? ' or ' : ', ')}${more}`
}
