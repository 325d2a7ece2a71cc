import type { Json } from '../../src/sandbox/protocol.ts'

/** Healthy payloads that between them hold every shape of Block Kit. */
export const plain = (text: string): Json => ({ type: 'plain_text', text })
export const mrkdwn = (text: string): Json => ({ type: 'mrkdwn', text })
export const option = (text: string, value = text): Json => ({ text: plain(text), value })
export const section = (text: string, more: Json = {}): Json => ({ type: 'section', text: mrkdwn(text), ...more })
export const button = (text: string, more: Json = {}): Json => ({ type: 'button', text: plain(text), ...more })
export const actions = (...elements: Json[]): Json => ({ type: 'actions', elements })
export const input = (element: Json, more: Json = {}): Json => ({
  type: 'input',
  label: plain('Label'),
  element,
  ...more,
})
export const chart = (type: string): Json => ({
  type: 'data_visualization',
  title: 'Errors',
  chart: {
    type,
    series: [{ name: 'API', data: [{ label: 'Mon', value: 1 }] }],
    axis_config: { categories: ['Mon'], x_label: 'day', y_label: 'count' },
  },
})
export const pie = (segments: readonly Json[] = [{ label: 'Done', value: 3 }]): Json => ({
  type: 'data_visualization',
  title: 'Share',
  chart: { type: 'pie', segments },
})
export const raw = (text: string): Json => ({ type: 'raw_text', text })
export const table = (rows: readonly (readonly Json[])[], more: Json = {}): Json => ({ type: 'table', rows, ...more })
export const dataTable = (rows: readonly (readonly Json[])[], more: Json = {}): Json => ({
  type: 'data_table',
  caption: 'Readings',
  rows,
  ...more,
})

const confirm = {
  title: plain('Sure?'),
  text: mrkdwn('It cannot be undone'),
  confirm: plain('Yes'),
  deny: plain('No'),
  style: 'danger',
}
const placeholder = plain('Choose')
const image = { type: 'image', alt_text: 'A fridge', image_url: 'https://example.com/fridge.png' }
const options = [option('One'), option('Two')]
const style = { bold: true }

export const richText: Json = {
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: [
        { type: 'text', text: 'Hello', style },
        { type: 'link', url: 'https://example.com', text: 'there', unsafe: false },
        { type: 'emoji', name: 'wave', unicode: '1f44b', skin_tone: 2 },
        { type: 'user', user_id: 'U0MARIA00' },
        { type: 'usergroup', usergroup_id: 'S0CTO' },
        { type: 'channel', channel_id: 'C0OPS0000' },
        { type: 'team', team_id: 'T0SANDBOX' },
        { type: 'broadcast', range: 'here' },
        { type: 'date', timestamp: 1_800_000_000, format: '{date}', fallback: 'once' },
        { type: 'color', value: '#ff0000' },
      ],
    },
    {
      type: 'rich_text_list',
      style: 'bullet',
      indent: 1,
      offset: 0,
      border: 0,
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'one' }] }],
    },
    { type: 'rich_text_quote', border: 1, elements: [{ type: 'text', text: 'said' }] },
    { type: 'rich_text_preformatted', border: 0, language: 'sh', elements: [{ type: 'text', text: 'ls' }] },
  ],
}

const controls: readonly Json[] = [
  {
    ...button('Done', { value: 'v', url: 'https://example.com', style: 'primary', accessibility_label: 'Mark done' }),
    confirm,
  },
  { type: 'overflow', options: [{ ...option('Undo'), url: 'https://example.com', description: plain('d') }], confirm },
  { type: 'checkboxes', options, initial_options: [option('One')], confirm },
  { type: 'radio_buttons', options, initial_option: option('Two'), confirm },
  { type: 'static_select', options, initial_option: option('Two'), placeholder, confirm },
  {
    type: 'multi_static_select',
    option_groups: [{ label: plain('Group'), options }],
    max_selected_items: 2,
    placeholder,
  },
  { type: 'external_select', min_query_length: 2, placeholder },
  { type: 'multi_external_select', min_query_length: 2, max_selected_items: 2, placeholder },
  { type: 'users_select', initial_user: 'U0MARIA00', placeholder },
  { type: 'multi_users_select', initial_users: ['U0MARIA00'], max_selected_items: 2 },
  {
    type: 'conversations_select',
    filter: { include: ['public'], exclude_bot_users: true },
    default_to_current_conversation: true,
  },
  { type: 'multi_conversations_select', initial_conversations: [], max_selected_items: 2 },
  { type: 'channels_select', initial_channel: 'C0OPS0000' },
  { type: 'multi_channels_select', initial_channels: ['C0OPS0000'], max_selected_items: 2 },
  { type: 'datepicker', initial_date: '2026-11-20', placeholder },
  { type: 'timepicker', initial_time: '09:00', timezone: 'Europe/Paris', placeholder },
  { type: 'datetimepicker', initial_date_time: 1_800_000_000 },
  {
    type: 'workflow_button',
    text: plain('Run'),
    workflow: { trigger: { url: 'https://example.com' } },
    style: 'primary',
    confirm,
  },
]

