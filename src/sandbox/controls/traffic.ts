import { type Clock, monotonicMs } from '../clocks.ts'
import type { Json } from '../protocol.ts'
import { trafficKept } from '../tools-protocol.ts'
import type { ApiFault } from './faults.ts'

type Dated = {
  /** Counts up over calls, deliveries and problems alike. */
  readonly id: number
  readonly at: Date
  /** On the machine's clock, as durations are. */
  readonly startedAtMs: number
}

/** A call of the Web API, or a post to a response_url, whose method is `response_url`. */
export type ApiCall = Dated & {
  readonly kind: 'call'
  readonly method: string
  readonly args: Json
  /** What the platform answered, also where a fault kept the answer from the app; null while it is held. */
  response: Json | null
  headers: Readonly<Record<string, string>>
  /** The HTTP status the app saw; 0 where the connection was dropped. */
  status: number
  faults: readonly ApiFault['kind'][]
  /** From the first byte to the answer or the dropped connection; null until then. */
  ms: number | null
}

export type DeliveryType = 'events_api' | 'interactive' | 'slash_commands'

export type DeliveryRecord = Dated & {
  readonly kind: 'delivery'
  readonly type: DeliveryType
  readonly payload: Json
  readonly attempt: number
  /** The same payload went out before: in an earlier attempt, or as the first one of a duplicate delivery. */
  readonly isRepeat: boolean
  /** Null while unanswered and after a failure. */
  ack: Json | null
  failure: string | null
  ms: number | null
}

/** An answer of the app that the platform could not use. */
export type Problem = Dated & { readonly kind: 'problem'; readonly text: string }

export type TrafficRecord = ApiCall | DeliveryRecord | Problem

/** What passed between the app and the platform, oldest first: the newest `trafficKept` of all kinds together. */
export type Traffic = {
  readonly calls: readonly ApiCall[]
  readonly deliveries: readonly DeliveryRecord[]
  readonly problems: readonly string[]
  /** The calls of one method, oldest first. */
  to(method: string): readonly ApiCall[]
  clear(): void
}

/** The platform's side: it writes, and the page's inspector listens. */
export type TrafficLog = Traffic & {
  readonly records: readonly TrafficRecord[]
  /** Told of each record when it is made and when it is complete, and of nothing when the log was cleared. */
  readonly listeners: Set<(record?: TrafficRecord) => void>
  startCall(method: string, args: Json): ApiCall
  startDelivery(type: DeliveryType, payload: Json, attempt: number): DeliveryRecord
  finish(record: ApiCall | DeliveryRecord): void
  problem(text: string): void
}

export function createTraffic(now: Clock): TrafficLog {
  const records: TrafficRecord[] = []
  const listeners: TrafficLog['listeners'] = new Set()
  const delivered = new WeakSet<Json>()
  let lastId = 0

  const start = (): Dated => {
    lastId += 1
    return { id: lastId, at: now(), startedAtMs: monotonicMs() }
  }
  const tell = (record?: TrafficRecord) => {
    for (const listener of listeners) listener(record)
  }
  function keep<Kept extends TrafficRecord>(record: Kept): Kept {
    records.push(record)
    if (records.length > trafficKept) records.shift()
    tell(record)
    return record
  }
  const calls = () => records.filter((one) => one.kind === 'call')

  return {
    records,
    listeners,
    get calls() {
      return calls()
    },
    get deliveries() {
      return records.filter((one) => one.kind === 'delivery')
    },
    get problems() {
      return records.filter((one) => one.kind === 'problem').map(({ text }) => text)
    },
    to: (method) => calls().filter((call) => call.method === method),
    clear: () => {
      records.length = 0
      tell()
    },
    startCall: (method, args) =>
      keep({ kind: 'call', ...start(), method, args, response: null, headers: {}, status: 0, faults: [], ms: null }),
    startDelivery: (type, payload, attempt) => {
      const isRepeat = delivered.has(payload)
      delivered.add(payload)
      return keep({
        kind: 'delivery',
        ...start(),
        type,
        payload,
        attempt,
        isRepeat,
        ack: null,
        failure: null,
        ms: null,
      })
    },
    finish: (record) => {
      record.ms = monotonicMs() - record.startedAtMs
      tell(record)
    },
    problem: (text) => void keep({ kind: 'problem', ...start(), text }),
  }
}
