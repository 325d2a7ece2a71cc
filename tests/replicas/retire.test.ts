import { afterEach, beforeEach, expect, test } from 'vitest'
import { applyPlan } from '../../src/operations/apply-plan.ts'
import { advance } from '../../src/operations/open-due.ts'
import { retirePlan } from '../../src/operations/retire-plan.ts'
import { scopeOf } from '../../src/operations/transact.ts'
import { openChecklistsOf } from '../../src/store/checklists.ts'
import { lockDueCursors } from '../../src/store/cursors.ts'
import { findPlan } from '../../src/store/plans.ts'
import { planWith } from '../plans/plans.ts'
import { describeOnServer } from '../support/databases.ts'
import { twoProcesses, whileHeld } from './two-processes.ts'

describeOnServer('two processes', () => {
  let both: Awaited<ReturnType<typeof twoProcesses>>

  beforeEach(async () => {
    both = await twoProcesses('2026-11-16T08:59:00-05:00')
    const plan = planWith('every: day at 09:00')
    await applyPlan(both.one, { plan, source: '', origin: 'file', by: null })
  })
  afterEach(() => both.close())

  test('a plan that is retired while another process opens its round leaves nothing open', async () => {
    const { one, other } = both
    both.clockReaches('2026-11-16T09:00:00-05:00')
    const retired = await whileHeld(
      one,
      async (unit) => {
        for (const cursor of await lockDueCursors(unit, { now: unit.now, most: 5, except: [] }))
          await advance(unit, cursor, await findPlan(unit, 'shop'))
      },
      () => retirePlan(other, { plan: 'shop', why: 'The shop is closed', by: null }),
    )
    expect(retired).toMatchObject({ paused: 1 })
    expect(await openChecklistsOf(scopeOf(one), 'shop')).toEqual([])
  })
})
