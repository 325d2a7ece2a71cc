import { afterEach, beforeEach, expect, test } from 'vitest'
import { applyPlan, putInForce } from '../../src/operations/apply-plan.ts'
import { moveLaunch } from '../../src/operations/move-launch.ts'
import { retirePlan } from '../../src/operations/retire-plan.ts'
import { scopeOf, type Unit } from '../../src/operations/transact.ts'
import { findPlan, lockPlanName } from '../../src/store/plans.ts'
import { planWith } from '../plans/plans.ts'
import { describeOnServer } from '../support/databases.ts'
import { twoProcesses, whileHeld } from './two-processes.ts'

describeOnServer('two processes', () => {
  let both: Awaited<ReturnType<typeof twoProcesses>>

  beforeEach(async () => {
    both = await twoProcesses('2026-11-16T08:59:00-05:00')
    const plan = planWith('every: T+1d at 09:00')
    await applyPlan(both.one, { plan, source: '', origin: 'file', by: null })
  })
  afterEach(() => both.close())

  const launch = (to: string) => ({ plan: 'shop', launch: to, by: null, note: null })

  /** As another process moves it. */
  const moves = (to: string) => async (unit: Unit) => {
    await lockPlanName(unit, 'shop')
    const before = await findPlan(unit, 'shop')
    if (before) await putInForce(unit, before, { ...before, plan: { ...before.plan, launch: to }, by: null })
  }

  test('of two who move a launch at once the second moves what the first has left', async () => {
    const { one, other } = both
    const moved = await whileHeld(one, moves('2026-12-01T09:00'), () => moveLaunch(other, launch('2026-12-02T09:00')))
    expect(moved).toMatchObject({ from: '2026-12-01T09:00', to: '2026-12-02T09:00' })
    expect((await findPlan(scopeOf(one), 'shop'))?.plan.launch).toBe('2026-12-02T09:00')
  })

  test('a plan that is retired while its launch is moved is retired with the launch it was given', async () => {
    const { one, other } = both
    const retire = () => retirePlan(other, { plan: 'shop', why: 'The shop is closed', by: null })
    expect(await whileHeld(one, moves('2026-12-01T09:00'), retire)).toMatchObject({ title: 'Shop' })
    const left = await findPlan(scopeOf(one), 'shop')
    expect(left).toMatchObject({ plan: { launch: '2026-12-01T09:00' } })
    expect(left?.retiredAt).not.toBeNull()
  })
})
