import { windowOf } from '../domain/cadence/window.ts'
import { refuse } from '../domain/outcome.ts'
import { type Actor, forbids } from '../domain/permission.ts'
import type { Ritual } from '../domain/plan.ts'
import type { Refusal } from '../domain/refusal.ts'
import { findOpenChecklist } from '../store/checklists.ts'
import { currentPlans } from '../store/plans.ts'
import { alreadyCarriedOut } from '../store/receipts.ts'
import { enter } from './open-due.ts'
import { type Deps, transact } from './transact.ts'

export type Started = { readonly title: string; readonly channel: string }

/** Starts a ritual by hand, by its name in the plan or its title. Undefined where this request had arrived before. */
export function startRitual(
  deps: Deps,
  request: { readonly ritual: string; readonly by: Actor; readonly receipt: string },
): Promise<Started | Refusal | undefined> {
  return transact(deps, async (unit) => {
    const forbidden = forbids('start', request.by, { owners: [] })
    if (forbidden) return forbidden.refusal
    const applied = await currentPlans(unit)
    if (applied.length === 0) return refuse({ kind: 'no-plan' }).refusal
    const found = applied
      .flatMap((each) => each.plan.rituals.map((ritual) => ({ ...each, ritual })))
      .find(({ ritual }) => answersTo(ritual, request.ritual))
    if (!found) {
      const known = applied.flatMap(({ plan }) => plan.rituals.map(({ id }) => id))
      return refuse({ kind: 'ritual-unknown', name: request.ritual, known }).refusal
    }
    const { plan, ritual } = found
    const free = (await findOpenChecklist(unit, plan.name, ritual.id)) === undefined
    if (await alreadyCarriedOut(unit, request.receipt, free)) return undefined
    if (!free) return refuse({ kind: 'ritual-already-open', title: ritual.title }).refusal
    const window = windowOf({ ...ritual, onHoliday: 'keep' }, plan, unit.now)
    await enter(unit, found, ritual, { ...window, dueAt: unit.now, state: 'open', reason: null, late: false })
    return { title: ritual.title, channel: ritual.channel ?? plan.channel }
  })
}

function answersTo(ritual: Ritual, name: string): boolean {
  const wanted = name.trim().toLowerCase()
  return [ritual.id, ritual.title].some((word) => word.toLowerCase() === wanted)
}
