import { expect, test } from 'vitest'
import type { Json } from '../../src/sandbox/protocol.ts'
import { type Reader, readable, readableText } from '../../src/sandbox/reading/readable.ts'
import { actions, button, chart, dataTable, input, mrkdwn, option, plain, raw, richText, section } from './specimens.ts'

const paris: Reader = {
  timezone: 'Europe/Paris',
  now: Date.parse('2026-11-21T12:00:00Z'),
  userName: (id) => (id === 'U0MARIA00' ? 'maria' : id),
  channelName: (id) => (id === 'C0OPS0000' ? 'ops' : id),
  groupName: () => 'cto',
}

test.each([
  ['*Bold*, _quiet_, ~gone~ and `code`', 'Bold, quiet, gone and code'],
  ['2 * 3 * 4 and snake_case_name', '2 * 3 * 4 and snake_case_name'],
  ['<@U0MARIA00> in <#C0OPS0000|ops> and <!subteam^S1>, <!here>', '@maria in #ops and @cto, @here'],
  ['<https://example.com|status page> &lt;now&gt; &amp; then', 'status page <now> & then'],
  ['<!date^1795251600^{time}|9 am>', '10:00'],
  ['<!date^1795251600^{date_short_pretty} at {time}|Saturday>', 'today at 10:00'],
  ['<!date^1795165200^{date_pretty}, {date_long}|Friday>', 'yesterday, Friday 20 November'],
  ['<!date^1803081600^{date_short} and {date_num}^https://example.com|Friday>', '20 Feb and 2027-02-20'],
  ['<!date^1830297600^{date}|Sunday>', '1 January 2028'],
  ['<!date^1795251600^{eon} {time}|in a while>', 'in a while'],
])('%s reads as a person sees it', (mrkdwnText, seen) => {
  expect(readableText(mrkdwnText, paris)).toBe(seen)
})

test('plain text is shown as it is', () => {
  expect(readableText(plain('*not bold* <@U1>'), paris)).toBe('*not bold* <@U1>')
})

test.each<[string, readonly Json[], string]>([
  ['a section with its button', [section('Backup', { accessory: button('Done') })], 'Backup [Done]'],
  ['fields', [{ type: 'section', fields: [mrkdwn('*P1*'), plain('High')] }], 'P1\nHigh'],
  ['a row of controls', [actions(button('Yes'), { type: 'overflow', options: [option('No')] })], '[Yes] [⋯]'],
  [
    'ticks',
    [actions({ type: 'checkboxes', options: [option('A'), option('B')], initial_options: [option('B')] })],
    '☐ A ☑ B',
  ],
  [
    'an input',
    [input({ type: 'plain_text_input', initial_value: 'x' }, { optional: true, hint: plain('why') })],
    'Label (optional): [x]\nwhy',
  ],
  [
    'a table',
    [
      dataTable([
        [raw('Item'), raw('Value')],
        [raw('Disk'), { type: 'raw_number', value: 81, text: '81 %' }],
      ]),
    ],
    'Readings\nItem | Value\nDisk | 81 %',
  ],
  ['a chart', [chart('line')], 'Errors\nAPI: Mon 1'],
  ['a picture', [{ type: 'image', alt_text: 'A fridge', image_url: 'https://example.com' }], '(A fridge)'],
])('%s', (_, blocks, seen) => {
  expect(readable(blocks, paris)).toBe(seen)
})

test('rich text reads line by line', () => {
  expect(readable([richText], paris)).toContain('Hello')
  expect(readable([richText], paris).split('\n').slice(1)).toEqual(['• one', 'said', 'ls'])
  expect(readable([richText], paris)).toContain('@maria@cto#ops')
})
