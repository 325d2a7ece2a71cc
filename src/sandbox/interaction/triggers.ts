import type { Rulebook } from '../rules/rulebook.ts'

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

export function createTriggers(rules: Rulebook, monotonicMs: () => number, lifetimeMs: number): Triggers {
  const issued = new Map<string, Trigger>()
  return {
    issue: (member, view) => {
      const id = `${issued.size + 1}.sandbox.${crypto.randomUUID()}`
      issued.set(id, { member, view, issuedAtMs: monotonicMs(), used: false })
      return id
    },
    exchange: (id) => {
      const trigger = rules.found('a trigger was issued', issued.get(String(id)))
      rules.refuse('a trigger is used once', trigger.used)
      rules.refuse('a trigger lasts three seconds', monotonicMs() - trigger.issuedAtMs > lifetimeMs)
      trigger.used = true
      return trigger
    },
  }
}
