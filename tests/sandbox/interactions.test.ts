import type { App } from '@slack/bolt'
import { afterEach, describe, expect, test } from 'vitest'
import { form, littleApp, type Running } from './little-app.ts'
import { actions, button, input, modalWith, option, section } from './specimens.ts'

let running: Running

afterEach(() => running.close())

const start = async (over: 'socket-mode' | 'http', listen: (app: App) => void, timing = {}) => {
  running = await littleApp(over, listen, { timing })
  const { sandbox, app } = running
  const post = (...blocks: readonly object[]) =>
    app.client.chat.postMessage({ channel: sandbox.channel('#ops').id, text: 'card', blocks: blocks as never })
  return { sandbox, maria: sandbox.member('@maria'), ben: sandbox.member('@ben'), client: app.client, post }
}

const row = (text: string) => section(text, { accessory: button('Done', { action_id: 'done', value: text }) })

describe.each(['socket-mode', 'http'] as const)('a click over %s', (over) => {
  test('carries who, where, which and a way to answer', async () => {
    const seen: unknown[] = []
    const { maria, post, sandbox } = await start(over, (app) => {
      app.action('done', async ({ ack, body, respond }) => {
        seen.push(body)
        await ack()
        await respond({ text: 'Saved.', response_type: 'ephemeral', replace_original: false })
      })
    })
    await post(row('Lights on'), row('Database backup'))
    expect(await maria.clicks('Done', 'Database backup')).toEqual({ ok: true })
    await sandbox.settled()
    expect(seen).toMatchObject([
      {
        type: 'block_actions',
        user: { id: maria.id, username: 'maria' },
        container: { type: 'message', channel_id: sandbox.channel('#ops').id, is_ephemeral: false },
        channel: { name: 'ops' },
        message: { text: 'card', blocks: [{ type: 'section' }, { type: 'section' }] },
        actions: [{ type: 'button', action_id: 'done', value: 'Database backup' }],
        state: { values: {} },
      },
    ])
    expect(maria.ephemerals('#ops')).toEqual(['Saved.'])
  })

  test('without an answer tells the member', async () => {
    const { maria, post } = await start(over, () => undefined, { ackMs: 80 })
    await post(row('Lights on'))
    expect(await maria.clicks('Done')).toEqual({ ok: false, error: 'We had some trouble connecting. Try again?' })
    expect(maria.warnings()).toHaveLength(1)
  })

  test('of a command without an answer is an operation_timeout', async () => {
    const { maria } = await start(over, () => undefined, { ackMs: 80 })
    expect(await maria.runs('/silent', { in: '#ops' })).toEqual({
      ok: false,
      error: '/silent failed with the error "operation_timeout"',
    })
  })
})

describe('what a member can click', () => {
  test('is listed when the button is not there', async () => {
    const { maria, post } = await start('socket-mode', () => undefined)
    await post(section('Backup', { accessory: { type: 'overflow', action_id: 'more', options: [option('Undo')] } }))
    await expect(maria.clicks('Done', 'Backup')).rejects.toThrow(
      /There is no button \[Done\] near “Backup”[\s\S]*\{Undo\} in “Backup/,
    )
  })

  test('is found by the row above it and by its label for screen readers', async () => {
    const clicked: unknown[] = []
    const { maria, post } = await start('socket-mode', (app) => {
      app.action('done', async ({ ack, payload }) => {
        clicked.push('value' in payload ? payload.value : null)
        await ack()
      })
    })
    await post(section('Fridge 1'), actions(button('Done', { action_id: 'done', value: '1' })), section('Fridge 2'))
    await post(
      section('Fridges'),
      actions(button('Done', { action_id: 'done', value: '2', accessibility_label: 'Mark done: fridge 2' })),
    )
    await maria.clicks('Done', 'Fridge 1')
    await maria.clicks('Done', 'fridge 2')
    expect(clicked).toEqual(['1', '2'])
  })

  test('does not include archived channels', async () => {
    const { maria, post, sandbox } = await start('socket-mode', () => undefined)
    await post(row('Lights on'))
    sandbox.faults.archive('#ops')
    expect(await maria.clicks('Done')).toEqual({ ok: false, error: 'This channel is archived.' })
  })

  test('reports the choice of a menu and the whole set of checkboxes', async () => {
    const chosen: unknown[] = []
    const { maria, post } = await start('socket-mode', (app) => {
      app.action(/.*/, async ({ ack, payload, body }) => {
        chosen.push({ payload, state: 'state' in body ? body.state : null })
        await ack()
      })
    })
    await post(
      section('Backup', {
        accessory: { type: 'overflow', action_id: 'more', options: [option('Undo'), option('Fail')] },
      }),
      actions({
        type: 'checkboxes',
        action_id: 'ticks',
        options: [option('A'), option('B')],
        initial_options: [option('A')],
      }),
    )
    await maria.chooses('Fail', 'Backup')
    await maria.chooses('B')
    expect(chosen).toMatchObject([
      { payload: { selected_option: { value: 'Fail' } } },
      { payload: { selected_options: [{ value: 'A' }, { value: 'B' }] } },
    ])
  })
})

