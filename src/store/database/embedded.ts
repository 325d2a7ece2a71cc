import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import * as schema from '../schema.ts'
import type { Opened, OpenOptions } from './database.ts'
import { DurableEngine } from './durable-engine.ts'
import { lockFolder } from './folder-lock.ts'
import { migrate, pendingMigrations } from './migrations.ts'
import { PreparingEngine } from './preparing-engine.ts'
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
  const pglite = new PreparingEngine({ ...(template && { loadDataDir: template }) })
  await pglite.waitReady
  return { ...opening(pglite, 'embedded-memory', options), dump: () => pglite.dumpDataDir('none') }
}

function opening(pglite: PGlite, kind: Opened['kind'], options: OpenOptions): Opened {
  const db = drizzle(pglite, { schema })
  let closed: Promise<void> | undefined
  return {
    db,
    kind,
    migrate: () => migrate(db, options.migrationsFolder),
    pendingMigrations: () => pendingMigrations(db, options.migrationsFolder),
    ping: async () => void (await pglite.query('select 1')),
    async maintain() {
      await pglite.exec('vacuum analyze')
      await pglite.exec('checkpoint')
    },
    close() {
      closed ??= pglite.close()
      return closed
    },
  }
}
