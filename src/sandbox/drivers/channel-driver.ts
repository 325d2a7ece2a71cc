import type { Platform } from '../platform.ts'
import type { Json, ReactionInfo } from '../protocol.ts'
import { addToChannel, removeFromChannel, setArchived } from '../workspace/membership.ts'
import { type Channel, memberNamed } from '../workspace/workspace.ts'
import { readMessage } from './surfaces.ts'

/** A message as it is stored, threads and tombstones included; ephemeral ones belong to their readers. */
export type StoredMessage = {
  readonly ts: string
  readonly user: string
  readonly text: string
  readonly blocks: readonly Json[]
  readonly metadata: Json | null
  readonly threadTs: string | null
  /** Names of the files it shows. */
  readonly files: readonly string[]
  readonly reactions: readonly ReactionInfo[]
  readonly edited: boolean
  readonly tombstone: boolean
  /** As an outsider in UTC reads it. */
  readonly readable: string
}

export type ChannelDriver = {
  readonly id: string
  readonly name: string
  readonly members: () => readonly string[]
  readonly topic: () => string
  readonly isArchived: () => boolean
  messages(): readonly StoredMessage[]
  archive(): void
  unarchive(): void
  /** Adds a member, or the bot by its handle. */
  adds(handle: string): void
  removes(handle: string): void
}

export function channelDriver(platform: Platform, channel: Channel): ChannelDriver {
  const { workspace } = platform
  return {
    id: channel.id,
    name: channel.name,
    members: () => [...channel.members].map((one) => `@${workspace.members.get(one)?.name ?? one}`),
    topic: () => channel.topic,
    isArchived: () => channel.archived,
    messages: () => storedMessages(platform, channel),
    archive: () => setArchived(platform, channel, true),
    unarchive: () => setArchived(platform, channel, false),
    adds: (handle) => addToChannel(platform, channel, memberNamed(workspace, handle).id, workspace.botUser),
    removes: (handle) => removeFromChannel(platform, channel, memberNamed(workspace, handle).id),
  }
}

export function storedMessages(platform: Platform, channel: Channel): readonly StoredMessage[] {
  const all = platform.workspace.messages.get(channel.id) ?? []
  return all
    .filter((one) => one.ephemeralFor === null)
    .map((one) => ({
      ts: one.ts,
      user: one.user,
      text: one.text,
      blocks: one.blocks,
      metadata: one.metadata,
      threadTs: one.threadTs,
      files: one.files.map((file) => file.name),
      reactions: one.reactions,
      edited: one.editedAt !== null,
      tombstone: one.tombstone,
      readable: readMessage(platform, platform.workspace.botUser, one),
    }))
}
