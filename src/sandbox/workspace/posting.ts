import type { Json, PushNotification } from '../protocol.ts'
import { type Reader, readable, readableText } from '../reading/readable.ts'
import { readerOf } from '../reading/reader.ts'
import type { StoredFile } from './files.ts'
import { mentionedIn } from './mentions.ts'
import {
  type Channel,
  canSee,
  changed,
  findMessage,
  type Message,
  nextTs,
  repliesTo,
  type Workspace,
} from './workspace.ts'

export type Draft = {
  readonly user: string
  readonly text: string
  readonly blocks?: readonly Json[]
  readonly files?: readonly StoredFile[]
  readonly metadata?: Json | null
  readonly threadTs?: string | null
  readonly broadcast?: boolean
  readonly ephemeralFor?: string | null
}

/** Push notifications by member, in the order they arrived. */
export type Notifications = Map<string, PushNotification[]>

export function postMessage(
  workspace: Workspace,
  notifications: Notifications,
  channel: Channel,
  draft: Draft,
): Message {
  const blocks = draft.blocks ?? []
  const message: Message = {
    ts: nextTs(workspace),
    channel: channel.id,
    user: draft.user,
    text: draft.text,
    blocks,
    metadata: draft.metadata ?? null,
    threadTs: draft.threadTs ?? null,
    broadcast: draft.broadcast ?? false,
    editedAt: null,
    ephemeralFor: draft.ephemeralFor ?? null,
    shown: false,
    tombstone: false,
    mentions: mentionedIn(workspace, channel, draft.text, blocks),
    choices: new Map(),
    files: draft.files ?? [],
    reactions: [],
  }
  workspace.messages.get(channel.id)?.push(message)
  if (message.ephemeralFor === null) notifyOf(workspace, notifications, channel, message)
  changed(workspace)
  return message
}

function notifyOf(workspace: Workspace, notifications: Notifications, channel: Channel, message: Message): void {
  for (const member of channel.members) {
    if (member === message.user || !notifies(workspace, channel, message, member)) continue
    const reader = readerOf(workspace, member)
    const author = workspace.members.get(message.user)?.realName ?? message.user
    const text = spokenOf(message, reader)
    const title = channel.kind === 'dm' ? author : `${author} in #${channel.name}`
    const mine = notifications.get(member) ?? []
    const at = workspace.now().toISOString()
    mine.push({ id: `${message.channel}-${message.ts}`, at, channel: channel.id, ts: message.ts, title, text })
    notifications.set(member, mine)
  }
}

function spokenOf({ text, blocks, files }: Message, reader: Reader): string {
  if (text !== '') return readableText(text, reader)
  return files.length === 0 ? readable(blocks, reader) : files.map((file) => file.name).join(', ')
}

function notifies(workspace: Workspace, channel: Channel, message: Message, member: string): boolean {
  if (channel.kind === 'dm' || message.mentions.includes(member)) return true
  return message.threadTs !== null && follows(workspace, channel.id, message.threadTs, member)
}

/** A member follows a thread they started, replied in or were mentioned in. */
export function follows(workspace: Workspace, channel: string, threadTs: string, member: string): boolean {
  const parent = findMessage(workspace, channel, threadTs)
  return [...(parent ? [parent] : []), ...repliesTo(workspace, channel, threadTs)].some(
    (one) => one.user === member || one.mentions.includes(member),
  )
}

export function unreadOf(workspace: Workspace, channel: Channel, member: string): { unread: number; mentions: number } {
  const since = workspace.lastRead.get(`${member} ${channel.id}`) ?? ''
  const fresh = (workspace.messages.get(channel.id) ?? []).filter(
    (one) => one.ts > since && one.user !== member && one.ephemeralFor === null && canSee(workspace, member, one),
  )
  const roots = fresh.filter(
    (one) => one.threadTs === null || one.broadcast || follows(workspace, channel.id, one.threadTs, member),
  )
  const loud = fresh.filter((one) => channel.kind === 'dm' || one.mentions.includes(member))
  return { unread: roots.length, mentions: loud.length }
}

export function markRead(workspace: Workspace, channel: string, member: string): void {
  const last = workspace.messages.get(channel)?.at(-1)
  if (last === undefined || workspace.lastRead.get(`${member} ${channel}`) === last.ts) return
  workspace.lastRead.set(`${member} ${channel}`, last.ts)
  changed(workspace)
}
