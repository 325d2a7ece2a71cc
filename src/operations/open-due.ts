import { addMilliseconds } from 'date-fns'
import type { Window } from '../domain/cadence/window.ts'
import type { Checklist } from '../domain/checklist.ts'
import { type DueEntry, dueSince, openChecklist } from '../domain/due.ts'
import { type DueRitual, findDueRitual } from '../domain/due-rituals.ts'
import type { Issue } from '../domain/issue.ts'
import { maintenanceOf } from '../domain/maintenance.ts'
import { type Plan, type Ritual, summaryRitualId } from '../domain/plan.ts'
import { procedureOwners } from '../domain/procedure.ts'
import { handOverRituals, holdersOf } from '../domain/role.ts'
import { urgencies } from '../domain/surface.ts'
import { insertChecklist } from '../store/checklists.ts'
import { type Cursor, lockDueCursor, lockDueCursors, saveCursor } from '../store/cursors.ts'
import { insertOccurrence } from '../store/occurrences.ts'
import { type AppliedPlan, findPlan } from '../store/plans.ts'
import { freezeDueSummary } from './freeze-summary.ts'
import { handOver } from './hand-over.ts'
import { hasCome } from './next-moment.ts'
import { tellMaintenance } from './tell-maintenance.ts'
import { type Deps, transact, type Unit } from './transact.ts'
import { checklistWishes } from './wishes.ts'

/** Rituals handled in one transaction: few, so that several processes share a full hour. */
const atOnce = 5

/**
 * Enters in the ledger all that has fallen due, and opens what can still be done. Any number of processes may ask. A
 * ritual that cannot be looked at holds up no other; its error is thrown once the others are done.
 */
export async function openDue(deps: Deps): Promise<number> {
  const failures: Failure[] = []
  let handled = 0
  if (!(await hasCome(deps, 'due'))) return handled
  for (;;) {
    const some = await openSome(deps, failures)
    handled += some
    if (some < atOnce) break
  }
  throwAll(failures)
  return handled
}

type Failure = { readonly cursor: Cursor; readonly error: unknown }

async function openSome(deps: Deps, failures: Failure[]): Promise<number> {
  let due: readonly Cursor[] = []
  try {
    await transact(deps, async (unit) => {
      const except = failures.map(({ cursor }) => cursor)
      due = await lockDueCursors(unit, { now: unit.now, most: atOnce, except })
      const plans = await plansOf(unit, due)
      for (const cursor of due) await advance(unit, cursor, plans.get(cursor.plan))
    })
  } catch (error) {
    // Without a ritual there is none to blame: the database itself is out of reach.
    if (due.length === 0) throw error
    for (const cursor of due) await openOne(deps, cursor).catch((error) => failures.push({ cursor, error }))
  }
  return due.length
}

async function openOne(deps: Deps, { plan, ritual }: Cursor): Promise<void> {
  await transact(deps, async (unit) => {
    const cursor = await lockDueCursor(unit, unit.now, { plan, ritual })
    if (cursor) await advance(unit, cursor, await findPlan(unit, plan))
  })
}

function throwAll(failures: readonly Failure[]): void {
  const [first, ...others] = failures
  if (first === undefined) return
  if (others.length === 0) throw first.error
  const names = failures.map(({ cursor: { plan, ritual } }) => `${plan}/${ritual}`)
  throw new AggregateError(
    failures.map(({ error }) => error),
    `${names.join(', ')} could not be looked at: ${String(first.error)}`,
  )
}

/** Enters what a ritual owes by this plan, and moves its cursor on. */
export async function advance(unit: Unit, cursor: Cursor, applied: AppliedPlan | undefined): Promise<void> {
  if (applied && cursor.ritual === summaryRitualId) return freezeDueSummary(unit, applied.plan, cursor)
  const change = applied && handOverRituals(applied.plan).find(({ id }) => id === cursor.ritual)
  if (applied && change) return handOver(unit, applied.plan, change, cursor)
  const window = applied && maintenanceOf(applied.plan, cursor.ritual)
  if (applied && window) return tellMaintenance(unit, applied.plan, window, cursor)
  const ritual = applied && findDueRitual(applied.plan, cursor.ritual)
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
async function enter(
  unit: Unit,
  { plan, version }: Applied,
  ritual: DueRitual,
  entry: DueEntry,
  incident: Issue | null = null,
): Promise<string | null> {
  const id = unit.newId()
  const { late, ...times } = entry
  const named = holdersOf(plan, ritual.owner, entry.state === 'open' ? unit.now : times.opensAt)
  const owners = incident ? procedureOwners(named, ritual, incident) : named
  const { id: name, section = '', title } = ritual
  const occurrence = { id, plan: plan.name, ritual: name, section, title, owners, ...times }
  if (!(await insertOccurrence(unit, occurrence)) || entry.state !== 'open') return null
  const opened = openChecklist(plan, ritual, { id, late, ...times }, unit.now)
  const checklist = incident ? stepsOf(incident, ritual, { ...opened, owners }) : opened
  await insertChecklist(unit, checklist, version)
  await unit.record({ plan: plan.name, subject: id, by: null }, [{ kind: 'checklist-opened', ritual: ritual.id, late }])
  unit.wish(...checklistWishes(checklist, incident ? urgencies.click : urgencies.scheduled))
  return id
}

/** What is started by hand falls due now, or a moment later: the ledger has one row for each due time of a ritual. */
export async function enterByHand(
  unit: Unit,
  applied: Applied,
  { ritual, window, incident = null }: { ritual: DueRitual; window: Window; incident?: Issue | null },
): Promise<void> {
  const entry = { ...window, state: 'open', reason: null, late: false } as const
  for (let dueAt = unit.now, opened: string | null = null; opened === null; dueAt = addMilliseconds(dueAt, 1))
    opened = await enter(unit, applied, ritual, { ...entry, dueAt }, incident)
}

/** The steps of an incident stand where it does, and belong to whoever has it. */
function stepsOf(incident: Issue, ritual: Ritual, checklist: Checklist): Checklist {
  const ownerTitle = ritual.owner === null ? null : checklist.ownerTitle
  return { ...checklist, incident: incident.id, channel: incident.channel, ownerTitle }
}
