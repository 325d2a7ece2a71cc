import { expect } from 'vitest'
import { platformRules } from '../../../src/sandbox/rules/platform-rules.ts'
import type { responseUrlRules } from '../../../src/sandbox/rules/response-url-rules.ts'
import { acknowledging, clickedUrl, lastDelivery, respond } from './doings.ts'
import type { Scenarios, Stage } from './stage.ts'

const withApp = { app: acknowledging } as const

async function refusedAt(stage: Stage, url: string, body: object): Promise<void> {
  expect((await respond(url, body)).body).toEqual({ ok: false, error: platformRules[stage.rule].error })
}

/** The response_url of a command of Maria's. */
async function commandUrl(stage: Stage, where = '#ops'): Promise<string> {
  await stage.maria.runs('/open', { in: where })
  return String(lastDelivery(stage).response_url)
}

export const responseUrlScenarios: Scenarios<typeof responseUrlRules> = {
  'a response_url was issued': {
    show: async (stage) => refusedAt(stage, `${stage.sandbox.url}/response/nonsense`, { text: 'x' }),
  },
  'a response_url lasts thirty minutes': {
    ...withApp,
    show: async (stage) => {
      const url = await clickedUrl(stage)
      stage.pass(30 * 60_000)
      expect((await respond(url, { text: 'in time' })).body).toEqual({ ok: true })
      stage.pass(1)
      await refusedAt(stage, url, { text: 'late' })
    },
  },
  'a response_url is used five times': {
    ...withApp,
    show: async (stage) => {
      const url = await clickedUrl(stage)
      for (let count = 0; count < 5; count += 1)
        expect((await respond(url, { text: `${count}` })).body).toEqual({ ok: true })
      await refusedAt(stage, url, { text: 'again' })
    },
  },
  'a response_url replaces or deletes a message': {
    ...withApp,
    show: async (stage) => {
      const url = await commandUrl(stage)
      await refusedAt(stage, url, { replace_original: true, text: 'x' })
      await refusedAt(stage, url, { delete_original: true })
      const click = await clickedUrl(stage)
      const ts = stage.sandbox.messages('#ops')[0]?.ts ?? ''
      await stage.post('reply', { thread_ts: ts })
      await stage.slack.chat.delete({ channel: stage.ops, ts })
      await refusedAt(stage, click, { replace_original: true, text: 'back' })
    },
  },
  'a response_url works where the bot is not': {
    ...withApp,
    show: async (stage) => {
      const url = await commandUrl(stage, '#general')
      expect((await respond(url, { text: 'here' })).body).toEqual({ ok: true })
      expect(stage.maria.ephemerals('#general')).toEqual(['here'])
    },
  },
  'an answer is ephemeral unless it says in_channel': {
    ...withApp,
    show: async (stage) => {
      const url = await commandUrl(stage)
      await respond(url, { text: 'for you' })
      await respond(url, { text: 'for all', response_type: 'in_channel' })
      expect([stage.ben.sees('#ops'), stage.maria.ephemerals('#ops')]).toEqual([['for all'], ['for you']])
    },
  },
  'an archived channel takes no answer': {
    ...withApp,
    show: async (stage) => {
      const url = await commandUrl(stage)
      stage.sandbox.channel('#ops').archive()
      await refusedAt(stage, url, { text: 'x' })
    },
  },
}
