import type { Json } from '../protocol.ts'

export type ApiCall = {
  readonly at: Date
  readonly method: string
  readonly args: Json
  /** What the platform answered, also where a fault kept the answer from the app; null while it is held. */
  response: Json | null
  /** The HTTP status the app saw; 0 where the connection was dropped. */
  status: number
}

export type DeliveryType = 'events_api' | 'interactive' | 'slash_commands'

export type DeliveryRecord = {
  readonly at: Date
  readonly type: DeliveryType
  readonly payload: Json
  readonly attempt: number
  /** Null while unanswered and after a failure. */
  ack: Json | null
  failure: string | null
  ms: number
}

export type Traffic = {
  readonly calls: ApiCall[]
  readonly deliveries: DeliveryRecord[]
  /** Answers of the app that the platform could not use. */
  readonly problems: string[]
  /** The calls of one method, oldest first. */
  to(method: string): readonly ApiCall[]
  clear(): void
}

export function createTraffic(): Traffic {
  const calls: ApiCall[] = []
  const deliveries: DeliveryRecord[] = []
  const problems: string[] = []
  return {
    problems,
    calls,
    deliveries,
    to: (method) => calls.filter((call) => call.method === method),
    clear: () => {
      calls.length = 0
      deliveries.length = 0
      problems.length = 0
    },
  }
}
