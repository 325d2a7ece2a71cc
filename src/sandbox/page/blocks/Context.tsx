import { toList } from '../state/json.ts'
import { TextObject } from '../text/TextObject.tsx'
import type { BlockProps } from './Block.tsx'
import { ImageElement } from './Image.tsx'

export function ContextBlock({ block, blockId }: BlockProps) {
  return (
    <div class="context">
      {toList(block.elements).map((element, index) => {
        const key = `${index}`
        if (element.type === 'image') return <ImageElement key={key} element={element} blockId={blockId} />
        return (
          <span key={key}>
            <TextObject value={element} />
          </span>
        )
      })}
    </div>
  )
}
