import type { Platform } from '../platform.ts'
import type { ActResult } from '../protocol.ts'
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
import { failed } from './interactions.ts'
import { ownChannel } from './own-channel.ts'

type Reacting = {
  readonly channel: string
  readonly ts: string
  readonly name: string
  readonly on: boolean
}

/** Adding what is there, or removing what is not, is no mistake of a member: two windows may show the same message. */
export function react(platform: Platform, member: string, { channel: place, ts, name, on }: Reacting): ActResult {
  const channel = reactableChannel(platform, member, place)
  if (channel !== undefined) return failed(channel)
  const message = findMessage(platform.workspace, place, ts)
  if (message?.ephemeralFor !== null || message.tombstone) return failed('This message is no longer here.')
  const emoji = canonicalName(name)
  if (emoji === undefined) return failed(`There is no emoji called :${name}:.`)
  if (hasReacted(message, member, emoji) === on) return { ok: true }
  if (!on) removeReaction(platform, message, member, emoji)
  else {
    const full = whyFull(message, member, emoji)
    if (full !== undefined) return failed(full)
    addReaction(platform, message, member, emoji)
  }
  return { ok: true }
}

/** One reacts in the app's messages also where one cannot write to it. */
function reactableChannel(platform: Platform, member: string, place: string): string | undefined {
  const direct = platform.workspace.channels.get(place)
  if (direct?.kind === 'dm' && direct.members.has(member)) return undefined
  const channel = ownChannel(platform, member, place)
  return typeof channel === 'string' ? channel : undefined
}

function whyFull(message: Message, member: string, emoji: string): string | undefined {
  if (reactionsBy(message, member) >= reactionsOfOneMax)
    return `You have reacted ${reactionsOfOneMax} times. Take one away first.`
  const isNew = !message.reactions.some((one) => one.name === emoji)
  return isNew && message.reactions.length >= emojiOnMessageMax
    ? `This message has ${emojiOnMessageMax} different emoji. Use one that is there.`
    : undefined
}
