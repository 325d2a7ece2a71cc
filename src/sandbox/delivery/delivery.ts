import type { Timing } from '../clocks.ts'
import type { FaultBoard } from '../controls/faults.ts'
import type { DeliveryType, TrafficLog } from '../controls/traffic.ts'
import { wait } from '../deferred.ts'
import type { InFlight } from '../in-flight.ts'
import type { Json } from '../protocol.ts'
import type { Rulebook } from '../rules/rulebook.ts'

export type Attempt = {
  readonly type: DeliveryType
  readonly payload: Json
  /** 0 the first time. */
  readonly number: number
  readonly retryReason: string | null
}

export type Ack =
  | { readonly ok: true; readonly payload: Json }
  /** `final` where the app asked not to be sent it again. */
  | { readonly ok: false; readonly reason: string; readonly final?: boolean }

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
  readonly rules: Rulebook
}

export function createDelivery(around: Around, transport: Transport): Delivery {
  const { rules } = around
  const delivery: Delivery = {
    transport,
    interact: (type, payload) => around.inFlight.track(twiceIfDuplicated(type, () => interaction(type, payload))),
    event: (payload) => around.inFlight.track(twiceIfDuplicated('events_api', () => event(payload))),
  }

  async function twiceIfDuplicated(type: DeliveryType, send: () => Promise<Ack>): Promise<Ack> {
    if (!around.board.takeDuplicate(type)) return send()
    const [first] = await Promise.all([send(), send()])
    return first
  }

  function interaction(type: 'interactive' | 'slash_commands', payload: Json): Promise<Ack> {
    const once = { type, payload, number: 0, retryReason: null }
    return rules.holds('an interaction is sent once') ? attempt(once) : withRetries(type, payload)
  }

  function event(payload: Json): Promise<Ack> {
    const once = { type: 'events_api', payload, number: 0, retryReason: null } as const
    return rules.holds('a failed event is sent again three times') ? withRetries('events_api', payload) : attempt(once)
  }

  async function withRetries(type: DeliveryType, payload: Json): Promise<Ack> {
    let ack = await attempt({ type, payload, number: 0, retryReason: null })
    for (const [index, delayMs] of around.timing.eventRetryMs.entries()) {
      if (ack.ok || (ack.final === true && rules.holds('x-slack-no-retry stops the retries'))) break
      await wait(delayMs)
      ack = await attempt({ type, payload, number: index + 1, retryReason: retryReason(ack.reason) })
    }
    return ack
  }

  async function attempt(one: Attempt): Promise<Ack> {
    const record = around.traffic.startDelivery(one.type, one.payload, one.number)
    const answer: Ack = around.board.meets('outage')
      ? { ok: false, reason: 'connection_failed' }
      : await delivery.transport.send(one, around.timing.ackMs)
    const late = !answer.ok && answer.reason === 'timeout'
    const ack: Ack = late && !rules.holds(inTime[one.type]) ? { ok: true, payload: {} } : answer
    if (ack.ok) record.ack = ack.payload
    else record.failure = ack.reason
    around.traffic.finish(record)
    return ack
  }

  return delivery
}

const inTime = {
  events_api: 'an event is acknowledged within three seconds',
  interactive: 'an interaction is acknowledged within three seconds',
  slash_commands: 'a command is acknowledged within three seconds',
} as const

const retryReason = (reason: string): string => (reason === 'timeout' ? 'http_timeout' : reason)
