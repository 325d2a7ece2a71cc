import type { ChannelInfo, MemberInfo, MessageInfo, Snapshot } from '../../protocol.ts'
import type { View } from './route.ts'

export const home = 'home'

/** What the main pane shows: the app's Home or a conversation. */
export type Place = { readonly kind: 'home' } | { readonly kind: 'channel'; readonly channel: ChannelInfo }

export function placeOf(snapshot: Snapshot, wanted: string | null): Place {
  if (wanted === home) return { kind: 'home' }
  const { channels, me, app } = snapshot
  const mine = channels.filter(({ kind, archived, members }) => kind !== 'dm' && !archived && members.includes(me))
  // Whoever comes without an address wants to see what the app does.
  const withApp = mine.find(({ members }) => members.includes(app.botUser))
  const channel = channels.find(({ id }) => id === wanted) ?? withApp ?? mine[0] ?? channels[0]
  return channel ? { kind: 'channel', channel } : { kind: 'home' }
}

/** The one on the other side of a direct message. */
export const otherOf = (channel: ChannelInfo, members: readonly MemberInfo[]): MemberInfo | undefined =>
  members.find(({ name }) => name === channel.name)

/** `#ops`, or the person's name in a direct message. */
export const channelTitle = (channel: ChannelInfo, members: readonly MemberInfo[]): string =>
  channel.kind === 'dm' ? (otherOf(channel, members)?.realName ?? channel.name) : `#${channel.name}`

/** Where a message is read: in its channel, and in its thread when it is a reply. */
export function viewOfMessage(
  { messages }: Snapshot,
  wanted: { readonly channel: string; readonly ts: string },
): Omit<View, 'as'> {
  const message = messages.find(({ ts, channel }) => ts === wanted.ts && channel === wanted.channel)
  return { place: wanted.channel, thread: message && isReply(message) ? message.threadTs : null, at: wanted.ts }
}

export const isReply = ({ ts, threadTs }: MessageInfo): boolean => threadTs !== null && threadTs !== ts
