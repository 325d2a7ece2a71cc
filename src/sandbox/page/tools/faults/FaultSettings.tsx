import { useId } from 'preact/hooks'
import type { FaultWish } from '../../../tools-protocol.ts'
import { type Choice, useChoices } from './choices.ts'
import type { FaultRow, Setting } from './fault-rows.ts'
import { often, wishWords } from './words.ts'

type Change = (wish: Omit<FaultWish, 'kind'>) => void
type Props = {
  readonly row: FaultRow
  readonly wish: FaultWish
  readonly isOpen: boolean
  readonly onChange: Change
}

/** Folded into one line of words until somebody wants it otherwise. */
export function FaultSettings({ row, wish, isOpen, onChange }: Props) {
  const choices = useChoices()
  return (
    <details class="fault-more" open={isOpen}>
      <summary>
        {wishWords(row, wish, choices)} <span class="unseen">, settings of {row.name}</span>
      </summary>
      <div class="fault-settings">
        {row.settings.map((setting) => (
          <Field key={setting.name} name={row.name} setting={setting} wish={wish} onChange={onChange} />
        ))}
      </div>
    </details>
  )
}

type FieldProps = {
  readonly name: string
  readonly setting: Setting
  readonly wish: FaultWish
  readonly onChange: Change
}

const scopeLabels = { method: 'Method', delivery: 'What', channel: 'Channel', member: 'Member' } as const

function Field({ name, setting, wish, onChange }: FieldProps) {
  const choices = useChoices()
  const { kind: _, times, ...rest } = wish
  const kept = times === undefined ? rest : { ...rest, times }
  if (setting.name === 'times') {
    const choose = (value: string) => onChange(value === '' ? rest : { ...rest, times: Number(value) })
    return <Choose of={name} label="How often" value={`${times ?? ''}`} choices={often} onChoose={choose} />
  }
  if (setting.name === 'scope') {
    const choose = (scope: string) => onChange({ ...kept, scope })
    const label = scopeLabels[setting.of]
    return <Choose of={name} label={label} value={wish.scope ?? ''} choices={choices[setting.of]} onChoose={choose} />
  }
  const value = `${wish.value ?? ''}`
  if ('codes' in setting)
    return <Code {...{ name, setting, value }} onChange={(code) => onChange({ ...kept, value: code })} />
  const seconds = setting.seconds.map((count) => ({ value: `${count}`, label: `${count} s` }))
  const choose = (chosen: string) => onChange({ ...kept, value: Number(chosen) })
  return <Choose of={name} label={setting.label} value={value} choices={seconds} onChoose={choose} />
}

type ChooseProps = {
  readonly of: string
  readonly label: string
  readonly value: string
  readonly choices: readonly Choice[]
  readonly onChoose: (value: string) => void
}

function Choose({ of, label, value, choices, onChoose }: ChooseProps) {
  return (
    <label>
      <small>{label}</small>
      <select
        class="field select"
        aria-label={`${of}: ${label}`}
        value={value}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  )
}

type CodeProps = {
  readonly name: string
  readonly setting: { readonly label: string; readonly codes: readonly string[] }
  readonly value: string
  readonly onChange: (code: string) => void
}

/** Any code will do; those that Slack often answers are offered. */
function Code({ name, setting, value, onChange }: CodeProps) {
  const offered = useId()
  return (
    <label>
      <small>{setting.label}</small>
      <input
        class="field"
        aria-label={`${name}: ${setting.label}`}
        list={offered}
        value={value}
        spellcheck={false}
        autocapitalize="off"
        onInput={(event) => onChange(event.currentTarget.value.trim())}
      />
      <datalist id={offered}>
        {setting.codes.map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
    </label>
  )
}
