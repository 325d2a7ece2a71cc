import type { FaultKind, FaultWish } from '../../../tools-protocol.ts'

/** What somebody may set before a fault is switched on. */
export type Setting =
  | { readonly name: 'scope'; readonly of: 'method' | 'delivery' | 'channel' | 'member' }
  | { readonly name: 'times' }
  | { readonly name: 'value'; readonly label: string; readonly seconds: readonly number[] }
  | { readonly name: 'value'; readonly label: string; readonly codes: readonly string[] }

export type FaultRow = {
  readonly kind: FaultKind
  readonly name: string
  /** What Slack does then. */
  readonly says: string
  readonly settings: readonly Setting[]
  /** What it is unless somebody sets something else. */
  readonly start: Omit<FaultWish, 'kind'>
  /** What its hits count, one and several; null where there is nothing to count. */
  readonly meets: readonly [string, string] | null
}

const calls = ['call', 'calls'] as const
const method: Setting = { name: 'scope', of: 'method' }
const times: Setting = { name: 'times' }

const codes = [
  'internal_error',
  'fatal_error',
  'channel_not_found',
  'not_in_channel',
  'message_not_found',
  'user_not_found',
  'restricted_action',
  'expired_trigger_id',
  'missing_scope',
]

export const faultGroups: readonly { readonly title: string; readonly rows: readonly FaultRow[] }[] = [
  {
    title: 'Slack is in trouble',
    rows: [
      {
        kind: 'outage',
        name: 'Outage',
        says: 'Every call is answered 503, sockets are closed, and nothing is delivered.',
        settings: [],
        start: {},
        meets: ['request', 'requests'],
      },
      {
        kind: 'slow',
        name: 'Slow answers',
        says: 'Calls are done at once and answered late.',
        settings: [method, times, { name: 'value', label: 'Late by', seconds: [1, 2, 5, 10, 30] }],
        start: { value: 5 },
        meets: calls,
      },
      {
        kind: 'fail-before',
        name: 'Error 500',
        says: 'Calls are answered HTTP 500, and nothing is done.',
        settings: [method, times],
        start: { times: 1 },
        meets: calls,
      },
      {
        kind: 'fail-after',
        name: 'Error 500, but done',
        says: 'Calls are done, and still answered HTTP 500.',
        settings: [method, times],
        start: { times: 1 },
        meets: calls,
      },
      {
        kind: 'drop-before',
        name: 'Drop',
        says: 'The connection breaks before a call is done.',
        settings: [method, times],
        start: { times: 1 },
        meets: calls,
      },
      {
        kind: 'drop-after',
        name: 'Accept, then drop',
        says: 'A call is done, but its answer is lost with the connection.',
        settings: [method, times],
        start: { times: 1 },
        meets: calls,
      },
    ],
  },
  {
    title: 'Slack says no',
    rows: [
      {
        kind: 'rate-limit',
        name: '429',
        says: 'Calls are answered 429 with Retry-After, and nothing is done.',
        settings: [method, times, { name: 'value', label: 'Retry-After', seconds: [1, 5, 10, 30, 60] }],
        start: { value: 10, times: 3 },
        meets: calls,
      },
      {
        kind: 'rate-limits',
        name: 'Rate limits',
        says: 'Slack’s own limits apply: calls a minute by tier, and one post a second and channel.',
        settings: [],
        start: {},
        meets: ['call refused', 'calls refused'],
      },
      {
        kind: 'refuse',
        name: 'Refuse with an error',
        says: 'Calls are answered with an error code of your choice, and nothing is done.',
        settings: [method, times, { name: 'value', label: 'Error code', codes }],
        start: { value: 'internal_error', times: 1 },
        meets: calls,
      },
      {
        kind: 'token-revoked',
        name: 'Revoked token',
        says: 'Every call is answered token_revoked.',
        settings: [],
        start: {},
        meets: calls,
      },
    ],
  },
  {
    title: 'Deliveries and places',
    rows: [
      {
        kind: 'duplicate',
        name: 'Duplicate delivery',
        says: 'Clicks, commands and events reach the app twice.',
        settings: [{ name: 'scope', of: 'delivery' }, times],
        start: {},
        meets: ['delivery', 'deliveries'],
      },
      {
        kind: 'archived',
        name: 'Archived channel',
        says: 'A channel is archived: nobody can post there any more.',
        settings: [{ name: 'scope', of: 'channel' }],
        start: {},
        meets: null,
      },
      {
        kind: 'away',
        name: 'Member away',
        says: 'A member is not looking at Slack: what only they may see is lost.',
        settings: [{ name: 'scope', of: 'member' }],
        start: {},
        meets: ['message lost', 'messages lost'],
      },
    ],
  },
]

/** Switched on by tests alone, and shown while they are. */
export const heldRows: readonly FaultRow[] = [
  {
    kind: 'hold-before',
    name: 'Held calls',
    says: 'Calls wait before they are done, until this is switched off.',
    settings: [],
    start: {},
    meets: calls,
  },
  {
    kind: 'hold-after',
    name: 'Held answers',
    says: 'Calls are done, and their answers wait until this is switched off.',
    settings: [],
    start: {},
    meets: calls,
  },
]
