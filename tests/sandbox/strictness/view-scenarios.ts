import { expect } from 'vitest'
import type { triggerRules } from '../../../src/sandbox/rules/trigger-rules.ts'
import type { viewRules } from '../../../src/sandbox/rules/view-rules.ts'
import { button, input, section } from '../specimens.ts'
import { acknowledging, commandTrigger, deliveriesOf, lastDelivery, modal, openModal } from './doings.ts'
import { manifestWith, refuses, type Scenario, type Scenarios, type Stage } from './stage.ts'

const plain = modal(section('Readings'))
const inside = modal(section('Readings', { accessory: button('More', { action_id: 'more' }) }))
const withApp = { app: acknowledging } as const

const open = async (stage: Stage, view = plain) =>
  stage.slack.views.open({ trigger_id: await commandTrigger(stage), view })

/** A trigger from a button inside Maria's open modal. */
async function innerTrigger(stage: Stage): Promise<string> {
  await stage.maria.clicks('More')
  return String(lastDelivery(stage).trigger_id)
}

export const triggerScenarios: Scenarios<typeof triggerRules> = {
  'a trigger was issued': refuses(({ slack }) => slack.views.open({ trigger_id: 'nonsense', view: plain })),
  'a trigger is used once': {
    ...withApp,
    show: async (stage) => {
      const trigger_id = await commandTrigger(stage)
      await stage.slack.views.open({ trigger_id, view: plain })
      await stage.refused(stage.slack.views.open({ trigger_id, view: plain }))
    },
  },
  'a trigger lasts three seconds': {
    ...withApp,
    show: async (stage) => {
      const early = await commandTrigger(stage)
      stage.pass(3_000)
      await stage.slack.views.open({ trigger_id: early, view: plain })
      const late = await commandTrigger(stage)
      stage.pass(3_001)
      await stage.refused(stage.slack.views.open({ trigger_id: late, view: plain }))
    },
  },
  'a view is pushed from inside the open modal': {
    ...withApp,
    show: async (stage) => {
      await open(stage)
      const trigger_id = await commandTrigger(stage)
      await stage.refused(stage.slack.views.push({ trigger_id, view: plain }))
    },
  },
}

const home = (text: string, more: object = {}) => ({ type: 'home', blocks: [section(text)], ...more }) as never
const noteInput = (blockId: string) =>
  modal(input({ type: 'plain_text_input', action_id: 'note' }, { block_id: blockId }))

/** Maria fills in a form that is then updated to each of these in turn. */
const typedInto = (updates: readonly string[], held: unknown): Scenario => ({
  ...withApp,
  show: async (stage) => {
    const view_id = await openModal(stage, noteInput('note'))
    await stage.maria.fills({ Label: 'typed' })
    for (const blockId of updates) await stage.slack.views.update({ view_id, view: noteInput(blockId) })
    expect(stage.maria.modal()?.values).toEqual({ Label: held })
  },
})

const withoutHome = { manifest: manifestWith({ home: { home_tab_enabled: false } }) }

export const viewScenarios: Scenarios<typeof viewRules> = {
  'a view has the type of its surface': refuses(
    ({ slack, maria }) => slack.views.publish({ user_id: maria.id, view: plain as never }),
    { pointer: '/view/type' },
  ),
  'modals are stacked three deep': {
    ...withApp,
    show: async (stage) => {
      await open(stage, inside)
      const push = async () => stage.slack.views.push({ trigger_id: await innerTrigger(stage), view: inside })
      await push()
      await push()
      await stage.refused(push())
    },
  },
  'an external_id names one view': {
    ...withApp,
    show: async (stage) => {
      await stage.slack.views.publish({ user_id: stage.ben.id, view: home('x', { external_id: 'one' }) })
      await stage.refused(open(stage, { ...plain, external_id: 'one' }))
    },
  },
  'an update names its view': refuses(({ slack }) => slack.apiCall('views.update', { view: plain })),
  'a view that is updated is there': refuses(({ slack }) => slack.views.update({ view_id: 'V404', view: plain })),
  'a hash is that of the view as it is': {
    show: async ({ slack, maria, refused }) => {
      const { view } = await slack.views.publish({ user_id: maria.id, view: home('one') })
      const hash = view?.hash ?? ''
      await slack.views.publish({ user_id: maria.id, view: home('two'), hash })
      await refused(slack.views.publish({ user_id: maria.id, view: home('three'), hash }))
    },
  },
  'what was typed stays where the ids stay': typedInto(['note'], 'typed'),
  'what was typed is lost where an id changes': typedInto(['other', 'note'], null),
  'the Home tab is on': refuses(({ slack, maria }) => slack.views.publish({ user_id: maria.id, view: home('x') }), {
    options: withoutHome,
  }),
  'Home is published to a member': refuses(({ slack }) =>
    slack.views.publish({ user_id: 'U0NOBODY0', view: home('x') }),
  ),
  'only a Home that is on is opened': {
    options: withoutHome,
    show: async (stage) => {
      await stage.maria.opensHome()
      expect(deliveriesOf(stage, 'events_api')).toEqual([])
    },
  },
}
