import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Act, ActResult } from '../../src/sandbox/protocol.ts'
import type { FaultKind, FaultWish } from '../../src/sandbox/tools-protocol.ts'
import { littleApp, type Running } from './little-app.ts'
import { button, section } from './specimens.ts'

let running: Running

beforeEach(async () => {
  running = await littleApp('socket-mode', (app) => {
    app.action('done', async ({ ack, respond }) => {
      await ack()
      await respond({ text: 'Thank you', replace_original: false })
    })
  })
})
afterEach(() => running.close())

async function act(deed: Act): Promise<ActResult> {
  const body = JSON.stringify({ as: 'maria', act: deed })
  return (await (await fetch(`${running.sandbox.url}/sandbox/act`, { method: 'POST', body })).json()) as ActResult
}

const switchOn = (fault: FaultWish) => act({ kind: 'fault', fault })
const maria = () => running.sandbox.member('@maria')
const on = () => maria().snapshot().faults
const told = () => on().map(({ kind, scope, value, left, hits }) => ({ kind, scope, value, left, hits }))

/** One call as the app makes it, without a client's patience. */
async function call(method: string, args: Readonly<Record<string, string>> = {}) {
  const answer = await fetch(`${running.sandbox.apiUrl}${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${running.sandbox.botToken}` },
    body: new URLSearchParams(args),
  }).catch(() => undefined)
  if (answer === undefined) return 'dropped'
  const { error = 'ok' } = answer.headers.get('content-type')?.includes('json')
    ? ((await answer.json()) as { error?: string })
    : { error: await answer.text() }
  return answer.status === 200 ? error : `${answer.status} ${error.trim()}`
}
const post = (text = 'card') => call('chat.postMessage', { channel: running.sandbox.channel('#ops').id, text })
const said = () => running.sandbox.messages('#ops').map(({ text }) => text)

describe('a fault that is switched on from the page', () => {
  test.each<[FaultWish, string, readonly string[]]>([
    [{ kind: 'rate-limit', value: 7, times: 1 }, '429 ratelimited', []],
    [{ kind: 'drop-before', times: 1 }, 'dropped', []],
    [{ kind: 'drop-after', times: 1 }, 'dropped', ['card']],
    [{ kind: 'fail-before', times: 1 }, '500 Something went wrong', []],
    [{ kind: 'fail-after', times: 1 }, '500 Something went wrong', ['card']],
    [{ kind: 'refuse', value: 'fatal_error', times: 1 }, 'fatal_error', []],
    [{ kind: 'slow', value: 0.1, times: 1 }, 'ok', ['card']],
  ])('%o meets the calls that it is about, as often as was asked', async (wish, outcome, messages) => {
    expect(await switchOn({ ...wish, scope: 'chat.postMessage' })).toEqual({ ok: true })
    expect(await call('users.list')).toBe('ok')
    expect(told()).toMatchObject([{ scope: 'chat.postMessage', kind: wish.kind, left: 1, hits: 0 }])
    expect(await post()).toBe(outcome)
    expect(said()).toEqual(messages)
    expect(told()).toMatchObject([{ left: 0, hits: 1 }])
    expect(await post('again')).toBe('ok')
  })

  test('an outage closes the sockets and answers nothing but 503, to the app and not to the page', async () => {
    await post()
    expect(await switchOn({ kind: 'outage' })).toEqual({ ok: true })
    expect(maria().snapshot().app.connected).toBe(false)
    expect(await post()).toBe('503 Something went wrong')
    expect(told()).toEqual([{ kind: 'outage', scope: null, value: null, left: null, hits: expect.any(Number) }])
    expect(on()[0]?.hits).toBeGreaterThan(0)
    await act({ kind: 'faults-off' })
    expect(on()).toEqual([])
    expect(await post()).toBe('ok')
    await expect.poll(() => running.sandbox.connections(), { timeout: 10_000 }).toBe(1)
  })

  test('a revoked token is refused, and each refusal is counted', async () => {
    await switchOn({ kind: 'token-revoked' })
    expect(await post()).toBe('token_revoked')
    expect(await call('users.list')).toBe('token_revoked')
    expect(told()).toMatchObject([{ kind: 'token-revoked', hits: 2 }])
  })

  test("Slack's own rate limits count the calls that they refused", async () => {
    await switchOn({ kind: 'rate-limits' })
    const outcomes = await Promise.all(['1', '2', '3', '4'].map(post))
    expect(outcomes).toEqual(['ok', 'ok', 'ok', '429 ratelimited'])
    expect(told()).toMatchObject([{ kind: 'rate-limits', hits: 1 }])
  })

  test('duplicate delivery brings a click twice', async () => {
    const { sandbox, app } = running
    const blocks = [section('Lights', { accessory: button('Done', { action_id: 'done' }) })] as never
    await app.client.chat.postMessage({ channel: sandbox.channel('#ops').id, text: 'card', blocks })
    await switchOn({ kind: 'duplicate', scope: 'interactive', times: 1 })
    await maria().clicks('Done')
    await sandbox.settled()
    expect(sandbox.traffic.deliveries.map(({ type }) => type)).toEqual(['interactive', 'interactive'])
    expect(maria().ephemerals('#ops')).toEqual(['Thank you', 'Thank you'])
  })

  test('sockets are asked to reconnect, and where there are none that is said', async () => {
    expect(await act({ kind: 'disconnect', how: 'link' })).toEqual({ ok: true })
    await expect.poll(() => running.sandbox.connections()).toBe(0)
    expect(await act({ kind: 'disconnect', how: 'link' })).toEqual({
      ok: false,
      error: 'No socket is open that could be disconnected.',
    })
    await expect.poll(() => running.sandbox.connections(), { timeout: 10_000 }).toBe(1)
  })

  test('a channel is archived until the fault is switched off, or somebody unarchives it', async () => {
    const ops = running.sandbox.channel('#ops')
    await switchOn({ kind: 'archived', scope: ops.id })
    expect(await post()).toBe('is_archived')
    expect(told()).toMatchObject([{ kind: 'archived', scope: ops.id }])
    expect(await switchOn({ kind: 'archived', scope: ops.id })).toMatchObject({ error: '#ops is archived already.' })
    await act({ kind: 'fault-off', id: on()[0]?.id ?? '' })
    expect(await post()).toBe('ok')
    running.sandbox.faults.archive('#ops')
    ops.unarchive()
    expect(on()).toEqual([])
    running.sandbox.faults.archive('#ops')
    await act({ kind: 'faults-off' })
    expect(ops.isArchived()).toBe(false)
  })

  test('what is whispered to a member who is away is lost, and counted', async () => {
    const { id } = maria()
    const whisper = () =>
      call('chat.postEphemeral', { channel: running.sandbox.channel('#ops').id, user: id, text: 'Psst' })
    await switchOn({ kind: 'away', scope: id })
    expect(await whisper()).toBe('ok')
    expect(maria().ephemerals('#ops')).toEqual([])
    expect(told()).toMatchObject([{ kind: 'away', scope: id, hits: 1 }])
    running.sandbox.faults.away.clear()
    await whisper()
    expect(maria().ephemerals('#ops')).toEqual(['Psst'])
  })
})

