import type { FunctionComponent } from 'preact'
import { ImageElement } from '../blocks/Image.tsx'
import { toText } from '../state/json.ts'
import { Button } from './Button.tsx'
import { Checkboxes, RadioButtons } from './ChoiceList.tsx'
import { DatePicker, DateTimePicker, TimePicker } from './DateInputs.tsx'
import { ExternalSelect, MultiExternalSelect } from './ExternalSelect.tsx'
import type { ElementProps } from './element-props.ts'
import { FeedbackButtons, IconButton } from './FeedbackButtons.tsx'
import { FileInput } from './FileInput.tsx'
import { MultiSelect } from './MultiSelect.tsx'
import { Overflow } from './Overflow.tsx'
import { RichTextInput } from './RichTextInput.tsx'
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
  external_select: ExternalSelect,
  multi_external_select: MultiExternalSelect,
  checkboxes: Checkboxes,
  radio_buttons: RadioButtons,
  plain_text_input: TextInput,
  number_input: TextInput,
  email_text_input: TextInput,
  url_text_input: TextInput,
  rich_text_input: RichTextInput,
  file_input: FileInput,
  feedback_buttons: FeedbackButtons,
  icon_button: IconButton,
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
