import type { DraftPhase } from '../draft.ts'
import type { Part } from '../outline/part.ts'
import { toldOf } from '../outline/told.ts'
import { hasItems, within } from '../rituals/having.ts'
import { endOf, offsetsOf } from '../timing/launch.ts'

/** The stretches of a plan's life: headings that count from the launch and tell what counts in them. */
export function phasesIn(document: Part): readonly DraftPhase[] {
  return within(document).flatMap((part): DraftPhase[] => {
    const { span } = part.timing
    if (!span || hasItems(part) || part.kind !== 'heading') return []
    const told = (name: 'focus' | 'monitoring') => {
      const found = toldOf(part.told, name)
      return found ? { text: found.value, line: found.line } : null
    }
    return [
      {
        title: part.title,
        from: offsetsOf(span, null).from,
        to: endOf(span),
        line: part.line,
        focus: told('focus'),
        monitoring: told('monitoring'),
      },
    ]
  })
}
