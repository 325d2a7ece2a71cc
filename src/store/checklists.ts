import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lte, min, or, sql } from 'drizzle-orm'
import type { Checklist, ChecklistItem, Settlement } from '../domain/checklist.ts'
import type { LedgerState } from '../domain/ledger.ts'
import { checklists, type ItemRow, items, occurrences } from './schema.ts'
import { type Scope, within } from './scope.ts'

export async function insertChecklist(scope: Scope, checklist: Checklist, planVersion: number): Promise<void> {
  await scope.db.insert(checklists).values({
    ...scope.workspace,
    planVersion,
    id: checklist.id,
    planTitle: checklist.planTitle,
    channel: checklist.channel,
    ownerTitle: checklist.ownerTitle,
    zone: checklist.zone,
    severity: checklist.severity,
    takesMinutes: checklist.takesMinutes,
    ifFailed: checklist.ifFailed,
    sections: checklist.sections,
    openedAt: checklist.openedAt,
    late: checklist.late,
    wakeAt: checklist.wakeAt,
    procedure: checklist.procedure ?? false,
    incident: checklist.incident ?? null,
  })
  if (checklist.items.length === 0) return
  await scope.db.insert(items).values(
    checklist.items.map(({ section, settlement, ...definition }, position) => ({
      ...scope.workspace,
      checklist: checklist.id,
      id: definition.id,
      position,
      section,
      definition,
      ...settlementColumns(settlement),
    })),
  )
}

/** Holds the checklist's row until the transaction ends, so that clicks on it happen one after the other. */
export async function lockChecklist(scope: Scope, id: string): Promise<Checklist | undefined> {
  await scope.db
    .select({ id: checklists.id })
    .from(checklists)
    .where(within(scope, checklists, eq(checklists.id, id)))
    .for('update')
  return findChecklist(scope, id)
}

export async function findChecklist(scope: Scope, id: string): Promise<Checklist | undefined> {
  const [found] = await findChecklists(scope, [id])
  return found
}

export async function findChecklists(scope: Scope, ids: readonly string[]): Promise<readonly Checklist[]> {
  if (ids.length === 0) return []
  const rows = await scope.db
    .select()
    .from(checklists)
    .innerJoin(occurrences, eq(occurrences.id, checklists.id))
    .where(within(scope, checklists, inArray(checklists.id, [...ids])))
    .orderBy(asc(occurrences.dueAt), asc(occurrences.ritual))
  const itemRows = await scope.db
    .select()
    .from(items)
    .where(within(scope, items, inArray(items.checklist, [...ids])))
    .orderBy(asc(items.position))
  return rows.map(({ checklists: opened, occurrences: occurrence }) => ({
    ...occurrence,
    ...opened,
    items: itemRows.filter((row) => row.checklist === opened.id).map(itemOf),
    signedOff:
      opened.signedOffBy && opened.signedOffAt
        ? { by: opened.signedOffBy, at: opened.signedOffAt, minutes: opened.minutesSpent }
        : null,
  }))
}

/** Keeps what changed between two states of a checklist. */
export async function saveChecklist(scope: Scope, before: Checklist, after: Checklist): Promise<void> {
  await scope.db
    .update(checklists)
    .set({
      remindedAt: after.remindedAt,
      wakeAt: after.wakeAt,
      signedOffBy: after.signedOff?.by ?? null,
      signedOffAt: after.signedOff?.at ?? null,
      minutesSpent: after.signedOff?.minutes ?? null,
    })
    .where(within(scope, checklists, eq(checklists.id, after.id)))
  if (after.state !== before.state) {
    await scope.db
      .update(occurrences)
      .set({ state: after.state })
      .where(within(scope, occurrences, eq(occurrences.id, after.id)))
  }
  for (const [position, item] of after.items.entries()) {
    if (item.settlement !== before.items[position]?.settlement) await saveItem(scope, after.id, item)
  }
}

async function saveItem(scope: Scope, checklist: string, item: ChecklistItem): Promise<void> {
  await scope.db
    .update(items)
    .set(settlementColumns(item.settlement))
    .where(within(scope, items, eq(items.checklist, checklist), eq(items.id, item.id)))
}

/** Some checklists that must wake, locked for this transaction and passed over by every other. */
export async function lockWakingChecklists(scope: Scope, now: Date, most: number): Promise<readonly Checklist[]> {
  const rows = await scope.db
    .select({ id: checklists.id })
    .from(checklists)
    .where(within(scope, checklists, isNotNull(checklists.wakeAt), lte(checklists.wakeAt, now)))
    .orderBy(checklists.wakeAt)
    .limit(most)
    .for('update', { skipLocked: true })
  return findChecklists(
    scope,
    rows.map(({ id }) => id),
  )
}

