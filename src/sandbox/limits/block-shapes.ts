import {
  anyText,
  child,
  children,
  flag,
  integer,
  mrkdwn,
  oneOf,
  type Property,
  plainText,
  required,
  rows,
  type Shape,
  text,
  typeName,
} from './properties.ts'

const everywhere = ['message', 'modal', 'home']
const block = (surfaces: readonly string[], properties: Shape['properties']): Shape => ({
  surfaces,
  properties: { type: typeName, block_id: text({ min: 1, max: 255 }), ...properties },
})

const selects = ['static_select', 'external_select', 'users_select', 'conversations_select', 'channels_select']
const multiSelects = selects.map((one) => `multi_${one}`)
const pickers = ['datepicker', 'timepicker']
const choices = ['checkboxes', 'radio_buttons', ...selects, ...multiSelects]

export const messageBlocks = [
  'actions',
  'card',
  'carousel',
  'container',
  'context',
  'context_actions',
  'data_table',
  'data_visualization',
  'divider',
  'header',
  'image',
  'input',
  'markdown',
  'plan',
  'rich_text',
  'section',
  'table',
  'task_card',
  'video',
]
export const viewBlocks = [
  'actions',
  'alert',
  'context',
  'divider',
  'header',
  'image',
  'input',
  'rich_text',
  'section',
  'video',
]

/** A block of another surface is known too, so that its surface rule can name it. */
export const anyBlocks: Property = children([...new Set([...messageBlocks, ...viewBlocks])])

const containerBlocks = [
  'actions',
  'context',
  'divider',
  'header',
  'image',
  'input',
  'rich_text',
  'section',
  'table',
  'video',
]
const image = {
  alt_text: required(text({ min: 1, max: 2_000 })),
  image_url: text({ min: 1, max: 3_000, pattern: /^https?:\/\// }),
  slack_file: child(['slack_file']),
}

export const blockShapes: Readonly<Record<string, Shape>> = {
  actions: block(everywhere, {
    elements: required(
      children(['button', 'overflow', 'datetimepicker', 'workflow_button', 'rich_text_input', ...pickers, ...choices], {
        min: 1,
        max: 25,
      }),
    ),
  }),
  alert: block(['modal'], {
    text: required(anyText()),
    level: oneOf('default', 'info', 'warning', 'error', 'success'),
  }),
  card: block(['message'], {
    hero_image: child(['image_element']),
    icon: child(['image_element']),
    slack_icon: { kind: 'any' },
    title: mrkdwn(150),
    subtitle: mrkdwn(150),
    body: mrkdwn(200),
    subtext: mrkdwn(200),
    actions: children(['button'], { min: 1, max: 5 }),
  }),
  carousel: block(['message'], { elements: required(children(['card'], { min: 1, max: 10 })) }),
  container: block(['message'], {
    title: plainText(150),
    rich_text_title: child(['rich_text']),
    subtitle: anyText(150),
    child_blocks: required(children(containerBlocks, { min: 1, max: 10 })),
    width: oneOf('narrow', 'standard', 'wide', 'full'),
    icon: child(['image_element']),
    is_collapsible: flag,
    default_collapsed: flag,
    has_header_divider: flag,
  }),
  context: block(everywhere, {
    elements: required(children(['image_element', 'plain_text', 'mrkdwn'], { min: 1, max: 10 })),
  }),
  context_actions: block(['message'], {
    elements: required(children(['feedback_buttons', 'icon_button'], { min: 1, max: 5 })),
  }),
  data_table: block(['message'], {
    caption: required(text({ min: 1 })),
    rows: required(rows(['raw_text', 'raw_number', 'rich_text'], { min: 2, max: 101 })),
    page_size: integer({ min: 1, max: 100 }),
    row_header_column_index: integer({ min: 0, max: 19 }),
  }),
  data_visualization: block(['message'], {
    title: required(text({ min: 1, max: 50 })),
    chart: required(child(['line', 'bar', 'area', 'pie'])),
  }),
  divider: block(everywhere, {}),
  header: block(everywhere, { text: required(plainText(150)), level: integer({ min: 1, max: 4 }) }),
  image: block(everywhere, { ...image, title: plainText(2_000) }),
  input: block(everywhere, {
    label: required(plainText(2_000)),
    hint: plainText(2_000),
    optional: flag,
    dispatch_action: flag,
    element: required(
      child([
        'plain_text_input',
        'number_input',
        'email_text_input',
        'url_text_input',
        'rich_text_input',
        'file_input',
        'datetimepicker',
        ...pickers,
        ...choices,
      ]),
    ),
  }),
  markdown: block(['message'], { text: required(text({ min: 1, max: 12_000 })) }),
  plan: block(['message'], { title: required(text({ min: 1 })), tasks: children(['task_card']) }),
  rich_text: block(everywhere, {
    elements: required(
      children(['rich_text_section', 'rich_text_list', 'rich_text_quote', 'rich_text_preformatted'], { min: 1 }),
    ),
  }),
  section: block(everywhere, {
    text: anyText(),
    fields: { ...children(['plain_text', 'mrkdwn'], { min: 1, max: 10 }) },
    accessory: child(['button', 'overflow', 'image_element', 'workflow_button', ...pickers, ...choices]),
    expand: flag,
  }),
  table: block(['message'], {
    rows: required(rows(['raw_text', 'rich_text'], { min: 1, max: 100 })),
    column_settings: children(['column_settings'], { max: 20 }),
  }),
  task_card: block(['message'], {
    task_id: required(text({ min: 1 })),
    title: required(text({ min: 1 })),
    status: required(oneOf('pending', 'in_progress', 'complete', 'error')),
    details: child(['rich_text']),
    output: child(['rich_text']),
    sources: { kind: 'any' },
  }),
  video: block(everywhere, {
    video_url: required(text({ pattern: /^https:\/\// })),
    thumbnail_url: required(text({ pattern: /^https:\/\// })),
    alt_text: required(text({ min: 1 })),
    title: required(plainText(199)),
    title_url: text({ pattern: /^https:\/\// }),
    author_name: text({ max: 49 }),
    provider_name: text(),
    provider_icon_url: text(),
    description: plainText(200),
  }),
}
