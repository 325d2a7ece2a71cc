import { act } from '../interaction/act.ts'
import type { Platform } from '../platform.ts'
import type { ActResult } from '../protocol.ts'
import { visibleMessages } from '../serving/snapshot.ts'
import type { Member, Message } from '../workspace/workspace.ts'
import { type LocalFile, uploadedBy } from './answers.ts'
import { placeNamed, readMessage, type Where } from './surfaces.ts'

/** A message of a place, by words that it contains; the newest one that does. */
type Which = { readonly in: Where }

/** What a person does with messages; `message` is words of the newest message that is meant. */
export type ChatDriver = {
  says(
    text: string,
    at: { readonly in: Where; readonly threadTs?: string; readonly files?: readonly LocalFile[] },
  ): Promise<ActResult>
  edits(message: string, text: string, at: Which): Promise<ActResult>
  deletes(message: string, at: Which): Promise<ActResult>
  /** By the emoji's name without colons. */
  reacts(emoji: string, message: string, at: Which): Promise<ActResult>
  unreacts(emoji: string, message: string, at: Which): Promise<ActResult>
  /** Handles of those who reacted, by emoji. */
  reactions(message: string, at: Which): Readonly<Record<string, readonly string[]>>
  /** A shortcut of the composer, or of a message's menu. */
  usesShortcut(name: string, on?: { readonly message: string; readonly in: Where }): Promise<ActResult>
}

export function chatDriver(platform: Platform, member: Member): ChatDriver {
  const { id } = member
  const find = (words: string, at: Which) => messageSaying(platform, member, words, at.in)
  const where = (words: string, at: Which) => {
    const { channel, ts } = find(words, at)
    return { channel, ts }
  }
  return {
    says: async (text, { in: place, threadTs, files = [] }) => {
      const ids = files.map((file) => uploadedBy(platform, id, file).id)
      const thread = threadTs === undefined ? {} : { threadTs }
      return act(platform, id, { kind: 'say', channel: placeNamed(platform, id, place), text, files: ids, ...thread })
    },
    edits: async (message, text, at) => act(platform, id, { kind: 'edit-message', ...where(message, at), text }),
    deletes: async (message, at) => act(platform, id, { kind: 'delete-message', ...where(message, at) }),
    reacts: async (name, message, at) => act(platform, id, { kind: 'react', ...where(message, at), name, on: true }),
    unreacts: async (name, message, at) => act(platform, id, { kind: 'react', ...where(message, at), name, on: false }),
    reactions: (message, at) =>
      Object.fromEntries(find(message, at).reactions.map((one) => [one.name, one.users.map(handleOf(platform))])),
    usesShortcut: async (name, on) => {
      const callbackId = shortcutCalled(platform, name, on === undefined ? 'global' : 'message')
      const target = on === undefined ? {} : { on: where(on.message, on) }
      return act(platform, id, { kind: 'shortcut', callbackId, ...target })
    },
  }
}

const handleOf = (platform: Platform) => (user: string) => `@${platform.workspace.members.get(user)?.name ?? user}`

function messageSaying(platform: Platform, member: Member, words: string, place: Where): Message {
  const channel = placeNamed(platform, member.id, place)
  const mine = visibleMessages(platform, member.id).filter((one) => one.channel === channel)
  const found = mine.findLast((one) => readMessage(platform, member.id, one).includes(words))
  if (found === undefined) throw new Error(`@${member.name} sees no message with “${words}” in ${place}.`)
  return found
}

function shortcutCalled({ manifest }: Platform, name: string, kind: 'global' | 'message'): string {
  const offered = manifest.shortcuts.filter((one) => one.kind === kind)
  const found = offered.find((one) => one.name === name)
  if (found === undefined)
    throw new Error(`There is no ${kind} shortcut “${name}”; there are: ${offered.map((one) => one.name).join(' | ')}`)
  return found.callbackId
}
