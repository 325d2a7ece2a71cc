import { Element } from '../elements/Element.tsx'
import { isJson, toList } from '../state/json.ts'
import { TextObject } from '../text/TextObject.tsx'
import type { BlockProps } from './Block.tsx'

export function SectionBlock({ block, blockId }: BlockProps) {
  const fields = toList(block.fields)
  return (
    <div class="section">
      <div class="section-text">
        {isJson(block.text) && <TextObject value={block.text} />}
        {fields.length > 0 && (
          <div class="fields">
            {fields.map((field, index) => (
              <div key={index} class="field-text">
                <TextObject value={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {isJson(block.accessory) && (
        <div class="accessory">
          <Element element={block.accessory} blockId={blockId} />
        </div>
      )}
    </div>
  )
}
