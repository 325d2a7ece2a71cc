/**
 * What the page's own tools and the sandbox say to each other, beside `protocol.ts`:
 *
 * - `GET /sandbox/traffic/events`   server-sent events; each `data:` is a `TrafficNews`, the first with all there is;
 * - `GET /sandbox/traffic/N`        the `TrafficDetail` of the entry with id N;
 * - `GET /sandbox/traffic/methods`  the names of the methods that the app has called so far, sorted.
 */

import type { Json } from './protocol.ts'

export const faultKinds = [
  'outage',
  'slow',
  'rate-limit',
  'rate-limits',
  'drop-before',
  'drop-after',
  'fail-before',
  'fail-after',
  'refuse',
  'hold-before',
  'hold-after',
  'duplicate',
  'token-revoked',
  'archived',
  'away',
] as const

export type FaultKind = (typeof faultKinds)[number]

export type FaultInfo = {
  readonly id: string
  readonly kind: FaultKind
  /** The method, type of delivery, member or channel that it meets; null for all of them. */
  readonly scope: string | null
  /** Seconds, an HTTP status or an error code, where the kind has one. */
  readonly value: number | string | null
  /** How many it still meets; null until it is switched off. */
  readonly left: number | null
  readonly hits: number
}

/** A fault as somebody asks for it; what is left out is the kind's default. */
export type FaultWish = {
  readonly kind: FaultKind
  readonly scope?: string
  readonly value?: number | string
  readonly times?: number
}

/** What a person does to the sandbox itself rather than in the workspace. */
export type ToolAct =
  | { readonly kind: 'fault'; readonly fault: FaultWish }
  | { readonly kind: 'fault-off'; readonly id: string }
  | { readonly kind: 'faults-off' }
  | { readonly kind: 'disconnect'; readonly how: 'refresh_requested' | 'link' }
  | { readonly kind: 'clear-traffic' }

export type TrafficKind = 'call' | 'response-url' | 'event' | 'interaction' | 'command' | 'problem'

/** One line of the inspector; the bodies are asked for one by one. */
export type TrafficEntry = {
  readonly id: number
  /** On the bot's clock. */
  readonly at: string
  readonly kind: TrafficKind
  /** Who speaks: the app calls Slack, Slack delivers to the app. */
  readonly from: 'app' | 'slack'
  /** The method, or what was delivered. */
  readonly title: string
  /** Where and about what: names of channels and members, the beginning of a text, an action's id. */
  readonly gist: string
  readonly state: 'open' | 'ok' | 'refused'
  /** What became of it, in words. */
  readonly outcome: string
  readonly ms: number | null
  /** Delivered before: `sent again`, or `duplicate`. */
  readonly again: string
}

/** More than any one test makes, and some tens of megabytes at the most in a demo that runs for days. */
export const trafficKept = 5_000

export type TrafficNews = {
  /** Forget what was there before. */
  readonly whole: boolean
  /** New ones, and those that went on. */
  readonly entries: readonly TrafficEntry[]
}

export type TrafficDetail = {
  readonly sent: Json
  readonly answer: Json | null
  /** Such as Retry-After. */
  readonly headers: Readonly<Record<string, string>>
  /** Names of the faults that this call met. */
  readonly faults: readonly string[]
  /** What the platform found in `sent`, and where: a JSON pointer. */
  readonly findings: readonly { readonly pointer: string; readonly message: string }[]
}
