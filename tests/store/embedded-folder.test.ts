import { fsyncSync, mkdtempSync, readdirSync, rmSync, statSync, unlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { rowsOf } from '../../src/store/database/differences.ts'
import { DurableEngine, EngineStopped } from '../../src/store/database/durable-engine.ts'
import { openFolder } from '../../src/store/database/embedded.ts'
import { SyncedFolder } from '../../src/store/database/synced-folder.ts'
import { killChildren, startChild } from './children/child.ts'

describe('an embedded folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rounds-folder-'))
  afterEach(killChildren)
  afterAll(() => rmSync(folder, { recursive: true }))

  it('refuses a second process by name, and opens for a third as soon as the first was killed', async () => {
    const first = startChild('hold-folder.ts', folder)
    expect(await first.line()).toBe('open')
    const second = startChild('hold-folder.ts', folder)
    expect(JSON.parse((await second.line()) ?? '')).toEqual({ name: 'FolderInUse', pid: first.pid, folder })
    await first.kill()
    const third = startChild('hold-folder.ts', folder)
    expect(await third.line()).toBe('open')
    await third.kill()
  })

  it('keeps every acknowledged commit of a process that is killed', async () => {
    const child = startChild('insert-until-killed.ts', folder)
    while (Number(await child.line()) < 300);
    await child.kill()
    const acknowledged = Number((await child.rest()).at(-1) ?? 300)
    const opened = await openFolder(folder, {})
    const [found] = rowsOf<{ count: number; last: number }>(
      await opened.db.execute(sql`select count(*)::int as count, max(n) as last from tallies`),
    )
    await opened.close()
    expect(found?.count).toBe(found?.last)
    expect(found?.last).toBeGreaterThanOrEqual(acknowledged)
    expect(found?.last).toBeLessThanOrEqual(acknowledged + 1)
  })

  it('syncs each commit to the disk before it acknowledges it, and the data files at a checkpoint', async () => {
    const opened = await openFolder(folder, {})
    await opened.db.execute(sql`create table cups (n integer)`)
    for (let n = 0; n < 5; n += 1) {
      const before = opened.syncs()
      await opened.db.execute(sql`insert into cups values (${n})`)
      expect(opened.syncs()).toBeGreaterThan(before)
    }
    const beforeTransaction = opened.syncs()
    await opened.db.transaction((tx) => tx.execute(sql`insert into cups values (6)`))
    expect(opened.syncs()).toBeGreaterThan(beforeTransaction)
    const beforeCheckpoint = opened.syncs()
    await opened.maintain()
    expect(opened.syncs()).toBeGreaterThan(beforeCheckpoint + 5)
    await opened.close()
  })

  it('keeps its write-ahead log bounded when it is maintained', async () => {
    const opened = await openFolder(folder, {})
    await opened.db.execute(sql`create table crates (n integer, filling text)`)
    for (let round = 0; round < 4; round += 1) {
      await opened.db.execute(
        sql`insert into crates select n, repeat(md5(n::text), 30) from generate_series(1, 40000) n`,
      )
      await opened.db.execute(sql`delete from crates`)
      await opened.maintain()
    }
    const [written] = rowsOf<{ megabytes: number }>(
      await opened.db.execute(sql`select (pg_current_wal_lsn() - '0/0') / 1024 / 1024 as megabytes`),
    )
    expect(Number(written?.megabytes)).toBeGreaterThan(160)
    expect(megabytesIn(join(folder, 'postgres', 'pg_wal'))).toBeLessThanOrEqual(128)
    await opened.close()
  })

  it('refuses the commit that the disk refused, and everything after it, until it is opened again', async () => {
    let isBroken = false
    const failing = (descriptor: number) => {
      if (isBroken) throw Object.assign(new Error('EIO'), { code: 'EIO' })
      fsyncSync(descriptor)
    }
    const engine = await DurableEngine.start(new SyncedFolder(join(folder, 'postgres'), failing))
    await engine.exec('create table plates (n integer)')
    isBroken = true
    await expect(engine.query('insert into plates values (1)')).rejects.toBeInstanceOf(EngineStopped)
    isBroken = false
    await expect(engine.query('insert into plates values (2)')).rejects.toBeInstanceOf(EngineStopped)
    await engine.close()
    const opened = await openFolder(folder, {})
    await opened.db.execute(sql`insert into plates values (3)`)
    expect(rowsOf(await opened.db.execute(sql`select * from plates where n = 2`))).toEqual([])
    await opened.close()
  })

  it('starts over where the creation of the database was interrupted', async () => {
    const other = mkdtempSync(join(tmpdir(), 'rounds-folder-'))
    await (await openFolder(other, {})).close()
    unlinkSync(join(other, 'postgres', 'rounds-complete'))
    rmSync(join(other, 'postgres', 'global'), { recursive: true })
    const opened = await openFolder(other, {})
    await opened.ping()
    await opened.close()
    rmSync(other, { recursive: true })
  })
})

function megabytesIn(folder: string): number {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
  return files.reduce((sum, file) => sum + statSync(join(folder, file.name)).size, 0) / 1024 / 1024
}
