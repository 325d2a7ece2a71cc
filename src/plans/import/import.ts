import { readPlan } from '../load.ts'
import { readBlocks } from './document/read-blocks.ts'
import { draftOf } from './drafted.ts'
import { fitted } from './fitted.ts'
import type { Choices, Imported, NotImported } from './imported.ts'
import { outlineOf } from './outline/outline.ts'
import { isText } from './repair/not-text.ts'
import { repaired } from './repair/repair.ts'
import { unplacedOf } from './unplaced.ts'
import { writePlan } from './written/plan.ts'

/** A maintenance document, Markdown or plain text, as a plan. The same document gives the same plan. */
export function importDocument(source: string | Uint8Array, choices: Choices): Imported | NotImported {
  if (typeof source !== 'string' && !isText(source))
    return { reason: 'This file holds no text: give it as Markdown or plain text.' }
  const text = repaired(source)
  const document = outlineOf(readBlocks(text))
  const drafted = draftOf(document, { currency: currencyOf(text) })
  const { draft, left } = fitted(drafted.draft)
  if (!draft.rituals.some(({ procedure }) => !procedure))
    return {
      reason: 'This document has no checklist: a heading with tasks under it, as a list, as boxes or in a table.',
    }
  const { yaml, placed } = writePlan(draft, choices, headingOf(choices))
  const { plan, faults } = readPlan(yaml, choices.fileName)
  if (faults.some(({ rule }) => rule === 'too-large'))
    return { reason: 'This document is too long for one plan: part it at its chapters, and import each.' }
  if (!plan)
    throw new Error(
      `The plan of ${choices.fileName} cannot be read back: ${faults.map(({ line, message }) => `${line}: ${message}`).join('; ')}`,
    )
  const sections = draft.rituals.flatMap((ritual) => ritual.sections)
  const counts = {
    rituals: draft.rituals.length,
    sections: sections.filter(({ title }) => title !== '').length,
    items: sections.flatMap(({ items }) => items.flatMap((one) => ('group' in one ? one.items : [one]))).length,
  }
  return {
    yaml,
    plan,
    counts,
    placed,
    unplaced: unplacedOf(text, placed, { left, known: drafted.reasons }),
  }
}

function headingOf({ fileName }: Choices): string {
  return ` From ${fileName}: "line" says where a part stands in it, "chosen" what it leaves open.`
}

/** The sign with which its figures are money. */
function currencyOf(text: string): string | null {
  return /[$€£¥](?=\s?[\d_])|(?<=[\d_]\s?)[$€£¥]/u.exec(text)?.[0] ?? null
}
