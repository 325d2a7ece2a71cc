import type { App } from '@slack/bolt'
import type { Act, ActResult } from '../../src/sandbox/protocol.ts'
import { littleApp, type Running } from './little-app.ts'
import { manifest } from './manifest.ts'

const scopes = ['files:read', 'files:write', 'reactions:read', 'reactions:write']
const events = [
  { name: 'file_shared', scope: 'files:read' },
  { name: 'message.im', scope: 'im:history' },
  { name: 'reaction_added', scope: 'reactions:read' },
  { name: 'reaction_removed', scope: 'reactions:read' },
]

/** The little app with all that concerns files, reactions and shortcuts; scopes can be left out. */
export const chatManifest = (without: readonly string[] = []) => ({
  ...manifest,
  features: {
    ...manifest.features,
    shortcuts: [
      { name: 'New report', type: 'global', callback_id: 'report', description: 'Opens a report' },
      { name: 'Make it a task', type: 'message', callback_id: 'task', description: 'Makes a task of it' },
    ],
  },
  oauth_config: {
    scopes: { bot: [...manifest.oauth_config.scopes.bot, ...scopes].filter((one) => !without.includes(one)) },
  },
  settings: {
    ...manifest.settings,
    event_subscriptions: {
      bot_events: [
        ...manifest.settings.event_subscriptions.bot_events,
        ...events.filter(({ scope }) => !without.includes(scope)).map(({ name }) => name),
      ],
    },
  },
})

export const chatApp = (
  listen: (app: App) => void = () => undefined,
  without: readonly string[] = [],
  timing = {},
): Promise<Running> => littleApp('socket-mode', listen, { manifest: chatManifest(without), timing })

/** What the Web API answers, or the error it refuses with. */
export async function outcome(call: Promise<unknown>): Promise<unknown> {
  try {
    return await call
  } catch (error) {
    const { data } = error as { readonly data?: { readonly error?: string } }
    return data?.error ?? error
  }
}

/** What the page would send. */
export async function deed({ sandbox }: Running, as: string, act: Act): Promise<ActResult> {
  const answer = await fetch(`${sandbox.url}/sandbox/act`, { method: 'POST', body: JSON.stringify({ as, act }) })
  return (await answer.json()) as ActResult
}

/** The smallest PNG: one pixel. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
