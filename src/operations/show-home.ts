import type { Person } from '../domain/plan.ts'
import { type Deps, transact } from './transact.ts'
import { homeWish } from './wishes.ts'

/** Somebody opened Home: it is drawn for them as things stand. */
export function showHome(deps: Deps, person: Person): Promise<void> {
  return transact(deps, async (unit) => {
    unit.wish(homeWish(person))
  })
}