describe('a command', () => {
  test('has its names escaped, and answers in private or in the channel', async () => {
    const texts: string[] = []
    const { maria, ben, sandbox } = await start('http', (app) => {
      app.command('/echo', async ({ ack, command }) => {
        texts.push(command.text)
        await ack({ text: command.text, response_type: command.text.startsWith('all') ? 'in_channel' : 'ephemeral' })
      })
    })
    await maria.runs('/echo @ben in #incidents <now> & then', { in: '#ops' })
    await maria.runs('/echo all of you', { in: '#ops' })
    expect(texts[0]).toBe(`<@${ben.id}> in <#${sandbox.channel('#incidents').id}|incidents> &lt;now&gt; &amp; then`)
    expect(maria.ephemerals('#ops')).toEqual(['@ben in #incidents <now> & then'])
    expect(ben.sees('#ops')).toEqual(['/echo all of you', 'all of you'])
  })

  test('that the manifest does not know is refused by Slack itself', async () => {
    const { maria } = await start('socket-mode', () => undefined)
    expect(await maria.runs('/unheard of', { in: '#ops' })).toMatchObject({
      ok: false,
      error: expect.stringContaining('/unheard is not a valid command'),
    })
  })
})

describe('a response_url', () => {
  test('works five times, and edits or deletes the message that was clicked', async () => {
    const urls: string[] = []
    const { maria, post } = await start('socket-mode', (app) => {
      app.action('done', async ({ ack, body }) => {
        urls.push('response_url' in body ? body.response_url : '')
        await ack()
      })
    })
    await post(row('Lights on'))
    await maria.clicks('Done')
    const send = (body: object) =>
      fetch(urls[0] ?? '', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    expect((await send({ replace_original: true, text: 'done', blocks: [section('All done')] })).status).toBe(200)
    expect(maria.sees('#ops')).toEqual(['All done'])
    expect((await send({ delete_original: true })).status).toBe(200)
    expect(maria.sees('#ops')).toEqual([])
    for (let count = 0; count < 3; count += 1) await send({ text: 'again' })
    const sixth = await send({ text: 'again' })
    expect([sixth.status, await sixth.json()]).toEqual([404, { ok: false, error: 'used_url' }])
  })
})

describe('a form', () => {
  const opensWith = (view: object) => (app: App) => {
    app.command('/open', async ({ ack, body, client }) => {
      await client.views.open({ trigger_id: body.trigger_id, view: view as never })
      await ack()
    })
  }

  test('is checked by the client before it is sent', async () => {
    const { maria, sandbox } = await start('socket-mode', opensWith(form))
    await maria.runs('/open', { in: '#ops' })
    await maria.fills({ 'Error count': '501', Note: 'ab' })
    expect(await maria.submits()).toEqual({
      'Error count': 'Please enter a number that is at most 500.',
      Note: 'Please enter at least 3 characters.',
    })
    await maria.fills({ 'Error count': '1.5', Note: null })
    expect(await maria.submits()).toEqual({ 'Error count': 'Please enter a whole number.' })
    expect(sandbox.traffic.deliveries.filter((one) => one.type === 'interactive')).toEqual([])
  })

  test('reports every input, untouched ones as null or as they were preset', async () => {
    const values: unknown[] = []
    const { maria } = await start('socket-mode', (app) => {
      opensWith(form)(app)
      app.view('form', async ({ ack, view }) => {
        values.push(view.state.values)
        await ack()
      })
    })
    await maria.runs('/open', { in: '#ops' })
    await maria.fills({ 'Error count': 7 })
    await maria.submits()
    expect(values).toEqual([
      {
        errors: { n: { type: 'number_input', value: '7' } },
        note: { n: { type: 'plain_text_input', value: null } },
        owner: { n: { type: 'users_select', selected_user: null } },
        health: { n: { type: 'static_select', selected_option: option('Good', 'good') } },
      },
    ])
  })

  test('keeps what was typed where block and action ids stay, and tells of live inputs', async () => {
    const live = (hint: string, more: readonly object[] = []) =>
      modalWith(
        input(
          { type: 'plain_text_input', action_id: 'cadence' },
          { block_id: 'cadence', dispatch_action: true, label: { type: 'plain_text', text: 'When' } },
        ),
        section(hint),
        ...(more as never[]),
      )
    const { maria } = await start('socket-mode', (app) => {
      opensWith(live('nothing yet'))(app)
      app.action('cadence', async ({ ack, client, body, payload }) => {
        const phrase = 'value' in payload ? String(payload.value) : ''
        const view = 'view' in body ? body.view : undefined
        await client.views.update({
          view_id: view?.id ?? '',
          hash: view?.hash ?? '',
          view: live(`You said ${phrase}`) as never,
        })
        await ack()
      })
    })
    await maria.runs('/open', { in: '#ops' })
    await maria.fills({ When: 'day at 09:00' })
    expect(maria.modal()?.text).toContain('You said day at 09:00')
    expect(maria.modal()?.values).toEqual({ When: 'day at 09:00' })
  })

  test('can be updated, pushed upon three deep, cleared, and closed with word to the app', async () => {
    const closed: unknown[] = []
    const { maria } = await start('socket-mode', (app) => {
      opensWith({ ...modalWith(section('1')), callback_id: 'deep', notify_on_close: true })(app)
      app.view({ callback_id: 'deep', type: 'view_submission' }, async ({ ack, view }) => {
        const depth = Number((view.blocks[0] as { text?: { text?: string } }).text?.text)
        await ack({
          response_action: 'push',
          view: { ...modalWith(section(String(depth + 1))), callback_id: 'deep' } as never,
        })
      })
      app.view({ callback_id: 'deep', type: 'view_closed' }, async ({ ack, body }) => {
        closed.push({ id: body.view.id, cleared: 'is_cleared' in body && body.is_cleared })
        await ack()
      })
    })
    await maria.runs('/open', { in: '#ops' })
    const root = maria.modal()?.viewId
    await maria.submits()
    await maria.submits()
    expect(maria.modal()?.text).toBe('3')
    expect(await maria.submits()).toEqual({ '': 'We had some trouble connecting. Try again?' })
    expect(running.sandbox.traffic.problems[0]).toContain('push_limit_reached')
    await maria.cancels()
    expect(maria.modal()?.text).toBe('2')
    await maria.dismisses()
    expect(maria.modal()).toBeUndefined()
    expect(closed).toEqual([{ id: root, cleared: true }])
  })

  test('whose refusal names an unknown block is a fault of the app', async () => {
    const { maria, sandbox } = await start('socket-mode', (app) => {
      opensWith(form)(app)
      app.view('form', ({ ack }) => ack({ response_action: 'errors', errors: { nowhere: 'No.' } }))
    })
    await maria.runs('/open', { in: '#ops' })
    await maria.fills({ 'Error count': 1 })
    expect(await maria.submits()).toHaveProperty('')
    expect(sandbox.traffic.problems).toHaveLength(1)
  })
})

describe('events', () => {
  test('of Home, joins and mentions reach the app that subscribed to them', async () => {
    const heard: string[] = []
    const { maria, sandbox } = await start('http', (app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        await client.views.publish({
          user_id: event.user,
          view: { type: 'home', blocks: [section('Welcome')] } as never,
        })
      })
      app.event('member_joined_channel', async ({ event }) => void heard.push(`joined ${event.channel}`))
      app.event('app_mention', async ({ event }) => void heard.push(event.text))
    })
    await maria.opensHome()
    await sandbox.settled()
    expect(maria.home()).toBe('Welcome')
    await maria.invites('@little', '#general')
    await maria.says('@little help', { in: '#general' })
    await sandbox.settled()
    expect(heard).toEqual([`joined ${sandbox.channel('#general').id}`, `<@${sandbox.botUser}> help`])
  })
})
