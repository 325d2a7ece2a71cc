import { isDeepStrictEqual } from 'node:util'
import { cursorAt } from '../domain/due.ts'
import { type DueRitual, dueName, dueRituals } from '../domain/due-rituals.ts'
import { maintenanceRitualOf } from '../domain/maintenance.ts'
import type { Person, Plan, PlanOrigin } from '../domain/plan.ts'
import { standingRituals } from '../domain/standing.ts'
import { dropCursorsExcept, lockCursor, saveCursor } from '../store/cursors.ts'
import { type AppliedPlan, findPlan, insertPlan, lockPlanName } from '../store/plans.ts'
import { cadenceKey, isSameKey } from './cadence-key.ts'
import { advance } from './open-due.ts'
import { callOffMaintenance, lookAtMaintenance } from './tell-maintenance.ts'
import { type Deps, transact, type Unit } from './transact.ts'

export type Applied = { readonly plan: string; readonly version: number; readonly changed: boolean }

/** Puts a plan in force: a new version where it differs from the last, and its cadences' cursors. */
export function applyPlan(
  deps: Deps,
  request: {
    readonly plan: Plan
    readonly source: string
    readonly origin: PlanOrigin
    readonly by: Person | null
    /** The version that it was made from: whoever applied another in the meantime is not undone. */
    readonly onto?: number
  },
): Promise<Applied> {
  const { plan, source, origin, by, onto } = request
  return transact(deps, async (unit) => {
    await lockPlanName(unit, plan.name)
    const before = await findPlan(unit, plan.name)
    const overtaken = before && onto !== undefined && before.version !== onto
    if (before && (overtaken || isInForce(before, request))) {
      return { plan: plan.name, version: before.version, changed: false }
    }
    const version = await putInForce(unit, before, { plan, source, origin, by })
    await unit.record({ plan: plan.name, subject: plan.name, by }, [{ kind: 'plan-applied', version }])
    return { plan: plan.name, version, changed: true }
  })
}

/** A plan that was retired is brought back by the same words. */
function isInForce(before: AppliedPlan, { source, origin, plan }: Omit<AppliedPlan, 'version' | 'retiredAt'>): boolean {
  const same = before.source === source && before.origin === origin
  return before.retiredAt === null && same && isDeepStrictEqual(before.plan, plan)
}

/** A new version of a plan whose name is held, and its cadences' cursors. */
export async function putInForce(
  unit: Unit,
  before: AppliedPlan | undefined,
  words: Pick<AppliedPlan, 'plan' | 'source' | 'origin'> & { readonly by: Person | null },
): Promise<number> {
  const { plan, source, origin, by } = words
  const version = (before?.version ?? 0) + 1
  await insertPlan(unit, { plan, version, source, origin, appliedAt: unit.now, appliedBy: by })
  const rituals = [...dueRituals(plan), ...standingRituals(plan)]
  for (const ritual of rituals) await moveCursor(unit, before, plan, ritual)
  if (before) await callOffMaintenance(unit, before.plan, plan)
  await lookAtMaintenance(unit, plan)
  const windows = (plan.maintenance ?? []).map(({ id }) => maintenanceRitualOf(id))
  await dropCursorsExcept(unit, plan.name, [...rituals.map(dueName), ...windows])
  return version
}

/**
 * A new or changed cadence counts from when it is applied; what the old one still owed is entered first, since whoever
 * edits a plan at nine did not take back the round of nine. An unchanged one goes on where it stood, by the new calendar.
 */
async function moveCursor(unit: Unit, before: AppliedPlan | undefined, plan: Plan, ritual: DueRitual): Promise<void> {
  const name = dueName(ritual)
  const cadence = cadenceKey(plan, ritual.every, ritual.timezone ?? plan.timezone)
  const cursor = await lockCursor(unit, plan.name, name)
  const unchanged = cursor !== undefined && isSameKey(cursor.cadence, cadence)
  if (cursor && before && !unchanged) await advance(unit, cursor, before)
  const stand = cursorAt(plan, ritual, unchanged ? cursor.reached : unit.now, unit.now)
  await saveCursor(unit, { plan: plan.name, ritual: name, cadence, ...stand })
}
