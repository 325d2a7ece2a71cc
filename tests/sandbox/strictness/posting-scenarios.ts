import { expect } from 'vitest'
import type { Json } from '../../../src/sandbox/protocol.ts'
import type { changeRules } from '../../../src/sandbox/rules/change-rules.ts'
import type { ephemeralRules } from '../../../src/sandbox/rules/ephemeral-rules.ts'
import type { metadataRules } from '../../../src/sandbox/rules/metadata-rules.ts'
import { platformRules } from '../../../src/sandbox/rules/platform-rules.ts'
import type { postingRules } from '../../../src/sandbox/rules/posting-rules.ts'
import { actions, option } from '../specimens.ts'
import { acknowledging, card, clickedUrl, lastDelivery, respond } from './doings.ts'
import { answerTo, manifestWith, refuses, type Scenarios, type Stage, withScopes } from './stage.ts'

const say = ({ slack, ops }: Stage, more: object) => slack.apiCall('chat.postMessage', { channel: ops, ...more })
const general = ({ sandbox }: Stage) => sandbox.channel('#general').id

export const postingScenarios: Scenarios<typeof postingRules> = {
  'a conversation is there': refuses((stage) => say(stage, { channel: 'C0NOWHERE', text: 'x' })),
  'a private channel without the bot does not exist for it': refuses(
    ({ slack, sandbox }) => slack.conversations.info({ channel: sandbox.channel('#secret').id }),
    {
      options: {
        channels: [
          { name: 'ops', bot: true },
          { name: 'secret', kind: 'private' },
        ],
      },
    },
  ),
  'the bot is in the channel it posts to': refuses((stage) => say(stage, { channel: general(stage), text: 'x' })),
  'chat:write.public posts without membership': {
    ...withScopes('chat:write.public'),
    show: async (stage) => {
      expect(await answerTo(say(stage, { channel: general(stage), text: 'x' }))).toMatchObject({ ok: true })
    },
  },
  'an archived channel takes no post': refuses((stage) => {
    stage.sandbox.channel('#ops').archive()
    return say(stage, { text: 'x' })
  }),
  'the Messages tab is on': refuses((stage) => say(stage, { channel: stage.maria.id, text: 'x' }), {
    options: { manifest: manifestWith({ home: { messages_tab_enabled: false } }) },
  }),
  'only people who are there are written to': refuses((stage) =>
    say(stage, { channel: stage.sandbox.botUser, text: 'x' }),
  ),
  'another name or icon needs a conversation id': refuses(
    (stage) => say(stage, { channel: stage.maria.id, text: 'x', username: 'Boss' }),
    withScopes('chat:write.customize'),
  ),
  'a message has text': refuses((stage) => say(stage, { blocks: [{ type: 'divider' }] })),
  'a posted text has at most 4,000 characters': refuses((stage) => say(stage, { text: 'x'.repeat(4_001) })),
  'markdown_text stands alone': refuses((stage) => say(stage, { text: 'x', markdown_text: '**x**' })),
  'markdown_text has at most 12,000 characters': refuses((stage) => say(stage, { markdown_text: 'x'.repeat(12_001) })),
  'a message has at most 100 attachments': refuses((stage) =>
    say(stage, { text: 'x', attachments: Array.from({ length: 101 }, () => ({ text: 'a' })) }),
  ),
  'blocks are JSON that lists objects': refuses((stage) => say(stage, { text: 'x', blocks: 'nonsense' })),
  'a reply hangs on a message that is there': refuses((stage) => say(stage, { text: 'x', thread_ts: '1.000000' })),
  'a reply hangs on a parent': {
    show: async (stage) => {
      const reply = await stage.post('reply', { thread_ts: await stage.post('parent') })
      await stage.refused(say(stage, { text: 'x', thread_ts: reply }))
    },
  },
}

const update = ({ slack, ops }: Stage, ts: string, more: Json = {}) =>
  slack.chat.update({ channel: ops, ts, text: 'new', ...more })

async function saidByMaria({ maria, sandbox }: Stage): Promise<string> {
  await maria.says('mine', { in: '#ops' })
  return sandbox.messages('#ops').at(-1)?.ts ?? ''
}

/** A parent that was deleted under its reply. */
async function deletedParent(stage: Stage): Promise<string> {
  const ts = await stage.post('parent')
  await stage.post('reply', { thread_ts: ts })
  await stage.slack.chat.delete({ channel: stage.ops, ts })
  return ts
}

const ticks = actions({ type: 'checkboxes', action_id: 'ticks', options: [option('Lights'), option('Doors')] })

