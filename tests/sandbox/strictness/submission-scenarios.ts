import type { App } from '@slack/bolt'
import { expect } from 'vitest'
import type { Json } from '../../../src/sandbox/protocol.ts'
import { platformRules } from '../../../src/sandbox/rules/platform-rules.ts'
import type { submissionRules } from '../../../src/sandbox/rules/submission-rules.ts'
import { button, input, option, section } from '../specimens.ts'
import { acknowledging, deliveriesOf, lastDelivery, modal, openModal } from './doings.ts'
import { type Scenario, type Scenarios, type Stage, withScopes } from './stage.ts'

const note = input({ type: 'plain_text_input', action_id: 'note' }, { block_id: 'note', optional: true })
const form = { ...modal(note), callback_id: 'form' }

const appAnswering = (answer: object | undefined) => (app: App) => {
  acknowledging(app)
  app.view('form', ({ ack }) => ack(answer as never))
  app.view({ callback_id: 'form', type: 'view_closed' }, ({ ack }) => ack())
}

/** An answer of the app to a form that Slack cannot use. */
const unusable = (answer: object): Scenario => ({
  app: appAnswering(answer),
  show: async (stage) => {
    await openModal(stage, form)
    expect(await stage.maria.submits()).toEqual({ '': platformRules[stage.rule].error })
  },
})

/** What Slack's own client says under an input before it sends anything. */
const underInput = (
  element: Json,
  filled: Parameters<Stage['maria']['fills']>[0][string],
  error: string,
): Scenario => ({
  app: appAnswering(undefined),
  show: async (stage) => {
    const blocks = [input({ action_id: 'it', ...element }, { block_id: 'it' })]
    await openModal(stage, { ...modal(...blocks), callback_id: 'form' })
    await stage.maria.fills({ Label: filled })
    expect(await stage.maria.submits()).toEqual({ Label: error })
    expect(error).toMatch(asPattern(platformRules[stage.rule].error ?? ''))
  },
})

const asPattern = (error: string) => new RegExp(error.replaceAll('.', '\\.').replaceAll('…', '.+'))

const closes = (how: 'cancels' | 'dismisses', view: Json, see: (stage: Stage) => void): Scenario => ({
  app: appAnswering(undefined),
  show: async (stage) => {
    await openModal(stage, { ...form, ...view } as never)
    await stage.maria.fills({ Label: 'typed' })
    await stage.maria[how]()
    see(stage)
  },
})

const options = [option('One'), option('Two')]
const numbers = { type: 'number_input', is_decimal_allowed: false, min_value: '2', max_value: '5' }
const photos = { type: 'file_input', filetypes: ['png'], max_files: 1 }
const photo = (name: string) => ({ name, content: 'x' })
const taking = withScopes('files:read', 'files:write')

export const submissionScenarios: Scenarios<typeof submissionRules> = {
  'an answer to a form is empty or has a response_action': unusable({ text: 'Saved.' }),
  'a response_action is errors, update, push or clear': unusable({ response_action: 'close' }),
  'errors name input blocks': unusable({ response_action: 'errors', errors: { nowhere: 'No.' } }),
  'an answer brings a modal': unusable({ response_action: 'update', view: { type: 'home', blocks: [section('x')] } }),
  'a closed modal is told of where it asks': closes('cancels', {}, ({ sandbox }) => {
    expect(sandbox.traffic.deliveries.filter((one) => one.payload.type === 'view_closed')).toEqual([])
  }),
  'the × closes the whole stack': {
    app: appAnswering(undefined),
    show: async (stage) => {
      const more = section('More', { accessory: button('More', { action_id: 'more' }) })
      const root = await openModal(stage, { ...modal(more), callback_id: 'form', notify_on_close: true })
      await stage.maria.clicks('More')
      await stage.slack.views.push({ trigger_id: String(lastDelivery(stage).trigger_id), view: form })
      await stage.maria.dismisses()
      expect(stage.maria.modal()).toBeUndefined()
      expect(lastDelivery(stage)).toMatchObject({ type: 'view_closed', is_cleared: true, view: { id: root } })
    },
  },
  'a closed view leaves out its inputs': closes('cancels', { notify_on_close: true }, (stage) => {
    expect(lastDelivery(stage)).toMatchObject({ type: 'view_closed', view: { state: { values: {} } } })
    expect(deliveriesOf(stage, 'interactive').at(-1)?.payload.view).toHaveProperty('state.values', {})
  }),
  'a required input is filled in': underInput(
    { type: 'plain_text_input' },
    null,
    'Please complete this required field.',
  ),
  'a text reaches its min_length': underInput(
    { type: 'plain_text_input', min_length: 3 },
    'ab',
    'Please enter at least 3 characters.',
  ),
  'a text stays within its max_length': underInput(
    { type: 'plain_text_input', max_length: 3 },
    'abcd',
    'Please enter no more than 3 characters.',
  ),
  'a number is a number': underInput(
    { type: 'number_input', is_decimal_allowed: true },
    'several',
    'Please enter a valid number.',
  ),
  'a whole number has no decimals': underInput(numbers, '2.5', 'Please enter a whole number.'),
  'a number reaches min_value': underInput(numbers, '1', 'Please enter a number that is at least 2.'),
  'a number stays within max_value': underInput(numbers, '6', 'Please enter a number that is at most 5.'),
  'an email input holds an address': underInput(
    { type: 'email_text_input' },
    'maria',
    'Please enter a valid email address.',
  ),
  'a URL input holds a URL': underInput({ type: 'url_text_input' }, 'example', 'Please enter a valid URL.'),
  'a date is a date': underInput({ type: 'datepicker' }, 'soon', 'Please choose a date.'),
  'a time is a time': underInput({ type: 'timepicker' }, 'soon', 'Please choose a time.'),
  'files stay within max_files': {
    ...underInput(photos, [photo('a.png'), photo('b.png')], 'Please choose no more than 1 file.'),
    ...taking,
  },
  'files have the filetypes asked for': {
    ...underInput(photos, [photo('a.pdf')], 'a.pdf is not of a kind taken here: png.'),
    ...taking,
  },
  'a choice stays within max_selected_items': underInput(
    { type: 'multi_static_select', options, max_selected_items: 1 },
    ['One', 'Two'],
    'Please choose no more than 1.',
  ),
}
