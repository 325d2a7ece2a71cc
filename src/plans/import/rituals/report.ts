import { itemsNamed } from '../../../domain/item-name.ts'
import { fieldFor, reportFactIn } from '../../../domain/template.ts'
import type { DraftItem, DraftRitual, DraftSection } from '../draft.ts'
import { type Part, rankOf } from '../outline/part.ts'
import { readingOf } from '../reading/reading.ts'
import { asks, isForm } from './having.ts'
import { type HeadedDraft, headedDrafts } from './headed.ts'
import type { Customs } from './items.ts'

/** A form that is filled in to be read by others. */
export function isReport(part: Part): boolean {
  return isForm(part) && /\b(?:reports?|templates?|log|summary|bericht|rapport|protokoll)\b/iu.test(part.title)
}

type WithReport = Pick<DraftRitual, 'report' | 'sections'>

/** What was entered as the document's form shows it; its date needs no item of its own. */
export function withReport(sections: readonly DraftSection[], form: Part | undefined, customs: Customs): WithReport {
  const none = { report: null, sections }
  if (!form) return none
  const dated = sections
    .map((section) => ({
      ...section,
      items: section.items.filter((one) => 'group' in one || !isDateOfForm(one, form)),
    }))
    .filter(({ items }) => items.length > 0)
  const all = headedDrafts(dated)
  const rows = rowsOf(form, customs).map((row) => ({ ...row, field: fieldOf(row, all) }))
  const text = rows.map(({ lead, field }) => (field === undefined ? lead.trimEnd() : `${lead}{${field}}`)).join('\n')
  const fields = rows.flatMap(({ field }) => field ?? [])
  if (rows.some(({ field }) => field === null) || !areTogether(fields, dated) || text.length > longest) return none
  return { report: { text, lines: [form.line, ...rows.map(({ line }) => line)] }, sections: dated }
}

/** Of a text in the language of plans. */
const longest = 3000

/**
 * What fills in a row: of several items of its title, the one that was made from it. Undefined where nothing does, null
 * where no name tells which.
 */
function fieldOf({ title, line }: Row, all: readonly HeadedDraft[]): string | null | undefined {
  if (title === 'date') return title
  const titled = all.filter(({ item }) => item.title.toLowerCase() === title.toLowerCase())
  if (titled.length === 0) return undefined
  if (titled.length === 1 && reportFactIn(title) === undefined) return title
  const [only, other] = titled.filter(({ item }) => item.lines.includes(line))
  const field = only && other === undefined ? fieldFor(only, all) : null
  return field === null || /[{}]/u.test(field) ? null : field
}

/** A section that falls due by itself is over by itself: a report waits for one checklist. */
function areTogether(fields: readonly string[], sections: readonly DraftSection[]): boolean {
  const apart = sections.filter(({ every }) => every !== null).map((section) => [section])
  const parts = [sections.filter(({ every }) => every === null), ...apart].map(headedDrafts)
  return parts.some((part) => fields.every((field) => field === 'date' || itemsNamed(field, part).length > 0))
}

/** A line of the form: what stands before its blank, and what it asks for; nothing where it only says something. */
type Row = { readonly lead: string; readonly title: string; readonly line: number }

function rowsOf(part: Part, customs: Customs): readonly Row[] {
  const own = [...part.body, ...part.parts].sort((a, b) => a.line - b.line)
  return own.flatMap((block): readonly Row[] => {
    if ('heading' in block) {
      const blanks =
        block.parts.length === 0 && block.body.every((one) => one.kind === 'entry' && !/\p{L}/u.test(one.text))
      if (blanks) return [rowOf(`${block.heading}:\n`, block.title, block.line)]
      return [
        plain(`\n${block.heading}${block.rank >= rankOf.plain ? ':' : ''}`, block.line),
        ...rowsOf(block, customs),
      ]
    }
    if (!('text' in block)) return []
    if (!asks(block.text)) return [plain(block.text, block.line)]
    const { title } = readingOf(block.text, customs.currency)
    return [rowOf(`${title}: `, isDate(title) ? 'date' : title, block.line)]
  })
}

function rowOf(lead: string, title: string, line: number): Row {
  return /[{}]/u.test(title) ? plain(lead, line) : { ...plain(lead, line), title }
}

/** Braces would be read as a field. */
function plain(lead: string, line: number): Row {
  return { lead: lead.replace(/[{}]/gu, ''), title: '', line }
}

function isDateOfForm({ title, lines }: DraftItem, form: Part): boolean {
  return isDate(title) && lines.some((line) => form.body.some((block) => block.line === line))
}

function isDate(title: string): boolean {
  return /^(?:date|week of|week|month|year|quarter|period|datum|semaine)$/iu.test(title)
}
