import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Act, ActResult, Snapshot, TimeMachine } from '../../src/sandbox/protocol.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts'
import { manifest } from './manifest.ts'
import { openStream } from './page-stream.ts'

let sandbox: Sandbox
let now = new Date('2026-11-20T14:00:00Z')

const machine: TimeMachine = {
  stops: async () => [{ id: 'next', label: 'Next', what: 'Checklist', at: new Date('2026-11-21T14:00:00Z') }],
  playTo: async (at, { tell }) => {
    now = at
    tell([{ text: 'Morning checklist opened', message: null }])
  },
  isRunning: () => false,
  run: () => undefined,
}

beforeEach(async () => {
  sandbox = await startSandbox({ manifest, clock: () => now, timeMachine: machine })
})
afterEach(() => sandbox.close())

async function act(as: string, deed: Act): Promise<ActResult> {
  const answer = await fetch(`${sandbox.url}/sandbox/act`, { method: 'POST', body: JSON.stringify({ as, act: deed }) })
  return (await answer.json()) as ActResult
}

/** Opens a window, does something, and waits until the window shows what is wished for. */
async function watch(
  as: string,
  wish: (seen: Snapshot) => boolean,
  then: () => unknown = () => undefined,
): Promise<Snapshot> {
  const stream = await openStream(sandbox.url, as)
  await stream.until(() => true)
  await then()
  const seen = await stream.until(wish)
  await stream.close()
  return seen
}

test('the page is told at once what a member sees, and again when it changes', async () => {
  const maria = sandbox.member('@maria')
  const seen = await watch(
    maria.id,
    (one) => one.messages.length > 0,
    () => act(sandbox.member('@ben').id, { kind: 'say', channel: sandbox.channel('#ops').id, text: 'Hello @maria' }),
  )
  expect(seen).toMatchObject({
    me: maria.id,
    app: { name: 'Little app', connected: false },
    messages: [{ text: `Hello <@${maria.id}>`, ephemeral: false, ts: expect.stringMatching(/^1795183200\./) }],
    notifications: [{ title: 'Ben Carter in #ops', text: 'Hello @maria' }],
    commands: [
      { command: '/open', description: 'Opens a form', usageHint: '' },
      { command: '/echo' },
      { command: '/silent' },
    ],
    clock: { now: '2026-11-20T14:00:00.000Z', machine: { stops: [{ what: 'Checklist' }], playing: false } },
  })
  expect(seen.channels.find((one) => one.name === 'ops')).toMatchObject({ unread: 1, mentions: 1 })
})

test('what is sent is what there is, whatever was sent before', async () => {
  const [maria, ben] = [sandbox.member('@maria'), sandbox.member('@ben')]
  const channel = sandbox.channel('#incidents').id
  const say = (text: string, threadTs?: string) =>
    act(ben.id, { kind: 'say', channel, text, ...(threadTs === undefined ? {} : { threadTs }) })
  const said = (snapshot: Snapshot, text: string) => snapshot.messages.find((one) => one.text === text)
  await say('First')
  const first = await watch(maria.id, (one) => said(one, 'First') !== undefined)
  expect(said(first, 'First')).toMatchObject({ replies: 0 })
  const answered = await watch(
    maria.id,
    (one) => said(one, 'Answer') !== undefined,
    () => say('Answer', said(first, 'First')?.ts),
  )
  expect(said(answered, 'First')).toMatchObject({ replies: 1 })
  expect(answered).toEqual(maria.snapshot())
  await act(maria.id, { kind: 'read', channel })
  const read = await watch(maria.id, () => true)
  expect(read.channels.find(({ id }) => id === channel)).toMatchObject({ unread: 0 })
  expect(read).toEqual(maria.snapshot())
})

test('the clock is played forward, never back', async () => {
  const maria = sandbox.member('@maria').id
  expect(await act(maria, { kind: 'play-to', at: '2026-11-19T14:00:00Z' })).toMatchObject({ ok: false })
  expect(await act(maria, { kind: 'play-to', at: '2026-11-21T14:00:00Z' })).toEqual({ ok: true })
  expect(sandbox.member('@maria').snapshot().clock).toMatchObject({
    now: '2026-11-21T14:00:00.000Z',
    machine: { happened: { count: 1, newest: [{ text: 'Morning checklist opened' }] } },
  })
})

test('acts that cannot be done answer with a sentence', async () => {
  const maria = sandbox.member('@maria').id
  expect(await act(maria, { kind: 'submit', view: 'V404' })).toEqual({
    ok: false,
    error: 'This form is no longer open.',
  })
  expect(await act(maria, { kind: 'dance' } as never)).toMatchObject({ ok: false })
  expect(await act('U404', { kind: 'open-home' })).toMatchObject({ ok: false })
  const channel = sandbox.channel('#ops').id
  expect(await act(maria, { kind: 'invite', channel, user: 'U404' })).toEqual({
    ok: false,
    error: 'This person is not in the workspace.',
  })
})

test('a window that opens later shows the time of that moment, though nothing happened meanwhile', async () => {
  now = new Date('2026-11-20T14:00:00Z')
  await watch('maria', () => true)
  now = new Date('2026-11-20T14:10:00Z')
  expect((await watch('maria', () => true)).clock.now).toBe('2026-11-20T14:10:00.000Z')
})

test('somebody who is not here is told who is', async () => {
  const answer = await fetch(`${sandbox.url}/sandbox/state?as=nobody`)
  expect(answer.status).toBe(404)
  expect(await answer.text()).toBe(
    'Nobody called nobody is here. Choose one of @maria, @ben, @cara, @dana, @eli with ?as=.\n',
  )
})

test('a port in use is named as such', async () => {
  const port = Number(new URL(sandbox.url).port)
  await expect(startSandbox({ manifest, port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
