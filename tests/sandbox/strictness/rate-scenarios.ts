import { expect } from 'vitest'
import type { rateRules } from '../../../src/sandbox/rules/rate-rules.ts'
import { type Answered, acknowledging, lastDelivery, respond, send } from './doings.ts'
import type { Scenario, Scenarios, Stage } from './stage.ts'

const limited = { status: 429, body: { ok: false, error: 'ratelimited' } }
const waits = ({ headers }: Answered) => headers.get('retry-after')

/** So many calls are answered, the next is refused for the rest of the minute. */
const allows = (calls: number, method: string, args: (stage: Stage) => object = () => ({})): Scenario => ({
  show: async (stage) => {
    stage.sandbox.faults.rateLimits = true
    for (let count = 0; count < calls; count += 1)
      expect((await send(stage, method, args(stage))).body).toMatchObject({ ok: true })
    stage.pass(20_000)
    const over = await send(stage, method, args(stage))
    expect(over).toMatchObject(limited)
    expect(waits(over)).toBe('40')
    stage.pass(40_000)
    expect((await send(stage, method, args(stage))).body).toMatchObject({ ok: true })
  },
})

const say = (stage: Stage) => send(stage, 'chat.postMessage', { channel: stage.ops, text: 'x' })

export const rateScenarios: Scenarios<typeof rateRules> = {
  'tier 2 allows 20 calls a minute': allows(20, 'users.list'),
  'tier 3 allows 50 calls a minute': allows(50, 'conversations.info', ({ ops }) => ({ channel: ops })),
  'tier 4 allows 100 calls a minute': allows(100, 'users.info', ({ maria }) => ({ user: maria.id })),
  'a special tier allows 600 calls a minute': allows(600, 'auth.test'),
  'each method is counted for itself': {
    show: async (stage) => {
      stage.sandbox.faults.rateLimits = true
      for (let count = 0; count < 20; count += 1) await send(stage, 'users.list', {})
      expect(await send(stage, 'users.list', {})).toMatchObject(limited)
      expect((await send(stage, 'usergroups.list', {})).body).toMatchObject({ ok: true })
    },
  },
  'a channel takes a post a second': {
    show: async (stage) => {
      stage.sandbox.faults.rateLimits = true
      for (let count = 0; count < 3; count += 1) expect((await say(stage)).body).toMatchObject({ ok: true })
      const over = await say(stage)
      expect(over).toMatchObject(limited)
      expect(waits(over)).toBe('1')
      stage.pass(1_000)
      expect((await say(stage)).body).toMatchObject({ ok: true })
    },
  },
  'a workspace takes 300 posts a minute': {
    options: { timing: { postIntervalMs: 1 } },
    show: async (stage) => {
      stage.sandbox.faults.rateLimits = true
      for (let count = 0; count < 300; count += 1) {
        expect((await say(stage)).body).toMatchObject({ ok: true })
        stage.pass(1)
      }
      expect(await say(stage)).toMatchObject(limited)
    },
  },
  'an answer in the channel counts as a post': {
    app: acknowledging,
    show: async (stage) => {
      stage.sandbox.faults.rateLimits = true
      await stage.maria.runs('/open', { in: '#ops' })
      const url = String(lastDelivery(stage).response_url)
      for (let count = 0; count < 3; count += 1) await say(stage)
      expect(await respond(url, { text: 'x', response_type: 'in_channel' })).toMatchObject(limited)
    },
  },
}
