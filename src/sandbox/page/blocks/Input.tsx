import { useId } from 'preact/hooks'
import { Element } from '../elements/Element.tsx'
import { isJson, toJson } from '../state/json.ts'
import { useSurface } from '../state/surface.ts'
import { plainText } from '../text/TextObject.tsx'
import type { BlockProps } from './Block.tsx'

export function InputBlock({ block, blockId }: BlockProps) {
  const id = useId()
  const { errors, kind } = useSurface()
  const element = toJson(block.element)
  const optional = block.optional === true
  const error = errors[blockId]
  const hint = isJson(block.hint) ? plainText(block.hint) : ''
  const describedBy = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ')
  return (
    <div class={error ? 'input has-error' : 'input'}>
      <label id={`${id}-label`} for={`${id}-field`}>
        {plainText(block.label)}
        {optional && <span class="optional"> (optional)</span>}
      </label>
      <Element
        element={element}
        blockId={blockId}
        input={{
          id: `${id}-field`,
          labelId: `${id}-label`,
          describedBy: describedBy || undefined,
          invalid: error !== undefined,
          required: !optional && kind === 'modal',
          dispatches: block.dispatch_action === true,
        }}
      />
      {error && (
        <p id={`${id}-error`} class="error">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
    </div>
  )
}
