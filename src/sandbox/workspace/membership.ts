import type { Platform } from '../platform.ts'
import { isHeard, sendEvent } from './events.ts'
import { type Channel, changed } from './workspace.ts'

export function addToChannel(platform: Platform, channel: Channel, user: string, inviter: string): void {
  if (channel.members.has(user)) return
  channel.members.add(user)
  changed(platform.workspace)
  // The app hears of joins only in channels it is in, its own among them.
  if (!isHeard(platform, channel)) return
  sendEvent(platform, {
    type: 'member_joined_channel',
    user,
    channel: channel.id,
    channel_type: channel.kind === 'private' ? 'G' : 'C',
    team: platform.workspace.teamId,
    ...(inviter === user ? {} : { inviter }),
  })
}

export function removeFromChannel(platform: Platform, channel: Channel, user: string): void {
  if (!channel.members.delete(user)) return
  changed(platform.workspace)
  if (!isHeard(platform, channel)) return
  sendEvent(platform, { type: 'member_left_channel', user, channel: channel.id, team: platform.workspace.teamId })
}

export function setArchived(platform: Platform, channel: Channel, archived: boolean): void {
  if (channel.archived === archived) return
  channel.archived = archived
  changed(platform.workspace)
  // Every app hears of public channels; a private one is a secret.
  if (channel.kind === 'private' && !isHeard(platform, channel)) return
  const stem = channel.kind === 'private' ? 'group' : 'channel'
  sendEvent(platform, { type: `${stem}_${archived ? 'archive' : 'unarchive'}`, channel: channel.id })
}
