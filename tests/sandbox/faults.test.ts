import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts'
import { littleApp, silent } from './little-app.ts'
import { manifest } from './manifest.ts'
import { button, section } from './specimens.ts'

describe('a fault of the Web API', () => {
  let sandbox: Sandbox
  let slack: WebClient
  let passedMs = 0

  beforeEach(async () => {
    sandbox = await startSandbox({ manifest, monotonicMs: () => passedMs })
    const options = {
      slackApiUrl: sandbox.apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logger: silent,
    }
    slack = new WebClient(sandbox.botToken, options)
  })
  afterEach(() => sandbox.close())

  const post = (text: string, channel = '#ops') =>
    slack.chat.postMessage({ channel: sandbox.channel(channel).id, text })
  const texts = () => sandbox.messages('#ops').map((one) => one.text)
  const outcome = (call: Promise<unknown>) =>
    call.then(
      () => 'ok',
      (error: { code: string }) => error.code,
    )

  test('before the deed leaves nothing behind, after it leaves the message', async () => {
    sandbox.faults.failBefore({ method: 'chat.postMessage', times: 1 })
    expect(await outcome(post('lost'))).toBe('slack_webapi_http_error')
    sandbox.faults.dropBefore({ times: 1 })
    expect(await outcome(post('lost too'))).toBe('slack_webapi_request_error')
    expect(texts()).toEqual([])
    sandbox.faults.dropAfter({ method: 'chat.postMessage', times: 1 })
    expect(await outcome(post('dropped'))).toBe('slack_webapi_request_error')
    sandbox.faults.failAfter({ times: 1 })
    expect(await outcome(post('failed'))).toBe('slack_webapi_http_error')
    expect(texts()).toEqual(['dropped', 'failed'])
    expect(sandbox.traffic.to('chat.postMessage').map((call) => [call.status, call.response === null])).toEqual([
      [500, true],
      [0, true],
      [0, false],
      [500, false],
    ])
    expect(await outcome(post('fine'))).toBe('ok')
  })

  test('is limited to its method, counts its hits and can be switched off', async () => {
    const fault = sandbox.faults.refuse({ method: 'chat.update', error: 'edit_window_closed' })
    const { ts = '' } = await post('x')
    const update = () => slack.chat.update({ channel: sandbox.channel('#ops').id, ts, text: 'y' })
    expect(await outcome(update())).toBe('slack_webapi_platform_error')
    expect(fault.hits()).toBe(1)
    fault.off()
    expect(await outcome(update())).toBe('ok')
  })

  test('can hold a call before or after it is done', async () => {
    const before = sandbox.faults.holdBefore({ method: 'chat.postMessage' })
    const first = post('one')
    await before.reached
    expect(texts()).toEqual([])
    before.release()
    await first
    const after = sandbox.faults.holdAfter({ method: 'chat.postMessage' })
    const second = post('two')
    await after.reached
    expect(texts()).toEqual(['one', 'two'])
    sandbox.faults.clear()
    expect(await outcome(second)).toBe('ok')
  })

  test('makes answers late without making the deed late', async () => {
    sandbox.faults.slow({ ms: 1_000 })
    const late = post('soon')
    await expect.poll(texts).toEqual(['soon'])
    expect(sandbox.traffic.to('chat.postMessage')[0]?.status).toBe(0)
    await late
  })

  test('may be an outage of everything', async () => {
    sandbox.faults.outage = true
    expect(await outcome(post('x'))).toBe('slack_webapi_http_error')
    expect(sandbox.member('@maria').snapshot().app.connected).toBe(false)
    sandbox.faults.outage = false
    expect(await outcome(post('x'))).toBe('ok')
  })

  test('may be a 429 with the seconds to wait', async () => {
    sandbox.faults.rateLimit({ method: 'chat.postMessage', retryAfterSeconds: 7, times: 1 })
    await expect(post('x')).rejects.toMatchObject({ code: 'slack_webapi_rate_limited_error', retryAfter: 7 })
  })

  test('rate limits allow a burst in one channel, then one post an interval; others go on', async () => {
    for (const text of ['1', '2', '3', '4', '5']) expect(await outcome(post(text))).toBe('ok')
    sandbox.faults.rateLimits = true
    const results = await Promise.all(['1', '2', '3', '4'].map((text) => outcome(post(text))))
    expect(results).toEqual(['ok', 'ok', 'ok', 'slack_webapi_rate_limited_error'])
    expect(await outcome(post('x', '#incidents'))).toBe('ok')
    passedMs += 999
    expect(await outcome(post('too soon'))).toBe('slack_webapi_rate_limited_error')
    passedMs += 1
    expect(await outcome(post('later'))).toBe('ok')
  })

  test('rate limits count each method in a window of its own', async () => {
    sandbox.faults.rateLimits = true
    const calls = await Promise.all(Array.from({ length: 21 }, () => outcome(slack.users.list({}))))
    expect(calls.filter((one) => one !== 'ok')).toEqual(['slack_webapi_rate_limited_error'])
    expect(await outcome(slack.users.info({ user: sandbox.member('@maria').id }))).toBe('ok')
    passedMs += 59_999
    expect(await outcome(slack.users.list({}))).toBe('slack_webapi_rate_limited_error')
    passedMs += 1
    expect(await outcome(slack.users.list({}))).toBe('ok')
  })
})

