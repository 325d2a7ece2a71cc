import type { Json } from '../protocol.ts'
import { Refused } from '../refused.ts'
import { addToChannel } from '../workspace/membership.ts'
import {
  bare,
  type Channel,
  changed,
  findMessage,
  type Message,
  nextTs,
  openDirectMessage,
  repliesTo,
} from '../workspace/workspace.ts'
import { type Call, isOn, type Methods, needed, optional, paged, requireScope } from './call.ts'
import { describeChannel, hasBot, knownChannel, readableChannel, scopeFor } from './channels.ts'
import { describeMessage } from './messages.ts'

const reading = { token: 'bot', scopes: ['channels:read', 'groups:read', 'im:read'] } as const
const history = { token: 'bot', scopes: ['channels:history', 'groups:history', 'im:history'] } as const
const managing = { token: 'bot', scopes: ['channels:manage', 'groups:write'] } as const

export const conversationMethods: Methods = {
  'conversations.history': { ...history, tier: 3, run: readHistory },
  'conversations.replies': { ...history, tier: 3, run: readReplies },
  'conversations.info': { ...reading, tier: 3, run: readInfo },
  'conversations.list': { ...reading, tier: 2, run: listAll },
  'users.conversations': { ...reading, tier: 3, run: listJoined },
  'conversations.members': { ...reading, tier: 4, run: listMembers },
  'conversations.open': { token: 'bot', scopes: ['im:write'], tier: 3, run: open },
  'conversations.join': { token: 'bot', scopes: ['channels:join'], tier: 3, run: join },
  'conversations.create': { ...managing, tier: 2, run: create },
  'conversations.invite': {
    token: 'bot',
    scopes: [...managing.scopes, 'channels:write.invites'],
    tier: 3,
    run: invite,
  },
  'conversations.setTopic': {
    token: 'bot',
    scopes: [...managing.scopes, 'channels:write.topic'],
    tier: 2,
    run: setTopic,
  },
  'conversations.archive': { ...managing, tier: 2, run: archive },
}

function readHistory({ platform, args }: Call): Json {
  const channel = readableChannel(platform, needed(args, 'channel'))
  const all = platform.workspace.messages.get(channel.id) ?? []
  const roots = all.filter((one) => one.ephemeralFor === null && (one.threadTs === null || one.broadcast))
  const newestFirst = within(roots, args).reverse()
  const { page, metadata } = paged(args, newestFirst, 100, 999)
  const messages = page.map((one) => describeMessage(platform, one, isOn(args, 'include_all_metadata')))
  return { messages, has_more: metadata.next_cursor !== '', pin_count: 0, response_metadata: metadata }
}

function readReplies({ platform, args }: Call): Json {
  const channel = readableChannel(platform, needed(args, 'channel'))
  const parent = findMessage(platform.workspace, channel.id, needed(args, 'ts'))
  if (parent === undefined || parent.ephemeralFor !== null) throw new Refused('thread_not_found')
  const replies = within(repliesTo(platform.workspace, channel.id, parent.ts), args)
  const { page, metadata } = paged(args, [parent, ...replies], 1_000, 1_000)
  const messages = page.map((one) => describeMessage(platform, one, isOn(args, 'include_all_metadata')))
  return { messages, has_more: metadata.next_cursor !== '', response_metadata: metadata }
}

function within(messages: readonly Message[], args: Json): Message[] {
  const oldest = Number(optional(args, 'oldest') ?? 0)
  const latest = Number(optional(args, 'latest') ?? Number.POSITIVE_INFINITY)
  const inclusive = isOn(args, 'inclusive')
  return messages.filter(({ ts }) => {
    const at = Number(ts)
    return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest
  })
}

function readInfo({ platform, args }: Call): Json {
  const channel = knownChannel(platform, needed(args, 'channel'))
  requireScope(platform, scopeFor(channel, 'read'))
  return { channel: describeChannel(platform, channel) }
}

const wantedKinds: Readonly<Record<string, Channel['kind']>> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'dm',
}

function listAll(call: Call): Json {
  return listWhere(call, (channel) => channel.kind === 'public' || hasBot(call.platform, channel))
}

function listJoined(call: Call): Json {
  const user = optional(call.args, 'user') ?? call.platform.workspace.botUser
  const shared = (channel: Channel) => channel.kind === 'public' || hasBot(call.platform, channel)
  return listWhere(call, (channel) => channel.members.has(user) && shared(channel))
}

