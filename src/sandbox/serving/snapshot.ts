import { machineInfo } from '../controls/time-machine.ts'
import { describeView } from '../interaction/view-payload.ts'
import { stackOf, type View } from '../interaction/views.ts'
import type { Platform } from '../platform.ts'
import type { ChannelInfo, FileInfo, MemberInfo, MessageInfo, ModalInfo, Snapshot } from '../protocol.ts'
import { fileInfo } from '../workspace/files.ts'
import { unreadOf } from '../workspace/posting.ts'
import { type Channel, canSee, type Member, type Message, type Workspace } from '../workspace/workspace.ts'

/** Everything one member sees now. */
export function snapshot(platform: Platform, member: string): Snapshot {
  const { workspace, views, manifest } = platform
  const home = views.homes.get(member)
  const seen = [...workspace.channels.values()].filter((one) => one.kind === 'public' || one.members.has(member))
  return {
    version: workspace.version,
    me: member,
    app: { id: workspace.appId, name: manifest.name, botUser: workspace.botUser, connected: isConnected(platform) },
    members: [...workspace.members.values()].filter((one) => !one.deleted).map(memberInfo),
    channels: seen.map((channel) => channelInfo(platform, channel, member)),
    modals: stackOf(views, member).map((view) => modalInfo(platform, view)),
    home: home === undefined ? null : describeView(platform, home),
    notifications: platform.notifications.get(member) ?? [],
    commands: manifest.commands.map(({ command, description, usageHint }) => ({ command, description, usageHint })),
    shortcuts: manifest.shortcuts,
    faults: platform.board.list(),
    tour: platform.tour.info,
    clock: { now: workspace.now().toISOString(), machine: machineInfo(platform.time) },
    messages: tellMessages(platform, member),
  }
}

export function visibleMessages(platform: Platform, member: string): readonly Message[] {
  return [...platform.workspace.messages.values()]
    .flat()
    .filter((one) => canSee(platform.workspace, member, one))
    .sort((one, other) => (one.ts < other.ts ? -1 : 1))
}

const isConnected = (platform: Platform): boolean =>
  !platform.board.faults.outage && platform.delivery.transport.connected()

function memberInfo({ id, name, realName, timezone, isBot, isAdmin }: Member): MemberInfo {
  return { id, name, realName, timezone, isBot, isAdmin }
}

function channelInfo(platform: Platform, channel: Channel, member: string): ChannelInfo {
  const { id, kind, archived, topic } = channel
  const other = [...channel.members].find((one) => one !== member) ?? member
  const name = kind === 'dm' ? (platform.workspace.members.get(other)?.name ?? other) : channel.name
  const counts = channel.members.has(member) ? countUnread(platform, channel, member) : { unread: 0, mentions: 0 }
  return { id, name, kind, members: [...channel.members], archived, topic, ...counts }
}

type Unread = ReturnType<typeof unreadOf>

const lastCounted = new WeakMap<Channel, Map<string, { readonly of: string; readonly counts: Unread }>>()

/** Counted anew only where something was said, taken away or read. */
function countUnread({ workspace }: Platform, channel: Channel, member: string): Unread {
  const messages = workspace.messages.get(channel.id) ?? []
  const read = workspace.lastRead.get(`${member} ${channel.id}`) ?? ''
  const of = `${messages.length} ${messages.at(-1)?.ts ?? ''} ${read}`
  const counted = lastCounted.get(channel) ?? new Map()
  lastCounted.set(channel, counted)
  const known = counted.get(member)
  if (known?.of === of) return known.counts
  const counts = unreadOf(workspace, channel, member)
  counted.set(member, { of, counts })
  return counts
}

const lastTold = new WeakMap<Message, MessageInfo>()

function tellMessages(platform: Platform, member: string): readonly MessageInfo[] {
  const replies = countReplies(platform.workspace)
  return visibleMessages(platform, member).map((one) => tellMessage(one, replies.get(threadKey(one, one.ts)) ?? 0))
}

const threadKey = ({ channel }: Message, ts: string): string => `${channel} ${ts}`

function countReplies({ messages }: Workspace): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const one of [...messages.values()].flat()) {
    if (one.threadTs === null || one.ephemeralFor !== null) continue
    const key = threadKey(one, one.threadTs)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

const none: readonly FileInfo[] = []

/** The same object until it would read differently. */
function tellMessage(message: Message, replies: number): MessageInfo {
  const { ts, channel, user, text, blocks, threadTs, editedAt, reactions, tombstone } = message
  const files = message.files.length === 0 ? none : message.files.map(fileInfo)
  const edited = editedAt?.toISOString() ?? null
  const ephemeral = message.ephemeralFor !== null
  const said = { ts, channel, user, text, blocks, threadTs, files }
  const told: MessageInfo = { ...said, replies, editedAt: edited, reactions, tombstone, ephemeral }
  const known = lastTold.get(message)
  if (known !== undefined && sameFields(known, told)) return known
  lastTold.set(message, told)
  return told
}

function sameFields<Told extends object>(known: Told, told: Told): boolean {
  return (Object.keys(told) as (keyof Told)[]).every((name) => {
    const [before, after] = [known[name], told[name]]
    return before === after || (typeof after === 'object' && JSON.stringify(before) === JSON.stringify(after))
  })
}

function modalInfo(platform: Platform, view: View): ModalInfo {
  const { id: viewId, errors, busy } = view
  return { viewId, view: describeView(platform, view), errors, busy }
}
