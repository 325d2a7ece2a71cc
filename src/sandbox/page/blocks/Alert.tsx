import { toText } from '../state/json.ts'
import { TextObject } from '../text/TextObject.tsx'
import type { BlockProps } from './Block.tsx'

export function AlertBlock({ block }: BlockProps) {
  return (
    <div role="note" class={`alert alert-${toText(block.level) || 'default'}`}>
      <TextObject value={block.text} />
    </div>
  )
}
