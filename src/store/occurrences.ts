import { and, asc, eq, gte, inArray, lt } from 'drizzle-orm'
import type { Occurrence } from '../domain/ledger.ts'
import type { Person } from '../domain/plan.ts'
import { lockPlanName } from './plans.ts'
import { occurrences } from './schema.ts'
import { type Scope, within } from './scope.ts'
import { givenRow, statement } from './statement.ts'

/** Enters a due time in the ledger; false when somebody else already has. */
export async function insertOccurrence(
  scope: Scope,
  occurrence: Occurrence & { readonly owners: readonly Person[] },
): Promise<boolean> {
  const { section = '', closesAt = null, reason = null, ...rest } = occurrence
  const rows = await insert(scope, { ...rest, section, closesAt, reason })
  return rows.length > 0
}

const columns = [
  ...(['id', 'plan', 'ritual', 'section', 'title', 'owners'] as const),
  ...(['dueAt', 'opensAt', 'closesAt', 'state', 'reason'] as const),
]

const insert = statement<Pick<typeof occurrences.$inferSelect, (typeof columns)[number]>, unknown[]>((scope) =>
  scope.db
    .insert(occurrences)
    .values({ ...scope.workspace, ...givenRow(occurrences, columns) })
    .onConflictDoNothing({
      target: [
        occurrences.enterprise,
        occurrences.team,
        occurrences.plan,
        occurrences.ritual,
        occurrences.section,
        occurrences.dueAt,
      ],
    })
    .returning({ id: occurrences.id }),
)

/** Says in the ledger why something became of it. */
export async function explainOccurrence(scope: Scope, id: string, reason: string): Promise<void> {
  await scope.db
    .update(occurrences)
    .set({ reason })
    .where(within(scope, occurrences, eq(occurrences.id, id)))
}

/** Holds a ritual until the transaction ends, so that it is started by one person at a time. */
export async function lockRitual(scope: Scope, plan: string, ritual: string): Promise<void> {
  await lockPlanName(scope, `${plan}/${ritual}`)
}

/** By due time; what falls due at once by its name, so that whoever reads on two days finds it in one order. */
export const inLedgerOrder = [
  asc(occurrences.dueAt),
  asc(occurrences.plan),
  asc(occurrences.ritual),
  asc(occurrences.section),
] as const

/** The ledger of a plan, by due time; `from` is included and `until` is not. */
export async function occurrencesBetween(scope: Scope, plan: string, from: Date, until: Date) {
  return scope.db
    .select()
    .from(occurrences)
    .where(
      and(
        within(scope, occurrences, eq(occurrences.plan, plan)),
        gte(occurrences.dueAt, from),
        lt(occurrences.dueAt, until),
      ),
    )
    .orderBy(...inLedgerOrder)
}

/** What the rituals behind some occurrences are called. */
export async function occurrenceTitles(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await scope.db
    .select({ id: occurrences.id, title: occurrences.title })
    .from(occurrences)
    .where(within(scope, occurrences, inArray(occurrences.id, [...ids])))
  return new Map(rows.map(({ id, title }) => [id, title]))
}
