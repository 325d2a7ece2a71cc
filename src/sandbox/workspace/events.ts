import type { Ack } from '../delivery/delivery.ts'
import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import { type Channel, nextTs } from './workspace.ts'

/** Whether what happens in a channel is told to the app at all. */
export const isHeard = ({ workspace, rules }: Platform, channel: Channel): boolean =>
  channel.members.has(workspace.botUser) || !rules.holds('an app hears of channels it is in')

const nothing: Ack = { ok: true, payload: {} }

/** Delivers an event the app subscribed to; `subscription` where its name is not the event's type. */
export function sendEvent(platform: Platform, event: Json, subscription = String(event.type)): Promise<Ack> {
  const subscribed = platform.manifest.botEvents.includes(subscription)
  if (!subscribed && platform.rules.holds('an event goes to an app that subscribed to it'))
    return Promise.resolve(nothing)
  const { workspace } = platform
  return platform.delivery.event({
    token: 'sandbox',
    team_id: workspace.teamId,
    context_team_id: workspace.teamId,
    context_enterprise_id: null,
    api_app_id: workspace.appId,
    event: { event_ts: nextTs(workspace), ...event },
    type: 'event_callback',
    event_id: `Ev${crypto.randomUUID().replaceAll('-', '').toUpperCase()}`,
    event_time: Math.floor(workspace.now().getTime() / 1_000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: workspace.teamId,
        user_id: workspace.botUser,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
  })
}
