import { expect } from 'vitest'
import type { channelRules } from '../../../src/sandbox/rules/channel-rules.ts'
import type { readingRules } from '../../../src/sandbox/rules/reading-rules.ts'
import { answerTo, refuses, type Scenarios, type Stage, withScopes } from './stage.ts'

const general = ({ sandbox }: Stage) => sandbox.channel('#general').id

export const readingScenarios: Scenarios<typeof readingRules> = {
  'history is read by members': refuses((stage) => stage.slack.conversations.history({ channel: general(stage) })),
  'a page of history has at most 999 messages': refuses(({ slack, ops }) =>
    slack.conversations.history({ channel: ops, limit: 1_000 }),
  ),
  'a page of history has 100 messages unless asked': {
    show: async ({ slack, ops, post }) => {
      for (let count = 0; count < 101; count += 1) await post(`${count}`)
      const answer = await slack.conversations.history({ channel: ops })
      expect(answer.messages).toHaveLength(100)
      expect(answer.response_metadata?.next_cursor).not.toBe('')
    },
  },
  'a page of a list has at most 1,000 entries': refuses(({ slack }) => slack.users.list({ limit: 1_001 })),
  'a page has at least one entry': refuses(({ slack }) => slack.users.list({ limit: 0 })),
  'a cursor was given out': refuses(({ slack }) => slack.users.list({ cursor: 'nonsense' })),
  'a thread that is read is there': refuses(({ slack, ops }) =>
    slack.conversations.replies({ channel: ops, ts: '1.000000' }),
  ),
  'a permalink leads to a message': refuses(({ slack, ops }) =>
    slack.chat.getPermalink({ channel: ops, message_ts: '1.000000' }),
  ),
  'a person who is asked for is there': refuses(({ slack }) => slack.users.info({ user: 'U0NOBODY0' })),
  'an email belongs to a member': refuses(
    ({ slack }) => slack.users.lookupByEmail({ email: 'nobody@example.com' }),
    withScopes('users:read.email'),
  ),
  'a user group that is asked for is there': refuses(({ slack }) =>
    slack.usergroups.users.list({ usergroup: 'S0NOBODY' }),
  ),
}

const create = (name: string) => refuses(({ slack }) => slack.conversations.create({ name }))
const invite = (users: (stage: Stage) => string) =>
  refuses((stage) => stage.slack.conversations.invite({ channel: stage.ops, users: users(stage) }))
const open = (users: (stage: Stage) => string) =>
  refuses((stage) => stage.slack.conversations.open({ users: users(stage) }))

export const channelScenarios: Scenarios<typeof channelRules> = {
  'a new channel has a name': create(''),
  'a channel name has at most 80 characters': create('x'.repeat(81)),
  'a channel name is lower-case letters, digits, - and _': create('War Room'),
  'a channel name is more than punctuation': create('-_-'),
  'a channel name is given once': create('incidents'),
  'an archived channel keeps its name': refuses(({ slack, sandbox }) => {
    sandbox.channel('#incidents').archive()
    return slack.conversations.create({ name: 'incidents' })
  }),
  'the bot is in the channel it creates': {
    show: async ({ slack, sandbox }) => {
      await slack.conversations.create({ name: 'war-room' })
      expect(sandbox.channel('#war-room').members()).toEqual(['@little'])
    },
  },
  'an invitation names at most 100 people': invite(() => Array.from({ length: 101 }, (_, at) => `U${at}`).join()),
  'an invitation names people who are there': invite(() => 'U0NOBODY0'),
  'nobody invites themselves': invite(({ sandbox }) => sandbox.botUser),
  'a member is not invited again': invite(({ maria }) => maria.id),
  'force skips those who cannot be invited': {
    show: async ({ slack, maria, sandbox }) => {
      const { channel } = await slack.conversations.create({ name: 'war-room' })
      const users = `U0NOBODY0,${maria.id}`
      const answer = await answerTo(slack.conversations.invite({ channel: channel?.id ?? '', users, force: true }))
      expect(answer).toMatchObject({ ok: true })
      expect(sandbox.channel('#war-room').members()).toEqual(['@little', '@maria'])
    },
  },
  'a topic has at most 250 characters': refuses(({ slack, ops }) =>
    slack.conversations.setTopic({ channel: ops, topic: 'x'.repeat(251) }),
  ),
  'a channel is managed by its members': refuses((stage) =>
    stage.slack.conversations.setTopic({ channel: general(stage), topic: 'x' }),
  ),
  'an archived channel is not managed': refuses(({ slack, ops, sandbox }) => {
    sandbox.channel('#ops').archive()
    return slack.conversations.setTopic({ channel: ops, topic: 'x' })
  }),
  '#general is not archived': refuses((stage) => {
    stage.sandbox.channel('#general').adds('@little')
    return stage.slack.conversations.archive({ channel: general(stage) })
  }),
  'only a public channel is joined': refuses(
    ({ slack, sandbox }) => slack.conversations.join({ channel: sandbox.channel('#secret').id }),
    {
      options: {
        ...withScopes('channels:join').options,
        channels: [
          { name: 'ops', bot: true },
          { name: 'secret', kind: 'private', bot: true },
        ],
      },
    },
  ),
  'an archived channel is not joined': refuses((stage) => {
    stage.sandbox.channel('#general').archive()
    return stage.slack.conversations.join({ channel: general(stage) })
  }, withScopes('channels:join')),
  'a direct message is with one person who is there': open(() => 'U0NOBODY0'),
  'a direct message is not with a bot': open(({ sandbox }) => sandbox.botUser),
  'a direct message is not with somebody who left': refuses(
    ({ slack, sandbox }) => slack.conversations.open({ users: sandbox.member('@gone').id }),
    { options: { members: [{ name: 'maria' }, { name: 'ben' }, { name: 'gone', deleted: true }] } },
  ),
}
