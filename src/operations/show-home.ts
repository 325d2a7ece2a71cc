import type { Person } from '../domain/plan.ts'
import { urgencies } from '../domain/surface.ts'
import { type Deps, transact } from './transact.ts'

/** Somebody opened Home: it is drawn for them as things stand. */
export function showHome(deps: Deps, person: Person): Promise<void> {
  return transact(deps, async (unit) => {
    unit.wish({ surface: 'home', subject: person, channel: person, urgency: urgencies.click })
  })
}