describe('a fault of the delivery', () => {
  const card = (sandbox: Sandbox) => ({
    channel: sandbox.channel('#ops').id,
    text: 'card',
    blocks: [section('Lights', { accessory: button('Done', { action_id: 'done' }) })] as never,
  })

  test('brings a click twice', async () => {
    let clicks = 0
    const { sandbox, app, close } = await littleApp('http', (one) => {
      one.action('done', async ({ ack }) => {
        clicks += 1
        await ack()
      })
    })
    await app.client.chat.postMessage(card(sandbox))
    sandbox.faults.duplicate({ type: 'interactive', times: 1 })
    await sandbox.member('@maria').clicks('Done')
    await sandbox.member('@maria').clicks('Done')
    expect(clicks).toBe(3)
    await close()
  })

  test('cuts the sockets; a click meanwhile is lost and told, and the app comes back', async () => {
    const { sandbox, app, close } = await littleApp('socket-mode', (one) => one.action('done', ({ ack }) => ack()))
    await app.client.chat.postMessage(card(sandbox))
    expect(await sandbox.member('@maria').clicks('Done')).toEqual({ ok: true })
    sandbox.faults.disconnectSockets('link')
    await expect.poll(() => sandbox.connections()).toBe(0)
    expect(await sandbox.member('@maria').clicks('Done')).toMatchObject({ ok: false })
    expect(sandbox.traffic.deliveries.at(-1)).toMatchObject({
      type: 'interactive',
      failure: 'connection_failed',
      attempt: 0,
    })
    await expect.poll(() => sandbox.connections(), { timeout: 10_000 }).toBe(1)
    expect(await sandbox.member('@maria').clicks('Done')).toEqual({ ok: true })
    await close()
  })

  test('sends an event again until it is acknowledged, a click never', async () => {
    const { sandbox, app, close } = await littleApp('http', () => undefined, {
      timing: { ackMs: 60, eventRetryMs: [0, 5, 5] },
    })
    await app.client.chat.postMessage(card(sandbox))
    await app.stop()
    await sandbox.member('@maria').opensHome()
    await sandbox.member('@maria').clicks('Done')
    const attempts = sandbox.traffic.deliveries.map((one) => [one.type, one.attempt, one.failure])
    expect(attempts).toEqual([
      ...[0, 1, 2, 3].map((attempt) => ['events_api', attempt, 'connection_failed']),
      ['interactive', 0, 'connection_failed'],
    ])
    await close().catch(() => sandbox.close())
  })
})
