import { parseLaunch } from '../domain/calendar.ts'
import { type LaunchChange, launchMoves, withLaunch } from '../domain/move-launch.ts'
import { refuse } from '../domain/outcome.ts'
import { type Actor, actingIn, forbids } from '../domain/permission.ts'
import type { Refusal } from '../domain/refusal.ts'
import { type AppliedPlan, findPlan, lockPlanName } from '../store/plans.ts'
import { alreadyCarriedOut } from '../store/receipts.ts'
import type { Scope } from '../store/scope.ts'
import { putInForce } from './apply-plan.ts'
import { calledOff } from './tell-maintenance.ts'
import { type Deps, transact } from './transact.ts'

export type LaunchRequest = {
  readonly plan: string
  /** As it was typed: a day, or a day and a time. */
  readonly launch: string
  /** Null on the command line, where whoever reaches the database decides. */
  readonly by: Actor | null
}

export type MoveRequest = LaunchRequest & { readonly note: string | null; readonly receipt?: string }

/** What moving the launch would change, for whoever may do it. */
export async function previewLaunch(scope: Scope, request: LaunchRequest, now: Date): Promise<LaunchChange | Refusal> {
  const found = await findPlan(scope, request.plan)
  return found ? changeOf(scope, found, { ...request, now }) : { kind: 'no-plan' }
}

/** Moves the launch of a plan, and with it all that has not been posted. Undefined where this had arrived before. */
export function moveLaunch(deps: Deps, request: MoveRequest): Promise<LaunchChange | Refusal | undefined> {
  return transact(deps, async (unit) => {
    await lockPlanName(unit, request.plan)
    const before = await findPlan(unit, request.plan)
    if (!before) return refuse({ kind: 'no-plan' }).refusal
    const change = await changeOf(unit, before, { ...request, now: unit.now })
    if (await alreadyCarriedOut(unit, request.receipt, !('kind' in change))) return undefined
    if ('kind' in change || change.from === change.to) return change
    const by = request.by?.id ?? null
    await putInForce(unit, before, { ...before, plan: withLaunch(before.plan, change.to), by })
    await unit.record({ plan: request.plan, subject: request.plan, by }, [
      { kind: 'launch-moved', from: change.from, to: change.to, note: request.note },
    ])
    return change
  })
}

async function changeOf(
  scope: Scope,
  { plan, retiredAt }: AppliedPlan,
  { launch, by, now }: LaunchRequest & { readonly now: Date },
): Promise<LaunchChange | Refusal> {
  const forbidden = by && forbids('move-launch', actingIn(plan, by), { owners: [], ask: plan.admins })
  if (forbidden) return forbidden.refusal
  if (retiredAt !== null) return { kind: 'plan-retired', title: plan.title, at: retiredAt }
  const read = parseLaunch(launch)
  if (read === null) return { kind: 'launch-not-understood', got: launch }
  const time = read.time ?? plan.launch?.slice(11) ?? plan.dayStarts
  const to = `${read.day}T${time}`
  const announced = await calledOff(scope, { before: plan, after: withLaunch(plan, to) }, now)
  return { plan, from: plan.launch ?? null, to, now, calledOff: announced, ...launchMoves(plan, to, now) }
}
