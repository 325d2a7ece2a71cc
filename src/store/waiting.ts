import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { stale } from './messages.ts'
import { checklists, cursors, issues, messages } from './schema.ts'
import { type Scope, within } from './scope.ts'
import { statement } from './statement.ts'

/** What waits for its moment: a ritual that falls due, a checklist or an issue that wakes, a message tried again. */
export type Waiting = 'due' | 'checklist' | 'issue' | 'retry'

/** The first moment at which one of a kind, or any at all, is to be seen to; null where nothing waits. */
export async function soonest(scope: Scope, kind: Waiting | 'any'): Promise<Date | null> {
  const [row] = await soonestOf[kind](scope, {})
  return row?.at ?? null
}

type Source = {
  readonly table: PgTable & Parameters<typeof within>[1]
  readonly at: PgColumn
  readonly where?: SQL | undefined
}

const sources: Readonly<Record<Waiting, Source>> = {
  due: { table: cursors, at: cursors.nextAt },
  checklist: { table: checklists, at: checklists.wakeAt },
  issue: { table: issues, at: issues.wakeAt },
  retry: { table: messages, at: messages.retryAt, where: stale },
}

const first = (...kinds: readonly Source[]) =>
  statement<Record<never, never>, { at: Date | null }[]>((scope) => {
    const moments = kinds.map(
      ({ table, at, where }) => sql`(select min(${at}) from ${table} where ${within(scope, table, where)})`,
    )
    const at = sql`least(${sql.join(moments, sql`, `)})`.mapWith((text: string) => new Date(text))
    return scope.db.select({ at }).from(sql`(select 1) as once`)
  })

const { due, checklist, issue, retry } = sources
const soonestOf = {
  due: first(due),
  checklist: first(checklist),
  issue: first(issue),
  retry: first(retry),
  any: first(due, checklist, issue, retry),
}
