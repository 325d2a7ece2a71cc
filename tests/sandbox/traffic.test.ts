import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTraffic } from '../../src/sandbox/controls/traffic.ts'
import {
  type TrafficDetail,
  type TrafficEntry,
  type TrafficNews,
  trafficKept,
} from '../../src/sandbox/tools-protocol.ts'
import { form, littleApp, type Running } from './little-app.ts'
import { button, section } from './specimens.ts'

let running: Running
let page: Awaited<ReturnType<typeof openInspector>>

beforeEach(async () => {
  running = await littleApp(
    'http',
    (app) => {
      app.action('done', async ({ ack, respond }) => {
        await ack()
        await respond({ text: 'Thank you', replace_original: false })
      })
      app.command('/open', async ({ ack, body, client }) => {
        await ack()
        await client.views.open({ trigger_id: body.trigger_id, view: { ...form, callback_id: 'form' } })
      })
      app.command('/echo', ({ ack }) => ack({ text: 'x', blocks: [{ type: 'hologram' }] } as never))
      app.view('form', ({ ack }) => ack({ response_action: 'clear' }))
      app.event('app_mention', async () => undefined)
    },
    { clock: () => new Date('2026-11-20T14:00:00Z'), timing: { ackMs: 1_000, eventRetryMs: [0] } },
  )
  page = await openInspector(running.sandbox.url)
})
afterEach(async () => {
  await page.close()
  await running.close().catch(() => running.sandbox.close())
})

/** What a page hears while its inspector is open. */
async function openInspector(url: string) {
  const leaving = new AbortController()
  const answer = await fetch(`${url}/sandbox/traffic/events`, { signal: leaving.signal })
  const entries = new Map<number, TrafficEntry>()
  const read = async () => {
    let buffer = ''
    for await (const part of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const events = `${buffer}${part}`.split('\n\n')
      buffer = events.pop() ?? ''
      for (const event of events) {
        const news = JSON.parse(event.replace('data: ', '')) as TrafficNews
        if (news.whole) entries.clear()
        for (const one of news.entries) entries.set(one.id, one)
      }
    }
  }
  const reading = read().catch(() => undefined)
  return {
    all: () => [...entries.values()],
    lines: () =>
      [...entries.values()].map(({ kind, title, gist, outcome }) => [kind, title, gist, outcome].join(' | ')),
    last: (title: string) => [...entries.values()].findLast((one) => one.title === title),
    close: async () => {
      leaving.abort()
      await reading
    },
  }
}

const maria = () => running.sandbox.member('@maria')
/** As the SDK sends it, but without its patience: what is structured is JSON in a form. */
const post = (more: { readonly text?: string; readonly blocks?: unknown } = {}) => {
  const args = { channel: running.sandbox.channel('#ops').id, text: 'card', blocks: [], ...more }
  return fetch(`${running.sandbox.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${running.sandbox.botToken}` },
    body: new URLSearchParams({ ...args, blocks: JSON.stringify(args.blocks) }),
  }).catch(() => undefined)
}
const card = { blocks: [section('Lights', { accessory: button('Done', { action_id: 'done' }) })] }

async function detailOf(title: string): Promise<TrafficDetail> {
  await expect.poll(() => page.last(title)?.state).toMatch(/ok|refused/)
  const answer = await fetch(`${running.sandbox.url}/sandbox/traffic/${page.last(title)?.id}`)
  return (await answer.json()) as TrafficDetail
}

test('calls, clicks, answers, commands and events are told with where, about what and what became of it', async () => {
  await post(card)
  await maria().clicks('Done')
  await running.sandbox.settled()
  await maria().runs('/open sesame', { in: '#ops' })
  await running.sandbox.settled()
  await maria().fills({ 'Error count': '3' })
  await maria().submits()
  running.sandbox.channel('#ops').adds('@little')
  await maria().says('Hello @little', { in: '#ops' })
  await running.sandbox.settled()
  await expect
    .poll(page.lines)
    .toEqual([
      'call | auth.test |  | ok',
      'call | chat.postMessage | #ops · card | ok',
      'interaction | block_actions | @maria · done · #ops | acknowledged',
      'response-url | response_url | Thank you | ok',
      'command | /open sesame | @maria · #ops | acknowledged',
      'call | views.open | Readings | ok',
      'interaction | view_submission | @maria · form · Readings | acknowledged: clear',
      'event | message | #ops · @maria · Hello @little | acknowledged',
      'event | app_mention | #ops · @maria · Hello @little | acknowledged',
    ])
  const [call, click] = [page.last('chat.postMessage'), page.last('block_actions')]
  expect(call).toMatchObject({ at: '2026-11-20T14:00:00.000Z', from: 'app', state: 'ok', ms: expect.any(Number) })
  expect(click).toMatchObject({ from: 'slack', state: 'ok', again: '' })
  expect(await (await fetch(`${running.sandbox.url}/sandbox/traffic/methods`)).json()).toEqual([
    'auth.test',
    'chat.postMessage',
    'response_url',
    'views.open',
  ])
})

