import { isDeepStrictEqual } from 'node:util'
import { cursorAt } from '../domain/due.ts'
import type { Person, Plan, Ritual } from '../domain/plan.ts'
import { standingRituals } from '../domain/standing.ts'
import { dropCursorsExcept, lockCursor, saveCursor } from '../store/cursors.ts'
import { type AppliedPlan, findPlan, insertPlan, lockPlanName } from '../store/plans.ts'
import { advance } from './open-due.ts'
import { type Deps, transact, type Unit } from './transact.ts'

export type Applied = { readonly plan: string; readonly version: number; readonly changed: boolean }

/** Puts a plan in force: a new version where it differs from the last, and its cadences' cursors. */
export function applyPlan(
  deps: Deps,
  request: {
    readonly plan: Plan
    readonly source: string
    readonly by: Person | null
    /** The version that it was made from: whoever applied another in the meantime is not undone. */
    readonly onto?: number
  },
): Promise<Applied> {
  const { plan, source, by, onto } = request
  return transact(deps, async (unit) => {
    await lockPlanName(unit, plan.name)
    const before = await findPlan(unit, plan.name)
    const overtaken = before && onto !== undefined && before.version !== onto
    if (before && (overtaken || (before.source === source && isDeepStrictEqual(before.plan, plan)))) {
      return { plan: plan.name, version: before.version, changed: false }
    }
    const version = (before?.version ?? 0) + 1
    await insertPlan(unit, { plan, version, source, appliedAt: unit.now, appliedBy: by })
    const rituals = [...plan.rituals, ...standingRituals(plan)]
    for (const ritual of rituals) await moveCursor(unit, before, plan, ritual)
    await dropCursorsExcept(
      unit,
      plan.name,
      rituals.map(({ id }) => id),
    )
    await unit.record({ plan: plan.name, subject: plan.name, by }, [{ kind: 'plan-applied', version }])
    return { plan: plan.name, version, changed: true }
  })
}

/**
 * A new or changed cadence counts from when it is applied; what the old one still owed is entered first, since whoever
 * edits a plan at nine did not take back the round of nine. An unchanged one goes on where it stood, by the new calendar.
 */
async function moveCursor(unit: Unit, before: AppliedPlan | undefined, plan: Plan, ritual: Ritual): Promise<void> {
  const cadence = JSON.stringify([ritual.every, ritual.timezone ?? plan.timezone])
  const cursor = await lockCursor(unit, plan.name, ritual.id)
  const unchanged = cursor?.cadence === cadence
  if (cursor && before && !unchanged) await advance(unit, cursor, before)
  const stand = cursorAt(plan, ritual, unchanged ? cursor.reached : unit.now, unit.now)
  await saveCursor(unit, { plan: plan.name, ritual: ritual.id, cadence, ...stand })
}
