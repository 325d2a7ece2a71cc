import type { Sandbox } from '../src/sandbox/sandbox.ts'
import { createDelivery, type Delivery } from '../src/slack/delivery/delivery.ts'
import { unpaced } from '../src/slack/delivery/pace.ts'
import { slackCalls } from '../src/slack/delivery/slack-calls.ts'
import { surfacesAt } from '../src/slack/surfaces.ts'
import type { Shop } from './shop.ts'

/** Delivery as it runs, but unpaced. */
export function deliveryTo(sandbox: Sandbox, { deps }: Shop): Delivery {
  const silent = { info: () => {}, warn: () => {}, error: (_: object, sentence: string) => console.error(sentence) }
  return createDelivery({
    ...{ db: deps.db, workspace: deps.workspace, clock: deps.clock, surfaces: surfacesAt(deps.clock) },
    calls: slackCalls({ token: sandbox.botToken, slackApiUrl: sandbox.apiUrl }),
    ...{ log: silent, pace: unpaced, fallback: async () => undefined },
  })
}

export type Post = Readonly<Record<string, unknown>>

/** What delivery sent, as it gave it to the client. */
export function postsOf(sandbox: Sandbox): readonly Post[] {
  const parsed = (value: unknown) => (typeof value === 'string' && /^[[{]/.test(value) ? JSON.parse(value) : value)
  return sandbox.traffic
    .to('chat.postMessage')
    .map(({ args }) => Object.fromEntries(Object.entries(args).map(([name, value]) => [name, parsed(value)])))
}
