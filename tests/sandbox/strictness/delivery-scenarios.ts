import type { App } from '@slack/bolt'
import { expect } from 'vitest'
import { WebSocket } from 'ws'
import type { deliveryRules } from '../../../src/sandbox/rules/delivery-rules.ts'
import { platformRules } from '../../../src/sandbox/rules/platform-rules.ts'
import { actions, input, option, plain } from '../specimens.ts'
import { acknowledging, card, deliveriesOf, lastDelivery, modal, openModal, withEndpoint } from './doings.ts'
import { manifestWith, type Scenario, type Scenarios, type Stage } from './stage.ts'

const withApp = { app: acknowledging } as const
const inOps = { in: '#ops' }
const short = { timing: { ackMs: 40, eventRetryMs: [0, 0, 0] } }
const shows = (stage: Stage) => ({ ok: false, error: platformRules[stage.rule].error })

const settings = (change: object) => ({ manifest: manifestWith({ settings: { ...change } }) })
const select = (label: string, more: object = {}) =>
  input(
    { type: 'static_select', action_id: 'pick', options: [option('One'), option('Two')] },
    { label: plain(label), ...more },
  )
const search = actions({ type: 'external_select', action_id: 'search' })

const suggesting = (app: App) => {
  app.options('search', ({ ack }) => ack({ options: [option('Fridge 1') as never] }))
}

const echoing = (app: App) => {
  app.command('/echo', ({ ack }) => ack({ text: 'hi', response_type: 'in_channel' }))
}

const secret = {
  channels: [
    { name: 'ops', bot: true },
    { name: 'secret', kind: 'private' },
  ],
} as const

const attempts = (stage: Stage) => deliveriesOf(stage, 'events_api').map((one) => [one.attempt, one.failure])

/** An event to an endpoint that answers like this; how often it was sent and what came of it. */
const answered = (
  answer: Parameters<typeof withEndpoint>[1],
  expected: readonly (readonly [number, string | null])[],
  options: Scenario['options'] = { timing: { eventRetryMs: [0, 0, 0] } },
): Scenario => ({
  options,
  show: async (stage) => {
    await withEndpoint(stage, answer, async () => {
      await stage.maria.opensHome()
      expect(attempts(stage)).toEqual(expected)
    })
  },
})

const connect = (url: string): Promise<WebSocket> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(url)
    socket.once('open', () => resolve(socket))
    socket.once('error', reject)
  })

const socketUrl = async ({ client, sandbox }: Stage) =>
  (await client(sandbox.appToken).apps.connections.open()).url ?? ''

