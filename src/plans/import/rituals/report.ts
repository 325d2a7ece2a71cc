import type { DraftItem, DraftRitual, DraftSection } from '../draft.ts'
import { type Part, rankOf } from '../outline/part.ts'
import { readingOf } from '../reading/reading.ts'
import { asks, isForm } from './having.ts'
import type { Customs } from './items.ts'

/** A form that is filled in to be read by others. */
export function isReport(part: Part): boolean {
  return isForm(part) && /\b(?:reports?|templates?|log|summary|bericht|rapport|protokoll)\b/iu.test(part.title)
}

type WithReport = Pick<DraftRitual, 'report' | 'sections'>

/** What was entered as the document's form shows it; its date needs no item of its own. */
export function withReport(sections: readonly DraftSection[], form: Part | undefined, customs: Customs): WithReport {
  if (!form || hasTwins(sections)) return { report: null, sections }
  const lines = linesOf(form, customs)
  const report = {
    text: lines.map(({ text }) => text).join('\n'),
    lines: [form.line, ...lines.map(({ line }) => line)],
  }
  const dated = sections.map((section) => ({
    ...section,
    items: section.items.filter((one) => 'group' in one || !isDateOfForm(one, form)),
  }))
  return { report, sections: dated.filter(({ items }) => items.length > 0) }
}

/** A report names items by their titles: it cannot tell two of the same title apart. */
function hasTwins(sections: readonly DraftSection[]): boolean {
  const titles = sections
    .flatMap(({ items }) => items.flatMap((one) => ('group' in one ? one.items : [one])))
    .map(({ title }) => title.toLowerCase())
  return new Set(titles).size < titles.length
}

function linesOf(part: Part, customs: Customs): readonly { readonly text: string; readonly line: number }[] {
  const own = [...part.body, ...part.parts].sort((a, b) => a.line - b.line)
  return own.flatMap((block) => {
    if ('heading' in block) {
      const blanks =
        block.parts.length === 0 && block.body.every((one) => one.kind === 'entry' && !/\p{L}/u.test(one.text))
      if (blanks) return [{ text: `${block.heading}:\n{${block.title}}`, line: block.line }]
      return [
        { text: `\n${block.heading}${block.rank >= rankOf.plain ? ':' : ''}`, line: block.line },
        ...linesOf(block, customs),
      ]
    }
    if (!('text' in block)) return []
    if (!asks(block.text)) return [{ text: block.text.replace(/[{}]/gu, ''), line: block.line }]
    const { title } = readingOf(block.text, customs.currency)
    return [{ text: `${title}: {${isDate(title) ? 'date' : title}}`, line: block.line }]
  })
}

function isDateOfForm({ title, lines }: DraftItem, form: Part): boolean {
  return isDate(title) && lines.some((line) => form.body.some((block) => block.line === line))
}

function isDate(title: string): boolean {
  return /^(?:date|week of|week|month|year|quarter|period|datum|semaine)$/iu.test(title)
}
