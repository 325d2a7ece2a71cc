import type { FunctionComponent } from 'preact'
import { ImageElement } from '../blocks/Image.tsx'
import { toText } from '../state/json.ts'
import { Button } from './Button.tsx'
import { Checkboxes, RadioButtons } from './ChoiceList.tsx'
import { DatePicker, DateTimePicker, TimePicker } from './DateInputs.tsx'
import type { ElementProps } from './element-props.ts'
import { MultiSelect } from './MultiSelect.tsx'
import { Overflow } from './Overflow.tsx'
import { Select } from './Select.tsx'
import { TextInput } from './TextInput.tsx'

const kinds: Readonly<Record<string, FunctionComponent<ElementProps>>> = {
  button: Button,
  overflow: Overflow,
  image: ImageElement,
  static_select: Select,
  users_select: Select,
  conversations_select: Select,
  channels_select: Select,
  multi_static_select: MultiSelect,
  multi_users_select: MultiSelect,
  multi_conversations_select: MultiSelect,
  multi_channels_select: MultiSelect,
  checkboxes: Checkboxes,
  radio_buttons: RadioButtons,
  plain_text_input: TextInput,
  number_input: TextInput,
  email_text_input: TextInput,
  url_text_input: TextInput,
  datepicker: DatePicker,
  timepicker: TimePicker,
  datetimepicker: DateTimePicker,
}

export function Element(props: ElementProps) {
  const type = toText(props.element.type)
  const Kind = Object.hasOwn(kinds, type) ? kinds[type] : undefined
  if (!Kind) return <span class="unknown">Element not shown here: {type || 'without a type'}</span>
  // Another action_id or type is another element: nothing typed into the old one may stay.
  return <Kind key={`${type} ${toText(props.element.action_id)}`} {...props} />
}
