import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import { describeMessage } from '../web-api/messages.ts'
import { type Message, nextTs } from '../workspace/workspace.ts'
import { optionNamed, valueName } from './element-state.ts'

/** What every interaction tells of who acted and on which app. */
export function commonPayload(platform: Platform, member: string): Json {
  const { teamId, appId, members } = platform.workspace
  const name = members.get(member)?.name ?? member
  return {
    team: { id: teamId, domain: 'sandbox' },
    user: { id: member, username: name, name, team_id: teamId },
    api_app_id: appId,
    token: 'sandbox',
    enterprise: null,
    is_enterprise_install: false,
  }
}

/** What a payload calls a conversation. */
export function channelName({ workspace }: Platform, id: string): string {
  const channel = workspace.channels.get(id)
  return channel?.kind === 'dm' ? 'directmessage' : (channel?.name ?? id)
}

/** Where an element in a message stands. */
export function messageContainer(message: Message): Json {
  return {
    type: 'message',
    message_ts: message.ts,
    channel_id: message.channel,
    is_ephemeral: message.ephemeralFor !== null,
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
  }
}

/** Slack does not send the content of an ephemeral message back. */
export function sourceMessage(platform: Platform, message: Message): Json {
  const hidden =
    message.ephemeralFor !== null && platform.rules.holds('a click in an ephemeral message does not bring its content')
  return hidden ? {} : { message: describeMessage(platform, message, true) }
}

/** One entry of `actions`: the element's own words and the value it holds now. */
export function actionPayload(platform: Platform, blockId: string, element: Json, given: Json): Json {
  const name = element.type === 'overflow' ? 'selected_option' : valueName(element)
  return {
    type: element.type,
    block_id: blockId,
    action_id: element.action_id,
    action_ts: nextTs(platform.workspace),
    ...only(element, ['text', 'value', 'url', 'style', 'icon', 'confirm', 'placeholder']),
    ...only(element, ['initial_option', 'initial_options', 'initial_user', 'initial_date', 'initial_time']),
    ...(element.type === 'feedback_buttons' ? only(given, ['text', 'value']) : {}),
    ...(name === undefined ? {} : { [name]: ownOptions(element, given[name]) }),
  }
}

const only = (element: Json, names: readonly string[]): Json =>
  Object.fromEntries(names.filter((name) => element[name] !== undefined).map((name) => [name, element[name]]))

const ownOptions = (element: Json, value: unknown): unknown =>
  Array.isArray(value)
    ? value.map((one) => optionNamed(element, one) ?? one)
    : (optionNamed(element, value) ?? value ?? null)
