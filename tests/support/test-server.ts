import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { openDatabase } from '../../src/store/database/open.ts'

/** What a suite needs to clone the migrated template on the server of TEST_DATABASE_URL. */
export type TestServer = { readonly adminUrl: string; readonly run: string }

const prefix = 'rounds_test_'

/**
 * Databases are named for their run, and each run holds an advisory lock for as long as it lives:
 * whoever gets the lock of another run knows that it died, and drops what it left.
 */
export async function prepareServer(adminUrl: string): Promise<{ testServer: TestServer; dispose(): Promise<void> }> {
  const testServer = { adminUrl, run: randomBytes(4).toString('hex') }
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {}, max_lifetime: null, connect_timeout: 5 })
  await admin`select pg_advisory_lock(${lockKey}, ${lockOf(testServer.run)})`
  await dropDeadRuns(admin, testServer.run)
  await createTemplate(admin, testServer)
  return {
    testServer,
    async dispose() {
      await dropRun(admin, testServer.run)
      await admin.end()
    },
  }
}

export type Clone = { readonly url: string; drop(): Promise<void> }

/** A fresh migrated database. It is dropped when the run ends, or before by `drop`. */
export async function cloneTemplate({ adminUrl, run }: TestServer): Promise<Clone> {
  const name = `${prefix}${run}_${randomBytes(4).toString('hex')}`
  await asAdmin(adminUrl, (admin) => admin.unsafe(`create database ${name} template ${templateOf(run)}`))
  return {
    url: hurried(urlOf(adminUrl, name)),
    drop: () => asAdmin(adminUrl, (admin) => admin.unsafe(`drop database if exists ${name} with (force)`)),
  }
}

/** A fresh database without migrations. */
export async function emptyDatabase({ adminUrl, run }: TestServer): Promise<string> {
  const name = `${prefix}${run}_${randomBytes(4).toString('hex')}`
  await asAdmin(adminUrl, (admin) => admin.unsafe(`create database ${name} template template0`))
  return urlOf(adminUrl, name)
}

async function createTemplate(admin: postgres.Sql, { adminUrl, run }: TestServer): Promise<void> {
  await admin.unsafe(`create database ${templateOf(run)} template template0`)
  if (!existsSync(fileURLToPath(new URL('../../drizzle/meta/_journal.json', import.meta.url)))) return
  const opened = await openDatabase({ kind: 'server', url: urlOf(adminUrl, templateOf(run)), max: 1 })
  await opened.migrate()
  await opened.close()
}

async function dropDeadRuns(admin: postgres.Sql, ownRun: string): Promise<void> {
  const databases = await admin<
    { datname: string }[]
  >`select datname from pg_database where datname like ${`${prefix}%`}`
  const runs = new Set(databases.map(({ datname }) => datname.slice(prefix.length).split('_')[0] ?? ''))
  runs.delete(ownRun)
  for (const run of runs) {
    const [row] = await admin<{ dead: boolean }[]>`select pg_try_advisory_lock(${lockKey}, ${lockOf(run)}) as dead`
    if (!row?.dead) continue
    await dropRun(admin, run)
    await admin`select pg_advisory_unlock(${lockKey}, ${lockOf(run)})`
  }
}

async function dropRun(admin: postgres.Sql, run: string): Promise<void> {
  const databases = await admin<{ datname: string }[]>`
    select datname from pg_database where datname like ${`${prefix}${run}_%`}`
  for (const { datname } of databases) await admin.unsafe(`drop database if exists ${datname} with (force)`)
}

async function asAdmin(adminUrl: string, work: (admin: postgres.Sql) => Promise<unknown>): Promise<void> {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} })
  try {
    await work(admin)
  } finally {
    await admin.end()
  }
}

const lockKey = 0x726e64

const lockOf = (run: string): number => Number.parseInt(run, 16) | 0

const templateOf = (run: string): string => `${prefix}${run}_template`

/** No test asks what is left when the server itself dies, so none waits for its disk. */
function hurried(address: string): string {
  const url = new URL(address)
  url.searchParams.set('synchronous_commit', 'off')
  return url.href
}

function urlOf(adminUrl: string, database: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${database}`
  return url.href
}
