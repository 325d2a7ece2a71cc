import type { ResponseUrl } from '../interaction/response-urls.ts'
import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import { deleteMessage } from '../workspace/deleting.ts'
import { postMessage } from '../workspace/posting.ts'
import { type Channel, changed, findMessage, type Message } from '../workspace/workspace.ts'
import { isOn, tsOf } from './call.ts'
import { hasBot } from './channels.ts'
import { forgetChoices, requireThread, whisper } from './chat.ts'
import { readContent } from './content.ts'
import { countPost } from './rate-limits.ts'

/** What a post to a response_url does; it works in channels the bot is not in. */
export function respond(platform: Platform, id: string, args: Json): void {
  const url = platform.responseUrls.use(id)
  const { rules, workspace } = platform
  const channel = rules.found('a conversation is there', workspace.channels.get(url.channel))
  const barred = !rules.holds('a response_url works where the bot is not')
  rules.refuse('the bot is in the channel it posts to', barred && !hasBot(platform, channel))
  if (isOn(args, 'delete_original')) deleteMessage(platform, channel, sourceOf(platform, url))
  else if (isOn(args, 'replace_original')) replace(platform, sourceOf(platform, url), args)
  else say(platform, channel, url.member, args)
}

/** A slash command has no message to replace or delete. */
function sourceOf(platform: Platform, url: ResponseUrl): Message {
  const source = url.source === null ? undefined : findMessage(platform.workspace, url.channel, url.source)
  const there = source?.tombstone === true ? undefined : source
  return platform.rules.found('a response_url replaces or deletes a message', there)
}

function replace(platform: Platform, message: Message, args: Json): void {
  const shownToAll = message.ephemeralFor !== null && args.response_type === 'in_channel'
  platform.rules.refuse('an ephemeral message stays ephemeral', shownToAll)
  const { text, blocks } = readContent(platform, args, message)
  message.text = text
  message.blocks = blocks
  message.editedAt = platform.workspace.now()
  forgetChoices(platform, message)
  changed(platform.workspace)
}

/** Also the answer to a slash command in its ack: to the member alone unless it says `in_channel`. */
export function say(platform: Platform, channel: Channel, member: string, args: Json): void {
  const { rules } = platform
  rules.refuse('an archived channel takes no answer', channel.archived)
  const content = readContent(platform, args)
  const threadTs = tsOf({ platform, args }, 'thread_ts') ?? null
  if (threadTs !== null) requireThread(platform, channel, threadTs)
  const draft = { ...content, threadTs }
  const fallback = rules.holds('an answer is ephemeral unless it says in_channel') ? 'ephemeral' : 'in_channel'
  if ((args.response_type ?? fallback) === 'in_channel') {
    if (rules.holds('an answer in the channel counts as a post')) countPost(platform, channel)
    postMessage(platform.workspace, platform.notifications, channel, { user: platform.workspace.botUser, ...draft })
  } else {
    whisper(platform, channel, member, draft)
  }
}
