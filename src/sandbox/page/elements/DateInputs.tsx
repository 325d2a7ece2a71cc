import { useDirectory } from '../state/directory.ts'
import { toNumber, toText } from '../state/json.ts'
import { instantOf, wallTime } from '../text/dates.ts'
import { type ElementProps, naming, useElementValue, useTell } from './element-props.ts'
import { useConfirm } from './useConfirm.tsx'

type PickerProps = ElementProps & {
  readonly control: 'date' | 'time' | 'datetime-local'
  readonly name: string
  readonly value: string
  readonly onPick: (value: string) => void
}

function Picker({ control, name, value, onPick, ...props }: PickerProps) {
  const { ask, dialog } = useConfirm(props.element)
  return (
    <>
      <input
        {...naming(props, name)}
        type={control}
        class="field field-date"
        value={value}
        onChange={(event) => {
          const next = event.currentTarget.value
          ask(() => onPick(next))
        }}
      />
      {dialog}
    </>
  )
}

export function DatePicker(props: ElementProps) {
  const { chosen } = useTell(props)
  const [value, setValue] = useElementValue(
    props,
    (state) => toText(state.selected_date),
    (written) => toText(written.initial_date),
  )
  const pick = (next: string) => {
    setValue(next)
    chosen({ selected_date: next || null })
  }
  return <Picker {...props} control="date" name="Date" value={value} onPick={pick} />
}

export function TimePicker(props: ElementProps) {
  const { chosen } = useTell(props)
  const [value, setValue] = useElementValue(
    props,
    (state) => toText(state.selected_time),
    (written) => toText(written.initial_time),
  )
  const zone = toText(props.element.timezone)
  const pick = (next: string) => {
    setValue(next)
    chosen({ selected_time: next || null, ...(zone ? { timezone: zone } : {}) })
  }
  return (
    <span class="with-zone">
      <Picker {...props} control="time" name="Time" value={value} onPick={pick} />
      {zone && <small>{zone.replace('_', ' ')}</small>}
    </span>
  )
}

/** Shown and chosen on the viewer's wall clock, kept as an instant. */
export function DateTimePicker(props: ElementProps) {
  const { zone } = useDirectory()
  const { chosen } = useTell(props)
  const [seconds, setSeconds] = useElementValue(
    props,
    (state) => toNumber(state.selected_date_time),
    (written) => toNumber(written.initial_date_time),
  )
  const pick = (next: string) => {
    const instant = next ? instantOf(next, zone) / 1000 : Number.NaN
    setSeconds(instant)
    chosen({ selected_date_time: Number.isFinite(instant) ? instant : null })
  }
  const value = Number.isFinite(seconds) ? wallTime(seconds * 1000, zone) : ''
  return (
    <span class="with-zone">
      <Picker {...props} control="datetime-local" name="Date and time" value={value} onPick={pick} />
      <small>{zone.replace('_', ' ')}</small>
    </span>
  )
}
