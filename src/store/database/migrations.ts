import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator'
import type { Database } from './database.ts'
import { rowsOf } from './differences.ts'

/** Three levels up from both src/store/database and dist/store/database. */
const shippedFolder = fileURLToPath(new URL('../../../drizzle', import.meta.url))

/** Any number nobody else uses: 'rounds' in ASCII. */
const lockKey = 0x726f756e6473

/**
 * Drizzle's own migrate() takes no lock and skips a migration older than the newest applied one.
 * This keeps its table and its file format, and does both within one transaction.
 */
export async function migrate(db: Database, folder = shippedFolder): Promise<{ readonly applied: number }> {
  const migrations = readMigrationFiles({ migrationsFolder: folder })
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${lockKey}::bigint)`)
    await createMigrationsTable(tx)
    const missing = missingFrom(migrations, await appliedTimes(tx))
    for (const migration of missing) await apply(tx, migration)
    return { applied: missing.length }
  })
}

export async function pendingMigrations(db: Database, folder = shippedFolder): Promise<number> {
  const migrations = readMigrationFiles({ migrationsFolder: folder })
  const [found] = rowsOf<{ exists: boolean }>(
    await db.execute(sql`select to_regclass('drizzle.__drizzle_migrations') is not null as exists`),
  )
  const applied = found?.exists ? await appliedTimes(db) : new Set<number>()
  return missingFrom(migrations, applied).length
}

async function createMigrationsTable(db: Database): Promise<void> {
  await db.execute(sql`create schema if not exists drizzle`)
  await db.execute(sql`create table if not exists drizzle.__drizzle_migrations (
    id serial primary key, hash text not null, created_at bigint)`)
}

async function appliedTimes(db: Database): Promise<ReadonlySet<number>> {
  const rows = rowsOf<{ created_at: string | number }>(
    await db.execute(sql`select created_at from drizzle.__drizzle_migrations`),
  )
  return new Set(rows.map((row) => Number(row.created_at)))
}

function missingFrom(migrations: readonly MigrationMeta[], applied: ReadonlySet<number>): readonly MigrationMeta[] {
  return migrations.filter((migration) => !applied.has(migration.folderMillis))
}

async function apply(db: Database, migration: MigrationMeta): Promise<void> {
  for (const statement of migration.sql) await db.execute(sql.raw(statement))
  await db.execute(sql`insert into drizzle.__drizzle_migrations (hash, created_at)
    values (${migration.hash}, ${migration.folderMillis})`)
}
