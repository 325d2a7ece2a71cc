import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, expect, it } from 'vitest'
import { rowsOf } from '../../src/store/database/differences.ts'
import { migrate } from '../../src/store/database/migrations.ts'
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

  it('a plan that was applied before documents could be imported came from its file', async () => {
    const opened = await openDatabase({ kind: 'server', url: await emptyServerDatabase() })
    try {
      await migrate(opened.db, migrationsUpTo('0003_steps_of_an_incident'))
      await opened.db.execute(sql`insert into plans (enterprise, team, name, version, body, source, applied_at)
        values ('', 'T1', 'shop', 1, '{}', 'plan: shop', now())`)
      await opened.migrate()
      expect(rowsOf(await opened.db.execute(sql`select origin from plans`))).toEqual([{ origin: 'file' }])
      expect(rowsOf(await opened.db.execute(sql`select id from documents`))).toEqual([])
    } finally {
      await opened.close()
    }
  })
})

/** The shipped migrations up to one of them. */
function migrationsUpTo(tag: string): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'rounds-migrations-')), 'drizzle')
  cpSync('drizzle', folder, { recursive: true })
  const path = join(folder, 'meta', '_journal.json')
  const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: { tag: string }[] }
  const last = journal.entries.findIndex((entry) => entry.tag === tag)
  expect(last).toBeGreaterThan(0)
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, last + 1) }))
  return folder
}
