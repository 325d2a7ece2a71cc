import { useId } from 'preact/hooks'
import type { Json } from '../../protocol.ts'
import { toJson, toList, toText } from '../state/json.ts'
import { TextObject } from '../text/TextObject.tsx'
import { type ElementProps, naming, useElementValue, useTell } from './element-props.ts'
import { useConfirm } from './useConfirm.tsx'

type ListProps = ElementProps & {
  readonly control: 'checkbox' | 'radio'
  readonly chosenValues: readonly string[]
  readonly onPick: (option: Json, on: boolean) => void
}

function ChoiceList({ control, chosenValues, onPick, ...props }: ListProps) {
  const name = useId()
  const { ask, dialog } = useConfirm(props.element)
  const { id, ...names } = naming(props, control === 'radio' ? 'Choose one' : 'Choose')
  return (
    <div id={id} role={control === 'radio' ? 'radiogroup' : 'group'} class="choices" {...names}>
      {toList(props.element.options).map((option) => {
        const value = toText(option.value)
        return (
          <label key={value} class="choice">
            <input
              type={control}
              name={name}
              value={value}
              checked={chosenValues.includes(value)}
              onChange={(event) => {
                const on = event.currentTarget.checked
                ask(() => onPick(option, on))
              }}
            />
            <span>
              <TextObject value={option.text} />
              {option.description !== undefined && (
                <small>
                  <TextObject value={option.description} />
                </small>
              )}
            </span>
          </label>
        )
      })}
      {dialog}
    </div>
  )
}

export function Checkboxes(props: ElementProps) {
  const { chosen } = useTell(props)
  const [values, setValues] = useElementValue(
    props,
    (state) => toList(state.selected_options).map(({ value }) => toText(value)),
    (written) => toList(written.initial_options).map(({ value }) => toText(value)),
  )
  const pick = (option: Json, on: boolean) => {
    const value = toText(option.value)
    const next = on ? [...values, value] : values.filter((one) => one !== value)
    setValues(next)
    chosen({ selected_options: toList(props.element.options).filter((one) => next.includes(toText(one.value))) })
  }
  return <ChoiceList {...props} control="checkbox" chosenValues={values} onPick={pick} />
}

export function RadioButtons(props: ElementProps) {
  const { chosen } = useTell(props)
  const [value, setValue] = useElementValue(
    props,
    (state) => toText(toJson(state.selected_option).value),
    (written) => toText(toJson(written.initial_option).value),
  )
  const pick = (option: Json) => {
    setValue(toText(option.value))
    chosen({ selected_option: option })
  }
  return <ChoiceList {...props} control="radio" chosenValues={[value]} onPick={pick} />
}
