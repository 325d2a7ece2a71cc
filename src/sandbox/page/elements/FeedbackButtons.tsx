import type { Json } from '../../protocol.ts'
import { Trash } from '../chrome/icons.tsx'
import { useDirectory } from '../state/directory.ts'
import { toJson, toText, toTexts } from '../state/json.ts'
import { plainText } from '../text/TextObject.tsx'
import { type ElementProps, useTell } from './element-props.ts'
import { useConfirm } from './useConfirm.tsx'

/** Thumb up and thumb down under an answer. */
export function FeedbackButtons(props: ElementProps) {
  const { acted } = useTell(props)
  const draw = (button: Json, sign: string) => (
    <button
      type="button"
      class="button button-icon"
      aria-label={toText(button.accessibility_label) || plainText(button.text)}
      title={plainText(button.text)}
      onClick={() => void acted({ value: button.value })}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  )
  return (
    <>
      {draw(toJson(props.element.positive_button), '👍')}
      {draw(toJson(props.element.negative_button), '👎')}
    </>
  )
}

export function IconButton(props: ElementProps) {
  const { element } = props
  const { me } = useDirectory()
  const { acted } = useTell(props)
  const { ask, dialog } = useConfirm(element)
  const readers = toTexts(element.visible_to_user_ids)
  if (readers.length > 0 && !readers.includes(me)) return null
  return (
    <>
      <button
        type="button"
        class="button button-icon"
        aria-label={toText(element.accessibility_label) || plainText(element.text)}
        title={plainText(element.text)}
        onClick={() => ask(() => void acted(element.value === undefined ? {} : { value: element.value }))}
      >
        <Trash />
      </button>
      {dialog}
    </>
  )
}
