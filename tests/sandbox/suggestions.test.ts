import type { App } from '@slack/bolt'
import { afterEach, describe, expect, test } from 'vitest'
import { chatApp, deed } from './chat-app.ts'
import type { Running } from './little-app.ts'
import { actions, input, modalWith } from './specimens.ts'

let running: Running

afterEach(() => running.close())

const machines = ['Fridge 1', 'Fridge 2', 'Freezer', 'Forklift']
const option = (text: string) => ({ text: { type: 'plain_text' as const, text }, value: text.toLowerCase() })
const matching = (query: string) =>
  machines.filter((one) => one.toLowerCase().includes(query.toLowerCase())).map(option)

const picker = (more: object = {}) => ({
  type: 'external_select',
  action_id: 'machine',
  placeholder: { type: 'plain_text', text: 'Which machine?' },
  ...more,
})

const start = async (listen: (app: App) => void, timing = {}) => {
  running = await chatApp(listen, [], timing)
  const { sandbox, app } = running
  const post = (element: object) =>
    app.client.chat.postMessage({
      channel: sandbox.channel('#ops').id,
      text: 'card',
      blocks: [actions(element as never)] as never,
    })
  return { sandbox, post, maria: sandbox.member('@maria') }
}

const answering =
  (seen: unknown[] = []) =>
  (app: App) => {
    app.options('machine', async ({ ack, options }) => {
      seen.push(options)
      await ack({ options: matching(options.value) })
    })
    app.action('machine', async ({ ack, payload }) => {
      await ack()
      seen.push(payload)
    })
  }

describe('a select whose options the app loads', () => {
  test('asks the app for what was typed, and reports what was chosen', async () => {
    const seen: unknown[] = []
    const { sandbox, maria, post } = await start(answering(seen))
    await post(picker())
    expect(await maria.searches('fri')).toEqual(['Fridge 1', 'Fridge 2'])
    expect(seen).toMatchObject([
      {
        type: 'block_suggestion',
        action_id: 'machine',
        block_id: expect.any(String),
        value: 'fri',
        user: { id: maria.id },
        channel: { id: sandbox.channel('#ops').id, name: 'ops' },
        container: { type: 'message', is_ephemeral: false },
        message: { text: 'card' },
      },
    ])
    expect(await maria.chooses('Fridge 2')).toEqual({ ok: true })
    expect(seen.at(-1)).toMatchObject({ type: 'external_select', selected_option: option('Fridge 2') })
  })

  test('asks from three characters on, or from as many as the app says', async () => {
    const seen: unknown[] = []
    const { maria, post } = await start(answering(seen))
    await post(picker())
    await expect(maria.searches('fr')).rejects.toThrow('Type at least 3 characters to search.')
    expect(seen).toEqual([])
    await post(picker({ min_query_length: 0 }))
    expect(await maria.searches('')).toEqual(machines)
  })

  test('takes nothing that the app did not offer', async () => {
    const { maria, post } = await start(answering())
    await post(picker())
    await expect(maria.chooses('Bulldozer')).rejects.toThrow('There is no option “Bulldozer”')
    const message = maria.snapshot().messages.at(-1)
    const block = message?.blocks[0]
    const where = { message: message?.ts ?? '', channel: message?.channel ?? '', ephemeral: false }
    const act = { kind: 'element', where, blockId: String(block?.block_id), actionId: 'machine' } as const
    expect(await deed(running, 'maria', { ...act, action: { selected_option: option('Forklift') } })).toEqual({
      ok: false,
      error: 'That is not one of the options.',
    })
    await maria.searches('Forklift')
    expect(await deed(running, 'maria', { ...act, action: { selected_option: option('Forklift') } })).toEqual({
      ok: true,
    })
  })

  test('holds groups, several choices and presets in a form', async () => {
    const submitted: unknown[] = []
    const { sandbox, maria } = await start((app) => {
      app.command('/open', async ({ ack, body, client }) => {
        await ack()
        const element = { ...picker({ initial_options: [option('Forklift')] }), type: 'multi_external_select' }
        await client.views.open({ trigger_id: body.trigger_id, view: modalWith(input(element)) as never })
      })
      app.options('machine', async ({ ack }) => {
        const label = { type: 'plain_text' as const, text: 'Cold' }
        await ack({ option_groups: [{ label, options: matching('fr') }] })
      })
      app.view(/.*/, async ({ ack, view }) => {
        submitted.push(Object.values(view.state.values)[0]?.machine?.selected_options?.map((one) => one.value))
        await ack()
      })
    })
    await maria.runs('/open', { in: '#ops' })
    await sandbox.settled()
    const label = maria.modal()?.labels[0] ?? ''
    await maria.fills({ [label]: ['Fridge 1', 'Freezer'] })
    expect(await maria.submits()).toBeUndefined()
    expect(submitted).toEqual([['fridge 1', 'freezer']])
  })

  test('says so where nothing fits', async () => {
    const { maria, post } = await start(answering())
    await post(picker())
    expect(await maria.searches('bulldozer')).toEqual([])
  })

  test.each([
    ['101 options', { options: Array.from({ length: 101 }, (_, at) => option(`Machine ${at}`)) }],
    ['an option that is too long', { options: [option('x'.repeat(76))] }],
    ['neither options nor groups', { text: 'hello' }],
    ['both', { options: [option('a')], option_groups: [{ label: option('a').text, options: [option('a')] }] }],
    ['what is no option', { options: ['Fridge'] }],
  ])('does not take %s', async (_, answer) => {
    const { sandbox, maria, post } = await start((app) => {
      app.options('machine', async ({ ack }) => ack(answer as never))
    })
    await post(picker())
    await expect(maria.searches('fridge')).rejects.toThrow(
      'The options could not be loaded: the app sent something unusable.',
    )
    expect(sandbox.traffic.problems).toHaveLength(1)
  })

  test('tells the member when the app does not answer in time', async () => {
    const { maria, post } = await start(() => undefined, { ackMs: 80 })
    await post(picker())
    await expect(maria.searches('fridge')).rejects.toThrow('The options could not be loaded. Try again?')
    expect(maria.warnings()).toEqual(['The options could not be loaded. Try again?'])
  })
})
