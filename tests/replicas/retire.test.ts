import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { applyPlan } from '../../src/operations/apply-plan.ts'
import { advance } from '../../src/operations/open-due.ts'
import { retirePlan } from '../../src/operations/retire-plan.ts'
import { scopeOf, transact } from '../../src/operations/transact.ts'
import { openChecklistsOf } from '../../src/store/checklists.ts'
import { lockDueCursors } from '../../src/store/cursors.ts'
import type { Opened } from '../../src/store/database/database.ts'
import { rowsOf } from '../../src/store/database/differences.ts'
import { openDatabase } from '../../src/store/database/open.ts'
import { findPlan } from '../../src/store/plans.ts'
import { planWith } from '../plans/plans.ts'
import { describeOnServer, serverDatabase } from '../support/databases.ts'

describeOnServer('two processes', () => {
  let opened: readonly Opened[]

  beforeEach(async () => {
    const url = await serverDatabase()
    opened = [await openDatabase({ kind: 'server', url }), await openDatabase({ kind: 'server', url })]
  })
  afterEach(() => Promise.all(opened.map((one) => one.close())))

  test('a plan that is retired while another process opens its round leaves nothing open', async () => {
    let now = new Date('2026-11-16T08:59:00-05:00')
    const [one, other] = opened.map(({ db }) => ({
      ...{ db, workspace: { enterprise: '', team: 'T1' }, clock: () => now },
      ...{ newId: randomUUID, committed: () => undefined },
    }))
    if (!one || !other) throw new Error('There are two.')
    await applyPlan(one, { plan: planWith('every: day at 09:00'), source: '', origin: 'file', by: null })
    now = new Date('2026-11-16T09:00:00-05:00')

    let entered = () => {}
    const retiring = new Promise<void>((resolve) => {
      entered = resolve
    }).then(() => retirePlan(other, { plan: 'shop', why: 'The shop is closed', by: null }))
    await transact(one, async (unit) => {
      for (const cursor of await lockDueCursors(unit, { now, most: 5, except: [] }))
        await advance(unit, cursor, await findPlan(unit, 'shop'))
      entered()
      await vi.waitFor(async () => expect(await waiting(other)).toBe(1), { timeout: 5000 })
    })

    expect(await retiring).toMatchObject({ paused: 1 })
    expect(await openChecklistsOf(scopeOf(one), 'shop')).toEqual([])
  })
})

/** Statements of this database that wait for another's lock. */
async function waiting({ db }: Pick<Opened, 'db'>): Promise<number> {
  const found = sql`select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  return rowsOf(await db.execute(found)).length
}
