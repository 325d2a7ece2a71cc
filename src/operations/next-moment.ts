import type { Scope } from '../store/scope.ts'
import { soonest, type Waiting } from '../store/waiting.ts'
import { type Deps, scopeOf } from './transact.ts'

/** The next instant at which something falls due, wakes or is tried again; null when nothing waits. */
export function nextMoment(scope: Scope): Promise<Date | null> {
  return soonest(scope, 'any')
}

/** Whether there is anything to do: most of the time there is not, and to ask is cheaper than to lock nothing. */
export async function hasCome(deps: Deps, waiting: Waiting): Promise<boolean> {
  const at = await soonest(scopeOf(deps), waiting)
  return at !== null && at <= deps.clock()
}
