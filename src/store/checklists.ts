import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { Checklist } from '../domain/checklist.ts'
import type { LedgerState } from '../domain/ledger.ts'
import { type GivenItems, itemOf, type KeptItem, keptItems, rowOf, settlementTypes } from './item-rows.ts'
import { inLedgerOrder } from './occurrences.ts'
import { checklists, items, occurrences } from './schema.ts'
import { readOnce, type Scope, within } from './scope.ts'
import { given, givenRow, statement } from './statement.ts'

export async function insertChecklist(scope: Scope, checklist: Checklist, planVersion: number): Promise<void> {
  await insertOpened(scope, {
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
    rows: checklist.items.map(rowOf),
  })
}

const openedColumns = [
  ...(['id', 'planVersion', 'planTitle', 'channel', 'ownerTitle', 'zone', 'severity', 'takesMinutes'] as const),
  ...(['ifFailed', 'sections', 'openedAt', 'late', 'wakeAt', 'procedure', 'incident'] as const),
]

const insertOpened = statement<GivenItems & Pick<ChecklistRow, (typeof openedColumns)[number]>, unknown>((scope) => {
  const entered = scope.db.$with('entered').as(
    scope.db
      .insert(items)
      .select(sql`
        select ${given('enterprise')}, ${given('team')}, ${given('id')}, given.*
        from jsonb_to_recordset(${given('rows', items.definition)}) as given (id text, position smallint, section smallint,
          definition jsonb, ${settlementTypes})`)
      .returning({ id: items.id }),
  )
  return scope.db
    .with(entered)
    .insert(checklists)
    .values({ ...scope.workspace, ...givenRow(checklists, openedColumns) })
})

/** Holds the checklist's row until the transaction ends, so that clicks on it happen one after the other. */
export async function lockChecklist(scope: Scope, id: string): Promise<Checklist | undefined> {
  await lockOpened(scope, { id })
  return findChecklist(scope, id)
}

const lockOpened = statement<{ id: string }, unknown>((scope) =>
  scope.db
    .select({ id: checklists.id })
    .from(checklists)
    .where(within(scope, checklists, eq(checklists.id, given('id'))))
    .for('update'),
)

export function findChecklist(scope: Scope, id: string): Promise<Checklist | undefined> {
  return readOnce(scope, `checklist ${id}`, async () => {
    const [row] = await openedById(scope, { id })
    return row && checklistOf(row)
  })
}

export async function findChecklists(scope: Scope, ids: readonly string[]): Promise<readonly Checklist[]> {
  const [id, ...others] = ids
  if (id === undefined) return []
  // One is looked for alone, because a list is planned anew each time.
  const rows = others.length === 0 ? await openedById(scope, { id }) : await openedByIds(scope, { ids })
  return rows.map(checklistOf)
}

type Opened = {
  readonly opened: ChecklistRow
  readonly occurrence: typeof occurrences.$inferSelect
  readonly kept: readonly KeptItem[] | null
}

const opened = (scope: Scope, which: SQL) =>
  scope.db
    .select({
      opened: getTableColumns(checklists),
      occurrence: getTableColumns(occurrences),
      kept: keptItems,
    })
    .from(checklists)
    .innerJoin(occurrences, eq(occurrences.id, checklists.id))
    .where(within(scope, checklists, sql`${checklists.id} ${which}`))
    .orderBy(...inLedgerOrder)

const openedById = statement<{ id: string }, Opened[]>((scope) => opened(scope, sql`= ${given('id')}`))
const openedByIds = statement<{ ids: readonly string[] }, Opened[]>((scope) =>
  opened(scope, sql`= any(${given('ids')})`),
)

function checklistOf({ opened, occurrence, kept }: Opened): Checklist {
  const { signedOffBy: by, signedOffAt: at, minutesSpent: minutes } = opened
  const signedOff = by && at ? { by, at, minutes } : null
  return { ...occurrence, ...opened, items: (kept ?? []).map(itemOf), signedOff }
}

type ChecklistRow = typeof checklists.$inferSelect

/** Keeps what changed between two states of a checklist. */
export async function saveChecklist(scope: Scope, before: Checklist, after: Checklist): Promise<void> {
  const { id, state, remindedAt, wakeAt, signedOff } = after
  await updateOpened(scope, {
    ...{ id, remindedAt, wakeAt },
    signedOffBy: signedOff?.by ?? null,
    signedOffAt: signedOff?.at ?? null,
    minutesSpent: signedOff?.minutes ?? null,
    rows: after.items.flatMap((item, position) =>
      item.settlement === before.items[position]?.settlement ? [] : [rowOf(item, position)],
    ),
  })
  if (state !== before.state) await updateState(scope, { id, state })
}

const changingColumns = ['remindedAt', 'wakeAt', 'signedOffBy', 'signedOffAt', 'minutesSpent'] as const

type Changing = Pick<ChecklistRow, 'id' | (typeof changingColumns)[number]>

const updateOpened = statement<GivenItems & Changing, unknown>((scope) => {
  const settled = scope.db.$with('settled').as(
    scope.db
      .update(items)
      .set({
        state: sql`given.state`,
        settledBy: sql`given.settled_by`,
        settledAt: sql`given.settled_at`,
        reading: sql`given.reading`,
        note: sql`given.note`,
        issue: sql`given.issue`,
      })
      .from(sql`jsonb_to_recordset(${given('rows', items.definition)}) as given (id text, ${settlementTypes})`)
      .where(within(scope, items, eq(items.checklist, given('id')), eq(items.id, sql`given.id`)))
      .returning({ id: items.id }),
  )
  return scope.db
    .with(settled)
    .update(checklists)
    .set(givenRow(checklists, changingColumns))
    .where(within(scope, checklists, eq(checklists.id, given('id'))))
})

const updateState = statement<{ id: string; state: LedgerState }, unknown>((scope) =>
  scope.db
    .update(occurrences)
    .set({ state: given('state') })
    .where(within(scope, occurrences, eq(occurrences.id, given('id')))),
)

/** Some checklists that must wake, locked for this transaction and passed over by every other. */
export async function lockWakingChecklists(scope: Scope, now: Date, most: number): Promise<readonly Checklist[]> {
  const rows = await lockWaking(scope, { now, most })
  return findChecklists(
    scope,
    rows.map(({ id }) => id),
  )
}

const lockWaking = statement<{ now: Date; most: number }, { id: string }[]>((scope) =>
  scope.db
    .select({ id: checklists.id })
    .from(checklists)
    .where(
      within(scope, checklists, isNotNull(checklists.wakeAt), lte(checklists.wakeAt, given('now', checklists.wakeAt))),
    )
    .orderBy(checklists.wakeAt)
    .limit(sql.placeholder('most'))
    .for('update', { skipLocked: true }),
)

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