test('faults that a test switched on are listed and switched off like any other, and a gate lets go', async () => {
  const gate = running.sandbox.faults.holdBefore({ method: 'chat.postMessage', times: 1 })
  const held = post()
  await gate.reached
  expect(told()).toMatchObject([{ kind: 'hold-before', scope: 'chat.postMessage', left: 0, hits: 1 }])
  await act({ kind: 'fault-off', id: on()[0]?.id ?? '' })
  expect(await held).toBe('ok')
  expect(on()).toEqual([])
})

test('a spent fault keeps its hits until the next of its kind', async () => {
  const refused = { kind: 'refuse', value: 'fatal_error', times: 1 } as const
  await switchOn(refused)
  await post()
  await switchOn(refused)
  expect(told()).toMatchObject([{ left: 1, hits: 0 }])
})

test.each<[object, RegExp]>([
  [{ kind: 'earthquake' }, /does not know this fault/],
  [{ kind: 'toString' }, /does not know this fault/],
  [{ kind: 'refuse', value: 'Not an error' }, /error code/],
  [{ kind: 'refuse', scope: 'chat postMessage' }, /name of a method/],
  [{ kind: 'slow', value: 3_600 }, /from 0.1 to 60 seconds/],
  [{ kind: 'rate-limit', value: 1.5 }, /whole number of seconds/],
  [{ kind: 'drop-after', times: 0 }, /whole number from 1/],
  [{ kind: 'duplicate', scope: 'pigeons' }, /Events, interactions and commands/],
  [{ kind: 'archived', scope: 'C404' }, /Choose a channel/],
  [{ kind: 'away' }, /Choose a member/],
  [{ kind: 'hold-before' satisfies FaultKind }, /Only a test/],
])('a wish that makes no sense gets a sentence: %o', async (wish, sentence) => {
  const answer = await switchOn(wish as FaultWish)
  expect(answer).toEqual({ ok: false, error: expect.stringMatching(sentence) })
  expect(on()).toEqual([])
})
