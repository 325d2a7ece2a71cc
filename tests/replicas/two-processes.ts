import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, vi } from 'vitest'
import { type Deps, transact, type Unit } from '../../src/operations/transact.ts'
import type { Opened } from '../../src/store/database/database.ts'
import { rowsOf } from '../../src/store/database/differences.ts'
import { openDatabase } from '../../src/store/database/open.ts'
import { serverDatabase } from '../support/databases.ts'

/** Two connections to one database, each with its own operations, and one clock for both. */
export async function twoProcesses(at: string) {
  let now = new Date(at)
  const url = await serverDatabase()
  const opened = [await openDatabase({ kind: 'server', url }), await openDatabase({ kind: 'server', url })] as const
  const depsOver = ({ db }: Opened): Deps => ({
    ...{ db, workspace: { enterprise: '', team: 'T1' }, clock: () => now },
    ...{ newId: randomUUID, committed: () => undefined },
  })
  return {
    one: depsOver(opened[0]),
    other: depsOver(opened[1]),
    clockReaches(next: string) {
      now = new Date(next)
    },
    close: () => Promise.all(opened.map((one) => one.close())),
  }
}

/** Begins something in another process while a transaction has done its work, and commits once the other waits for it. */
export async function whileHeld<Result>(
  holder: Deps,
  work: (unit: Unit) => Promise<unknown>,
  begins: () => Promise<Result>,
): Promise<Result> {
  let begun: Promise<Result> | undefined
  await transact(holder, async (unit) => {
    await work(unit)
    begun = begins()
    await vi.waitFor(async () => expect(await waiting(holder)).toBe(1), { timeout: 5000 })
  })
  return begun as Promise<Result>
}

/** Statements of this database that wait for another's lock. */
async function waiting({ db }: Pick<Deps, 'db'>): Promise<number> {
  const found = sql`select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  return rowsOf(await db.execute(found)).length
}