export async function nextChecklistWake(scope: Scope): Promise<Date | null> {
  const [row] = await scope.db
    .select({ at: min(checklists.wakeAt) })
    .from(checklists)
    .where(within(scope, checklists))
  return row?.at ?? null
}

/** Over, but still to be filled in or signed off. */
const unfinished: readonly LedgerState[] = ['done', 'done-late', 'missed', 'not-delivered']

/** Opened since `today`, or still open, or due since `lately` and not signed off; the newest where there are too many. */
export async function currentChecklists(
  scope: Scope,
  { today, lately }: { readonly today: Date; readonly lately: Date },
): Promise<readonly Checklist[]> {
  const waiting = or(
    eq(occurrences.state, 'open'),
    and(inArray(occurrences.state, [...unfinished]), gte(occurrences.dueAt, lately)),
  )
  const rows = await scope.db
    .select({ id: checklists.id })
    .from(checklists)
    .innerJoin(occurrences, eq(occurrences.id, checklists.id))
    .where(
      and(within(scope, checklists), or(gte(checklists.openedAt, today), and(isNull(checklists.signedOffAt), waiting))),
    )
    .orderBy(desc(occurrences.dueAt))
    .limit(50)
  return findChecklists(
    scope,
    rows.map(({ id }) => id),
  )
}

/** The first that was ever opened; undefined before that. */
export async function oldestChecklist(scope: Scope): Promise<string | undefined> {
  const [row] = await scope.db
    .select({ id: checklists.id })
    .from(checklists)
    .where(within(scope, checklists))
    .orderBy(asc(checklists.openedAt), asc(checklists.id))
    .limit(1)
  return row?.id
}

/** The open checklist of a ritual or a section, if there is one. */
export async function findOpenChecklist(
  scope: Scope,
  plan: string,
  { id, section = '' }: { readonly id: string; readonly section?: string },
): Promise<string | undefined> {
  const [row] = await scope.db
    .select({ id: occurrences.id })
    .from(occurrences)
    .innerJoin(checklists, eq(checklists.id, occurrences.id))
    .where(
      within(
        scope,
        occurrences,
        eq(occurrences.plan, plan),
        eq(occurrences.ritual, id),
        eq(occurrences.section, section),
        eq(occurrences.state, 'open'),
      ),
    )
    .limit(1)
  return row?.id
}

/** Everything that is open of a plan. */
export async function openChecklistsOf(scope: Scope, plan: string): Promise<readonly string[]> {
  const rows = await scope.db
    .select({ id: occurrences.id })
    .from(occurrences)
    .innerJoin(checklists, eq(checklists.id, occurrences.id))
    .where(within(scope, occurrences, eq(occurrences.plan, plan), eq(occurrences.state, 'open')))
    .orderBy(asc(occurrences.id))
  return rows.map(({ id }) => id)
}

/** The steps that were started for an issue, the first of them first. */
export async function checklistsFor(scope: Scope, issue: string): Promise<readonly Checklist[]> {
  const rows = await scope.db
    .select({ id: checklists.id })
    .from(checklists)
    .where(within(scope, checklists, eq(checklists.incident, issue)))
  return findChecklists(
    scope,
    rows.map(({ id }) => id),
  )
}

/** Settled and total items of each checklist. */
export async function countItems(scope: Scope, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { settled: number; total: number }>()
  const rows = await scope.db
    .select({
      checklist: items.checklist,
      total: sql<number>`count(*)::int`,
      settled: sql<number>`(count(*) filter (where ${items.state} <> 'open'))::int`,
    })
    .from(items)
    .where(within(scope, items, inArray(items.checklist, [...ids])))
    .groupBy(items.checklist)
  return new Map(rows.map(({ checklist, ...counts }) => [checklist, counts]))
}

function itemOf(row: ItemRow): ChecklistItem {
  return { ...row.definition, section: row.section, settlement: settlementOf(row) }
}

function settlementOf({ state, settledBy: by, settledAt: at, reading, note, issue }: ItemRow): Settlement {
  if (by === null || at === null) return { state: 'open' }
  switch (state) {
    case 'failed':
      if (issue === null) throw new Error('A failed item has an issue, by the constraint of its table.')
      return { state, by, at, reading, note, issue }
    case 'not-applicable':
      return { state, by, at, note }
    default:
      return { state: 'done', by, at, reading }
  }
}

function settlementColumns(settlement: Settlement) {
  const open = { state: settlement.state, settledBy: null, settledAt: null, reading: null, note: null, issue: null }
  if (settlement.state === 'open') return open
  const { by, at, ...rest } = settlement
  return { ...open, ...rest, settledBy: by, settledAt: at }
}
