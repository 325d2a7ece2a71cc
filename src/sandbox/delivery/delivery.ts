import type { Timing } from '../clocks.ts'
import type { FaultBoard } from '../controls/faults.ts'
import type { DeliveryType, TrafficLog } from '../controls/traffic.ts'
import { wait } from '../deferred.ts'
import type { InFlight } from '../in-flight.ts'
import type { Json } from '../protocol.ts'

export type Attempt = {
  readonly type: DeliveryType
  readonly payload: Json
  /** 0 the first time. */
  readonly number: number
  readonly retryReason: string | null
}

export type Ack = { readonly ok: true; readonly payload: Json } | { readonly ok: false; readonly reason: string }

/** One way to reach the app: sockets it opened, or its HTTP endpoint. */
export type Transport = {
  connected(): boolean
  send(attempt: Attempt, timeoutMs: number): Promise<Ack>
}

export type Delivery = {
  transport: Transport
  /** Interactions and commands: sent once, never again. */
  interact(type: 'interactive' | 'slash_commands', payload: Json): Promise<Ack>
  /** Events: sent again up to three times until acknowledged. */
  event(payload: Json): Promise<Ack>
}

type Around = {
  readonly timing: Timing
  readonly board: FaultBoard
  readonly traffic: TrafficLog
  readonly inFlight: InFlight
}

export function createDelivery(around: Around, transport: Transport): Delivery {
  const delivery: Delivery = {
    transport,
    interact: (type, payload) =>
      around.inFlight.track(twiceIfDuplicated(type, () => attempt({ type, payload, number: 0, retryReason: null }))),
    event: (payload) => around.inFlight.track(twiceIfDuplicated('events_api', () => withRetries(payload))),
  }

  async function twiceIfDuplicated(type: DeliveryType, send: () => Promise<Ack>): Promise<Ack> {
    if (!around.board.takeDuplicate(type)) return send()
    const [first] = await Promise.all([send(), send()])
    return first
  }

  async function withRetries(payload: Json): Promise<Ack> {
    let ack = await attempt({ type: 'events_api', payload, number: 0, retryReason: null })
    for (const [index, delayMs] of around.timing.eventRetryMs.entries()) {
      if (ack.ok) break
      await wait(delayMs)
      ack = await attempt({ type: 'events_api', payload, number: index + 1, retryReason: retryReason(ack.reason) })
    }
    return ack
  }

  async function attempt(one: Attempt): Promise<Ack> {
    const record = around.traffic.startDelivery(one.type, one.payload, one.number)
    const ack: Ack = around.board.meets('outage')
      ? { ok: false, reason: 'connection_failed' }
      : await delivery.transport.send(one, around.timing.ackMs)
    if (ack.ok) record.ack = ack.payload
    else record.failure = ack.reason
    around.traffic.finish(record)
    return ack
  }

  return delivery
}

const retryReason = (reason: string): string => (reason === 'timeout' ? 'http_timeout' : reason)
