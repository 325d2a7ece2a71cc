import { openDatabase } from '../store/database/open.ts'
import { databaseHere } from './environment.ts'
import type { Out } from './plan-file.ts'

/** `rounds migrate`: brings the database up to date, waiting for any other process that does the same. */
export async function migrate(out: Out): Promise<number> {
  const opened = await openDatabase(databaseHere())
  try {
    const { applied } = await opened.migrate()
    out.line(applied === 0 ? 'The database is up to date.' : `Applied ${applied} migration${applied === 1 ? '' : 's'}.`)
    return 0
  } finally {
    await opened.close()
  }
}
