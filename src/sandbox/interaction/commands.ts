import type { SlashCommand } from '../manifest.ts'
import type { Platform } from '../platform.ts'
import type { ActResult, Json } from '../protocol.ts'
import { Refused } from '../refused.ts'
import { say as answerCommand } from '../web-api/response-url.ts'
import { postMessage } from '../workspace/posting.ts'
import type { Channel } from '../workspace/workspace.ts'
import { failed, warn } from './interactions.ts'
import { ownChannel } from './own-channel.ts'
import { escapeTyped } from './typed-text.ts'

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
  const listed = platform.manifest.commands.find((one) => one.command === command)
  if (listed === undefined && platform.rules.holds('a command is one of the manifest')) {
    return failed(
      `${command} is not a valid command. In Slack, all messages that start with the “/” character are interpreted as commands.`,
    )
  }
  const known = listed ?? { command, description: '', usageHint: '', shouldEscape: false }
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
  const escapes = command.shouldEscape && platform.rules.holds('should_escape turns names into ids')
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
    text: escapes ? escapeTyped(platform, member, text.trim()) : text.trim(),
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
    if (answer.response_type === 'in_channel' && platform.rules.holds('an answer in_channel shows the command'))
      postMessage(platform.workspace, platform.notifications, channel, { user: member, text: typed })
    answerCommand(platform, channel, member, answer)
    return { ok: true }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    platform.traffic.problem(`the answer to ${typed} was refused: ${error.code} ${JSON.stringify(error.details)}`)
    return warn(platform, member, `${typed.split(' ', 1)[0]} failed with the error "invalid_command_response"`)
  }
}