function listWhere({ platform, args }: Call, wanted: (channel: Channel) => boolean): Json {
  const types = (optional(args, 'types') ?? 'public_channel').split(',').map((one) => one.trim())
  const kinds = types.map((one) => wantedKinds[one])
  const found = [...platform.workspace.channels.values()].filter(
    (channel) =>
      kinds.includes(channel.kind) && wanted(channel) && !(channel.archived && isOn(args, 'exclude_archived')),
  )
  for (const channel of found) requireScope(platform, scopeFor(channel, 'read'))
  const { page, metadata } = paged(args, found)
  return { channels: page.map((channel) => describeChannel(platform, channel)), response_metadata: metadata }
}

function listMembers({ platform, args }: Call): Json {
  const channel = knownChannel(platform, needed(args, 'channel'))
  requireScope(platform, scopeFor(channel, 'read'))
  const { page, metadata } = paged(args, [...channel.members])
  return { members: page, response_metadata: metadata }
}

function open({ platform, args }: Call): Json {
  const users = needed(args, 'users').split(',')
  const [user = ''] = users
  const person = platform.workspace.members.get(user)
  if (users.length !== 1 || person === undefined) throw new Refused('user_not_found')
  if (person.isBot) throw new Refused('cannot_dm_bot')
  if (person.deleted) throw new Refused('user_disabled')
  const channel = openDirectMessage(platform.workspace, person.id)
  return { channel: isOn(args, 'return_im') ? describeChannel(platform, channel) : { id: channel.id } }
}

function join({ platform, args }: Call): Json {
  const channel = knownChannel(platform, needed(args, 'channel'))
  if (channel.kind !== 'public') throw new Refused('method_not_supported_for_channel_type')
  if (channel.archived) throw new Refused('is_archived')
  addToChannel(platform, channel, platform.workspace.botUser, platform.workspace.botUser)
  return { channel: describeChannel(platform, channel) }
}

function create({ platform, args }: Call): Json {
  const name = bare(needed(args, 'name'))
  const { workspace } = platform
  if (name.length > 80) throw new Refused('invalid_name_maxlength')
  if (!/^[a-z0-9_-]+$/.test(name)) throw new Refused('invalid_name_specials')
  if ([...workspace.channels.values()].some((one) => one.name === name && one.kind !== 'dm'))
    throw new Refused('name_taken')
  const kind = isOn(args, 'is_private') ? 'private' : 'public'
  requireScope(platform, kind === 'private' ? 'groups:write' : 'channels:manage')
  const id = `C0NEW${nextTs(workspace).replace('.', '')}`
  const members = new Set([workspace.botUser])
  workspace.channels.set(id, { id, name, kind, members, archived: false, topic: '', createdAt: workspace.now() })
  workspace.messages.set(id, [])
  changed(workspace)
  return { channel: describeChannel(platform, knownChannel(platform, id)) }
}

function invite({ platform, args }: Call): Json {
  const channel = managedChannel({ platform, args })
  const users = needed(args, 'users').split(',')
  if (users.length > 100) throw new Refused('too_many_users')
  for (const user of users) {
    if (platform.workspace.members.get(user) === undefined) throw new Refused('user_not_found')
    if (user === platform.workspace.botUser) throw new Refused('cant_invite_self')
    if (channel.members.has(user)) throw new Refused('already_in_channel')
  }
  for (const user of users) addToChannel(platform, channel, user, platform.workspace.botUser)
  return { channel: describeChannel(platform, channel) }
}

function setTopic({ platform, args }: Call): Json {
  const channel = managedChannel({ platform, args })
  const topic = optional(args, 'topic') ?? ''
  if (topic.length > 250) throw new Refused('too_long')
  channel.topic = topic
  changed(platform.workspace)
  return { channel: describeChannel(platform, channel) }
}

function archive({ platform, args }: Call): Json {
  const channel = managedChannel({ platform, args })
  if (channel.name === 'general') throw new Refused('cant_archive_general')
  channel.archived = true
  changed(platform.workspace)
  return {}
}

function managedChannel({ platform, args }: Pick<Call, 'platform' | 'args'>): Channel {
  const channel = knownChannel(platform, needed(args, 'channel'))
  if (channel.archived) throw new Refused('is_archived')
  if (!hasBot(platform, channel)) throw new Refused('not_in_channel')
  return channel
}
