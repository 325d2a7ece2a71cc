import type { ResponseUrl } from '../interaction/response-urls.ts'
import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import { Refused } from '../refused.ts'
import { postMessage } from '../workspace/posting.ts'
import { type Channel, changed, findMessage, type Message } from '../workspace/workspace.ts'
import { isOn, optional } from './call.ts'
import { deleteMessage, readContent, requireThread, whisper } from './chat.ts'

/** What a post to a response_url does; it works in channels the bot is not in. */
export function respond(platform: Platform, id: string, args: Json): void {
  const url = platform.responseUrls.use(id)
  const channel = platform.workspace.channels.get(url.channel)
  if (channel === undefined) throw new Refused('channel_not_found')
  if (isOn(args, 'delete_original')) deleteMessage(platform, channel, sourceOf(platform, url))
  else if (isOn(args, 'replace_original')) replace(platform, sourceOf(platform, url), args)
  else say(platform, channel, url.member, args)
}

/** A slash command has no message to replace or delete. */
function sourceOf(platform: Platform, url: ResponseUrl): Message {
  const source = url.source === null ? undefined : findMessage(platform.workspace, url.channel, url.source)
  if (source === undefined) throw new Refused('message_not_found')
  return source
}

function replace(platform: Platform, message: Message, args: Json): void {
  const { text, blocks } = readContent(platform, args, message)
  message.text = text
  message.blocks = blocks
  message.editedAt = platform.workspace.now()
  message.choices.clear()
  changed(platform.workspace)
}

/** Also the answer to a slash command in its ack: to the member alone unless it says `in_channel`. */
export function say(platform: Platform, channel: Channel, member: string, args: Json): void {
  if (channel.archived) throw new Refused('is_archived')
  const content = readContent(platform, args)
  const threadTs = optional(args, 'thread_ts') ?? null
  if (threadTs !== null) requireThread(platform, channel, threadTs)
  const draft = { ...content, threadTs }
  if (args.response_type === 'in_channel') {
    postMessage(platform.workspace, platform.notifications, channel, { user: platform.workspace.botUser, ...draft })
  } else {
    whisper(platform, channel, member, draft)
  }
}
