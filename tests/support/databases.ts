import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, inject } from 'vitest'
import type { Database, Opened, Where } from '../../src/store/database/database.ts'
import { rowsOf } from '../../src/store/database/differences.ts'
import { openDatabase } from '../../src/store/database/open.ts'
import { completeMark } from '../../src/store/database/synced-folder.ts'
import { type Clone, cloneTemplate, emptyDatabase } from './test-server.ts'

export type TestDatabase = {
  readonly name: 'embedded' | 'postgres'
  /** Migrated and empty. Closing it gives it back, or drops it. */
  open(): Promise<Opened>
  /** Somewhere migrated and empty, for code that opens its database itself. */
  where(): Promise<Where>
}

/** Usage: `describe.each(databases())('$name', ({ open }) => …)`; scripts/test.js counts by that title. */
export function databases(): readonly TestDatabase[] {
  return inject('testServer') ? [embedded, postgresServer] : [embedded]
}

/** For what one session cannot show, such as locks and races; skipped, and counted so, without TEST_DATABASE_URL. */
export function describeOnServer(name: string, body: () => void): void {
  describe.skipIf(!inject('testServer'))(`${name} (needs PostgreSQL)`, body)
}

/** The address of a fresh migrated database that several connections or processes may share. */
export async function serverDatabase(): Promise<string> {
  return (await cloneTemplate(testServer())).url
}

/** A folder with an embedded database that is migrated and empty: to make one takes several seconds, to copy it a moment. */
export function embeddedFolder(folder = mkdtempSync(join(tmpdir(), 'rounds-embedded-'))): string {
  const postgres = join(folder, 'postgres')
  mkdirSync(postgres, { recursive: true })
  const ofRunningOne = '--exclude=postmaster.pid'
  execFileSync('tar', ['-xf', inject('embeddedTemplate'), '-C', postgres, ofRunningOne], { stdio: 'ignore' })
  writeFileSync(completeMark(postgres), '')
  return folder
}

/** As serverDatabase, before any migration. */
export async function emptyServerDatabase(): Promise<string> {
  return emptyDatabase(testServer())
}

const embedded: TestDatabase = {
  name: 'embedded',
  async open() {
    const opened = idle.embedded.pop() ?? (await openDatabase(await embedded.where()))
    const shape = await shapeOf(opened.db)
    return { ...opened, close: once(() => giveBack(opened, shape)) }
  },
  async where() {
    return { kind: 'embedded-memory', template: templateArchive() }
  },
}

const postgresServer: TestDatabase = {
  name: 'postgres',
  async open() {
    const clone = idle.onServer.pop() ?? (await cloneTemplate(testServer()))
    const opened = await openDatabase({ kind: 'server', url: clone.url, max: 4 })
    const shape = await shapeOf(opened.db)
    return { ...opened, close: once(() => opened.close().then(() => giveBackClone(clone, shape))) }
  },
  async where() {
    return { kind: 'server', url: await serverDatabase() }
  },
}

/** Emptying a database takes some ten milliseconds, cloning the template and dropping the clone some three hundred. */
const idle: { readonly embedded: Opened[]; readonly onServer: Clone[] } = { embedded: [], onServer: [] }

async function giveBack(opened: Opened, shapeBefore: string): Promise<void> {
  await empty(opened.db)
  if (idle.embedded.length === 0 && (await shapeOf(opened.db)) === shapeBefore) idle.embedded.push(opened)
  else await opened.close()
}

/** Over a connection of its own, once those of the test are closed and can write no more. */
async function giveBackClone(clone: Clone, shapeBefore: string): Promise<void> {
  const opened = await openDatabase({ kind: 'server', url: clone.url, max: 1 })
  await emptyOnServer(opened.db)
  const isAsBefore = (await shapeOf(opened.db)) === shapeBefore
  await opened.close()
  if (isAsBefore) idle.onServer.push(clone)
  else await clone.drop()
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => {
    done ??= work()
    return done
  }
}

/** As a replica, so that not even the journal's trigger objects. */
async function empty(db: Database): Promise<void> {
  const tables = rowsOf<{ name: string }>(
    await db.execute(sql`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`),
  )
  const names = tables.map(({ name }) => name).join()
  await db.execute(sql`set session_replication_role = replica`)
  if (names) await db.execute(sql.raw(`truncate ${names} restart identity cascade`))
  await db.execute(sql`discard all`)
}

/** The same without new files, which a server would have to sync: of few rows that is ten times as fast. */
async function emptyOnServer(db: Database): Promise<void> {
  await db.execute(sql`do $$
    declare each text;
    begin
      perform set_config('session_replication_role', 'replica', true);
      for each in select quote_ident(tablename) from pg_tables where schemaname = 'public' loop
        execute 'delete from ' || each;
      end loop;
      perform setval(quote_ident(sequencename)::regclass, start_value, false)
        from pg_sequences where schemaname = 'public';
    end $$`)
}

/** A test that created or dropped something leaves a database that nobody else should get. */
async function shapeOf(db: Database): Promise<string> {
  const [row] = rowsOf<{ shape: string }>(
    await db.execute(sql`select
      (select coalesce(string_agg(relname, ',' order by relname), '') from pg_class
        where relnamespace = 'public'::regnamespace) || ' ' ||
      (select count(*) from pg_proc where pronamespace = 'public'::regnamespace) || ' ' ||
      (select count(*) from pg_trigger) as shape`),
  )
  return row?.shape ?? ''
}

let archive: Blob | undefined

export function templateArchive(): Blob {
  archive ??= new Blob([readFileSync(inject('embeddedTemplate'))])
  return archive
}

function testServer() {
  const server = inject('testServer')
  if (!server) throw new Error('This test needs a PostgreSQL server: set TEST_DATABASE_URL.')
  return server
}
