import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import { Refused } from '../refused.ts'
import { type Channel, openDirectMessage } from '../workspace/workspace.ts'
import { requireScope } from './call.ts'

const scopeWords: Readonly<Record<Channel['kind'], string>> = { public: 'channels', private: 'groups', dm: 'im' }

/** `read`, `history` … of the scope family that this kind of conversation belongs to. */
export const scopeFor = (channel: Channel, right: string): string => `${scopeWords[channel.kind]}:${right}`

export const hasBot = (platform: Platform, channel: Channel): boolean => channel.members.has(platform.workspace.botUser)

/** A conversation by its id; a private one the bot is not in does not exist for it. */
export function knownChannel(platform: Platform, id: string): Channel {
  const channel = platform.workspace.channels.get(id)
  if (channel === undefined || (channel.kind === 'private' && !hasBot(platform, channel))) {
    throw new Refused('channel_not_found')
  }
  return channel
}

export function readableChannel(platform: Platform, id: string): Channel {
  const channel = knownChannel(platform, id)
  requireScope(platform, scopeFor(channel, 'history'))
  if (!hasBot(platform, channel)) throw new Refused('not_in_channel')
  return channel
}

/** Where a message may be posted; a user id means the direct message with that person. */
export function postableChannel(platform: Platform, id: string): Channel {
  const person = platform.workspace.members.get(id)
  if (person?.isBot === true || person?.deleted === true) throw new Refused('channel_not_found')
  const channel = person === undefined ? knownChannel(platform, id) : openDirectMessage(platform.workspace, person.id)
  if (channel.archived) throw new Refused('is_archived')
  if (channel.kind === 'dm' && !platform.manifest.messagesTabEnabled) throw new Refused('messages_tab_disabled')
  const mayPost = hasBot(platform, channel) || platform.manifest.botScopes.includes('chat:write.public')
  if (!mayPost) throw new Refused('not_in_channel')
  return channel
}

export function describeChannel(platform: Platform, channel: Channel): Json {
  const shared = {
    id: channel.id,
    created: Math.floor(channel.createdAt.getTime() / 1_000),
    is_archived: channel.archived,
  }
  if (channel.kind === 'dm') {
    const user = [...channel.members].find((one) => one !== platform.workspace.botUser)
    return { ...shared, is_im: true, user, is_org_shared: false }
  }
  return {
    ...shared,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: channel.kind === 'private',
    is_general: channel.name === 'general',
    is_shared: false,
    is_ext_shared: false,
    is_member: hasBot(platform, channel),
    num_members: channel.members.size,
    topic: { value: channel.topic, creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    context_team_id: platform.workspace.teamId,
  }
}
