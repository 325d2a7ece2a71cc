import { record, records, string } from '../json.ts'
import type { Json } from '../protocol.ts'
import type { ViewState } from '../workspace/workspace.ts'
import { elementsOf } from './views.ts'

/** For each element that holds a value: where Slack reports it, and where the app may preset it. */
const statefulElements: Readonly<
  Record<string, { readonly value: string; readonly initial: string; readonly many?: true }>
> = {
  plain_text_input: { value: 'value', initial: 'initial_value' },
  number_input: { value: 'value', initial: 'initial_value' },
  email_text_input: { value: 'value', initial: 'initial_value' },
  url_text_input: { value: 'value', initial: 'initial_value' },
  rich_text_input: { value: 'rich_text_value', initial: 'initial_value' },
  datepicker: { value: 'selected_date', initial: 'initial_date' },
  timepicker: { value: 'selected_time', initial: 'initial_time' },
  datetimepicker: { value: 'selected_date_time', initial: 'initial_date_time' },
  radio_buttons: { value: 'selected_option', initial: 'initial_option' },
  checkboxes: { value: 'selected_options', initial: 'initial_options', many: true },
  static_select: { value: 'selected_option', initial: 'initial_option' },
  multi_static_select: { value: 'selected_options', initial: 'initial_options', many: true },
  external_select: { value: 'selected_option', initial: 'initial_option' },
  multi_external_select: { value: 'selected_options', initial: 'initial_options', many: true },
  users_select: { value: 'selected_user', initial: 'initial_user' },
  multi_users_select: { value: 'selected_users', initial: 'initial_users', many: true },
  conversations_select: { value: 'selected_conversation', initial: 'initial_conversation' },
  multi_conversations_select: { value: 'selected_conversations', initial: 'initial_conversations', many: true },
  channels_select: { value: 'selected_channel', initial: 'initial_channel' },
  multi_channels_select: { value: 'selected_channels', initial: 'initial_channels', many: true },
  file_input: { value: 'files', initial: 'initial_files', many: true },
}

/** The property of the payload that carries an element's value; undefined for buttons and menus. */
export const valueName = (element: Json): string | undefined => statefulElements[string(element.type)]?.value

export const holdsMany = (element: Json): boolean => statefulElements[string(element.type)]?.many === true

/** What an element reports before anybody touched it: its preset, else null or an empty list. */
export function initialState(element: Json): Json {
  const stateful = statefulElements[string(element.type)]
  if (stateful === undefined) return {}
  const empty = stateful.many === true ? [] : null
  return { type: element.type, [stateful.value]: element[stateful.initial] ?? empty }
}

/** `state.values` of these blocks: what was typed or chosen, else what is preset. */
export function stateValues(blocks: readonly Json[], typed: ViewState, withInputs = true): ViewState {
  const values: ViewState = {}
  for (const { block, element } of elementsOf(blocks)) {
    if (valueName(element) === undefined || (block.type === 'input' && !withInputs)) continue
    const blockId = string(block.block_id)
    const actionId = string(element.action_id)
    const value = { ...initialState(element), ...typed[blockId]?.[actionId] }
    values[blockId] = { ...values[blockId], [actionId]: value }
  }
  return values
}

/** Only what belongs to the element's kind is kept of what a client says it holds; an empty text is no value. */
export function acceptedState(element: Json, given: Json): Json {
  const name = valueName(element)
  if (name === undefined) return {}
  const value = given[name] === '' ? null : given[name]
  return { type: element.type, [name]: value ?? (holdsMany(element) ? [] : null) }
}

export function optionsOf(element: Json): readonly Json[] {
  return [...records(element.options), ...records(element.option_groups).flatMap((group) => records(group.options))]
}

/** The two of `feedback_buttons`. */
export const buttonsOf = (element: Json): readonly Json[] =>
  [element.positive_button, element.negative_button].map(record)

/** The element's own option of that value, so that a client cannot invent one. */
export const optionNamed = (element: Json, option: unknown): Json | undefined =>
  optionsOf(element).find((one) => one.value === record(option).value)
