import { Element } from '../elements/Element.tsx'
import { toList, toText } from '../state/json.ts'
import type { BlockProps } from './Block.tsx'

export function ActionsBlock({ block, blockId }: BlockProps) {
  return (
    <div class="actions">
      {toList(block.elements).map((element, index) => (
        <Element key={toText(element.action_id) || String(index)} element={element} blockId={blockId} />
      ))}
    </div>
  )
}
