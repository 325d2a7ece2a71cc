import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import { canonicalName } from '../reading/emoji.ts'
import {
  addReaction,
  emojiOnMessageMax,
  hasReacted,
  reactionsBy,
  reactionsOfOneMax,
  removeReaction,
} from '../workspace/reactions.ts'
import { findMessage, type Message } from '../workspace/workspace.ts'
import { type Call, type Methods, needed, optional, tsOf } from './call.ts'
import { hasBot, knownChannel } from './channels.ts'
import { permalinkOf } from './chat.ts'
import { describeMessage } from './messages.ts'

const writing = { token: 'bot', scopes: ['reactions:write'] } as const

export const reactionMethods: Methods = {
  'reactions.add': { ...writing, tier: 3, run: add },
  'reactions.remove': { ...writing, tier: 2, run: remove },
  'reactions.get': { token: 'bot', scopes: ['reactions:read'], tier: 3, run: get },
}

function add({ platform, args }: Call): Json {
  const { workspace, rules } = platform
  const name = nameIn(platform, args)
  const message = messageIn({ platform, args })
  const bot = workspace.botUser
  rules.refuse('a reaction is added once', hasReacted(message, bot, name))
  rules.refuse('somebody adds up to 23 reactions', reactionsBy(message, bot) >= reactionsOfOneMax)
  const isNew = !message.reactions.some((one) => one.name === name)
  rules.refuse('a message has up to 50 emoji', isNew && message.reactions.length >= emojiOnMessageMax)
  addReaction(platform, message, bot, name)
  return {}
}

function remove({ platform, args }: Call): Json {
  const name = nameIn(platform, args)
  const message = messageIn({ platform, args })
  const bot = platform.workspace.botUser
  platform.rules.refuse('a reaction is removed by who added it', !hasReacted(message, bot, name))
  removeReaction(platform, message, bot, name)
  return {}
}

function get({ platform, args }: Call): Json {
  const message = messageIn({ platform, args })
  const described = { ...describeMessage(platform, message, false), permalink: permalinkOf(platform, message) }
  return { type: 'message', channel: message.channel, message: described }
}

function nameIn(platform: Platform, args: Json): string {
  const name = needed(args, 'name')
  const canonical = canonicalName(name)
  platform.rules.refuse('a reaction has the name of an emoji', canonical === undefined)
  return canonical ?? name
}

function messageIn({ platform, args }: Pick<Call, 'platform' | 'args'>): Message {
  const id = optional(args, 'channel') ?? ''
  const ts = tsOf({ platform, args }, 'timestamp') ?? ''
  const { rules, workspace } = platform
  rules.refuse('a reaction names its message', id === '' || ts === '')
  const channel = knownChannel(platform, id)
  rules.refuse('an app reacts where it is a member', !hasBot(platform, channel))
  rules.refuse('nobody reacts in archived channels', channel.archived)
  const message = findMessage(workspace, channel.id, ts)
  const there = message?.ephemeralFor === null && !message.tombstone ? message : undefined
  return rules.found('a reaction is to a message that is there', there)
}
