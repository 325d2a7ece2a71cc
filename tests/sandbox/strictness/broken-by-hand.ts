import type { Surface } from '../../../src/sandbox/limits/rules.ts'
import type { Json } from '../../../src/sandbox/protocol.ts'
import {
  actions,
  button,
  chart,
  dataTable,
  input,
  modalWith,
  mrkdwn,
  option,
  pie,
  plain,
  raw,
  richText,
  section,
  table,
} from '../specimens.ts'

export type Broken = {
  readonly row: string
  readonly surface: Surface
  readonly pointer: string
  readonly root: Json
  /** Where it is not the surface's usual one. */
  readonly error?: string
}

const times = <T>(count: number, of: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => of(index))

const inMessage = (row: string, pointer: string, ...blocks: readonly Json[]): Broken => ({
  row,
  surface: 'message',
  pointer,
  root: { blocks },
})
const inModal = (row: string, pointer: string, root: Json): Broken => ({ row, surface: 'modal', pointer, root })
const inManifest = (row: string, pointer: string, more: Json): Broken => ({
  row,
  surface: 'manifest',
  pointer,
  root: { display_information: { name: 'App' }, ...more },
})
const control = (row: string, at: string, element: Json): Broken =>
  inMessage(row, `/blocks/0/elements/0${at}`, actions(element))
const inInput = (row: string, at: string, element: Json): Broken =>
  inModal(row, `/blocks/0/element${at}`, modalWith(input(element)))
const surface = (shape: string, block: Json, where: Surface = 'modal'): Broken => ({
  row: `${shape} surface`,
  surface: where,
  pointer: '/blocks/0',
  root: where === 'message' ? { blocks: [block] } : modalWith(block),
})

const options = [option('One')]
const series = (count: number) => ({ name: 'A', data: times(count, (index) => ({ label: `p${index}`, value: 1 })) })
const chartWith = (more: Json): Json => ({ ...chart('line'), chart: { ...(chart('line').chart as Json), ...more } })

