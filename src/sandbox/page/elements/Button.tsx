import { useState } from 'preact/hooks'
import { toText } from '../state/json.ts'
import { plainText } from '../text/TextObject.tsx'
import { type ElementProps, useTell } from './element-props.ts'
import { useConfirm } from './useConfirm.tsx'

export function Button(props: ElementProps) {
  const { element } = props
  const { acted } = useTell(props)
  const { ask, dialog } = useConfirm(element)
  const [waiting, setWaiting] = useState(false)
  const style = element.style === 'primary' || element.style === 'danger' ? ` button-${element.style}` : ''
  const url = toText(element.url)

  const click = async () => {
    if (waiting) return
    setWaiting(true)
    if (/^https?:/i.test(url)) window.open(url, '_blank', 'noopener')
    await acted(element.value === undefined ? {} : { value: element.value })
    setWaiting(false)
  }

  return (
    <>
      <button
        type="button"
        class={`button${style}`}
        aria-label={toText(element.accessibility_label) || undefined}
        aria-busy={waiting || undefined}
        onClick={() => ask(click)}
      >
        {plainText(element.text)}
      </button>
      {dialog}
    </>
  )
}