export const deliveryScenarios: Scenarios<typeof deliveryRules> = {
  'interactivity is on': {
    ...withApp,
    options: settings({ interactivity: { is_enabled: false } }),
    show: async (stage) => {
      await stage.post('card', { blocks: [card] })
      expect(await stage.maria.clicks('Done')).toEqual(shows(stage))
      expect(deliveriesOf(stage, 'interactive')).toEqual([])
    },
  },
  'an interaction is acknowledged within three seconds': {
    app: () => undefined,
    options: short,
    show: async (stage) => {
      await stage.post('card', { blocks: [card] })
      expect(await stage.maria.clicks('Done')).toEqual(shows(stage))
    },
  },
  'an interaction is sent once': {
    options: short,
    show: async (stage) => {
      await stage.post('card', { blocks: [card] })
      await stage.maria.clicks('Done')
      expect(deliveriesOf(stage, 'interactive')).toHaveLength(1)
    },
  },
  'an input is told of only where its block dispatches': {
    ...withApp,
    show: async (stage) => {
      await openModal(stage, modal(select('Quiet'), select('Telling', { dispatch_action: true })))
      await stage.maria.chooses('Two', 'Quiet')
      await stage.maria.chooses('Two', 'Telling')
      expect(deliveriesOf(stage, 'interactive')).toHaveLength(1)
    },
  },
  'a shortcut is one of the manifest': {
    app: (app) => app.shortcut('report', ({ ack }) => ack()),
    options: { page: true },
    show: async (stage) => {
      expect(await act(stage, { kind: 'shortcut', callbackId: 'report' })).toEqual(shows(stage))
    },
  },
  'a search reaches min_query_length': {
    app: suggesting,
    show: async (stage) => {
      await stage.post('card', { blocks: [search] })
      expect(await stage.maria.searches('fri')).toEqual(['Fridge 1'])
      const short = await stage.maria.searches('fr').catch((error: Error) => error.message)
      expect(short).toBe('Type at least 3 characters to search.')
    },
  },
  'a command is one of the manifest': {
    ...withApp,
    show: async (stage) => {
      const error = expect.stringContaining('/unheard is not a valid command.')
      expect(await stage.maria.runs('/unheard of', inOps)).toEqual({ ok: false, error })
    },
  },
  'a command is not run in a thread': {
    ...withApp,
    show: async (stage) => {
      const threadTs = await stage.post('parent')
      expect(await stage.maria.says('/open', { ...inOps, threadTs })).toEqual({
        ok: false,
        error: '/open is not supported in threads. Sorry!',
      })
    },
  },
  'a command is acknowledged within three seconds': {
    app: () => undefined,
    options: short,
    show: async (stage) => {
      const error = '/silent failed with the error "operation_timeout"'
      expect(await stage.maria.runs('/silent', inOps)).toEqual({ ok: false, error })
    },
  },
  'should_escape turns names into ids': {
    ...withApp,
    show: async (stage) => {
      const incidents = stage.sandbox.channel('#incidents').id
      await stage.maria.runs('/echo @ben <in> #incidents https://example.com', inOps)
      expect(lastDelivery(stage).text).toBe(
        `<@${stage.ben.id}> &lt;in&gt; <#${incidents}|incidents> <https://example.com>`,
      )
    },
  },
  'a private channel is escaped without its name': {
    ...withApp,
    options: secret,
    show: async (stage) => {
      await stage.maria.runs('/echo #secret', inOps)
      expect(lastDelivery(stage).text).toBe(`<#${stage.sandbox.channel('#secret').id}|>`)
    },
  },
  'an answer in_channel shows the command': {
    app: echoing,
    show: async (stage) => {
      await stage.maria.runs('/echo hello', inOps)
      expect(stage.ben.sees('#ops')).toEqual(['/echo hello', 'hi'])
    },
  },
  'a read-only Messages tab takes no messages': {
    options: { manifest: manifestWith({ home: { messages_tab_read_only_enabled: true } }) },
    show: async (stage) => {
      expect(await stage.maria.says('hello', { in: '@little' })).toEqual(shows(stage))
    },
  },
  'an event goes to an app that subscribed to it': {
    ...withApp,
    show: async (stage) => {
      await stage.maria.leaves('#ops')
      await stage.sandbox.settled()
      expect(deliveriesOf(stage, 'events_api')).toEqual([])
    },
  },
  'an app hears of channels it is in': {
    ...withApp,
    show: async (stage) => {
      await stage.maria.says('among ourselves', { in: '#general' })
      await stage.sandbox.settled()
      expect(deliveriesOf(stage, 'events_api')).toEqual([])
    },
  },
  'an event is acknowledged within three seconds': answered(
    () => undefined,
    [
      [0, 'timeout'],
      [1, 'timeout'],
      [2, 'timeout'],
      [3, 'timeout'],
    ],
    short,
  ),
  'a failed event is sent again three times': answered(
    (response) => response.writeHead(500).end(),
    [
      [0, 'http_error'],
      [1, 'http_error'],
      [2, 'http_error'],
      [3, 'http_error'],
    ],
  ),
  'x-slack-no-retry stops the retries': answered(
    (response) => response.writeHead(500, { 'x-slack-no-retry': '1' }).end(),
    [[0, 'http_error']],
  ),
  'a redirect is no acknowledgement': answered(
    (response, path) => (path === '/events' ? response.writeHead(307, { location: '/moved' }).end() : response.end()),
    [0, 1, 2, 3].map((attempt) => [attempt, 'too_many_redirects'] as const),
  ),
  'Socket Mode is on': {
    options: settings({ socket_mode_enabled: false }),
    show: async (stage) => stage.refused(socketUrl(stage)),
  },
  'an app holds at most ten sockets': {
    show: async (stage) => {
      for (let count = 0; count < 10; count += 1) await connect(await socketUrl(stage))
      await stage.refused(socketUrl(stage))
    },
  },
  'a socket URL works once': {
    show: async (stage) => {
      const url = await socketUrl(stage)
      await connect(url)
      const again = await connect(url).then(
        () => 'connected',
        (error: Error) => error.message,
      )
      expect(again).toContain('403')
    },
  },
}

/** What the page would send. */
async function act({ sandbox, maria }: Stage, deed: object): Promise<unknown> {
  const body = JSON.stringify({ as: maria.id, act: deed })
  const answer = await fetch(`${sandbox.url}/sandbox/act`, { method: 'POST', body })
  return answer.json()
}
