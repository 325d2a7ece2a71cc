import type { Platform } from './platform.ts'
import { unreadOf } from './posting.ts'
import type { ChannelInfo, MemberInfo, MessageInfo, ModalInfo, Snapshot } from './protocol.ts'
import { describeView } from './view-payload.ts'
import { stackOf, type View } from './views.ts'
import { type Channel, canSee, type Member, type Message, repliesTo } from './workspace.ts'

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
    messages: visibleMessages(platform, member).map((one) => messageInfo(platform, one)),
    modals: stackOf(views, member).map((view) => modalInfo(platform, view)),
    home: home === undefined ? null : describeView(platform, home),
    notifications: platform.notifications.get(member) ?? [],
    commands: manifest.commands.map(({ command, description, usageHint }) => ({ command, description, usageHint })),
    clock: { now: workspace.now().toISOString(), machine: machineInfo(platform) },
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
  const counts = channel.members.has(member)
    ? unreadOf(platform.workspace, channel, member)
    : { unread: 0, mentions: 0 }
  return { id, name, kind, members: [...channel.members], archived, topic, ...counts }
}

export function messageInfo(platform: Platform, message: Message): MessageInfo {
  return {
    ts: message.ts,
    channel: message.channel,
    user: message.user,
    text: message.text,
    blocks: message.blocks,
    threadTs: message.threadTs,
    replies: repliesTo(platform.workspace, message.channel, message.ts).length,
    editedAt: message.editedAt?.toISOString() ?? null,
    ephemeral: message.ephemeralFor !== null,
  }
}

function modalInfo(platform: Platform, view: View): ModalInfo {
  const { id: viewId, errors, busy } = view
  return { viewId, view: describeView(platform, view), errors, busy }
}

function machineInfo({ time }: Platform): Snapshot['clock']['machine'] {
  return time.machine === null ? null : { stops: time.stops, playing: time.playing, lastJump: time.lastJump }
}
