import type { Clock } from '../clocks.ts'
import type { Json, ReactionInfo } from '../protocol.ts'
import type { StoredFile } from './files.ts'

export type Member = {
  readonly id: string
  readonly name: string
  readonly realName: string
  readonly email: string
  readonly timezone: string
  readonly isBot: boolean
  readonly isAdmin: boolean
  deleted: boolean
}

export type Channel = {
  readonly id: string
  name: string
  readonly kind: 'public' | 'private' | 'dm'
  readonly members: Set<string>
  archived: boolean
  topic: string
  readonly createdAt: Date
}

export type Message = {
  readonly ts: string
  readonly channel: string
  readonly user: string
  text: string
  blocks: readonly Json[]
  metadata: Json | null
  readonly threadTs: string | null
  readonly broadcast: boolean
  editedAt: Date | null
  /** The only reader, for an ephemeral message. */
  readonly ephemeralFor: string | null
  /** True once the page has shown an ephemeral message, so that a reload loses it. */
  shown: boolean
  /** A deleted parent that keeps its replies. */
  tombstone: boolean
  /** Replaced as a whole, never changed in place. */
  files: readonly StoredFile[]
  reactions: readonly ReactionInfo[]
  /** Whom it notified when it was posted; an edit never adds to it. */
  mentions: readonly string[]
  /** What each member chose in this message's elements; lost when the app updates it. */
  readonly choices: Map<string, ViewState>
}

/** `block_id` → `action_id` → the element's value as Slack reports it. */
export type ViewState = Record<string, Record<string, Json>>

export type Usergroup = {
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly users: readonly string[]
}

export type NewMember = Omit<Partial<Member>, 'name'> & { readonly name: string }
export type NewChannel = {
  readonly name: string
  readonly kind?: 'public' | 'private'
  /** Handles; everybody when absent. The bot joins only where it is named. */
  readonly members?: readonly string[]
}

export type Workspace = {
  readonly teamId: string
  readonly appId: string
  readonly botId: string
  readonly botUser: string
  readonly members: Map<string, Member>
  readonly channels: Map<string, Channel>
  readonly messages: Map<string, Message[]>
  readonly usergroups: Usergroup[]
  readonly files: Map<string, StoredFile>
  /** `member channel` → ts of the last message they have read. */
  readonly lastRead: Map<string, string>
  readonly now: Clock
  version: number
  readonly listeners: Set<() => void>
  lastMicros: number
  lastFile: number
}

export function createWorkspace(now: Clock, botName: string): Workspace {
  const workspace: Workspace = {
    teamId: 'T0SANDBOX',
    appId: 'A0SANDBOX',
    botId: 'B0SANDBOX',
    botUser: 'U0BOT0000',
    members: new Map(),
    channels: new Map(),
    messages: new Map(),
    usergroups: [],
    files: new Map(),
    lastRead: new Map(),
    now,
    version: 0,
    listeners: new Set(),
    lastMicros: 0,
    lastFile: 0,
  }
  const name = botName.toLowerCase().replaceAll(/[^a-z0-9._-]/g, '')
  addMember(workspace, { id: workspace.botUser, name, realName: botName, isBot: true, timezone: 'Etc/UTC' })
  return workspace
}

export function changed(workspace: Workspace): void {
  workspace.version += 1
  for (const listener of workspace.listeners) listener()
}

/** Unique and growing even when the clock stands still. */
export function nextTs(workspace: Workspace): string {
  const micros = Math.max(workspace.now().getTime() * 1000, workspace.lastMicros + 1)
  workspace.lastMicros = micros
  return `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, '0')}`
}

export function addMember(workspace: Workspace, given: NewMember): Member {
  const known = findMember(workspace, given.name)
  if (known !== undefined) return known
  const member: Member = {
    realName: titleCase(given.name),
    email: `${given.name}@example.com`,
    timezone: 'Etc/UTC',
    isBot: false,
    isAdmin: false,
    deleted: false,
    ...given,
    id: given.id ?? freshId('U', given.name, workspace.members),
  }
  workspace.members.set(member.id, member)
  changed(workspace)
  return member
}

/** By a handle, or by a full name: that of somebody who is there, or of somebody new with a handle made of it. */
export function inviteMember(workspace: Workspace, handleOrName: string): Member {
  const name = bare(handleOrName)
  if (!name.includes(' ')) return addMember(workspace, { name })
  const people = [...workspace.members.values()].filter(({ isBot, deleted }) => !isBot && !deleted)
  const known = people.find(({ realName }) => realName.toLowerCase() === name.toLowerCase())
  return known ?? addMember(workspace, { name: freeHandle(workspace, name), realName: name })
}

