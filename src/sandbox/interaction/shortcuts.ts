import type { Shortcut } from '../manifest.ts'
import type { Platform } from '../platform.ts'
import type { ActResult, Json } from '../protocol.ts'
import { describeMessage } from '../web-api/messages.ts'
import { canSee, findMessage, type Message, nextTs } from '../workspace/workspace.ts'
import { failed, lacksInteractivity, notConfigured, trouble, warn } from './interactions.ts'
import { channelName, commonPayload } from './payloads.ts'

type Using = {
  readonly callbackId: string
  readonly on?: { readonly channel: string; readonly ts: string }
}

/** A shortcut of the app's manifest, from the composer or from the menu of a message. */
export async function runShortcut(platform: Platform, member: string, { callbackId, on }: Using): Promise<ActResult> {
  const kind = on === undefined ? 'global' : 'message'
  const known = platform.manifest.shortcuts.find((one) => one.callbackId === callbackId && one.kind === kind)
  if (known === undefined && platform.rules.holds('a shortcut is one of the manifest'))
    return failed('This app has no such shortcut.')
  const shortcut = known ?? { name: callbackId, kind, callbackId, description: '' }
  if (on === undefined) return send(platform, member, globalPayload(platform, member, shortcut))
  const message = findMessage(platform.workspace, on.channel, on.ts)
  const there = message?.ephemeralFor === null && !message.tombstone && canSee(platform.workspace, member, message)
  if (message === undefined || !there) return failed('This message is no longer here.')
  return send(platform, member, messagePayload(platform, member, shortcut, message))
}

async function send(platform: Platform, member: string, payload: Json): Promise<ActResult> {
  if (lacksInteractivity(platform)) return warn(platform, member, notConfigured)
  const ack = await platform.delivery.interact('interactive', payload)
  return ack.ok ? { ok: true } : warn(platform, member, trouble)
}

function globalPayload(platform: Platform, member: string, shortcut: Shortcut): Json {
  return {
    type: 'shortcut',
    ...commonPayload(platform, member),
    callback_id: shortcut.callbackId,
    trigger_id: platform.triggers.issue(member, null),
    action_ts: nextTs(platform.workspace),
  }
}

function messagePayload(platform: Platform, member: string, shortcut: Shortcut, message: Message): Json {
  // Only what the app itself posted can be replaced.
  const source = message.user === platform.workspace.botUser ? message.ts : null
  return {
    ...globalPayload(platform, member, shortcut),
    type: 'message_action',
    channel: { id: message.channel, name: channelName(platform, message.channel) },
    message_ts: message.ts,
    message: describeMessage(platform, message, true),
    response_url: platform.responseUrls.issue(message.channel, member, source),
  }
}
