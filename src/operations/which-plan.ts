import type { Place, Plan } from '../domain/plan.ts'
import { type AppliedPlan, currentPlans } from '../store/plans.ts'
import type { Scope } from '../store/scope.ts'

/** The plan that a command in a channel means: the channel's own, else the first that was applied. */
export async function whichPlan(scope: Scope, channel: string | null): Promise<AppliedPlan | undefined> {
  const applied = await currentPlans(scope)
  return applied.find(({ plan }) => channel !== null && placesOf(plan).includes(channel)) ?? applied[0]
}

function placesOf(plan: Plan): readonly Place[] {
  return [plan.channel, plan.incidents, plan.summary.channel, ...plan.rituals.flatMap(({ channel }) => channel ?? [])]
}
