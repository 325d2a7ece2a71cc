import { isDeepStrictEqual } from 'node:util'
import { cursorAfter } from '../domain/due.ts'
import { type Person, type Plan, type Ritual, summaryRitual } from '../domain/plan.ts'
import { dropCursorsExcept, findCursor, saveCursor } from '../store/cursors.ts'
import { findPlan, insertPlan, lockPlanName } from '../store/plans.ts'
import { type Deps, transact, type Unit } from './transact.ts'

export type Applied = { readonly plan: string; readonly version: number; readonly changed: boolean }

/** Puts a plan in force: a new version where it differs from the last, and its cadences' cursors. */
export function applyPlan(
  deps: Deps,
  request: { readonly plan: Plan; readonly source: string; readonly by: Person | null },
): Promise<Applied> {
  const { plan, source, by } = request
  return transact(deps, async (unit) => {
    await lockPlanName(unit, plan.name)
    const before = await findPlan(unit, plan.name)
    if (before && before.source === source && isDeepStrictEqual(before.plan, plan)) {
      return { plan: plan.name, version: before.version, changed: false }
    }
    const version = (before?.version ?? 0) + 1
    await insertPlan(unit, { plan, version, source, appliedAt: unit.now, appliedBy: by })
    const rituals = [...plan.rituals, summaryRitual(plan)]
    for (const ritual of rituals) await startCursor(unit, plan, ritual)
    await dropCursorsExcept(
      unit,
      plan.name,
      rituals.map(({ id }) => id),
    )
    await unit.record({ plan: plan.name, subject: plan.name, by }, [{ kind: 'plan-applied', version }])
    return { plan: plan.name, version, changed: true }
  })
}

/** A new or changed cadence counts from when it is applied; an unchanged one goes on where it stood. */
async function startCursor(unit: Unit, plan: Plan, ritual: Ritual): Promise<void> {
  const cadence = JSON.stringify([ritual.every, ritual.timezone ?? plan.timezone, plan.dayStarts, plan.holidays])
  const before = await findCursor(unit, plan.name, ritual.id)
  if (before?.cadence === cadence) return
  const start = cursorAfter(plan, ritual, unit.now)
  await saveCursor(unit, { plan: plan.name, ritual: ritual.id, cadence, ...start })
}
