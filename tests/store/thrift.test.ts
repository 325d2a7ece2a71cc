import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Wish } from '../../src/domain/surface.ts'
import { fillIn } from '../../src/operations/fill-in.ts'
import { tickItem } from '../../src/operations/settle-item.ts'
import { scopeOf } from '../../src/operations/transact.ts'
import type { Opened } from '../../src/store/database/database.ts'
import { rowsOf } from '../../src/store/database/differences.ts'
import { claimStale } from '../../src/store/message-claims.ts'
import { show } from '../../src/store/messages.ts'
import { databases } from '../support/databases.ts'
import { planFile } from '../support/plan-file.ts'
import { startTeam, type Team } from '../support/team.ts'

const [embedded] = databases()
let opened: Opened
let team: Team | undefined

beforeEach(async () => {
  if (!embedded) throw new Error('There is an embedded database everywhere.')
  opened = await embedded.open()
})
afterEach(async () => {
  await team?.close()
  team = undefined
  await opened.close()
})

/** PostgreSQL's own count of what was done to a table. */
async function counted(table: string, what: 'seq_tup_read' | 'idx_tup_fetch' | 'n_tup_upd'): Promise<number> {
  await opened.db.execute(sql`select pg_stat_force_next_flush()`)
  const query = sql`select ${sql.raw(what)}::int as count from pg_stat_user_tables where relname = ${table}`
  return rowsOf<{ count: number }>(await opened.db.execute(query))[0]?.count ?? Number.NaN
}

test('a claim reads the messages that are behind, not every message that ever was', async () => {
  const scope = { db: opened.db, workspace: { enterprise: '', team: 'T1' } }
  const now = new Date('2027-01-01T05:00:00Z')
  await opened.db.execute(sql`
    insert into messages (enterprise, team, id, surface, subject, channel, thread_of, urgency, wanted, shown, wanted_at, ts)
    select '', 'T1', 'm' || n, 'checklist', 's' || n, 'C1', null, 2, 1, 1, '2027-01-01', '1.' || n
    from generate_series(1, 5000) n`)
  await opened.maintain()
  const thread = { surface: 'checklist', subject: 's7', channel: 'C1' } as const
  const reminder: Wish = { surface: 'checklist-reminder', subject: 's7', channel: 'C1', urgency: 2, thread }
  await show(scope, [reminder], { newId: () => 'r7', now })

  const claim = { now, limit: 8, room: { posts: 2, updates: 2, homes: 2, resting: [] } }
  const before = await counted('messages', 'seq_tup_read')
  const claimed = await claimStale(scope, { ...claim, lease: { owner: randomUUID(), seconds: 90 } })
  expect(claimed.map(({ id }) => id)).toEqual(['r7'])
  expect((await counted('messages', 'seq_tup_read')) - before).toBe(0)
})

test('housework counts again what has changed, not all there is', async () => {
  const analysed = async () => {
    const counts = sql`select relname, analyze_count::int as count from pg_stat_user_tables where analyze_count > 0`
    const rows = rowsOf<{ relname: string; count: number }>(await opened.db.execute(counts))
    return Object.fromEntries(rows.map(({ relname, count }) => [relname, count]))
  }
  const add = async (journal: number, receipts: number) => {
    await opened.db.execute(sql`
      insert into journal (enterprise, team, at, plan, subject, kind, what)
      select '', 'T1', now(), 'shop', n::text, 'item-done', '{"kind": "item-done"}' from generate_series(1, ${journal}::int) n`)
    await opened.db.execute(sql`
      insert into receipts (enterprise, team, key, at)
      select '', 'T1', gen_random_uuid()::text, now() from generate_series(1, ${receipts}::int)`)
    await opened.db.execute(sql`select pg_stat_force_next_flush()`)
    await opened.maintain()
  }
  const before = await analysed()
  await add(1000, 1000)
  const first = await analysed()
  expect(first.journal).toBe((before.journal ?? 0) + 1)
  expect(first.receipts).toBe((before.receipts ?? 0) + 1)
  await add(20, 500)
  const second = await analysed()
  expect(second.journal).toBe(first.journal)
  expect(second.receipts).toBe((first.receipts ?? 0) + 1)
  const known = sql`select attname from pg_stats where tablename = 'journal' and attname in ('what', 'subject')`
  expect(rowsOf<{ attname: string }>(await opened.db.execute(known))).toEqual([{ attname: 'subject' }])
})

/** Its round has just been opened. */
async function shopAtNine(): Promise<Team> {
  const shop = await startTeam({
    opened: { ...opened, close: async () => {} },
    at: '2026-11-16T08:55:00-05:00',
    plans: 'tests/data/shop.yaml',
  })
  await shop.clockReaches('2026-11-16T09:00:00-05:00')
  return shop
}

