import { withBlockIds } from '../interaction/views.ts'
import { isRecord, list, string } from '../json.ts'
import { checkBlocks } from '../limits/check.ts'
import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import { Refused } from '../refused.ts'
import { postMessage } from '../workspace/posting.ts'
import { type Channel, changed, findMessage, type Message, repliesTo } from '../workspace/workspace.ts'
import { type Call, isOn, type Methods, needed, optional, requireScope, structured } from './call.ts'
import { hasBot, knownChannel, postableChannel } from './channels.ts'
import { describeMessage } from './messages.ts'
import { readMetadata } from './metadata.ts'
import { refuseFindings } from './refusals.ts'

/** Slack truncates far later, but an update above this fails: a message that can be updated stays below it. */
export const textMax = 4_000

const write = { token: 'bot', scopes: ['chat:write'] } as const

export const chatMethods: Methods = {
  'chat.postMessage': { ...write, tier: 'special', run: post },
  'chat.update': { ...write, tier: 3, run: update },
  'chat.delete': { ...write, tier: 3, run: remove },
  'chat.postEphemeral': { ...write, tier: 4, run: postEphemeral },
  'chat.getPermalink': { token: 'bot', scopes: [], tier: 'special', run: permalink },
}

function post({ platform, args }: Call): Json {
  if (args.username !== undefined || args.icon_emoji !== undefined || args.icon_url !== undefined) {
    requireScope(platform, 'chat:write.customize')
  }
  const channel = postableChannel(platform, needed(args, 'channel'))
  const content = readContent(platform, args)
  const metadata = readMetadata(args) ?? null
  const threadTs = optional(args, 'thread_ts') ?? null
  if (threadTs !== null) requireThread(platform, channel, threadTs)
  if (platform.board.faults.rateLimits) platform.rateLimits.countPost(channel.id)
  const broadcast = isOn(args, 'reply_broadcast')
  const draft = { user: platform.workspace.botUser, ...content, metadata, threadTs, broadcast }
  const message = postMessage(platform.workspace, platform.notifications, channel, draft)
  return { channel: channel.id, ts: message.ts, message: describeMessage(platform, message, true) }
}

function update({ platform, args }: Call): Json {
  const { channel, message } = ownMessage(platform, args, 'cant_update_message')
  if (channel.archived) throw new Refused('is_inactive')
  const content = readContent(platform, args, message)
  const metadata = readMetadata(args)
  message.text = content.text
  message.blocks = content.blocks
  if (metadata !== undefined) message.metadata = metadata
  message.editedAt = platform.workspace.now()
  message.choices.clear()
  changed(platform.workspace)
  return { channel: channel.id, ts: message.ts, text: message.text, message: describeMessage(platform, message, true) }
}

function remove({ platform, args }: Call): Json {
  const { channel, message } = ownMessage(platform, args, 'cant_delete_message')
  deleteMessage(platform, channel, message)
  return { channel: channel.id, ts: message.ts }
}

/** A parent with replies leaves a placeholder behind. */
export function deleteMessage(platform: Platform, channel: Channel, message: Message): void {
  if (repliesTo(platform.workspace, channel.id, message.ts).length > 0) {
    message.tombstone = true
    message.text = 'This message was deleted.'
    message.blocks = []
    message.metadata = null
  } else {
    const all = platform.workspace.messages.get(channel.id) ?? []
    all.splice(all.indexOf(message), 1)
  }
  changed(platform.workspace)
}

function postEphemeral({ platform, args }: Call): Json {
  const channel = postableChannel(platform, needed(args, 'channel'))
  const user = needed(args, 'user')
  if (!channel.members.has(user)) throw new Refused('user_not_in_channel')
  const content = readContent(platform, args)
  const threadTs = optional(args, 'thread_ts') ?? null
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
  const lost = draft.threadTs !== null && repliesTo(workspace, channel.id, draft.threadTs).length === 0
  if (lost || platform.board.meets('away', user)) deleteMessage(platform, channel, message)
  return message.ts
}

function permalink({ platform, args }: Call): Json {
  const channel = knownChannel(platform, needed(args, 'channel'))
  const ts = needed(args, 'message_ts')
  const message = findMessage(platform.workspace, channel.id, ts)
  if (message === undefined || message.ephemeralFor !== null) throw new Refused('message_not_found')
  const thread = message.threadTs === null ? '' : `?thread_ts=${message.threadTs}&cid=${channel.id}`
  return {
    channel: channel.id,
    permalink: `${platform.origin}/archives/${channel.id}/p${ts.replace('.', '')}${thread}`,
  }
}

function ownMessage(platform: Platform, args: Json, refusal: string): { channel: Channel; message: Message } {
  const channel = knownChannel(platform, needed(args, 'channel'))
  const message = findMessage(platform.workspace, channel.id, needed(args, 'ts'))
  const gone = message === undefined || message.tombstone || message.ephemeralFor !== null
  if (gone || (channel.kind === 'private' && !hasBot(platform, channel))) throw new Refused('message_not_found')
  if (message.user !== platform.workspace.botUser) throw new Refused(refusal)
  return { channel, message }
}

/** What a message shows. Text is asked for even beside blocks: it is all that a screen reader reads. */
export function readContent(
  platform: Platform,
  args: Json,
  before?: Message,
): { text: string; blocks: readonly Json[] } {
  const sent = readBlocks(args)
  const text = optional(args, 'text') ?? ''
  if (text.trim() === '') throw new Refused('no_text')
  if (text.length > textMax) throw new Refused('msg_too_long')
  if (list(structured(args, 'attachments')).length > 100) throw new Refused('too_many_attachments')
  refuseFindings(checkBlocks(sent ?? [], platform.rules.off), 'invalid_blocks')
  return { text, blocks: sent === undefined ? (before?.blocks ?? []) : withBlockIds(sent) }
}

function readBlocks(args: Json): readonly Json[] | undefined {
  if (args.blocks === undefined || args.blocks === '') return undefined
  const blocks = structured(args, 'blocks')
  if (!Array.isArray(blocks) || !blocks.every(isRecord)) throw new Refused('invalid_blocks_format')
  return blocks
}

export function requireThread(platform: Platform, channel: Channel, threadTs: string): void {
  const parent = findMessage(platform.workspace, channel.id, threadTs)
  if (parent === undefined || parent.ephemeralFor !== null) throw new Refused('thread_not_found')
  if (string(parent.threadTs) !== '') throw new Refused('cannot_reply_to_message')
}
