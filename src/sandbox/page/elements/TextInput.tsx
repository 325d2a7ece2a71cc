import { toNumber, toText } from '../state/json.ts'
import { dispatchesOn, type ElementProps, naming, placeholderOf, useElementValue, useTell } from './element-props.ts'

type Keyboard = 'text' | 'decimal' | 'email' | 'url'

/** Always a text field, as Slack's are: the browser's own kinds would drop or refuse what the app should judge. */
const keyboards: Readonly<Record<string, Keyboard>> = {
  number_input: 'decimal',
  email_text_input: 'email',
  url_text_input: 'url',
}

/** Text of one or many lines, numbers, e-mail and web addresses. */
export function TextInput(props: ElementProps) {
  const { element } = props
  const { typed, acted } = useTell(props)
  const [value, setValue] = useElementValue(
    props,
    (state) => toText(state.value),
    (written) => toText(written.initial_value),
  )
  const most = toNumber(element.max_length)

  const change = (text: string) => {
    setValue(text)
    const state = { value: text === '' ? null : text }
    typed(state)
    if (dispatchesOn(props, 'on_character_entered')) void acted(state)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || !dispatchesOn(props, 'on_enter_pressed')) return
    event.preventDefault()
    void acted({ value: value === '' ? null : value })
  }

  const shared = {
    ...naming(props, 'Text'),
    class: 'field',
    value,
    placeholder: placeholderOf(element),
    maxLength: Number.isFinite(most) ? most : undefined,
    onInput: (event: { readonly currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      change(event.currentTarget.value),
    onKeyDown,
  }
  if (element.type === 'plain_text_input' && element.multiline === true) return <textarea {...shared} rows={4} />
  return <input {...shared} type="text" inputMode={keyboards[toText(element.type)] ?? 'text'} autoComplete="off" />
}
