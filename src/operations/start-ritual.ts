import { windowByHand } from '../domain/cadence/window.ts'
import { type DueRitual, dueName, dueRituals } from '../domain/due-rituals.ts'
import { refuse } from '../domain/outcome.ts'
import { type Actor, forbids } from '../domain/permission.ts'
import type { Plan } from '../domain/plan.ts'
import { procedureWindow } from '../domain/procedure.ts'
import type { Refusal } from '../domain/refusal.ts'
import { findOpenChecklist } from '../store/checklists.ts'
import { lockRitual } from '../store/occurrences.ts'
import { type AppliedPlan, currentPlans } from '../store/plans.ts'
import { alreadyCarriedOut } from '../store/receipts.ts'
import type { Scope } from '../store/scope.ts'
import { enterByHand } from './open-due.ts'
import { type Deps, transact } from './transact.ts'
import { whichPlan, whyNoPlan } from './which-plan.ts'

export type Started = { readonly title: string; readonly channel: string }

export type StartRequest = {
  /** `plan/ritual`, or the ritual alone; by its name in the plan or its title. */
  readonly ritual: string
  /** Where it was asked for: the ritual of that channel's plan is meant before one of the same name elsewhere. */
  readonly channel?: string | null
  readonly by: Actor
  readonly receipt: string
}

/** Starts a ritual by hand. Undefined where this request had arrived before. */
export function startRitual(deps: Deps, request: StartRequest): Promise<Started | Refusal | undefined> {
  return transact(deps, async (unit) => {
    const forbidden = forbids('start', request.by, { owners: [] })
    if (forbidden) return forbidden.refusal
    const applied = await plansFrom(unit, request.channel ?? null)
    if (applied.length === 0) return whyNoPlan(unit)
    const rituals = applied.flatMap((each) => dueRituals(each.plan).map((ritual) => ({ ...each, ritual })))
    const found = rituals.find(({ plan, ritual }) => answersTo(plan, ritual, request.ritual))
    if (!found) return refuse({ kind: 'ritual-unknown', name: request.ritual, known: namesOf(rituals) }).refusal
    const { plan, ritual } = found
    // Two may press at once: the second must see what the first has opened.
    await lockRitual(unit, plan.name, ritual.id)
    const free = (await findOpenChecklist(unit, plan.name, ritual)) === undefined
    if (await alreadyCarriedOut(unit, request.receipt, free)) return undefined
    if (!free) return refuse({ kind: 'ritual-already-open', title: ritual.title }).refusal
    const window = ritual.procedure ? procedureWindow(plan, ritual, unit.now) : windowByHand(ritual, plan, unit.now)
    await enterByHand(unit, found, { ritual, window })
    return { title: ritual.title, channel: ritual.channel ?? plan.channel }
  })
}

/** All plans in force, the one that a channel means first. */
async function plansFrom(scope: Scope, channel: string | null): Promise<readonly AppliedPlan[]> {
  const first = await whichPlan(scope, channel)
  const applied = await currentPlans(scope)
  return first ? [first, ...applied.filter(({ plan }) => plan.name !== first.plan.name)] : applied
}

function answersTo(plan: Plan, ritual: DueRitual, name: string): boolean {
  const wanted = name.trim().toLowerCase()
  return [dueName(ritual), ritual.title].some((word) =>
    [word, `${plan.name}/${word}`].some((known) => known.toLowerCase() === wanted),
  )
}

/** What can be started, by its shortest name; with its plan where two plans call a ritual the same. */
function namesOf(rituals: readonly { readonly plan: Plan; readonly ritual: DueRitual }[]): readonly string[] {
  const ids = rituals.map(({ ritual }) => dueName(ritual))
  const isOnly = (id: string) => ids.indexOf(id) === ids.lastIndexOf(id)
  return rituals.map(({ plan }, index) => {
    const id = ids[index] ?? ''
    return isOnly(id) ? id : `${plan.name}/${id}`
  })
}
