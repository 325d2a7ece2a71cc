import { refuse } from '../domain/outcome.ts'
import { type Actor, actingIn, forbids } from '../domain/permission.ts'
import type { Refusal } from '../domain/refusal.ts'
import { retireChecklist } from '../domain/retire.ts'
import { lockChecklist, openChecklistsOf } from '../store/checklists.ts'
import { dropCursors } from '../store/cursors.ts'
import { explainOccurrence } from '../store/occurrences.ts'
import { findPlan, lockPlanName, markRetired } from '../store/plans.ts'
import { alreadyCarriedOut } from '../store/receipts.ts'
import { keepChecklist } from './on-checklist.ts'
import { callOffMaintenance } from './tell-maintenance.ts'
import { type Deps, transact } from './transact.ts'
import { homeWish } from './wishes.ts'

export type RetireRequest = {
  readonly plan: string
  /** In words, for the ledger and the journal. */
  readonly why: string
  /** Null where whoever reaches the database or the plan files decides. */
  readonly by: Actor | null
  readonly receipt?: string
}

export type Retired = { readonly title: string; readonly paused: number }

/**
 * Takes a plan out of use: nothing of it falls due any more and what is open of it is paused, which is nobody's miss.
 * Its history and figures stay, its open issues too, and applying it again brings it back.
 */
export function retirePlan(deps: Deps, request: RetireRequest): Promise<Retired | Refusal> {
  return transact(deps, async (unit) => {
    await lockPlanName(unit, request.plan)
    const found = await findPlan(unit, request.plan)
    if (!found) return refuse({ kind: 'no-plan' }).refusal
    const { plan, version, retiredAt } = found
    const forbidden = request.by && forbids('retire', actingIn(plan, request.by), { owners: [], ask: plan.admins })
    if (forbidden) return forbidden.refusal
    if (await alreadyCarriedOut(unit, request.receipt, true)) return { title: plan.title, paused: 0 }
    if (retiredAt !== null) return refuse({ kind: 'plan-retired', title: plan.title, at: retiredAt }).refusal
    const by = request.by?.id ?? null
    // First of all, so that whoever is entering what fell due has ended, and what they opened is found below.
    await dropCursors(unit, plan.name)
    const open = await openChecklistsOf(unit, plan.name)
    for (const id of open) {
      const checklist = await lockChecklist(unit, id)
      if (checklist?.state !== 'open') continue
      await keepChecklist(unit, plan, checklist, retireChecklist(checklist), by)
      await explainOccurrence(unit, id, request.why)
    }
    await callOffMaintenance(unit, plan, null)
    await markRetired(unit, plan.name, version, unit.now)
    await unit.record({ plan: plan.name, subject: plan.name, by }, [{ kind: 'plan-retired', why: request.why }])
    if (by !== null) unit.wish(homeWish(by))
    return { title: plan.title, paused: open.length }
  })
}
