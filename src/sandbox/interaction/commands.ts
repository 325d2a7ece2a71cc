import type { SlashCommand } from '../manifest.ts'
import type { Platform } from '../platform.ts'
import type { ActResult, Json } from '../protocol.ts'
import { Refused } from '../refused.ts'
import { say as answerCommand } from '../web-api/response-url.ts'
import { sendEvent } from '../workspace/events.ts'
import { markRead, postMessage } from '../workspace/posting.ts'
import { bare, type Channel, findChannel, findMember, findMessage } from '../workspace/workspace.ts'
import { failed, warn } from './interactions.ts'

/** `/command text` in a channel; there are none in threads. */
export async function runCommand(
  platform: Platform,
  member: string,
  channelId: string,
  command: string,
  text: string,
): Promise<ActResult> {
  const channel = ownChannel(platform, member, channelId)
  if (typeof channel === 'string') return failed(channel)
  const known = platform.manifest.commands.find((one) => one.command === command)
  if (known === undefined) {
    return failed(
      `${command} is not a valid command. In Slack, all messages that start with the “/” character are interpreted as commands.`,
    )
  }
  const ack = await platform.delivery.interact('slash_commands', commandPayload(platform, member, channel, known, text))
  if (!ack.ok) {
    const error = ack.reason === 'timeout' ? 'operation_timeout' : 'dispatch_failed'
    return warn(platform, member, `${command} failed with the error "${error}"`)
  }
  return showAnswer(platform, member, channel, `${command} ${text}`.trim(), ack.payload)
}

function commandPayload(
  platform: Platform,
  member: string,
  channel: Channel,
  command: SlashCommand,
  text: string,
): Json {
  const names = { public: channel.name, private: 'privategroup', dm: 'directmessage' }
  return {
    token: 'sandbox',
    team_id: platform.workspace.teamId,
    team_domain: 'sandbox',
    channel_id: channel.id,
    channel_name: names[channel.kind],
    user_id: member,
    user_name: platform.workspace.members.get(member)?.name ?? member,
    command: command.command,
    text: command.shouldEscape ? escapeCommand(platform, member, text.trim()) : text.trim(),
    api_app_id: platform.workspace.appId,
    is_enterprise_install: 'false',
    response_url: platform.responseUrls.issue(channel.id, member, null),
    trigger_id: platform.triggers.issue(member, null),
  }
}

/** `in_channel` shows the typed command too; an unusable answer shows the member an error. */
function showAnswer(platform: Platform, member: string, channel: Channel, typed: string, answer: Json): ActResult {
  if (answer.text === undefined && answer.blocks === undefined) return { ok: true }
  try {
    if (answer.response_type === 'in_channel')
      postMessage(platform.workspace, platform.notifications, channel, { user: member, text: typed })
    answerCommand(platform, channel, member, answer)
    return { ok: true }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    platform.traffic.problem(`the answer to ${typed} was refused: ${error.code} ${JSON.stringify(error.details)}`)
    return warn(platform, member, `${typed.split(' ', 1)[0]} failed with the error "invalid_command_response"`)
  }
}

/** Names and links that a member typed become Slack's `<…>` forms, and the three special characters entities. */
function escapeCommand(platform: Platform, member: string, text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return escaped
    .replaceAll(/https?:\/\/[^\s<>]+/g, (url) => `<${url}>`)
    .replaceAll(/(^|[\s(,;:])@([\w.-]*\w)/g, (all, before: string, name: string) => {
      const found = findMember(platform.workspace, name)
      const group = platform.workspace.usergroups.find((one) => one.handle === name)
      if (found !== undefined) return `${before}<@${found.id}>`
      return group === undefined ? all : `${before}<!subteam^${group.id}>`
    })
    .replaceAll(/(^|[\s(,;:])#([\w-]+)/g, (all, before: string, name: string) => {
      const found = findChannel(platform.workspace, name)
      const seen = found !== undefined && (found.kind === 'public' || found.members.has(member))
      return seen ? `${before}<#${found.id}|${found.kind === 'private' ? '' : found.name}>` : all
    })
}

/** A message of a member; names become mentions as in Slack's client. */
export function sayMessage(
  platform: Platform,
  member: string,
  channelId: string,
  text: string,
  threadTs: string | null,
): ActResult {
  const channel = ownChannel(platform, member, channelId)
  if (typeof channel === 'string') return failed(channel)
  if (text.trim() === '') return failed('Write something first.')
  if (threadTs !== null && findMessage(platform.workspace, channel.id, threadTs) === undefined)
    return failed('This thread is no longer here.')
  const draft = { user: member, text: escapeCommand(platform, member, text.trim()), threadTs }
  const message = postMessage(platform.workspace, platform.notifications, channel, draft)
  markRead(platform.workspace, channel.id, member)
  tellApp(platform, channel, message)
  return { ok: true }
}

function tellApp(
  platform: Platform,
  channel: Channel,
  message: { user: string; text: string; ts: string; threadTs: string | null; mentions: readonly string[] },
): void {
  const bot = platform.workspace.botUser
  if (!channel.members.has(bot)) return
  const kinds = { public: 'channel', private: 'group', dm: 'im' }
  const kind = kinds[channel.kind]
  const thread = message.threadTs === null ? {} : { thread_ts: message.threadTs }
  const shared = {
    user: message.user,
    text: message.text,
    ts: message.ts,
    channel: channel.id,
    team: platform.workspace.teamId,
    ...thread,
  }
  void sendEvent(
    platform,
    { type: 'message', ...shared, channel_type: kind },
    `message.${kind === 'channel' ? 'channels' : kind === 'group' ? 'groups' : 'im'}`,
  )
  if (message.mentions.includes(bot) && channel.kind !== 'dm')
    void sendEvent(platform, { type: 'app_mention', ...shared })
}

/** The channel, or the sentence that tells why the member cannot write there. */
export function ownChannel(platform: Platform, member: string, nameOrId: string): Channel | string {
  const channel = findChannel(platform.workspace, nameOrId)
  if (channel === undefined) return `There is no channel called #${bare(nameOrId)}.`
  if (!channel.members.has(member)) return `You are not in #${channel.name}.`
  if (channel.archived) return `#${channel.name} is archived.`
  if (channel.kind === 'dm' && (platform.manifest.messagesTabReadOnly || !platform.manifest.messagesTabEnabled))
    return 'Sending messages to this app has been turned off.'
  return channel
}
