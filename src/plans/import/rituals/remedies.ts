import type { DraftRitual } from '../draft.ts'
import type { Part } from '../outline/part.ts'
import { lengthIn } from '../timing/length.ts'
import { untimed } from '../timing/timing.ts'
import { hasBoxes, hasItems } from './having.ts'
import type { Customs } from './items.ts'
import { ritualOf } from './ritual.ts'

/** "Rollback plan:" and "If metrics fall:" are procedures of their own, started when they are needed. */
export function remediesIn(
  document: Part,
  customs: Customs,
): readonly { readonly part: Part; readonly ritual: DraftRitual }[] {
  return found(document, []).map(({ part, around }) => {
    const outer = around.findLast(({ title }) => !/^(?:process|steps?|procedure)$/iu.test(title))
    const ritual = ritualOf({ part, around, timing: untimed, procedure: true, customs })
    const limits = part.body.flatMap((block) =>
      'text' in block ? [{ minutes: lengthIn(block.text), line: block.line }] : [],
    )
    const limit = limits.find((one): one is { minutes: number; line: number } => one.minutes !== null)
    const title = /^if\b/iu.test(part.title) ? part.title : `${part.title}: ${outer?.title ?? document.title}`
    return { part, ritual: { ...ritual, title, limit: limit ?? null } }
  })
}

function found(
  part: Part,
  around: readonly Part[],
): readonly { readonly part: Part; readonly around: readonly Part[] }[] {
  if (part.kind === 'label' && hasItems(part) && (isRollback(part) || isRemedy(part))) return [{ part, around }]
  return part.parts.flatMap((one) => found(one, [...around, part]))
}

function isRollback({ title }: Part): boolean {
  return /\b(?:roll-?\s?back|back-?out|revert)\b/iu.test(title)
}

/** Numbered steps for a case that may come. */
function isRemedy(part: Part): boolean {
  const steps = part.body.filter((block) => block.kind === 'entry' && block.marker === 'number')
  return /^(?:if|when)\b/iu.test(part.title) && steps.length > 1 && !hasBoxes(part)
}
