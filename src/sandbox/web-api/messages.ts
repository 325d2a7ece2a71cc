import type { Platform } from '../platform.ts'
import type { Json, ReactionInfo } from '../protocol.ts'
import { type Message, repliesTo } from '../workspace/workspace.ts'
import { describeFile } from './file-payload.ts'

/** A message as Slack returns it; metadata in full only where it is asked for. */
export function describeMessage(platform: Platform, message: Message, allMetadata: boolean): Json {
  const { workspace } = platform
  const byBot = message.user === workspace.botUser
  const replies = message.threadTs === null ? repliesTo(workspace, message.channel, message.ts) : []
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: workspace.teamId,
    ...(byBot ? { bot_id: workspace.botId, app_id: workspace.appId } : {}),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.files.length > 0 ? describeShare(platform, message) : {}),
    ...(message.reactions.length > 0 ? { reactions: message.reactions.map(describeReaction) } : {}),
    ...(message.tombstone ? { subtype: 'tombstone' } : {}),
    ...(message.editedAt === null ? {} : { edited: { user: message.user, ts: `${seconds(message.editedAt)}.000000` } }),
    ...(message.metadata === null ? {} : { metadata: describeMetadata(platform, message.metadata, allMetadata) }),
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    ...(replies.length === 0 ? {} : describeThread(message, replies)),
  }
}

const describeShare = (platform: Platform, { files }: Message): Json => ({
  subtype: 'file_share',
  upload: true,
  files: files.map((file) => describeFile(platform, file)),
})

const describeReaction = ({ name, users }: ReactionInfo): Json => ({ name, users, count: users.length })

const seconds = (at: Date): number => Math.floor(at.getTime() / 1_000)

function describeMetadata({ rules }: Platform, metadata: Json, all: boolean): Json {
  const whole = all || !rules.holds('metadata comes whole only when asked for')
  return whole ? metadata : { event_type: metadata.event_type }
}

function describeThread(message: Message, replies: readonly Message[]): Json {
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users: [...new Set(replies.map((one) => one.user))],
    latest_reply: replies.at(-1)?.ts,
  }
}
