import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import { addToChannel, setArchived } from '../workspace/membership.ts'
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
import { type Call, isOn, type Methods, needed, optional, type Paging, paged, requireScope } from './call.ts'
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
    scopes: [...managing.scopes, 'channels:write.invites', 'groups:write.invites'],
    tier: 3,
    run: invite,
  },
  'conversations.setTopic': {
    token: 'bot',
    scopes: [...managing.scopes, 'channels:write.topic', 'groups:write.topic'],
    tier: 2,
    run: setTopic,
  },
  'conversations.archive': { ...managing, tier: 2, run: archive },
}

function readHistory({ platform, args }: Call): Json {
  const channel = readableChannel(platform, needed(args, 'channel'))
  const all = platform.workspace.messages.get(channel.id) ?? []
  const roots = all.filter((one) => inHistory(platform, one) && (one.threadTs === null || one.broadcast))
  const newestFirst = within(roots, args).reverse()
  const { page, metadata } = paged({ platform, args }, newestFirst, historyPaging(platform))
  const messages = page.map((one) => describeMessage(platform, one, isOn(args, 'include_all_metadata')))
  return { messages, has_more: metadata.next_cursor !== '', pin_count: 0, response_metadata: metadata }
}

function readReplies({ platform, args }: Call): Json {
  const channel = readableChannel(platform, needed(args, 'channel'))
  const { rules } = platform
  const parent = rules.found(
    'a thread that is read is there',
    findMessage(platform.workspace, channel.id, needed(args, 'ts')),
  )
  rules.refuse('a thread that is read is there', !inHistory(platform, parent))
  const replies = within(repliesTo(platform.workspace, channel.id, parent.ts), args)
  const { page, metadata } = paged({ platform, args }, [parent, ...replies], repliesPaging)
  const messages = page.map((one) => describeMessage(platform, one, isOn(args, 'include_all_metadata')))
  return { messages, has_more: metadata.next_cursor !== '', response_metadata: metadata }
}

function inHistory({ rules }: Platform, { ephemeralFor }: Message): boolean {
  return ephemeralFor === null || !rules.holds('an ephemeral message is in no history')
}

const repliesPaging: Paging = { fallback: 1_000, max: 1_000, rule: 'a page of a list has at most 1,000 entries' }

function historyPaging({ rules }: Platform): Paging {
  const fallback = rules.holds('a page of history has 100 messages unless asked') ? 100 : 999
  return { fallback, max: 999, rule: 'a page of history has at most 999 messages' }
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
  for (const kind of kinds) if (kind !== undefined) requireScope(platform, scopeFor({ kind }, 'read'))
  const { page, metadata } = paged({ platform, args }, found)
  return { channels: page.map((channel) => describeChannel(platform, channel)), response_metadata: metadata }
}

function listMembers({ platform, args }: Call): Json {
  const channel = knownChannel(platform, needed(args, 'channel'))
  requireScope(platform, scopeFor(channel, 'read'))
  const { page, metadata } = paged({ platform, args }, [...channel.members])
  return { members: page, response_metadata: metadata }
}

function open({ platform, args }: Call): Json {
  const { rules, workspace } = platform
  const users = needed(args, 'users').split(',')
  const named = users.length === 1 ? workspace.members.get(users[0] ?? '') : undefined
  const person = rules.found('a direct message is with one person who is there', named)
  rules.refuse('a direct message is not with a bot', person.isBot)
  rules.refuse('a direct message is not with somebody who left', person.deleted)
  const channel = openDirectMessage(workspace, person.id)
  return { channel: isOn(args, 'return_im') ? describeChannel(platform, channel) : { id: channel.id } }
}

function join({ platform, args }: Call): Json {
  const channel = knownChannel(platform, needed(args, 'channel'))
  platform.rules.refuse('only a public channel is joined', channel.kind !== 'public')
  platform.rules.refuse('an archived channel is not joined', channel.archived)
  addToChannel(platform, channel, platform.workspace.botUser, platform.workspace.botUser)
  return { channel: describeChannel(platform, channel) }
}

function create({ platform, args }: Call): Json {
  const name = bare(optional(args, 'name') ?? '')
  const { workspace, rules } = platform
  refuseName(platform, name)
  const kind = isOn(args, 'is_private') ? 'private' : 'public'
  requireScope(platform, kind === 'private' ? 'groups:write' : 'channels:manage')
  const id = `C0NEW${nextTs(workspace).replace('.', '')}`
  const joins = rules.holds('the bot is in the channel it creates')
  const members = new Set(joins ? [workspace.botUser] : [])
  workspace.channels.set(id, { id, name, kind, members, archived: false, topic: '', createdAt: workspace.now() })
  workspace.messages.set(id, [])
  changed(workspace)
  return { channel: describeChannel(platform, knownChannel(platform, id)) }
}

function refuseName({ workspace, rules }: Platform, name: string): void {
  rules.refuse('a new channel has a name', name === '')
  rules.refuse('a channel name has at most 80 characters', name.length > 80)
  rules.refuse('a channel name is lower-case letters, digits, - and _', /[^a-z0-9_-]/.test(name))
  rules.refuse('a channel name is more than punctuation', /^[_-]+$/.test(name))
  const taken = [...workspace.channels.values()].find((one) => one.name === name && one.kind !== 'dm')
  rules.refuse('a channel name is given once', taken?.archived === false)
  rules.refuse('an archived channel keeps its name', taken?.archived === true)
}

function invite({ platform, args }: Call): Json {
  const channel = managedChannel({ platform, args }, 'invites')
  const users = needed(args, 'users').split(',')
  const { rules, workspace } = platform
  rules.refuse('an invitation names at most 100 people', users.length > 100)
  const canJoin = (user: string) =>
    workspace.members.has(user) && user !== workspace.botUser && !channel.members.has(user)
  const lenient = isOn(args, 'force') && rules.holds('force skips those who cannot be invited')
  for (const user of lenient ? [] : users) {
    rules.refuse('an invitation names people who are there', !workspace.members.has(user))
    rules.refuse('nobody invites themselves', user === workspace.botUser)
    rules.refuse('a member is not invited again', channel.members.has(user))
  }
  for (const user of users.filter(canJoin)) addToChannel(platform, channel, user, platform.workspace.botUser)
  return { channel: describeChannel(platform, channel) }
}

function setTopic({ platform, args }: Call): Json {
  const channel = managedChannel({ platform, args }, 'topic')
  const topic = optional(args, 'topic') ?? ''
  platform.rules.refuse('a topic has at most 250 characters', topic.length > 250)
  channel.topic = topic
  changed(platform.workspace)
  return { channel: describeChannel(platform, channel) }
}

function archive({ platform, args }: Call): Json {
  const channel = managedChannel({ platform, args })
  platform.rules.refuse('#general is not archived', channel.name === 'general')
  setArchived(platform, channel, true)
  return {}
}

const managingScopes = { public: 'channels:manage', private: 'groups:write', dm: 'im:write' } as const

/** `right` names the narrow scope that is enough, such as `channels:write.topic`. */
function managedChannel({ platform, args }: Pick<Call, 'platform' | 'args'>, right?: 'invites' | 'topic'): Channel {
  const channel = knownChannel(platform, needed(args, 'channel'))
  const narrow = right === undefined ? '' : `,${scopeFor(channel, `write.${right}`)}`
  requireScope(platform, `${managingScopes[channel.kind]}${narrow}`)
  platform.rules.refuse('an archived channel is not managed', channel.archived)
  platform.rules.refuse('a channel is managed by its members', !hasBot(platform, channel))
  return channel
}
