import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import { type Channel, openDirectMessage } from '../workspace/workspace.ts'
import { requireScope } from './call.ts'

const scopeWords: Readonly<Record<Channel['kind'], string>> = { public: 'channels', private: 'groups', dm: 'im' }

/** `read`, `history` … of the scope family that this kind of conversation belongs to. */
export const scopeFor = ({ kind }: Pick<Channel, 'kind'>, right: string): string => `${scopeWords[kind]}:${right}`

export const hasBot = (platform: Platform, channel: Channel): boolean => channel.members.has(platform.workspace.botUser)

/** A conversation by its id; a private one the bot is not in does not exist for it. */
export function knownChannel(platform: Platform, id: string): Channel {
  const { rules, workspace } = platform
  const channel = rules.found('a conversation is there', workspace.channels.get(id))
  const hidden = channel.kind === 'private' && !hasBot(platform, channel)
  rules.refuse('a private channel without the bot does not exist for it', hidden)
  return channel
}

export function readableChannel(platform: Platform, id: string): Channel {
  const channel = knownChannel(platform, id)
  requireScope(platform, scopeFor(channel, 'history'))
  platform.rules.refuse('history is read by members', !hasBot(platform, channel))
  return channel
}

/** Where a message may be posted; a user id means the direct message with that person. */
export function postableChannel(platform: Platform, id: string): Channel {
  const { rules, manifest, workspace } = platform
  const person = workspace.members.get(id)
  rules.refuse('only people who are there are written to', person?.isBot === true || person?.deleted === true)
  const channel = person === undefined ? knownChannel(platform, id) : openDirectMessage(workspace, person.id)
  rules.refuse('an archived channel takes no post', channel.archived)
  rules.refuse('the Messages tab is on', channel.kind === 'dm' && !manifest.messagesTabEnabled)
  rules.refuse('the bot is in the channel it posts to', !hasBot(platform, channel) && !postsAnywhere(platform, channel))
  return channel
}

function postsAnywhere({ rules, manifest }: Platform, { kind }: Channel): boolean {
  const granted = manifest.botScopes.includes('chat:write.public')
  return kind === 'public' && granted && rules.holds('chat:write.public posts without membership')
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
