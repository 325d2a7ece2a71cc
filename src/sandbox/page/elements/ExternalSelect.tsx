import type { Json } from '../../protocol.ts'
import { isJson, toJson, toList, toText } from '../state/json.ts'
import { plainText } from '../text/TextObject.tsx'
import { Chips } from './Chips.tsx'
import { Combobox } from './Combobox.tsx'
import { type ElementProps, useElementValue, useTell } from './element-props.ts'
import { useConfirm } from './useConfirm.tsx'

const labelOf = (option: Json): string => plainText(option.text)

/** One option of those that the app has for what is typed. */
export function ExternalSelect(props: ElementProps) {
  const { chosen } = useTell(props)
  const { ask, dialog } = useConfirm(props.element)
  const [option, setOption] = useElementValue<Json | null>(
    props,
    (state) => (isJson(state.selected_option) ? state.selected_option : null),
    (written) => (isJson(written.initial_option) ? written.initial_option : null),
  )
  const choose = (next: Json | null) =>
    ask(() => {
      setOption(next)
      chosen({ selected_option: next })
    })
  return (
    <div class="with-clear">
      <Combobox {...props} shown={labelOf(toJson(option))} onPick={choose} />
      {option !== null && props.input?.required !== true && (
        <button type="button" class="quiet" aria-label={`Clear ${labelOf(option)}`} onClick={() => choose(null)}>
          <span aria-hidden="true">×</span>
        </button>
      )}
      {dialog}
    </div>
  )
}

/** Several of them, as chips; the field below adds one more. */
export function MultiExternalSelect(props: ElementProps) {
  const { element } = props
  const { chosen } = useTell(props)
  const [options, setOptions] = useElementValue<readonly Json[]>(
    props,
    (state) => toList(state.selected_options),
    (written) => toList(written.initial_options),
  )
  const most = typeof element.max_selected_items === 'number' ? element.max_selected_items : Number.POSITIVE_INFINITY
  const { ask, dialog } = useConfirm(element)
  const change = (next: readonly Json[]) =>
    ask(() => {
      setOptions(next)
      chosen({ selected_options: next })
    })
  const keyOf = (option: Json) => toText(option.value)
  return (
    <div class="multi">
      <Chips
        chips={options.map((option) => ({ value: keyOf(option), label: labelOf(option) }))}
        onRemove={(value) => change(options.filter((option) => keyOf(option) !== value))}
      />
      <Combobox
        {...props}
        shown=""
        taken={options.map(keyOf)}
        disabled={options.length >= most}
        onPick={(option) => change([...options, option])}
      />
      {dialog}
    </div>
  )
}
