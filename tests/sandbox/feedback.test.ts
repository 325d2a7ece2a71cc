import { afterEach, expect, test } from 'vitest'
import { chatApp, deed } from './chat-app.ts'
import type { Running } from './little-app.ts'
import { plain } from './specimens.ts'

let running: Running

afterEach(() => running.close())

const feedback = {
  type: 'feedback_buttons',
  action_id: 'feedback',
  positive_button: { text: plain('Helpful'), value: 'good' },
  negative_button: { text: plain('Wrong'), value: 'bad' },
}
const remove = { type: 'icon_button', action_id: 'remove', icon: 'trash', text: plain('Remove'), value: '7' }

const start = async () => {
  const seen: unknown[] = []
  running = await chatApp((app) => {
    app.action(/.*/, async ({ ack, payload }) => {
      await ack()
      seen.push(payload)
    })
  })
  const { sandbox, app } = running
  const blocks = [{ type: 'context_actions', elements: [feedback, remove] }]
  await app.client.chat.postMessage({ channel: sandbox.channel('#ops').id, text: 'card', blocks: blocks as never })
  return { maria: sandbox.member('@maria'), seen }
}

test('feedback and icon buttons report which was pressed', async () => {
  const { maria, seen } = await start()
  expect(maria.sees('#ops')).toEqual(['[Helpful] [Wrong] [Remove]'])
  await maria.clicks('Wrong')
  await maria.clicks('Remove')
  expect(seen).toMatchObject([
    { type: 'feedback_buttons', action_id: 'feedback', value: 'bad', text: { text: 'Wrong' } },
    { type: 'icon_button', action_id: 'remove', value: '7' },
  ])
})

test('feedback is one of the two', async () => {
  const { maria, seen } = await start()
  const message = maria.snapshot().messages.at(-1)
  const where = { message: message?.ts ?? '', channel: message?.channel ?? '', ephemeral: false }
  const blockId = String(message?.blocks[0]?.block_id)
  const act = { kind: 'element', where, blockId, actionId: 'feedback' } as const
  expect(await deed(running, 'maria', { ...act, action: { value: 'middling' } })).toMatchObject({ ok: false })
  expect(seen).toEqual([])
})
