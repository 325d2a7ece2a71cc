import { string } from '../json.ts'
import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import { deleteMessage } from '../workspace/deleting.ts'
import { postMessage } from '../workspace/posting.ts'
import {
  type Channel,
  changed,
  findMessage,
  type Message,
  openDirectMessage,
  repliesTo,
} from '../workspace/workspace.ts'
import { type Call, isOn, type Methods, needed, requireScope, tsOf } from './call.ts'
import { knownChannel, postableChannel } from './channels.ts'
import { readContent } from './content.ts'
import { describeMessage } from './messages.ts'
import { readMetadata } from './metadata.ts'
import { countPost } from './rate-limits.ts'

const write = { token: 'bot', scopes: ['chat:write'] } as const

export const chatMethods: Methods = {
  'chat.postMessage': { ...write, tier: 'special', run: post },
  'chat.update': { ...write, tier: 3, run: update },
  'chat.delete': { ...write, tier: 3, run: remove },
  'chat.postEphemeral': { ...write, tier: 4, run: postEphemeral },
  'chat.getPermalink': { token: 'bot', scopes: [], tier: 'special', run: permalink },
}

function post({ platform, args }: Call): Json {
  const id = needed(args, 'channel')
  const disguised = ['username', 'icon_emoji', 'icon_url'].some((name) => args[name] !== undefined)
  if (disguised) requireScope(platform, 'chat:write.customize', 'another name or icon needs chat:write.customize')
  platform.rules.refuse('another name or icon needs a conversation id', disguised && /^[UW]/.test(id))
  const channel = postableChannel(platform, id)
  const content = readContent(platform, args)
  const metadata = readMetadata(platform, args) ?? null
  const threadTs = tsOf({ platform, args }, 'thread_ts') ?? null
  if (threadTs !== null) requireThread(platform, channel, threadTs)
  countPost(platform, channel)
  const broadcast = isOn(args, 'reply_broadcast')
  const draft = { user: platform.workspace.botUser, ...content, metadata, threadTs, broadcast }
  const message = postMessage(platform.workspace, platform.notifications, channel, draft)
  return { channel: channel.id, ts: message.ts, message: describeMessage(platform, message, true) }
}

function update({ platform, args }: Call): Json {
  const { channel, message } = ownMessage(platform, args, 'an app updates its own messages')
  platform.rules.refuse('a message in an archived channel is frozen', channel.archived)
  const content = readContent(platform, args, message)
  const metadata = readMetadata(platform, args)
  message.text = content.text
  message.blocks = content.blocks
  message.metadata = changedMetadata(platform, message, metadata)
  message.editedAt = platform.workspace.now()
  forgetChoices(platform, message)
  changed(platform.workspace)
  return { channel: channel.id, ts: message.ts, text: message.text, message: describeMessage(platform, message, true) }
}

function remove({ platform, args }: Call): Json {
  const { channel, message } = ownMessage(platform, args, 'an app deletes its own messages')
  deleteMessage(platform, channel, message)
  return { channel: channel.id, ts: message.ts }
}

function postEphemeral({ platform, args }: Call): Json {
  const channel = postableChannel(platform, needed(args, 'channel'))
  const user = needed(args, 'user')
  platform.rules.refuse('an ephemeral message goes to a member of the channel', !channel.members.has(user))
  const content = readContent(platform, args)
  const threadTs = tsOf({ platform, args }, 'thread_ts') ?? null
  if (threadTs !== null) requireThread(platform, channel, threadTs)
  return { message_ts: whisper(platform, channel, user, { ...content, threadTs }) }
}

type Whisper = { readonly text: string; readonly blocks: readonly Json[]; readonly threadTs: string | null }

/** Reaches only a member who looks at Slack now, and a thread only once it has a reply. */
export function whisper(platform: Platform, channel: Channel, user: string, draft: Whisper): string {
  const workspace = platform.workspace
  const message = postMessage(workspace, platform.notifications, channel, {
    user: workspace.botUser,
    ...draft,
    ephemeralFor: user,
  })
  const { rules, board } = platform
  const silent = draft.threadTs !== null && repliesTo(workspace, channel.id, draft.threadTs).length === 0
  const lost = silent && rules.holds('an ephemeral message in a silent thread is lost')
  const missed = board.meets('away', user) && rules.holds('an ephemeral message needs somebody who is looking')
  if (lost || missed) deleteMessage(platform, channel, message)
  return message.ts
}

function permalink({ platform, args }: Call): Json {
  const channel = knownChannel(platform, needed(args, 'channel'))
  const ts = needed(args, 'message_ts')
  const message = platform.rules.found(
    'a permalink leads to a message',
    findMessage(platform.workspace, channel.id, ts),
  )
  platform.rules.refuse('a permalink leads to a message', message.ephemeralFor !== null)
  return { channel: channel.id, permalink: permalinkOf(platform, message) }
}

export function permalinkOf({ origin }: Platform, { channel, ts, threadTs }: Message): string {
  const thread = threadTs === null ? '' : `?thread_ts=${threadTs}&cid=${channel}`
  return `${origin}/archives/${channel}/p${ts.replace('.', '')}${thread}`
}

type OwnerRule = 'an app updates its own messages' | 'an app deletes its own messages'

function ownMessage(platform: Platform, args: Json, rule: OwnerRule): { channel: Channel; message: Message } {
  const { rules, workspace } = platform
  const channel = changedChannel(platform, needed(args, 'channel'))
  const ts = tsOf({ platform, args }, 'ts') ?? needed(args, 'ts')
  const message = rules.found('a message that is changed is there', findMessage(workspace, channel.id, ts))
  rules.refuse('an ephemeral message is not changed by its ts', message.ephemeralFor !== null)
  rules.refuse('a placeholder is not changed', message.tombstone)
  rules.refuse(rule, message.user !== workspace.botUser)
  return { channel, message }
}

function changedChannel(platform: Platform, id: string): Channel {
  const person = platform.workspace.members.get(id)
  platform.rules.refuse('a message is changed by its conversation id', person !== undefined)
  return person === undefined ? knownChannel(platform, id) : openDirectMessage(platform.workspace, person.id)
}

function changedMetadata({ rules }: Platform, { metadata }: Message, sent: Json | null | undefined): Json | null {
  if (sent === undefined) return rules.holds('an update keeps the metadata it does not mention') ? metadata : null
  return sent === null && !rules.holds('empty metadata clears it') ? metadata : sent
}

export function forgetChoices({ rules }: Platform, message: Message): void {
  if (rules.holds('an update forgets what members chose')) message.choices.clear()
}

export function requireThread(platform: Platform, channel: Channel, threadTs: string): void {
  const { rules, workspace } = platform
  const parent = findMessage(workspace, channel.id, threadTs)
  rules.refuse('a reply hangs on a message that is there', parent === undefined || parent.ephemeralFor !== null)
  rules.refuse('a reply hangs on a parent', string(parent?.threadTs) !== '')
}
