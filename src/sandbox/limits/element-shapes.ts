import {
  anyText,
  child,
  children,
  flag,
  integer,
  oneOf,
  type Property,
  plainText,
  required,
  type Shape,
  strings,
  text,
  typeName,
} from './properties.ts'

const element = (properties: Shape['properties']): Shape => ({
  properties: { type: typeName, action_id: text({ min: 1, max: 255 }), ...properties },
})

const confirm = child(['confirm'])
const focus = flag
const placeholder = plainText(150)
const options = (max: number): Property => children(['option'], { min: 1, max })
const picked = (extra: Shape['properties']): Shape => element({ confirm, focus_on_load: focus, placeholder, ...extra })
const typed = (extra: Shape['properties']): Shape =>
  element({ dispatch_action_config: child(['dispatch_action_config']), focus_on_load: focus, placeholder, ...extra })

const groups = children(['option_group'], { min: 1, max: 100 })
const style = oneOf('primary', 'danger')
const several = { max_selected_items: integer({ min: 1 }) }
const filter = { filter: child(['filter']), default_to_current_conversation: flag }
const feedback = child(['feedback_button'])

export const elementShapes: Readonly<Record<string, Shape>> = {
  button: element({
    text: required(plainText(75)),
    value: text({ min: 1, max: 2_000 }),
    url: text({ min: 1, max: 3_000 }),
    style,
    accessibility_label: text({ min: 1, max: 75 }),
    confirm,
  }),
  overflow: element({ options: required(options(5)), confirm }),
  checkboxes: element({
    options: required(options(10)),
    initial_options: options(10),
    confirm,
    focus_on_load: focus,
  }),
  radio_buttons: element({
    options: required(options(10)),
    initial_option: child(['option']),
    confirm,
    focus_on_load: focus,
  }),
  static_select: picked({ options: options(100), option_groups: groups, initial_option: child(['option']) }),
  multi_static_select: picked({
    options: options(100),
    option_groups: groups,
    initial_options: options(100),
    ...several,
  }),
  external_select: picked({ initial_option: child(['option']), min_query_length: integer({ min: 0 }) }),
  multi_external_select: picked({ initial_options: options(100), min_query_length: integer({ min: 0 }), ...several }),
  users_select: picked({ initial_user: text() }),
  multi_users_select: picked({ initial_users: strings(), ...several }),
  conversations_select: picked({ initial_conversation: text(), response_url_enabled: flag, ...filter }),
  multi_conversations_select: picked({ initial_conversations: strings(), ...filter, ...several }),
  channels_select: picked({ initial_channel: text(), response_url_enabled: flag }),
  multi_channels_select: picked({ initial_channels: strings(), ...several }),
  datepicker: picked({ initial_date: text({ pattern: /^\d{4}-\d{2}-\d{2}$/ }) }),
  timepicker: picked({ initial_time: text({ pattern: /^([01]\d|2[0-3]):[0-5]\d$/ }), timezone: text() }),
  datetimepicker: element({
    initial_date_time: integer({ min: 1_000_000_000, max: 9_999_999_999 }),
    confirm,
    focus_on_load: focus,
  }),
  plain_text_input: typed({
    initial_value: text(),
    multiline: flag,
    min_length: integer({ min: 0, max: 3_000 }),
    max_length: integer({ min: 1, max: 3_000 }),
  }),
  number_input: typed({
    is_decimal_allowed: required(flag),
    initial_value: text(),
    min_value: text(),
    max_value: text(),
  }),
  email_text_input: typed({ initial_value: text() }),
  url_text_input: typed({ initial_value: text() }),
  rich_text_input: typed({
    initial_value: child(['rich_text']),
    min_lines: integer({ min: 1, max: 100 }),
    max_lines: integer({ min: 1, max: 100 }),
  }),
  file_input: element({ filetypes: strings({ min: 1 }), max_files: integer({ min: 1, max: 10 }) }),
  workflow_button: element({ text: required(plainText(75)), workflow: required({ kind: 'any' }), style, confirm }),
  icon_button: element({
    icon: required(oneOf('trash')),
    text: required(plainText(75)),
    accessibility_label: text({ min: 1, max: 75 }),
    value: text({ max: 2_000 }),
    visible_to_user_ids: strings(),
    confirm,
  }),
  feedback_buttons: element({ positive_button: required(feedback), negative_button: required(feedback) }),
  feedback_button: {
    untyped: true,
    properties: {
      text: required(plainText(75)),
      value: required(text({ max: 2_000 })),
      accessibility_label: text({ max: 75 }),
    },
  },
  confirm: {
    untyped: true,
    properties: {
      title: plainText(100),
      text: required(anyText(300)),
      confirm: plainText(30),
      deny: plainText(30),
      style,
    },
  },
}
