import type { Json } from '../../protocol.ts'
import { toText } from '../state/json.ts'
import { Block } from './Block.tsx'

export function Blocks({ blocks }: { readonly blocks: readonly Json[] }) {
  return (
    <div class="blocks">
      {blocks.map((block, index) => {
        const blockId = toText(block.block_id) || `block-${index}`
        return (
          <div key={blockId} class="block">
            <Block block={block} blockId={blockId} />
          </div>
        )
      })}
    </div>
  )
}
