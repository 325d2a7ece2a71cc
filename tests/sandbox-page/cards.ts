import type { Json } from '../../src/sandbox/protocol.ts'
import { button, context, mrkdwn, option, overflow, plain, section, withIds } from './blocks.ts'

const more = (item: string) =>
  overflow(`more_${item}`, option('Undo', 'undo'), option('Mark as failed', 'fail'), option('Add a note', 'note'))

export const checklistCard: readonly Json[] = withIds([
  { type: 'header', text: plain('Morning checklist') },
  context(
    '<!date^1763647200^{date_short_pretty} at {time}|Fri 20 Nov 09:00 New York> · open until 11:00 · about 15 min · owner <@U1>',
  ),
  section('▓▓▓▓▓▓░░░░░░  *12 of 24* · 1 failed'),
  section('*1 System health check* — <https://status.example.com|Status page>'),
  section('API answers healthy', button('Done', 'done_api', { accessibility_label: 'Mark done: API answers healthy' })),
  section(':white_check_mark: ~Database backup~ — <@U1> 09:04', more('backup')),
  section('Error count  _(target < 10)_'.replace('<', '&lt;'), button('Enter', 'enter_errors')),
  section(
    ':x: Call forwarding — issue 12, *P1* · respond by <!date^1763654640^{time}|11:04>, then <@U2>',
    more('call'),
  ),
  {
    type: 'actions',
    elements: [
      button('Fill in', 'fill_in', { style: 'primary' }),
      button('Something failed', 'failed', { style: 'danger' }),
      button('Sign off', 'sign_off', {
        confirm: {
          title: plain('Sign off with 12 open items?'),
          text: plain('Open items are recorded as missed.'),
          confirm: plain('Sign off'),
          deny: plain('Not yet'),
          style: 'danger',
        },
      }),
      overflow(
        'card_more',
        option('Reassign', 'reassign'),
        option('Snooze', 'snooze'),
        option('Skip with reason', 'skip'),
      ),
    ],
  },
])

export const incidentCard: readonly Json[] = withIds([
  { type: 'header', text: plain(':rotating_light: P0 · Payments are down') },
  {
    type: 'section',
    fields: [
      mrkdwn('*Status*\nInvestigating'),
      mrkdwn('*Commander*\n<@U2>'),
      mrkdwn('*Impact*\nNo card payments since 03:02'),
      mrkdwn('*Next*\nAcknowledge by <!date^1763651400^{time}|10:10>, then <!subteam^S1|@oncall>'),
    ],
  },
  {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'First report: ', style: { bold: true } },
          { type: 'text', text: '<b>not bold</b> *nor this* & ' },
          { type: 'link', url: 'https://example.com', text: 'trace' },
          { type: 'text', text: ' ' },
          { type: 'emoji', name: 'fire' },
          { type: 'text', text: ' ' },
          { type: 'user', user_id: 'U1' },
          { type: 'text', text: ' ' },
          { type: 'channel', channel_id: 'C2' },
          { type: 'text', text: ' ' },
          { type: 'broadcast', range: 'here' },
          { type: 'text', text: ' ' },
          { type: 'date', timestamp: 1763647200, format: '{date_long} {time}', fallback: 'a day' },
          { type: 'text', text: ' ' },
          { type: 'color', value: '#d4285a' },
        ],
      },
      {
        type: 'rich_text_list',
        style: 'ordered',
        elements: [
          { type: 'rich_text_section', elements: [{ type: 'text', text: 'Check the provider' }] },
          { type: 'rich_text_section', elements: [{ type: 'text', text: 'Fail over', style: { code: true } }] },
        ],
      },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: 'It just says no' }] },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'HTTP 503' }] },
    ],
  },
  {
    type: 'actions',
    elements: [
      button('Acknowledge', 'ack', { style: 'primary' }),
      button('Update', 'update'),
      {
        type: 'static_select',
        action_id: 'severity',
        placeholder: plain('Severity'),
        options: [option('P0', 'p0'), option('P1', 'p1'), option('P2', 'p2')],
        initial_option: option('P0', 'p0'),
      },
      { type: 'users_select', action_id: 'assign', placeholder: plain('Assign to') },
    ],
  },
])

const row = (...cells: readonly string[]) => cells.map((text) => ({ type: 'raw_text', text }))
const points = (...values: readonly number[]) => values.map((value, index) => ({ label: `W${44 + index}`, value }))
const axis = { categories: ['W44', 'W45', 'W46', 'W47'], x_label: 'Week' }

export const summaryCard: readonly Json[] = withIds([
  { type: 'header', text: plain('Week 47: on track, one decision needed') },
  {
    type: 'markdown',
    text: '## Wins\n\n- Backups **restored** in 11 min\n- [Runbook](https://example.com) rewritten\n\n> Calm week',
  },
  {
    type: 'table',
    rows: [
      row('Ritual', 'Done', 'On time'),
      row('Morning checklist', '98 %', '96 %'),
      row('Fridge log', '100 %', '91 %'),
    ],
    column_settings: [{}, { align: 'right' }, { align: 'right' }],
  },
  {
    type: 'data_visualization',
    title: 'On time, %',
    chart: {
      type: 'line',
      axis_config: axis,
      series: [
        { name: 'Checklists', data: points(88, 91, 94, 96) },
        { name: 'Readings', data: points(97, 95, 92, 91) },
      ],
    },
  },
  {
    type: 'data_visualization',
    title: 'Issues by severity',
    chart: {
      type: 'bar',
      axis_config: axis,
      series: [
        { name: 'P1', data: points(2, 1, 0, 1) },
        { name: 'P2', data: points(5, 4, 6, 3) },
      ],
    },
  },
  {
    type: 'data_table',
    caption: 'Readings out of target',
    page_size: 2,
    rows: [
      row('Reading', 'Value'),
      ...[12, 7, 30].map((value, index) => [
        { type: 'raw_text', text: `Fridge ${index + 1}` },
        { type: 'raw_number', value, text: `${value} °C` },
      ]),
    ],
  },
  { type: 'image', image_url: 'data:image/png;base64,none', alt_text: 'Trend of the fridges', title: plain('Fridges') },
  { type: 'divider' },
  { type: 'hologram', text: 'from the future' },
  { type: 'actions', elements: [{ type: 'workflow_button', action_id: 'flow', text: plain('Run') }] },
])
