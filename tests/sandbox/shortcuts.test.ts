import { afterEach, expect, test } from 'vitest'
import { chatApp } from './chat-app.ts'
import { form, type Running } from './little-app.ts'

let running: Running

afterEach(() => running.close())

test('a global shortcut opens a form with its trigger', async () => {
  const seen: unknown[] = []
  running = await chatApp((app) => {
    app.shortcut({ callback_id: 'report', type: 'shortcut' }, async ({ ack, shortcut, client }) => {
      await ack()
      seen.push(shortcut)
      await client.views.open({ trigger_id: shortcut.trigger_id, view: form })
    })
  })
  const maria = running.sandbox.member('@maria')
  expect(await maria.usesShortcut('New report')).toEqual({ ok: true })
  await running.sandbox.settled()
  expect(maria.modal()?.title).toBe('Readings')
  expect(seen).toMatchObject([{ type: 'shortcut', callback_id: 'report', user: { id: maria.id, username: 'maria' } }])
  expect(seen[0]).not.toHaveProperty('channel')
  expect(seen[0]).not.toHaveProperty('response_url')
})

test('a message shortcut carries the message, and a way to answer there', async () => {
  const seen: unknown[] = []
  running = await chatApp((app) => {
    app.shortcut({ callback_id: 'task', type: 'message_action' }, async ({ ack, shortcut, respond }) => {
      await ack()
      seen.push(shortcut)
      await respond('Made a task of it.')
    })
  })
  const { sandbox } = running
  const maria = sandbox.member('@maria')
  await sandbox.member('@ben').says('The gate is stuck', { in: '#general' })
  expect(await maria.usesShortcut('Make it a task', { message: 'gate is stuck', in: '#general' })).toEqual({ ok: true })
  await sandbox.settled()
  const [said] = sandbox.messages('#general')
  expect(seen).toMatchObject([
    {
      type: 'message_action',
      callback_id: 'task',
      channel: { name: 'general' },
      message_ts: said?.ts,
      message: { type: 'message', text: 'The gate is stuck', user: sandbox.member('@ben').id },
      response_url: expect.stringContaining('/response/'),
      trigger_id: expect.any(String),
    },
  ])
  expect(maria.ephemerals('#general')).toEqual(['Made a task of it.'])
})

test('what a member wrote cannot be replaced through a message shortcut', async () => {
  const failures: unknown[] = []
  running = await chatApp((app) => {
    app.shortcut('task', async ({ ack, respond }) => {
      await ack()
      await respond({ text: 'Mine now', replace_original: true }).catch((error: unknown) => failures.push(error))
    })
  })
  const maria = running.sandbox.member('@maria')
  await maria.says('The gate is stuck', { in: '#ops' })
  await maria.usesShortcut('Make it a task', { message: 'gate', in: '#ops' })
  await running.sandbox.settled()
  expect(failures).toHaveLength(1)
  expect(maria.sees('#ops')).toEqual(['The gate is stuck'])
})

test('a shortcut that is not acknowledged in time tells the member', async () => {
  running = await chatApp(() => undefined, [], { ackMs: 80 })
  const maria = running.sandbox.member('@maria')
  const trouble = 'We had some trouble connecting. Try again?'
  expect(await maria.usesShortcut('New report')).toEqual({ ok: false, error: trouble })
  expect(maria.warnings()).toEqual([trouble])
})

test('a shortcut that the manifest does not have names those it has', async () => {
  running = await chatApp()
  const maria = running.sandbox.member('@maria')
  await expect(maria.usesShortcut('Nothing')).rejects.toThrow(
    'There is no global shortcut “Nothing”; there are: New report',
  )
  await maria.says('hello', { in: '#ops' })
  await expect(maria.usesShortcut('New report', { message: 'hello', in: '#ops' })).rejects.toThrow(
    'there are: Make it a task',
  )
  expect(maria.snapshot().shortcuts.map((one) => [one.name, one.kind])).toEqual([
    ['New report', 'global'],
    ['Make it a task', 'message'],
  ])
})
