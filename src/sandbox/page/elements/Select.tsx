import { toText } from '../state/json.ts'
import { type ElementProps, naming, placeholderOf, useElementValue, useTell } from './element-props.ts'
import { Options } from './Options.tsx'
import { choiceField, choiceValue, useChoices } from './options.ts'
import { useConfirm } from './useConfirm.tsx'

/** Every select of one thing. The browser's own control: familiar to phones, keyboards and screen readers. */
export function Select(props: ElementProps) {
  const { element } = props
  const { one, initialOne } = choiceField(toText(element.type))
  const groups = useChoices(element)
  const { chosen } = useTell(props)
  const { ask, dialog } = useConfirm(element)
  const [value, setValue] = useElementValue(
    props,
    (state) => choiceValue(state[one]),
    (written) => choiceValue(written[initialOne]),
  )

  const choose = (control: HTMLSelectElement) => {
    const next = control.value
    const choice = groups.flatMap(({ choices }) => choices).find((candidate) => candidate.value === next)
    control.value = value
    ask(() => {
      setValue(next)
      chosen({ [one]: choice?.whole ?? null })
    })
  }

  return (
    <>
      <select
        {...naming(props, 'Choose')}
        class={value === '' ? 'field select is-empty' : 'field select'}
        value={value}
        onChange={(event) => choose(event.currentTarget)}
      >
        <option value="" disabled={props.input?.required !== false}>
          {placeholderOf(element) || 'Choose an option'}
        </option>
        <Options groups={groups} />
      </select>
      {dialog}
    </>
  )
}
