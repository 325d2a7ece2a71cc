import type { Platform } from '../platform.ts'
import { isHeard, sendEvent } from './events.ts'
import { changed, type Message } from './workspace.ts'

export const reactionsOfOneMax = 23
export const emojiOnMessageMax = 50

export const hasReacted = (message: Message, user: string, name: string): boolean =>
  message.reactions.some((one) => one.name === name && one.users.includes(user))

export const reactionsBy = (message: Message, user: string): number =>
  message.reactions.filter((one) => one.users.includes(user)).length

export function addReaction(platform: Platform, message: Message, user: string, name: string): void {
  const there = message.reactions.some((one) => one.name === name)
  message.reactions = there
    ? message.reactions.map((one) => (one.name === name ? { name, users: [...one.users, user] } : one))
    : [...message.reactions, { name, users: [user] }]
  tell(platform, 'reaction_added', message, user, name)
}

export function removeReaction(platform: Platform, message: Message, user: string, name: string): void {
  message.reactions = message.reactions
    .map((one) => (one.name === name ? { name, users: one.users.filter((other) => other !== user) } : one))
    .filter((one) => one.users.length > 0)
  tell(platform, 'reaction_removed', message, user, name)
}

/** The app hears of reactions where it is a member. */
function tell(platform: Platform, type: string, message: Message, user: string, reaction: string): void {
  const { workspace } = platform
  changed(workspace)
  const channel = workspace.channels.get(message.channel)
  if (channel === undefined || !isHeard(platform, channel)) return
  const item = { type: 'message', channel: message.channel, ts: message.ts }
  void sendEvent(platform, { type, user, reaction, item, item_user: message.user })
}