export const changeScenarios: Scenarios<typeof changeRules> = {
  'a message that is changed is there': refuses((stage) => update(stage, '1.000000')),
  'a message is changed by its conversation id': {
    show: async (stage) => {
      const { ts = '' } = await stage.slack.chat.postMessage({ channel: stage.maria.id, text: 'psst' })
      await stage.refused(update(stage, ts, { channel: stage.maria.id }))
    },
  },
  'an ephemeral message is not changed by its ts': {
    show: async (stage) => {
      const whisper = { channel: stage.ops, user: stage.maria.id, text: 'only you' }
      const { message_ts = '' } = await stage.slack.chat.postEphemeral(whisper)
      await stage.refused(update(stage, message_ts))
    },
  },
  'a placeholder is not changed': {
    show: async (stage) => stage.refused(update(stage, await deletedParent(stage))),
  },
  'an app updates its own messages': {
    show: async (stage) => stage.refused(update(stage, await saidByMaria(stage))),
  },
  'an app deletes its own messages': {
    show: async (stage) => stage.refused(stage.slack.chat.delete({ channel: stage.ops, ts: await saidByMaria(stage) })),
  },
  'a message in an archived channel is frozen': {
    show: async (stage) => {
      const ts = await stage.post('x')
      stage.sandbox.channel('#ops').archive()
      await stage.refused(update(stage, ts))
    },
  },
  'an updated text has at most 4,000 characters': {
    show: async (stage) => stage.refused(update(stage, await stage.post('x'), { text: 'x'.repeat(4_001) })),
  },
  'an update forgets what members chose': {
    app: acknowledging,
    show: async (stage) => {
      const ts = await stage.post('card', { blocks: [ticks] })
      await stage.maria.chooses('Lights')
      const { blocks = [] } = stage.sandbox.messages('#ops').at(-1) ?? {}
      await update(stage, ts, { blocks })
      await stage.maria.chooses('Doors')
      expect(lastDelivery(stage).actions).toMatchObject([{ selected_options: [{ value: 'Doors' }] }])
    },
  },
  'a deleted parent leaves a placeholder': {
    show: async (stage) => {
      await deletedParent(stage)
      expect(stage.maria.sees('#ops')).toEqual(['This message was deleted.'])
    },
  },
}

const metadata = { event_type: 'card_posted', event_payload: { message_id: '7' } }
const carrying = (carried: object) => refuses((stage) => say(stage, { text: 'x', metadata: carried }))
const stored = ({ sandbox }: Stage) => sandbox.messages('#ops').at(-1)?.metadata

export const metadataScenarios: Scenarios<typeof metadataRules> = {
  'metadata has an event_type and an event_payload': carrying({ event_type: 'card_posted' }),
  'an event_type is alphanumeric': carrying({ ...metadata, event_type: 'card posted!' }),
  'a metadata value is plain': carrying({ ...metadata, event_payload: { card: { id: '7' } } }),
  'metadata has at most 8,000 bytes': carrying({ ...metadata, event_payload: { notes: 'x'.repeat(8_000) } }),
  'metadata comes whole only when asked for': {
    show: async ({ slack, ops, post }) => {
      await post('x', { metadata })
      const { messages } = await slack.conversations.history({ channel: ops })
      expect(messages?.[0]?.metadata).toEqual({ event_type: 'card_posted' })
      const whole = await slack.conversations.history({ channel: ops, include_all_metadata: true })
      expect(whole.messages?.[0]?.metadata).toEqual(metadata)
    },
  },
  'an update keeps the metadata it does not mention': {
    show: async (stage) => {
      await update(stage, await stage.post('x', { metadata }))
      expect(stored(stage)).toEqual(metadata)
    },
  },
  'empty metadata clears it': {
    show: async (stage) => {
      await update(stage, await stage.post('x', { metadata }), { metadata: {} })
      expect(stored(stage)).toBeNull()
    },
  },
}

const whisperTo = ({ slack, ops, maria }: Stage, more: object = {}) =>
  slack.chat.postEphemeral({ channel: ops, user: maria.id, text: 'only you', ...more })

export const ephemeralScenarios: Scenarios<typeof ephemeralRules> = {
  'an ephemeral message goes to a member of the channel': refuses((stage) => {
    stage.sandbox.channel('#ops').removes('@maria')
    return whisperTo(stage)
  }),
  'an ephemeral message needs somebody who is looking': {
    show: async (stage) => {
      stage.sandbox.faults.away.add(stage.maria.id)
      await whisperTo(stage)
      expect(stage.maria.ephemerals('#ops')).toEqual([])
    },
  },
  'an ephemeral message in a silent thread is lost': {
    show: async (stage) => {
      await whisperTo(stage, { thread_ts: await stage.post('parent') })
      expect(stage.maria.ephemerals('#ops')).toEqual([])
    },
  },
  'an ephemeral message is in no history': {
    show: async (stage) => {
      await whisperTo(stage)
      const { messages } = await stage.slack.conversations.history({ channel: stage.ops })
      expect(messages).toEqual([])
    },
  },
  'an ephemeral message does not survive a reload': {
    show: async (stage) => {
      await whisperTo(stage)
      expect(stage.maria.ephemerals('#ops')).toEqual(['only you'])
      stage.maria.reloads()
      expect(stage.maria.ephemerals('#ops')).toEqual([])
    },
  },
  'an ephemeral message stays ephemeral': {
    app: acknowledging,
    show: async (stage) => {
      await whisperTo(stage, { blocks: [card] })
      await stage.maria.clicks('Done')
      const url = String(lastDelivery(stage).response_url)
      const answer = await respond(url, { replace_original: true, response_type: 'in_channel', text: 'for all' })
      expect(answer.body).toEqual({ ok: false, error: platformRules[stage.rule].error })
    },
  },
  'a click in an ephemeral message does not bring its content': {
    app: acknowledging,
    show: async (stage) => {
      await clickedUrl(stage)
      expect(lastDelivery(stage)).toHaveProperty('message')
      await stage.slack.chat.delete({ channel: stage.ops, ts: stage.sandbox.messages('#ops')[0]?.ts ?? '' })
      await whisperTo(stage, { blocks: [card] })
      await stage.maria.clicks('Done')
      expect(lastDelivery(stage)).not.toHaveProperty('message')
    },
  },
}
