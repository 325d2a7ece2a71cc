import { sql } from 'drizzle-orm'
import { afterEach, expect, it } from 'vitest'
import { rowsOf } from '../../src/store/database/differences.ts'
import { openDatabase } from '../../src/store/database/open.ts'
import { describeOnServer, emptyServerDatabase } from '../support/databases.ts'
import { killChildren, startChild } from './children/child.ts'

describeOnServer('migrations', () => {
  afterEach(killChildren)

  it('are applied once by four processes that start together; the others wait', async () => {
    const url = await emptyServerDatabase()
    const opened = await openDatabase({ kind: 'server', url })
    const pending = await opened.pendingMigrations()
    expect(pending).toBeGreaterThan(0)

    const processes = Array.from({ length: 4 }, () => startChild('migrate-when-told.ts', url))
    for (const child of processes) expect(await child.line()).toBe('ready')
    for (const child of processes) child.say('go')
    const applied = await Promise.all(processes.map(async (child) => Number(await child.line())))

    expect(applied.sort()).toEqual([0, 0, 0, pending])
    const rows = rowsOf(await opened.db.execute(sql`select * from drizzle.__drizzle_migrations`))
    expect(rows).toHaveLength(pending)
    expect(await opened.pendingMigrations()).toBe(0)
    await opened.close()
  })
})
