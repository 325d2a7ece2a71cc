import type { DraftRitual } from '../draft.ts'
import type { Part } from '../outline/part.ts'
import { lengthIn } from '../timing/length.ts'
import { untimed } from '../timing/timing.ts'
import { hasItems } from './having.ts'
import type { Customs } from './items.ts'
import { ritualOf } from './ritual.ts'

/** "Rollback plan:" within a checklist: a procedure of its own, started when it is needed, with the time it may take. */
export function rollbacksIn(
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
    return {
      part,
      ritual: { ...ritual, title: `${part.title}: ${outer?.title ?? document.title}`, limit: limit ?? null },
    }
  })
}

function found(
  part: Part,
  around: readonly Part[],
): readonly { readonly part: Part; readonly around: readonly Part[] }[] {
  if (part.kind === 'label' && /\b(?:roll-?\s?back|back-?out|revert)\b/iu.test(part.title) && hasItems(part))
    return [{ part, around }]
  return part.parts.flatMap((one) => found(one, [...around, part]))
}
