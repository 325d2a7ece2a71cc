import { afterEach, beforeEach, expect, test } from 'vitest'
import { PreparingEngine } from '../../src/store/database/preparing-engine.ts'
import { templateArchive } from '../support/databases.ts'

let engine: PreparingEngine

beforeEach(async () => {
  engine = new PreparingEngine({ loadDataDir: templateArchive() })
  await engine.waitReady
  await engine.exec('create table rounds (id int primary key, title text, items jsonb, at timestamptz, done boolean)')
})
afterEach(() => engine.close())

const insert = 'insert into rounds values ($1, $2, $3, $4, $5)'
const all = 'select * from rounds order by id'
const prepared = async () => {
  const { rows } = await engine.query<{ count: number }>(
    "select count(*)::int as count from pg_prepared_statements where name <> ''",
  )
  return rows[0]?.count
}

test('what is written comes back as it was, by name or in a row', async () => {
  const at = new Date('2027-01-01T05:00:00Z')
  await engine.query(insert, [1, 'Fridge’s “5 °C”', { items: ['Lights'] }, at, true])
  const { affectedRows } = await engine.query(insert, [2, null, null, null, false])
  expect(affectedRows).toBe(1)
  const { rows, fields } = await engine.query(all)
  expect(rows).toEqual([
    { id: 1, title: 'Fridge’s “5 °C”', items: { items: ['Lights'] }, at, done: true },
    { id: 2, title: null, items: null, at: null, done: false },
  ])
  expect(fields.map(({ name }) => name)).toEqual(['id', 'title', 'items', 'at', 'done'])
  const inRows = await engine.query('select id, title from rounds where id = any($1)', [[2]], { rowMode: 'array' })
  expect(inRows.rows).toEqual([[2, null]])
})

test('a statement is prepared once, however often it is run', async () => {
  await engine.query(all)
  const before = await prepared()
  for (let times = 0; times < 5; times++) await engine.query(all)
  await engine.transaction((tx) => tx.query(all))
  expect(await prepared()).toBe(before)
})

test('of ever new statements only so many stay prepared', async () => {
  for (let count = 0; count < 400; count++) await engine.query(`select ${count}`)
  expect(await prepared()).toBe(300)
  expect((await engine.query('select 0 as zero')).rows).toEqual([{ zero: 0 }])
})

test('a fault names its statement, and spoils neither the next one nor the statement itself', async () => {
  await engine.query(insert, [1, null, null, null, null])
  const again = engine.query(insert, [1, null, null, null, null])
  await expect(again).rejects.toMatchObject({ code: '23505', query: insert, params: [1, null, null, null, null] })
  await expect(engine.query('select nothing from rounds')).rejects.toMatchObject({ code: '42703' })
  await engine.query(insert, [2, null, null, null, null])
  expect((await engine.query(all)).rows).toHaveLength(2)
})

test('a transaction that fails leaves nothing, and its statements can be run again', async () => {
  const failing = engine.transaction(async (tx) => {
    await tx.query(insert, [1, null, null, null, null])
    await tx.query(insert, [1, null, null, null, null])
  })
  await expect(failing).rejects.toMatchObject({ code: '23505' })
  expect((await engine.query(all)).rows).toEqual([])
  await engine.transaction(async (tx) => void (await tx.query(insert, [1, null, null, null, null])))
  expect((await engine.query(all)).rows).toHaveLength(1)
})

test('a transaction that is over takes no more', async () => {
  const tx = await engine.transaction(async (open) => open)
  await expect(tx.query(all)).rejects.toThrow('Transaction is closed')
})

test.each(['alter table rounds drop column items', 'discard all'])('a statement survives “%s”', async (change) => {
  await engine.query(all)
  await engine.query(change)
  expect((await engine.query(all)).rows).toEqual([])
})

test('a closed engine says so', async () => {
  const other = new PreparingEngine({ loadDataDir: templateArchive() })
  await other.waitReady
  await other.query('select 1')
  await other.close()
  await expect(other.query('select 1')).rejects.toThrow('closed')
})
