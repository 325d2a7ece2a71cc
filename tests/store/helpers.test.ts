import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Opened } from '../../src/store/database/database.ts'
import { rowsOf } from '../../src/store/database/differences.ts'
import { databases } from '../support/databases.ts'
import { violated } from '../support/violated.ts'

describe.each(databases())('$name', ({ open }) => {
  let opened: Opened
  beforeAll(async () => {
    opened = await open()
    await opened.db.execute(sql`create table jars (
      label text constraint one_jar_per_label primary key, lid text constraint jars_have_lids not null)`)
  })
  afterAll(() => opened.close())

  it('gives rows of a raw query the same way', async () => {
    const result = await opened.db.execute(sql`select 1 as one union all select 2 order by 1`)
    expect(rowsOf<{ one: number }>(result)).toEqual([{ one: 1 }, { one: 2 }])
    expect([...rowsOf(await opened.db.execute(sql`select 1 where false`))]).toEqual([])
  })

  it('names the constraint that refused, within a transaction as well', async () => {
    await opened.db.execute(sql`insert into jars values ('c', 'red')`)
    const again = () => opened.db.execute(sql`insert into jars values ('c', 'red')`)
    const inside = () => opened.db.transaction((tx) => tx.execute(sql`insert into jars values ('c', 'red')`))
    for (const attempt of [again, inside]) {
      const error = await attempt().then(
        () => undefined,
        (refusal: unknown) => refusal,
      )
      expect(violated(error, 'one_jar_per_label')).toBe(true)
      expect(violated(error, 'another_constraint')).toBe(false)
      expect(violated(new Error('wrapped', { cause: error }), 'one_jar_per_label')).toBe(true)
    }
  })

  it('does not take another failure for a violation', async () => {
    const error = await opened.db.execute(sql`select * from cupboards`).then(
      () => undefined,
      (refusal: unknown) => refusal,
    )
    expect(error).toBeInstanceOf(Error)
    expect(violated(error, 'one_jar_per_label')).toBe(false)
    expect(violated(undefined, 'one_jar_per_label')).toBe(false)
  })

  it('is migrated, answers, and lets itself be maintained', async () => {
    expect(await opened.pendingMigrations()).toBe(0)
    expect(await opened.migrate()).toEqual({ applied: 0 })
    await opened.ping()
    await opened.maintain()
  })

  it('is empty for the next test, whatever the last one did', async () => {
    const first = await open()
    await first.db.execute(sql`insert into counters (enterprise, team, name, value) values ('', 'T1', 'issues', 7)`)
    await first.db.execute(sql`insert into journal (enterprise, team, at, plan, subject, kind, what)
      values ('', 'T1', '2026-01-01', 'p', 's', 'k', '{}')`)
    await first.close()
    const second = await open()
    expect([...rowsOf(await second.db.execute(sql`select * from counters`))]).toEqual([])
    expect([...rowsOf(await second.db.execute(sql`select * from journal`))]).toEqual([])
    await second.close()
  })
})
