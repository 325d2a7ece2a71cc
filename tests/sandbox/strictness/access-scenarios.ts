import { expect } from 'vitest'
import type { accessRules } from '../../../src/sandbox/rules/access-rules.ts'
import { platformRules } from '../../../src/sandbox/rules/platform-rules.ts'
import { send } from './doings.ts'
import { answerTo, manifestWith, refuses, type Scenario, type Scenarios, type Stage } from './stage.ts'

const refusesBody = (method: string, body: (stage: Stage) => string | object | Promise<object>): Scenario => ({
  show: async (stage) => {
    const answer = await send(stage, method, await body(stage))
    expect(answer.body).toMatchObject({ ok: false, error: platformRules[stage.rule].error })
  },
})

const video = {
  type: 'video',
  video_url: 'https://example.com/v',
  thumbnail_url: 'https://example.com/t',
  alt_text: 'A fridge',
  title: { type: 'plain_text', text: 'Fridge' },
}

const withSecret = [
  { name: 'ops', bot: true },
  { name: 'secret', kind: 'private', bot: true },
] as const

/** Shows that the scope is named, too. */
const needs = (scope: string, call: (stage: Stage) => Promise<unknown>, options = {}): Scenario => ({
  options,
  show: async (stage) => {
    expect(await answerTo(call(stage))).toMatchObject({
      error: 'missing_scope',
      needed: scope,
      provided: expect.stringContaining('chat:write'),
    })
  },
})

export const accessScenarios: Scenarios<typeof accessRules> = {
  'a method is known': refuses(({ slack }) => slack.apiCall('chat.shout')),
  'a JSON body is JSON': refusesBody('chat.postMessage', () => '{'),
  'a JSON body is an object': refusesBody('chat.postMessage', () => '["#ops"]'),
  'a required argument is given': refuses(({ slack }) => slack.apiCall('chat.postMessage', { text: 'x' })),
  'an argument that carries an object is one': refuses(({ slack }) =>
    slack.apiCall('views.publish', { user_id: 'U0MARIA00', view: 'nonsense' }),
  ),
  'blocks.validate takes one payload as a form': refusesBody('blocks.validate', () => ({ blocks: [] })),
  'a ts is text': refusesBody('chat.postMessage', async ({ post, ops }) => ({
    channel: ops,
    text: 'reply',
    thread_ts: Number(await post('parent')),
  })),
  'a call carries a token': refuses(({ client }) => client().auth.test()),
  'a token belongs to the app': refuses(({ client }) => client('xoxb-else').auth.test()),
  'a revoked token is refused': refuses(({ slack, sandbox }) => {
    sandbox.faults.tokenRevoked = true
    return slack.auth.test()
  }),
  'a method takes its own type of token': refuses(({ client, sandbox }) => client(sandbox.appToken).auth.test()),
  'a method needs its scope': needs('users:read.email', ({ slack }) =>
    slack.users.lookupByEmail({ email: 'maria@example.com' }),
  ),
  'each kind of conversation needs its own scope': needs(
    'groups:history',
    ({ slack, sandbox }) => slack.conversations.history({ channel: sandbox.channel('#secret').id }),
    { manifest: manifestWith({ without: ['groups:history'] }), channels: withSecret },
  ),
  'another name or icon needs chat:write.customize': needs('chat:write.customize', ({ slack, ops }) =>
    slack.chat.postMessage({ channel: ops, text: 'x', username: 'Boss' }),
  ),
  'a video needs links.embed:write': needs('links.embed:write', ({ slack, ops }) =>
    slack.chat.postMessage({ channel: ops, text: 'x', blocks: [video] as never }),
  ),
  'an email is told with users:read.email': {
    show: async ({ slack, maria }) => {
      const { user } = await slack.users.info({ user: maria.id })
      expect(user?.profile).not.toHaveProperty('email')
    },
  },
}