/** One payload for each row that concerns more than one property. */
export const brokenByHand: readonly Broken[] = [
  inMessage('message blocks', '/blocks', ...times(51, () => ({ type: 'divider' }))),
  inModal('view blocks', '/blocks', modalWith(...times(101, () => ({ type: 'divider' })))),
  inMessage(
    'message block_id unique',
    '/blocks/1/block_id',
    section('a', { block_id: 'x' }),
    section('b', { block_id: 'x' }),
  ),
  inModal(
    'view block_id unique',
    '/blocks/1/block_id',
    modalWith(section('a', { block_id: 'x' }), section('b', { block_id: 'x' })),
  ),
  inMessage(
    'actions action_id unique',
    '/blocks/0/elements/1/action_id',
    actions(button('a', { action_id: 'x' }), button('b', { action_id: 'x' })),
  ),
  inMessage('context_actions action_id unique', '/blocks/0/elements/1/action_id', {
    type: 'context_actions',
    elements: times(2, () => ({ type: 'icon_button', icon: 'trash', text: plain('x'), action_id: 'x' })),
  }),
  inMessage('card action_id unique', '/blocks/0/actions/1/action_id', {
    type: 'card',
    actions: times(2, () => button('a', { action_id: 'x' })),
  }),
  inMessage('message.blocks allowed', '/blocks/0', { type: 'call', call_id: 'R1' }),
  inModal('view.blocks allowed', '/blocks/0', modalWith({ type: 'file', external_id: 'x', source: 'remote' })),
  {
    ...inMessage('message characters', '/blocks', ...times(5, () => section('x'.repeat(2_800)))),
    error: 'msg_blocks_too_long',
  },
  inMessage('message tables', '/blocks', table([[raw('a')]]), table([[raw('a')]])),
  inMessage('message charts', '/blocks', chart('line'), chart('bar'), pie()),
  inMessage('message table characters', '/blocks', table([[raw('x'.repeat(10_001))]])),
  inMessage(
    'message markdown characters',
    '/blocks',
    ...times(2, () => ({ type: 'markdown', text: 'x'.repeat(6_100) })),
  ),
  inModal('view submit required with inputs', '/submit', {
    type: 'modal',
    title: plain('F'),
    blocks: [input({ type: 'plain_text_input' })],
  }),
  inModal(
    'view focus_on_load',
    '/blocks',
    modalWith(...times(2, () => input({ type: 'plain_text_input', focus_on_load: true }))),
  ),
  { ...inModal('view bytes', '', modalWith(...times(90, () => section('x'.repeat(2_900))))), error: 'view_too_large' },
  { row: 'blocks is a list of objects', surface: 'message', pointer: '/blocks', root: { blocks: 'x' } },

  inMessage('section has text or fields', '/blocks/0', { type: 'section' }),
  inMessage('section.fields text max', '/blocks/0/fields/0/text', {
    type: 'section',
    fields: [mrkdwn('x'.repeat(2_001))],
  }),
  inMessage('image has one source', '/blocks/0', { type: 'image', alt_text: 'x' }),
  inMessage('slack_file has one source', '/blocks/0/slack_file', { type: 'image', alt_text: 'x', slack_file: {} }),
  control('select has options or groups', '', { type: 'static_select' }),
  control('option values unique', '/options', { type: 'overflow', options: [option('a', 'x'), option('b', 'x')] }),
  control('option has value', '/options', { type: 'overflow', options: [{ text: plain('a') }] }),
  control('option url only in overflow', '/options', {
    type: 'static_select',
    options: [{ ...option('a'), url: 'https://example.com' }],
  }),
  control('option mrkdwn only in checkboxes and radio_buttons', '/options', {
    type: 'overflow',
    options: [{ text: mrkdwn('a'), value: 'a' }],
  }),
  control('initial options among options', '/initial_option', {
    type: 'static_select',
    options,
    initial_option: option('Other'),
  }),
  inMessage('card has content', '/blocks/0', { type: 'card', subtitle: mrkdwn('s') }),
  inMessage('container has one title', '/blocks/0', { type: 'container', child_blocks: [section('a')] }),
  inMessage('container collapsed needs collapsible', '/blocks/0/default_collapsed', {
    type: 'container',
    title: plain('t'),
    default_collapsed: true,
    child_blocks: [section('a')],
  }),
  inMessage('container divider excludes collapsible', '/blocks/0/has_header_divider', {
    type: 'container',
    title: plain('t'),
    is_collapsible: true,
    has_header_divider: true,
    child_blocks: [section('a')],
  }),
  inMessage('table columns', '/blocks/0/rows', table([times(21, () => raw('a'))])),
  inMessage('table rows same length', '/blocks/0/rows', table([[raw('a')], [raw('a'), raw('b')]])),
  inMessage('data_table header raw_text', '/blocks/0/rows/0', dataTable([[richText], [raw('a')]])),
  inMessage(
    'raw_number value',
    '/blocks/0/rows/1/0/value',
    dataTable([[raw('a')], [{ type: 'raw_number', value: '1', text: '1' }]]),
  ),
  inMessage('segment value', '/blocks/0/chart/segments/0/value', pie([{ label: 'a', value: 0 }])),
  inMessage(
    'series names unique',
    '/blocks/0/chart/series',
    chartWith({ series: [series(1), series(1)], axis_config: { categories: ['p0'] } }),
  ),
  inMessage(
    'series points match categories',
    '/blocks/0/chart/series',
    chartWith({ series: [series(2)], axis_config: { categories: ['p0'] } }),
  ),
  inMessage(
    'series categories unique',
    '/blocks/0/chart/axis_config/categories',
    chartWith({ series: [series(1)], axis_config: { categories: ['p0', 'p0'] } }),
  ),
  inMessage(
    'category length',
    '/blocks/0/chart/axis_config/categories',
    chartWith({ axis_config: { categories: ['x'.repeat(21)] } }),
  ),
  inInput('plain_text_input lengths', '/min_length', { type: 'plain_text_input', min_length: 5, max_length: 4 }),
  inInput('plain_text_input initial_value', '/initial_value', {
    type: 'plain_text_input',
    initial_value: 'xxxxx',
    max_length: 4,
  }),
  inInput('number_input numbers', '', { type: 'number_input', is_decimal_allowed: false, min_value: 'low' }),
  inInput('dispatch_action_config values', '/dispatch_action_config/trigger_actions_on', {
    type: 'plain_text_input',
    dispatch_action_config: { trigger_actions_on: ['on_blur'] },
  }),
  control('filter.include values', '/filter/include', {
    type: 'conversations_select',
    filter: { include: ['channels'] },
  }),
  control('datepicker initial_date exists', '/initial_date', { type: 'datepicker', initial_date: '2026-02-30' }),
  control('timepicker timezone exists', '/timezone', { type: 'timepicker', timezone: 'Europe/Nowhere' }),
  inMessage('date format tokens', '/blocks/0/elements/0/elements/0/format', {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'date', timestamp: 1_800_000_000, format: '{hour}' }] }],
  }),
  inMessage('file_input in modals', '/blocks/0/element', input({ type: 'file_input' })),
  control('response_url_enabled in modal inputs', '/response_url_enabled', {
    type: 'channels_select',
    response_url_enabled: true,
  }),
  control('focus_on_load in views', '/focus_on_load', { type: 'checkboxes', options, focus_on_load: true }),

  surface('alert', { type: 'alert', text: plain('a') }, 'message'),
  surface('card', { type: 'card', body: mrkdwn('b') }),
  surface('carousel', { type: 'carousel', elements: [{ type: 'card', body: mrkdwn('b') }] }),
  surface('container', { type: 'container', title: plain('t'), child_blocks: [section('a')] }),
  surface('context_actions', {
    type: 'context_actions',
    elements: [{ type: 'icon_button', icon: 'trash', text: plain('x') }],
  }),
  surface('data_table', dataTable([[raw('a')], [raw('b')]])),
  surface('data_visualization', pie()),
  surface('markdown', { type: 'markdown', text: 'x' }),
  surface('plan', { type: 'plan', title: 't' }),
  surface('table', table([[raw('a')]])),
  surface('task_card', { type: 'task_card', task_id: '1', title: 't', status: 'complete' }),

  inManifest('manifest events have their scopes', '/settings/event_subscriptions/bot_events/0', {
    settings: { event_subscriptions: { bot_events: ['app_mention'] } },
  }),
  inManifest('manifest commands have their scope', '/features/slash_commands', {
    features: { slash_commands: [{ command: '/open', description: 'Opens' }] },
  }),
  inManifest('manifest functions have a runtime', '/settings/function_runtime', { functions: {} }),
  inManifest(
    'manifest metadata_subscription names something',
    '/settings/event_subscriptions/metadata_subscriptions/0',
    { settings: { event_subscriptions: { metadata_subscriptions: [{ app_id: '*', event_type: '*' }] } } },
  ),
]