test('what is claimed together reads the checklist that it tells of once', async () => {
  team = await shopAtNine()
  const { deps, settle } = team.rounds
  const [card] = rowsOf<Wish>(await deps.db.execute(sql`select surface, subject, channel, urgency from messages`))
  if (!card) throw new Error('The card is there.')
  const reminder: Wish = { ...card, surface: 'checklist-reminder', thread: card }
  const read = async () =>
    (await counted('checklists', 'seq_tup_read')) + (await counted('checklists', 'idx_tup_fetch'))
  const before = await read()
  await show(scopeOf(deps), [card, reminder], { newId: randomUUID, now: deps.clock() })
  await settle()
  expect((await read()) - before).toBe(1)
})

test('a form is saved in one step, however many answers it has', async () => {
  team = await shopAtNine()
  const { deps } = team.rounds
  const [card] = rowsOf<{ id: string }>(await scopeOf(deps).db.execute(sql`select id from checklists`))
  const before = await counted('checklists', 'n_tup_upd')
  const saved = await fillIn(deps, {
    checklist: card?.id ?? '',
    by: { id: team.ben.id, external: false, admin: false },
    receipt: 'form',
    answers: [
      { position: 0, ticked: true },
      { position: 1, ticked: true },
      { position: 2, text: '4' },
      { position: 3, text: '200' },
    ],
  })
  expect(saved).toMatchObject({ saved: 4, overtaken: [] })
  expect((await counted('checklists', 'n_tup_upd')) - before).toBe(1)
})

/** Days on which the one checklist that there is was done, before the one on which it was opened. */
async function hasWorkedFor(days: number): Promise<void> {
  const { db } = opened
  await db.execute(sql`
    insert into occurrences select (jsonb_populate_record(t, jsonb_build_object('id', t.id || n, 'state', 'done',
      'due_at', t.due_at - n * interval '1 day', 'opens_at', t.opens_at - n * interval '1 day'))).*
    from occurrences t, generate_series(1, ${days}::int) n`)
  await db.execute(sql`
    insert into checklists select (jsonb_populate_record(t, jsonb_build_object('id', t.id || n, 'wake_at', null))).*
    from checklists t, generate_series(1, ${days}::int) n`)
  await db.execute(sql`
    insert into items select (jsonb_populate_record(t, jsonb_build_object('checklist', t.checklist || n, 'state', 'done',
      'settled_by', 'U1', 'settled_at', due_at - n * interval '1 day', 'reading', '{"text":"5","value":5}'::jsonb))).*
    from items t join occurrences on occurrences.id = checklist, generate_series(1, ${days}::int) n`)
  await opened.maintain()
}

test('a tick reads no earlier readings, however many there are; a reading that is compared does', async () => {
  const items =
    'items: [Lights on, { item: Leads, number: true, compare: last week }, Calls: number, { item: Share, percent: true, compare: last week, compute: { share: [Leads, Calls] } }]'
  const plans = planFile(
    ...['plan: shop', 'timezone: UTC', 'channel: "#ops"', 'owner: "@maria"'],
    ...['rituals:', '  numbers:', '    every: day at 09:00', `    ${items}`],
  )
  team = await startTeam({ opened: { ...opened, close: async () => {} }, at: '2026-11-16T08:55:00Z', plans })
  await team.clockReaches('2026-11-16T09:00:00Z')
  const { deps } = team.rounds
  const { db } = opened
  const [card] = rowsOf<{ id: string }>(await db.execute(sql`select id from checklists`))
  await hasWorkedFor(300)
  const answer = { checklist: card?.id ?? '', by: { id: team.ben.id, external: false, admin: false } }
  const read = async () =>
    (await counted('occurrences', 'seq_tup_read')) + (await counted('occurrences', 'idx_tup_fetch'))
  const before = await read()
  expect(await tickItem(deps, { ...answer, position: 0 })).toBeUndefined()
  expect((await read()) - before).toBeLessThan(20)
  for (const position of [1, 2]) {
    const known = await read()
    const saved = await fillIn(deps, { ...answer, receipt: `${position}`, answers: [{ position, text: '6' }] })
    expect(saved).toMatchObject({ saved: 1 })
    expect((await read()) - known).toBeGreaterThan(250)
  }
})

test('a week is told from what was settled in it, however many weeks there were', async () => {
  const plans = planFile(
    ...['plan: shop', 'timezone: UTC', 'channel: "#ops"', 'owner: "@maria"'],
    ...[
      'rituals:',
      '  numbers:',
      '    every: day at 09:00',
      '    items: [Calls: number, { item: Mood, text: true, into: wins }]',
    ],
  )
  team = await startTeam({ opened: { ...opened, close: async () => {} }, at: '2026-11-16T08:55:00Z', plans })
  await team.clockReaches('2026-11-16T09:00:00Z')
  await hasWorkedFor(1_000)
  await team.clockReaches('2026-11-20T16:29:00Z')
  const read = async () => (await counted('items', 'seq_tup_read')) + (await counted('items', 'idx_tup_fetch'))
  const before = await read()
  await team.clockReaches('2026-11-20T16:31:00Z')
  expect(rowsOf(await opened.db.execute(sql`select plan from summaries`))).toEqual([{ plan: 'shop' }])
  expect((await read()) - before).toBeLessThan(100)
})
