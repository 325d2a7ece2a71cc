import { afterEach, beforeEach, expect, test } from 'vitest'
import manifest from '../../manifest.json' with { type: 'json' }
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts'
import { untilSlackIsBack } from '../../src/slack/socket-fetch.ts'

let sandbox: Sandbox

beforeEach(async () => {
  sandbox = await startSandbox({ manifest, page: false })
})
afterEach(() => sandbox.close())

/** What the client that opens sockets gets to see. */
const ask = async () => {
  const answer = await untilSlackIsBack()(`${sandbox.apiUrl}api.test`)
  return [answer.status, ((await answer.json()) as { error?: string }).error ?? 'ok']
}

test('whoever asks for a socket is told that Slack cannot be reached, by an answer that allows asking again', async () => {
  expect(await ask()).toEqual([200, 'ok'])
  sandbox.faults.outage = true
  expect(await ask()).toEqual([200, 'slack_unreachable'])
  sandbox.faults.outage = false
  sandbox.faults.dropBefore({ times: 1 })
  expect(await ask()).toEqual([200, 'slack_unreachable'])
  sandbox.faults.rateLimit({ retryAfterSeconds: 5, times: 1 })
  expect(await ask()).toEqual([429, 'ratelimited'])
})