function freeHandle(workspace: Workspace, fullName: string): string {
  const words = fullName.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['member']
  let handle = words.join('.')
  for (let more = 2; findMember(workspace, handle) !== undefined; more += 1) handle = `${words.join('.')}${more}`
  return handle
}

export function addChannel(workspace: Workspace, given: NewChannel): Channel {
  const known = findChannel(workspace, given.name)
  if (known !== undefined) return known
  const people = [...workspace.members.values()].filter((one) => !one.isBot)
  const named = given.members?.map((handle) => memberNamed(workspace, handle))
  const channel: Channel = {
    id: freshId('C', given.name, workspace.channels),
    name: bare(given.name),
    kind: given.kind ?? 'public',
    members: new Set((named ?? people).map((one) => one.id)),
    archived: false,
    topic: '',
    createdAt: workspace.now(),
  }
  return keepChannel(workspace, channel)
}

export function openDirectMessage(workspace: Workspace, user: string): Channel {
  const id = `D${user.slice(1)}`
  const known = workspace.channels.get(id)
  if (known !== undefined) return known
  const name = workspace.members.get(user)?.name ?? user
  const members = new Set([user, workspace.botUser])
  return keepChannel(workspace, {
    id,
    name,
    kind: 'dm',
    members,
    archived: false,
    topic: '',
    createdAt: workspace.now(),
  })
}

export function findMember(workspace: Workspace, handleOrId: string): Member | undefined {
  const byId = workspace.members.get(handleOrId)
  return byId ?? [...workspace.members.values()].find((one) => one.name === bare(handleOrId))
}

export function memberNamed(workspace: Workspace, handleOrId: string): Member {
  const member = findMember(workspace, handleOrId)
  if (member === undefined) {
    throw new Error(
      `Nobody is called ${handleOrId}; there are ${[...workspace.members.values()].map((one) => `@${one.name}`).join(', ')}.`,
    )
  }
  return member
}

export function findChannel(workspace: Workspace, nameOrId: string): Channel | undefined {
  const byId = workspace.channels.get(nameOrId)
  return byId ?? [...workspace.channels.values()].find((one) => one.kind !== 'dm' && one.name === bare(nameOrId))
}

export function channelNamed(workspace: Workspace, nameOrId: string): Channel {
  const channel = findChannel(workspace, nameOrId)
  if (channel === undefined) {
    throw new Error(
      `No channel is called ${nameOrId}; there are ${[...workspace.channels.values()].map((one) => `#${one.name}`).join(', ')}.`,
    )
  }
  return channel
}

export function findMessage(workspace: Workspace, channel: string, ts: string): Message | undefined {
  const messages = workspace.messages.get(channel) ?? []
  const found = messages[placeOf(messages, ts)]
  return found?.ts === ts ? found : undefined
}

/** Replies come after what they reply to. */
export function repliesTo(workspace: Workspace, channel: string, ts: string): readonly Message[] {
  const messages = workspace.messages.get(channel) ?? []
  return messages.slice(placeOf(messages, ts)).filter((one) => one.threadTs === ts && one.ephemeralFor === null)
}

export function canSee(workspace: Workspace, member: string, message: Message): boolean {
  const inChannel = workspace.channels.get(message.channel)?.members.has(member) === true
  return inChannel && (message.ephemeralFor === null || message.ephemeralFor === member)
}

export const bare = (name: string): string => name.replace(/^[@#]/, '')

/** Where a ts stands, or would: a channel keeps its messages in their order, and may have many. */
function placeOf(messages: readonly Message[], ts: string): number {
  let [from, to] = [0, messages.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((messages[middle]?.ts ?? ts) < ts) from = middle + 1
    else to = middle
  }
  return from
}

const titleCase = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

function keepChannel(workspace: Workspace, channel: Channel): Channel {
  workspace.channels.set(channel.id, channel)
  workspace.messages.set(channel.id, [])
  changed(workspace)
  return channel
}

function freshId(letter: string, name: string, taken: ReadonlyMap<string, unknown>): string {
  const stem = `${letter}0${bare(name)
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')}`.padEnd(9, '0')
  let id = stem
  for (let count = 1; taken.has(id); count += 1) id = `${stem}${count}`
  return id
}
