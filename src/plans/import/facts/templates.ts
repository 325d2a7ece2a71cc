import type { DraftTemplate } from '../draft.ts'
import { nameIn, uniqueNames } from '../names.ts'
import type { Part } from '../outline/part.ts'
import { within } from '../rituals/having.ts'

const fields: readonly (readonly [RegExp, string])[] = [
  [/^(?:current )?status\b/iu, 'status'],
  [/^(?:issue|incident|subject|title|problem|what happened)\b/iu, 'title'],
  [/^impact\b/iu, 'impact'],
  [/^(?:eta|estimated|expected)\b/iu, 'eta'],
  [/^next update\b/iu, 'next-update'],
  [/^(?:contact|point of contact)\b/iu, 'contact'],
  [/^(?:start(?:ed|ing)?|began|since)\b/iu, 'started'],
]

/** Messages with blanks as templates, each under a name of its own. */
export function templatesOf(parts: readonly Part[]): readonly DraftTemplate[] {
  const templates = parts.map(templateOf).filter(({ text }) => text !== '')
  const ids = uniqueNames(templates.map(({ title }) => nameIn(title.text, 'template')))
  return templates.map((one, place) => ({ ...one, id: ids[place] as string }))
}

/** Each blank becomes the field that its label names. */
function templateOf(part: Part): DraftTemplate {
  const lines = within(part).flatMap(({ body }) => body.flatMap((block) => ('text' in block ? [block] : [])))
  const text = lines.map((block) => filled(block.text)).join('\n')
  return {
    id: '',
    title: { text: part.title, line: part.line },
    text,
    lines: lines.map(({ line }) => line),
  }
}

function filled(text: string): string {
  const [, label = '', rest = ''] = /^([^:]{2,40}):\s*(.*)$/u.exec(text) ?? []
  const field = fields.find(([pattern]) => pattern.test(label))?.[1]
  if (field !== undefined && /_{2,}|[\u2610\u25A1]|\[[^\]]*\]/u.test(rest) && !/\p{L}{3,}.*_{2,}/u.test(rest))
    return `${label}: {${field}}`
  return text.replace(/\{/gu, '(').replace(/\}/gu, ')')
}
