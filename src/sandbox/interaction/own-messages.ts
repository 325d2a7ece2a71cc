import type { Platform } from '../platform.ts'
import type { ActResult, Json } from '../protocol.ts'
import { describeMessage } from '../web-api/messages.ts'
import { deleteMessage } from '../workspace/deleting.ts'
import { isHeard, sendEvent } from '../workspace/events.ts'
import { shareFiles } from '../workspace/file-sharing.ts'
import type { StoredFile } from '../workspace/files.ts'
import { markRead, postMessage } from '../workspace/posting.ts'
import { type Channel, changed, findMessage, type Message, nextTs } from '../workspace/workspace.ts'
import { failed } from './interactions.ts'
import { ownChannel } from './own-channel.ts'
import { escapeTyped } from './typed-text.ts'

export type Saying = {
  readonly channel: string
  readonly text: string
  readonly threadTs?: string
  readonly files?: readonly string[]
}

const done: ActResult = { ok: true }

/** A message of a member; names become mentions as in Slack's client. */
export function sayMessage(platform: Platform, member: string, said: Saying): ActResult {
  const { workspace, notifications } = platform
  const channel = ownChannel(platform, member, said.channel)
  if (typeof channel === 'string') return failed(channel)
  const files = ownFiles(platform, member, said.files ?? [])
  if (files === undefined) return failed('One of these files is no longer here. Take it out and add it again.')
  const [word = ''] = /^\/[a-z][\w-]*/.exec(said.text.trim()) ?? []
  if (word !== '' && said.threadTs !== undefined && platform.rules.holds('a command is not run in a thread'))
    return failed(`${word} is not supported in threads. Sorry!`)
  if (said.text.trim() === '' && files.length === 0) return failed('Write something first.')
  const threadTs = said.threadTs ?? null
  if (threadTs !== null && findMessage(workspace, channel.id, threadTs) === undefined)
    return failed('This thread is no longer here.')
  const draft = { user: member, text: escapeTyped(platform, member, said.text.trim()), threadTs, files }
  const message =
    files.length > 0 ? shareFiles(platform, channel, draft) : postMessage(workspace, notifications, channel, draft)
  markRead(workspace, channel.id, member)
  tellOfMessage(platform, channel, message)
  return done
}

function ownFiles(platform: Platform, member: string, ids: readonly string[]): readonly StoredFile[] | undefined {
  const files = ids.map((id) => platform.workspace.files.get(id))
  const own = files.filter((file) => file?.user === member && !file.deleted)
  return own.length === ids.length ? (own as readonly StoredFile[]) : undefined
}

export function editMessage(platform: Platform, member: string, at: { channel: string; ts: string }, text: string) {
  const found = ownMessage(platform, member, at)
  if (typeof found === 'string') return failed(found)
  const { channel, message } = found
  if (text.trim() === '' && message.files.length === 0)
    return failed('A message cannot be empty. Delete it if it should go.')
  const before = describeMessage(platform, message, false)
  message.text = escapeTyped(platform, member, text.trim())
  message.editedAt = platform.workspace.now()
  changed(platform.workspace)
  const after = describeMessage(platform, message, false)
  tellOfChange(platform, channel, { subtype: 'message_changed', message: after, previous_message: before })
  return done
}

export function deleteOwnMessage(platform: Platform, member: string, at: { channel: string; ts: string }): ActResult {
  const found = ownMessage(platform, member, at)
  if (typeof found === 'string') return failed(found)
  const { channel, message } = found
  const before = describeMessage(platform, message, false)
  deleteMessage(platform, channel, message)
  tellOfChange(platform, channel, { subtype: 'message_deleted', deleted_ts: message.ts, previous_message: before })
  return done
}

function ownMessage(
  platform: Platform,
  member: string,
  at: { readonly channel: string; readonly ts: string },
): { readonly channel: Channel; readonly message: Message } | string {
  const channel = ownChannel(platform, member, at.channel)
  if (typeof channel === 'string') return channel
  const message = findMessage(platform.workspace, channel.id, at.ts)
  if (message === undefined || message.tombstone) return 'This message is no longer here.'
  return message.user === member ? { channel, message } : 'Only who wrote a message can change it.'
}

const channelTypes = { public: 'channel', private: 'group', dm: 'im' } as const
const subscriptions = { public: 'message.channels', private: 'message.groups', dm: 'message.im' } as const

function tellOfMessage(platform: Platform, channel: Channel, message: Message): void {
  if (!isHeard(platform, channel)) return
  const { blocks: _, metadata: __, ...described } = describeMessage(platform, message, false)
  const event = { ...described, channel: channel.id }
  void sendEvent(platform, { ...event, channel_type: channelTypes[channel.kind] }, subscriptions[channel.kind])
  if (message.mentions.includes(platform.workspace.botUser) && channel.kind !== 'dm')
    void sendEvent(platform, { ...event, type: 'app_mention' })
}

function tellOfChange(platform: Platform, channel: Channel, change: Json): void {
  if (!isHeard(platform, channel)) return
  const ts = nextTs(platform.workspace)
  const where = { channel: channel.id, channel_type: channelTypes[channel.kind], ts, event_ts: ts }
  void sendEvent(platform, { type: 'message', hidden: true, ...where, ...change }, subscriptions[channel.kind])
}
