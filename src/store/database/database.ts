import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type * as schema from '../schema.ts'

/** What every query is written against: an open database of either kind, or a transaction on one. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>

export type Where =
  | { readonly kind: 'embedded'; readonly folder: string }
  | { readonly kind: 'embedded-memory'; readonly template?: Blob }
  | { readonly kind: 'server'; readonly url: string; readonly max?: number }

export type OpenOptions = {
  /** The folder drizzle-kit writes; the one that ships with Rounds unless a test says otherwise. */
  readonly migrationsFolder?: string
  readonly connectTimeoutSeconds?: number
}

export type Opened = {
  readonly db: Database
  readonly kind: Where['kind']
  /** Applies what is missing, all or nothing; processes that start together wait for one another. */
  migrate(): Promise<{ readonly applied: number }>
  pendingMigrations(): Promise<number>
  ping(): Promise<void>
  /** To be called every few minutes: the embedded engine neither checkpoints nor vacuums by itself. */
  maintain(): Promise<void>
  close(): Promise<void>
}