test('a refused call shows its arguments, the answer, and the place that broke a limit', async () => {
  await post({ blocks: [{ type: 'divider' }, { type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }] })
  expect(await detailOf('chat.postMessage')).toEqual({
    sent: expect.objectContaining({ text: 'card', blocks: [{ type: 'divider' }, expect.anything()] }),
    answer: expect.objectContaining({ ok: false, error: 'invalid_blocks' }),
    headers: {},
    faults: [],
    findings: [{ pointer: '/blocks/1/text/text', message: expect.stringContaining('151') }],
  })
  expect(page.last('chat.postMessage')).toMatchObject({ state: 'refused', outcome: 'invalid_blocks' })
})

test('what a fault did to a call is told, and what an outage kept out', async () => {
  const { faults } = running.sandbox
  faults.rateLimit({ method: 'chat.postMessage', retryAfterSeconds: 7, times: 1 })
  await post()
  expect(await detailOf('chat.postMessage')).toMatchObject({ faults: ['rate-limit'], headers: { 'retry-after': '7' } })
  faults.dropBefore({ times: 1 })
  await post()
  faults.dropAfter({ times: 1 })
  await post()
  faults.outage = true
  await post()
  faults.outage = false
  const gate = faults.holdAfter({ method: 'chat.postMessage' })
  const held = post()
  await gate.reached
  await expect
    .poll(() => page.all().map(({ outcome, state }) => `${outcome}: ${state}`))
    .toEqual([
      'ok: ok',
      '429, retry after 7 s: refused',
      'connection dropped: refused',
      'done, but connection dropped: refused',
      'HTTP 503: refused',
      'done, answer held: open',
    ])
  gate.release()
  await held
  await expect.poll(() => page.last('chat.postMessage')?.outcome).toBe('ok')
})

test('a delivery that nobody answers, one that is repeated and one that comes twice are told apart', async () => {
  await post(card)
  running.sandbox.faults.duplicate({ type: 'interactive', times: 1 })
  await maria().clicks('Done')
  await maria().runs('/silent', { in: '#ops' })
  await running.app.stop()
  await maria().opensHome()
  await expect
    .poll(() =>
      page.all().flatMap(({ from, title, outcome, again }) => (from === 'app' ? [] : [title, outcome, again])),
    )
    .toEqual([
      ...['block_actions', 'acknowledged', ''],
      ...['block_actions', 'acknowledged', 'duplicate'],
      ...['/silent', 'no answer in time', ''],
      ...['app_home_opened', 'app not reached', ''],
      ...['app_home_opened', 'app not reached', 'sent again, 2nd time'],
    ])
})

test('an answer of the app that the platform could not use is told', async () => {
  await maria().runs('/echo this', { in: '#ops' })
  await expect
    .poll(() => page.last('answer not usable'))
    .toMatchObject({
      kind: 'problem',
      state: 'refused',
      gist: expect.stringContaining('the answer to /echo this was refused'),
    })
  expect((await detailOf('answer not usable')).sent).toEqual({ problem: expect.stringContaining('invalid_blocks') })
})

test('no token and no ticket is ever shown', async () => {
  const { apiUrl, appToken, botToken } = running.sandbox
  const headers = { authorization: `Bearer ${appToken}` }
  await fetch(`${apiUrl}apps.connections.open`, { method: 'POST', headers })
  await fetch(`${apiUrl}auth.test`, { method: 'POST', body: new URLSearchParams({ token: botToken }) })
  await post({ text: `My token is ${botToken}, or xoxp-1234-abcd` })
  await post(card)
  await maria().clicks('Done')
  await running.sandbox.settled()
  const shown = [page.all()]
  for (const title of ['apps.connections.open', 'auth.test', 'block_actions'])
    shown.push((await detailOf(title)) as never)
  const [, opened] = shown as unknown as [unknown, TrafficDetail]
  expect(opened.answer).toMatchObject({ ok: true, url: expect.stringContaining('ticket=(not shown)') })
  expect(page.all().map(({ gist }) => gist)).toContain('#ops · My token is (not shown), or (not shown)')
  expect(JSON.stringify(shown)).not.toMatch(/xox[a-z]-|xapp-|"token":"sandbox"/)
})

test('clearing forgets everything, and what is gone is said to be gone', async () => {
  await post()
  await expect.poll(() => page.all().length).toBe(2)
  const first = page.all()[0]?.id
  await fetch(`${running.sandbox.url}/sandbox/act`, {
    method: 'POST',
    body: JSON.stringify({ as: 'maria', act: { kind: 'clear-traffic' } }),
  })
  await expect.poll(page.all).toEqual([])
  const answer = await fetch(`${running.sandbox.url}/sandbox/traffic/${first}`)
  expect([answer.status, await answer.json()]).toEqual([404, { error: 'This entry is no longer kept.' }])
  expect(running.sandbox.traffic.calls).toEqual([])
})

test('only the newest are kept', () => {
  const traffic = createTraffic(() => new Date('2026-11-20T14:00:00Z'))
  for (let count = 0; count < trafficKept + 5; count += 1) traffic.startCall('api.test', { count })
  expect(traffic.calls).toHaveLength(trafficKept)
  expect(traffic.calls[0]?.args).toEqual({ count: 5 })
})
