import { monotonicMs } from '../clocks.ts'
import { Refused } from '../refused.ts'

export type Trigger = {
  readonly member: string
  readonly view: string | null
  readonly issuedAtMs: number
  used: boolean
}

export type Triggers = {
  /** `view` is the modal whose element was used, the only place a view can be pushed from. */
  issue(member: string, view: string | null): string
  /** Spends the trigger, or refuses as Slack does. */
  exchange(id: unknown): Trigger
}

export function createTriggers(lifetimeMs: number): Triggers {
  const issued = new Map<string, Trigger>()
  return {
    issue: (member, view) => {
      const id = `${issued.size + 1}.sandbox.${crypto.randomUUID()}`
      issued.set(id, { member, view, issuedAtMs: monotonicMs(), used: false })
      return id
    },
    exchange: (id) => {
      const trigger = issued.get(String(id))
      if (trigger === undefined) throw new Refused('invalid_trigger_id')
      if (trigger.used) throw new Refused('exchanged_trigger_id')
      if (monotonicMs() - trigger.issuedAtMs > lifetimeMs) throw new Refused('expired_trigger_id')
      trigger.used = true
      return trigger
    },
  }
}
