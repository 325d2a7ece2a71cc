import { and, eq, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Database } from './database/database.ts'
import type { KnownPlans } from './known-plans.ts'

/** Whose rows these are; `enterprise` is empty outside Enterprise Grid. */
export type Workspace = { readonly enterprise: string; readonly team: string }

/** What every query runs in: a database or a transaction on it, and the one workspace whose rows it may touch. */
export type Scope = {
  readonly db: Database
  readonly workspace: Workspace
  /** Where there are none, a plan is read each time. */
  readonly knownPlans?: KnownPlans | undefined
  /** Where there are none, everything is read each time. */
  readonly reads?: Reads | undefined
}

/** What was read already, for readers who all want it as it stood when the first of them asked. */
export type Reads = Map<string, Promise<unknown>>

/** Read by the first who asks under this name, and shared with the others of the same scope. */
export function readOnce<Found>({ reads }: Scope, name: string, read: () => Promise<Found>): Promise<Found> {
  const begun = (reads?.get(name) as Promise<Found> | undefined) ?? read()
  reads?.set(name, begun)
  return begun
}

/** The condition that every query on a table begins with. */
export function within(
  { workspace }: Scope,
  table: { readonly enterprise: PgColumn; readonly team: PgColumn },
  ...conditions: readonly (SQL | undefined)[]
): SQL | undefined {
  return and(eq(table.enterprise, workspace.enterprise), eq(table.team, workspace.team), ...conditions)
}
