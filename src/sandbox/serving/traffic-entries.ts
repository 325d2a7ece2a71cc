import type { ApiCall, DeliveryRecord, TrafficRecord } from '../controls/traffic.ts'
import { record as asRecord, parseJson, records, string } from '../json.ts'
import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import type { TrafficEntry, TrafficKind } from '../tools-protocol.ts'
import { withoutTokens } from './redact.ts'

/** One line of the inspector about one record. */
export function trafficEntry(platform: Platform, record: TrafficRecord): TrafficEntry {
  const { id, at } = record
  const told = describe(platform, record)
  return withoutTokens({ id, at: at.toISOString(), ms: null, again: '', ...told })
}

type Told = Pick<TrafficEntry, 'kind' | 'from' | 'title' | 'gist' | 'state' | 'outcome'> & Partial<TrafficEntry>

function describe(platform: Platform, record: TrafficRecord): Told {
  if (record.kind === 'call') return describeCall(platform, record)
  if (record.kind === 'delivery') return describeDelivery(platform, record)
  const { text } = record
  return { kind: 'problem', from: 'app', title: 'answer not usable', gist: text, state: 'refused', outcome: '' }
}

function describeCall(platform: Platform, call: ApiCall): Told {
  const { method: title, args, ms } = call
  const kind = title === 'response_url' ? 'response-url' : 'call'
  return { kind, from: 'app', title, gist: gistOfCall(platform, args), ms: rounded(ms), ...outcomeOfCall(call) }
}

type Outcome = Pick<TrafficEntry, 'state' | 'outcome'>

function outcomeOfCall({ ms, status, response, headers }: ApiCall): Outcome {
  const wasDone = response?.ok === true
  if (ms === null) return { state: 'open', outcome: wasDone ? 'done, answer held' : 'under way' }
  if (status === 200 && wasDone) return { state: 'ok', outcome: 'ok' }
  const retryAfter = headers['retry-after']
  const words =
    status === 0
      ? 'connection dropped'
      : status === 429
        ? `429, retry after ${retryAfter} s`
        : [status === 200 ? '' : `HTTP ${status}`, string(response?.error)].filter(Boolean).join(' ')
  return { state: 'refused', outcome: wasDone ? `done, but ${words}` : words }
}

/** Where and about what: what a reader looks for first among many calls of one method. */
function gistOfCall(platform: Platform, args: Json): string {
  const view = asRecord(unpacked(args.view))
  const title = string(asRecord(view.title).text)
  const parts = [
    placeName(platform, args.channel ?? args.channel_id),
    personName(platform, args.user ?? args.user_id ?? args.users),
    title || string(view.callback_id) || string(view.type),
    readable(platform, args.text),
  ]
  return shortened(parts.filter(Boolean).join(' · ') || rest(args))
}

/** Of a call that names nobody and nothing, its few short arguments. */
function rest(args: Json): string {
  const short = Object.entries(args).filter(([, value]) => typeof value !== 'object' && String(value).length <= 40)
  return short.map(([name, value]) => `${name}=${value}`).join(' ')
}

function describeDelivery(platform: Platform, delivery: DeliveryRecord): Told {
  const { payload, attempt, isRepeat, ms } = delivery
  const { kind, title, gist } = tellers[delivery.type](platform, payload)
  const again = attempt > 0 ? `sent again, ${ordinal(attempt + 1)} time` : isRepeat ? 'duplicate' : ''
  return {
    ...{ kind, from: 'slack', title, gist: shortened(gist.filter(Boolean).join(' · ')) },
    ...{ ms: rounded(ms), again, ...outcomeOfDelivery(delivery) },
  }
}

type Delivered = { readonly kind: TrafficKind; readonly title: string; readonly gist: readonly string[] }

const tellers: Readonly<Record<DeliveryRecord['type'], (platform: Platform, payload: Json) => Delivered>> = {
  events_api: (platform, { event: wrapped }) => {
    const event = asRecord(wrapped)
    const { item, channel, user, text } = event
    const place = placeName(platform, asRecord(channel).id ?? channel ?? asRecord(item).channel)
    const gist = [place, personName(platform, asRecord(user).id ?? user), string(event.tab), readable(platform, text)]
    return { kind: 'event', title: string(event.type), gist }
  },
  interactive: (platform, payload) => {
    const view = asRecord(payload.view)
    const actions = records(payload.actions).map((one) => string(one.action_id))
    const about = actions.length > 0 ? actions.join(', ') : string(payload.callback_id) || string(payload.action_id)
    const formTitle = string(asRecord(view.title).text)
    const gist = [personName(platform, asRecord(payload.user).id), about || string(view.callback_id), formTitle]
    const place = placeName(platform, asRecord(payload.channel).id)
    return { kind: 'interaction', title: string(payload.type), gist: [...gist, place] }
  },
  slash_commands: (platform, { command, text, user_id, channel_id }) => ({
    kind: 'command',
    title: `${string(command)} ${string(text)}`.trim(),
    gist: [personName(platform, user_id), placeName(platform, channel_id)],
  }),
}

const failures: Readonly<Record<string, string>> = {
  timeout: 'no answer in time',
  connection_failed: 'app not reached',
  http_error: 'app answered an HTTP error',
}

function outcomeOfDelivery({ ms, ack, failure }: DeliveryRecord): Outcome {
  if (ms === null) return { state: 'open', outcome: 'waiting' }
  if (failure !== null) return { state: 'refused', outcome: failures[failure] ?? failure }
  const action = string(ack?.response_action)
  const answered = Object.keys(ack ?? {}).length > 0 ? 'acknowledged with an answer' : 'acknowledged'
  return { state: 'ok', outcome: action === '' ? answered : `acknowledged: ${action}` }
}

function placeName({ workspace }: Platform, id: unknown): string {
  const channel = workspace.channels.get(string(id))
  if (channel === undefined) return string(id)
  return channel.kind === 'dm' ? 'direct message' : `#${channel.name}`
}

function personName({ workspace }: Platform, id: unknown): string {
  const member = workspace.members.get(string(id))
  return member === undefined ? string(id) : `@${member.name}`
}

const readable = (platform: Platform, text: unknown): string =>
  string(text).replaceAll(/<@(\w+)(?:\|[^>]*)?>/g, (_, id: string) => personName(platform, id))

/** In a form, what is structured is JSON in text. */
export function unpacked(value: unknown): unknown {
  return typeof value === 'string' && /^\s*[[{]/.test(value) ? (parseJson(value) ?? value) : value
}

const gistMax = 120
const shortened = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > gistMax ? `${line.slice(0, gistMax - 1)}…` : line
}

const rounded = (ms: number | null): number | null => (ms === null ? null : Math.round(ms))

const ordinal = (count: number): string => ['', '1st', '2nd', '3rd'][count] ?? `${count}th`
