import type { Json } from '../../src/sandbox/protocol.ts'
import { button, context, input, mrkdwn, option, plain, section, withIds } from './blocks.ts'

const severities = [option('P0 everything is down', 'p0'), option('P1 serious', 'p1'), option('P2 annoying', 'p2')]

export const fillInView: Json = {
  type: 'modal',
  title: plain('Fill in: Morning'),
  submit: plain('Save'),
  close: plain('Cancel'),
  blocks: [
    section('*2 Readings* — three left', undefined),
    input(
      'errors',
      'Error count',
      { type: 'number_input', is_decimal_allowed: false },
      { hint: plain('Target: below 10') },
    ),
    input('note', 'Note', { type: 'plain_text_input', multiline: true }, { optional: true }),
    input('severity', 'Severity', { type: 'static_select', options: severities, placeholder: plain('Choose one') }),
    input('owners', 'Owners', { type: 'multi_users_select', placeholder: plain('Add people') }, { optional: true }),
    input('tags', 'Tags', { type: 'multi_static_select', options: severities }, { optional: true }),
    input('done', 'Checked', { type: 'checkboxes', options: [option('Doors', 'doors'), option('Lights', 'lights')] }),
    input('mood', 'Verdict', { type: 'radio_buttons', options: [option('Good', 'good'), option('Bad', 'bad')] }),
    input('day', 'Day', { type: 'datepicker', initial_date: '2025-11-20' }),
    input('time', 'Time', { type: 'timepicker', initial_time: '09:00', timezone: 'America/New_York' }),
    input('moment', 'Moment', { type: 'datetimepicker', initial_date_time: 1763647200 }),
    input('mail', 'E-mail', { type: 'email_text_input' }, { optional: true }),
    input('page', 'Page', { type: 'url_text_input' }, { optional: true }),
    input('where', 'Where', { type: 'conversations_select' }, { optional: true }),
    input('sketch', 'Sketch', { type: 'file_input' }, { optional: true }),
    { type: 'alert', block_id: 'alert', level: 'warning', text: mrkdwn('Saving a failed reading opens an issue.') },
  ],
}

export const homeView: Json = {
  id: 'VHOME',
  type: 'home',
  blocks: withIds([
    { type: 'header', text: plain('Good morning, Maria') },
    section('*Mine today*'),
    section('Morning checklist — open until 11:00', button('Open', 'open_morning')),
    { type: 'divider' },
    section('*Open incidents*\n:red_circle: P0 Payments are down · 12 min'),
    context('Next: Fridge log, today 14:00 · Weekly summary, Fri 16:30'),
    {
      type: 'actions',
      elements: [button('New ritual', 'new_ritual', { style: 'primary' }), button('History', 'history')],
    },
  ]),
}
