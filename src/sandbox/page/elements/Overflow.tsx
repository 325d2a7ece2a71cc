import type { Json } from '../../protocol.ts'
import { toList, toText } from '../state/json.ts'
import { plainText } from '../text/TextObject.tsx'
import { type ElementProps, useTell } from './element-props.ts'
import { PopMenu } from './PopMenu.tsx'
import { useConfirm } from './useConfirm.tsx'

export function Overflow(props: ElementProps) {
  const { element } = props
  const { acted } = useTell(props)
  const { ask, dialog } = useConfirm(element)
  const choose = (option: Json) =>
    ask(() => {
      const url = toText(option.url)
      if (/^https?:/i.test(url)) window.open(url, '_blank', 'noopener')
      void acted({ selected_option: option })
    })
  const items = toList(element.options).map((option) => ({
    key: toText(option.value),
    label: plainText(option.text),
    note: plainText(option.description),
    onChoose: () => choose(option),
  }))
  return (
    <>
      <PopMenu class="button button-icon" label={toText(element.accessibility_label) || 'More actions'} items={items}>
        <span aria-hidden="true">⋯</span>
      </PopMenu>
      {dialog}
    </>
  )
}
