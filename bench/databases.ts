import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { Opened } from '../src/store/database/database.ts'
import { openDatabase } from '../src/store/database/open.ts'

export type BenchDatabase = { readonly name: 'embedded' | 'postgres'; readonly opened: Opened }

/** Migrated and empty, one after the other: the embedded one on disk, and PostgreSQL where a server answers. */
export async function* eachDatabase(): AsyncGenerator<BenchDatabase> {
  yield* embedded()
  yield* server(process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres')
}

async function* embedded(): AsyncGenerator<BenchDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'rounds-bench-'))
  try {
    yield* migrated('embedded', await openDatabase({ kind: 'embedded', folder }))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function* server(address: string): AsyncGenerator<BenchDatabase> {
  const admin = postgres(address, { max: 1, connect_timeout: 2, onnotice: () => {} })
  const name = `rounds_bench_${randomBytes(4).toString('hex')}`
  try {
    const fault = await admin.unsafe(`create database ${name}`).catch((error: Error) => error)
    if (fault instanceof Error) return console.error(`PostgreSQL is left out: ${fault.message}`)
    await dropLeftovers(admin, name)
    const url = Object.assign(new URL(address), { pathname: `/${name}` }).href
    try {
      yield* migrated('postgres', await openDatabase({ kind: 'server', url }))
    } finally {
      await admin.unsafe(`drop database ${name} with (force)`)
    }
  } finally {
    await admin.end()
  }
}

/** Of runs that were killed; PostgreSQL refuses to drop what another run is using. */
async function dropLeftovers(admin: postgres.Sql, own: string): Promise<void> {
  const found = await admin<{ datname: string }[]>`
    select datname from pg_database where datname like 'rounds\\_bench\\_%' and datname <> ${own}`
  for (const { datname } of found) await admin.unsafe(`drop database ${datname}`).catch(() => {})
}

async function* migrated(name: BenchDatabase['name'], opened: Opened): AsyncGenerator<BenchDatabase> {
  try {
    await opened.migrate()
    yield { name, opened }
  } finally {
    await opened.close()
  }
}
