import { type DueEntry, dueSince, openChecklist } from '../domain/due.ts'
import { type Plan, peopleOf, type Ritual, summaryRitualId } from '../domain/plan.ts'
import { urgencies } from '../domain/surface.ts'
import { insertChecklist } from '../store/checklists.ts'
import { type Cursor, lockDueCursors, saveCursor } from '../store/cursors.ts'
import { insertOccurrence } from '../store/occurrences.ts'
import { type AppliedPlan, findPlan } from '../store/plans.ts'
import { freezeDueSummary } from './freeze-summary.ts'
import { type Deps, transact, type Unit } from './transact.ts'
import { checklistWishes } from './wishes.ts'

/** Rituals handled in one transaction: few, so that several processes share a full hour. */
const atOnce = 5

/** Enters in the ledger all that has fallen due, and opens what can still be done. Any number of processes may ask. */
export async function openDue(deps: Deps): Promise<number> {
  let handled = 0
  for (;;) {
    const some = await transact(deps, async (unit) => {
      const cursors = await lockDueCursors(unit, unit.now, atOnce)
      const plans = await plansOf(unit, cursors)
      for (const cursor of cursors) await advance(unit, cursor, plans.get(cursor.plan))
      return cursors.length
    })
    if (some === 0) return handled
    handled += some
  }
}

async function advance(unit: Unit, cursor: Cursor, applied: AppliedPlan | undefined): Promise<void> {
  if (applied && cursor.ritual === summaryRitualId) return freezeDueSummary(unit, applied.plan, cursor)
  const ritual = applied?.plan.rituals.find(({ id }) => id === cursor.ritual)
  if (!applied || !ritual) return saveCursor(unit, { ...cursor, nextAt: null })
  const step = dueSince(applied.plan, ritual, cursor.reached, unit.now)
  for (const entry of step.entries) await enter(unit, applied, ritual, entry)
  await saveCursor(unit, { ...cursor, reached: step.reached, nextAt: step.nextAt })
}

/** Each plan is read once for all of its rituals that are due together. */
async function plansOf(unit: Unit, cursors: readonly Cursor[]): Promise<ReadonlyMap<string, AppliedPlan>> {
  const plans = new Map<string, AppliedPlan>()
  for (const name of new Set(cursors.map(({ plan }) => plan))) {
    const found = await findPlan(unit, name)
    if (found) plans.set(name, found)
  }
  return plans
}

type Applied = { readonly plan: Plan; readonly version: number }

/** One due time into the ledger; the checklist with it where there is something to do. */
export async function enter(
  unit: Unit,
  { plan, version }: Applied,
  ritual: Ritual,
  entry: DueEntry,
): Promise<string | null> {
  const id = unit.newId()
  const { late, ...times } = entry
  const owners = peopleOf(plan, ritual.owner)
  const occurrence = { id, plan: plan.name, ritual: ritual.id, title: ritual.title, owners, ...times }
  if (!(await insertOccurrence(unit, occurrence)) || entry.state !== 'open') return null
  const checklist = openChecklist(plan, ritual, { id, late, ...times }, unit.now)
  await insertChecklist(unit, checklist, version)
  await unit.record({ plan: plan.name, subject: id, by: null }, [{ kind: 'checklist-opened', ritual: ritual.id, late }])
  unit.wish(...checklistWishes(checklist, urgencies.scheduled))
  return id
}
