import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import * as schema from '../schema.ts'
import type { Opened, OpenOptions } from './database.ts'
import { DurableEngine } from './durable-engine.ts'
import { lockFolder } from './folder-lock.ts'
import { housework } from './housework.ts'
import { migrate, pendingMigrations } from './migrations.ts'
import { PreparingEngine, planOnce } from './preparing-engine.ts'
import { SyncedFolder } from './synced-folder.ts'

export type OpenedMemory = Opened & { dump(): Promise<Blob> }
export type OpenedFolder = Opened & { syncs(): number }

/** PostgreSQL in this process, its files under `folder`, every acknowledged commit on the disk. */
export async function openFolder(folder: string, options: OpenOptions): Promise<OpenedFolder> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const lock = await lockFolder(folder)
  try {
    const files = new SyncedFolder(join(folder, 'postgres'))
    const pglite = await DurableEngine.start(files)
    const opened = opening(pglite, 'embedded', options)
    return {
      ...opened,
      syncs: () => files.syncs,
      close: () => opened.close().finally(lock.release),
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Gone when closed; for tests, from the template that `dump` made. */
export async function openMemory(template: Blob | undefined, options: OpenOptions): Promise<OpenedMemory> {
  const startParams = [...PGlite.defaultStartParams, ...planOnce, ...forgetful.flatMap((setting) => ['-c', setting])]
  const pglite = new PreparingEngine({ startParams, ...(template && { loadDataDir: template }) })
  await pglite.waitReady
  const dump = async () => {
    // What it forgot to write is not in its files before.
    await pglite.exec('checkpoint')
    return pglite.dumpDataDir('none')
  }
  return { ...opening(pglite, 'embedded-memory', options), dump }
}

/** What is gone when the process ends need not be written twice. */
const forgetful = ['synchronous_commit=off', 'full_page_writes=off']

function opening(pglite: PGlite, kind: Opened['kind'], options: OpenOptions): Opened {
  const db = drizzle(pglite, { schema })
  let closed: Promise<void> | undefined
  return {
    db,
    kind,
    migrate: () => migrate(db, options.migrationsFolder),
    pendingMigrations: () => pendingMigrations(db, options.migrationsFolder),
    ping: async () => void (await pglite.query('select 1')),
    maintain: housework(pglite),
    close() {
      closed ??= pglite.close()
      return closed
    },
  }
}
