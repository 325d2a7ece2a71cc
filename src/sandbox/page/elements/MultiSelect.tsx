import { toText } from '../state/json.ts'
import { Chips } from './Chips.tsx'
import { type ElementProps, naming, placeholderOf, useElementValue, useTell } from './element-props.ts'
import { Options } from './Options.tsx'
import { choiceField, choiceValue, useChoices, wholesOf } from './options.ts'
import { useConfirm } from './useConfirm.tsx'

/** What is chosen stands as chips; the select below adds one more. */
export function MultiSelect(props: ElementProps) {
  const { element } = props
  const { many, initialMany } = choiceField(toText(element.type))
  const groups = useChoices(element)
  const { chosen } = useTell(props)
  const [wholes, setWholes] = useElementValue(
    props,
    (state) => wholesOf(state[many]),
    (written) => wholesOf(written[initialMany]),
  )
  const taken = wholes.map(choiceValue)
  const most = typeof element.max_selected_items === 'number' ? element.max_selected_items : Number.POSITIVE_INFINITY
  const choices = groups.flatMap((group) => group.choices)
  const left = groups.map(({ label, choices: all }) => ({
    label,
    choices: all.filter(({ value }) => !taken.includes(value)),
  }))

  const { ask, dialog } = useConfirm(element)
  const change = (next: readonly unknown[]) =>
    ask(() => {
      setWholes(next)
      chosen({ [many]: next })
    })
  const add = (value: string) => {
    const choice = choices.find((candidate) => candidate.value === value)
    if (choice) change([...wholes, choice.whole])
  }

  return (
    <div class="multi">
      <Chips
        chips={taken.map((value) => ({
          value,
          label: choices.find((choice) => choice.value === value)?.label ?? value,
        }))}
        onRemove={(value) => change(wholes.filter((whole) => choiceValue(whole) !== value))}
      />
      <select
        {...naming(props, 'Choose')}
        class="field select is-empty"
        value=""
        disabled={taken.length >= most}
        onChange={(event) => {
          add(event.currentTarget.value)
          event.currentTarget.value = ''
        }}
      >
        <option value="">{placeholderOf(element) || 'Choose options'}</option>
        <Options groups={left} />
      </select>
      {dialog}
    </div>
  )
}
