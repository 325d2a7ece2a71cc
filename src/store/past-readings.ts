import { and, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import type { Past } from '../domain/reading/period.ts'
import { items, occurrences } from './schema.ts'
import { type Scope, within } from './scope.ts'

type Wanted = {
  readonly plan: string
  readonly ritual: string
  readonly items: readonly string[]
  /** Due times; `from` is included, `until` is not. */
  readonly from: Date
  readonly until: Date
}

/** Figures that some items of a ritual had at earlier due times, the newest first. */
export async function pastReadings(scope: Scope, wanted: Wanted): Promise<Past> {
  const { plan, ritual, from, until } = wanted
  const rows = await scope.db
    .select({
      item: items.id,
      dueAt: occurrences.dueAt,
      value: sql<number | null>`(${items.reading} ->> 'value')::float8`,
    })
    .from(items)
    .innerJoin(occurrences, eq(occurrences.id, items.checklist))
    .where(
      and(
        within(scope, occurrences, eq(occurrences.plan, plan), eq(occurrences.ritual, ritual)),
        gte(occurrences.dueAt, from),
        lt(occurrences.dueAt, until),
        inArray(items.id, [...wanted.items]),
        sql`${items.reading} ->> 'value' is not null`,
      ),
    )
    .orderBy(desc(occurrences.dueAt))
  const readings = rows.flatMap(({ item, dueAt, value }) => (value === null ? [] : [{ item, dueAt, value }]))
  const own = (id: string) => readings.filter(({ item }) => item === id).map(({ dueAt, value }) => ({ dueAt, value }))
  return Object.fromEntries(wanted.items.map((id) => [id, own(id)]))
}
