import { isDeepStrictEqual } from 'node:util'
import type { Cadence } from '../domain/cadence/cadence.ts'
import { waitsForLaunch } from '../domain/cadence/launch.ts'
import type { PlanFrame } from '../domain/plan.ts'

/** What due times are counted by: the cadence, whatever else they depend on, and the launch where they count from it. */
export function cadenceKey({ launch }: PlanFrame, every: Cadence, ...more: readonly (string | number)[]): string {
  return JSON.stringify([every, ...more, ...(waitsForLaunch(every) ? [launch ?? null] : [])])
}

/** A plan that the database has kept has its keys in another order. */
export function isSameKey(one: string, other: string): boolean {
  return one === other || isDeepStrictEqual(JSON.parse(one), JSON.parse(other))
}