const dispatch = { dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] } }

export const message: Json = {
  blocks: [
    { type: 'header', text: plain('Morning'), level: 2, block_id: 'top' },
    section('Text', { accessory: button('Open'), expand: true, fields: [plain('a'), mrkdwn('b')] }),
    section('Picture', { accessory: image }),
    { type: 'divider' },
    { type: 'context', elements: [image, plain('a'), mrkdwn('b')] },
    actions(...controls),
    { ...image, title: plain('Fridge') },
    { type: 'image', alt_text: 'x', slack_file: { id: 'F1' } },
    { type: 'image', alt_text: 'x', slack_file: { url: 'https://example.com' } },
    { type: 'markdown', text: '**Hi**' },
    richText,
    table([[raw('a'), richText]], { column_settings: [{ align: 'left', is_wrapped: true }] }),
    dataTable([[raw('a')], [{ type: 'raw_number', value: 1, text: '1' }]], {
      page_size: 10,
      row_header_column_index: 0,
    }),
    chart('line'),
    {
      type: 'card',
      hero_image: image,
      icon: image,
      title: mrkdwn('t'),
      subtitle: mrkdwn('s'),
      body: mrkdwn('b'),
      subtext: mrkdwn('s'),
      actions: [button('Go')],
    },
    { type: 'carousel', elements: [{ type: 'card', body: mrkdwn('b') }] },
    {
      type: 'container',
      title: plain('t'),
      subtitle: plain('s'),
      icon: image,
      width: 'wide',
      child_blocks: [section('x')],
    },
    {
      type: 'container',
      rich_text_title: richText,
      is_collapsible: true,
      default_collapsed: true,
      child_blocks: [section('x')],
    },
    { type: 'container', title: plain('t'), has_header_divider: true, child_blocks: [section('x')] },
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          positive_button: { text: plain('Good'), value: 'g', accessibility_label: 'g' },
          negative_button: { text: plain('Bad'), value: 'b' },
        },
        {
          type: 'icon_button',
          icon: 'trash',
          text: plain('Delete'),
          value: 'd',
          accessibility_label: 'd',
          visible_to_user_ids: ['U0MARIA00'],
        },
      ],
    },
    {
      type: 'plan',
      title: 'Plan',
      tasks: [{ type: 'task_card', task_id: '1', title: 't', status: 'complete', details: richText, output: richText }],
    },
    {
      type: 'video',
      video_url: 'https://example.com/v',
      thumbnail_url: 'https://example.com/t',
      alt_text: 'v',
      title: plain('v'),
      title_url: 'https://example.com',
      author_name: 'a',
      provider_name: 'p',
      provider_icon_url: 'https://example.com',
      description: plain('d'),
    },
  ],
}

export const charts: readonly Json[] = ['line', 'bar', 'area'].map((type) => ({ blocks: [chart(type)] }))

export const modal: Json = {
  type: 'modal',
  title: plain('Form'),
  submit: plain('Save'),
  close: plain('Cancel'),
  callback_id: 'form',
  external_id: 'form-1',
  private_metadata: '{}',
  clear_on_close: false,
  notify_on_close: true,
  submit_disabled: false,
  blocks: [
    { type: 'alert', text: plain('Careful'), level: 'warning' },
    input(
      {
        type: 'plain_text_input',
        initial_value: 'x',
        multiline: true,
        min_length: 0,
        max_length: 10,
        focus_on_load: true,
        placeholder,
        ...dispatch,
      },
      { hint: plain('h'), optional: true, dispatch_action: true },
    ),
    input({
      type: 'number_input',
      is_decimal_allowed: true,
      initial_value: '1',
      min_value: '0',
      max_value: '9',
      ...dispatch,
    }),
    input({ type: 'email_text_input', initial_value: 'a@example.com', placeholder }),
    input({ type: 'url_text_input', initial_value: 'https://example.com', placeholder }),
    input({ type: 'rich_text_input', initial_value: richText, min_lines: 1, max_lines: 4, placeholder }),
    input({ type: 'file_input', filetypes: ['png'], max_files: 2 }),
    input({ type: 'conversations_select', response_url_enabled: true, initial_conversation: 'C0OPS0000' }),
    input({ type: 'channels_select', response_url_enabled: true }),
    ...controls
      .filter((one) => ['radio_buttons', 'datepicker', 'multi_users_select'].includes(String(one.type)))
      .map((one) => input(one)),
  ],
}

export const home: Json = {
  type: 'home',
  callback_id: 'home',
  external_id: 'home-1',
  private_metadata: '{}',
  blocks: [section('Today', { accessory: button('Open') }), { type: 'divider' }],
}

export const modalWith = (...blocks: readonly Json[]): Json => ({
  type: 'modal',
  title: plain('Form'),
  submit: plain('Save'),
  blocks,
})
