import type { Place, Plan } from '../domain/plan.ts'
import type { Refusal } from '../domain/refusal.ts'
import { openIssues } from '../store/issues.ts'
import { type AppliedPlan, currentPlans, findPlan, retiredPlans } from '../store/plans.ts'
import type { Scope } from '../store/scope.ts'

/** The plan that a command in a channel means: the channel's own, else the first that was applied. */
export async function whichPlan(scope: Scope, channel: string | null): Promise<AppliedPlan | undefined> {
  const applied = await currentPlans(scope)
  return applied.find(({ plan }) => channel !== null && placesOf(plan).includes(channel)) ?? applied[0]
}

/** Why none is meant: there never was one, or the last of them was retired, whose issues stay. */
export async function whyNoPlan(scope: Scope): Promise<Refusal> {
  const retired = await retiredPlans(scope)
  const last = retired.toSorted((a, b) => b.at.getTime() - a.at.getTime())[0]
  const found = last && (await findPlan(scope, last.name))
  if (!found) return { kind: 'no-plan' }
  const { length: issues } = await openIssues(scope)
  return { kind: 'last-plan-retired', title: found.plan.title, at: last.at, issues }
}

function placesOf(plan: Plan): readonly Place[] {
  return [plan.channel, plan.incidents, plan.summary.channel, ...plan.rituals.flatMap(({ channel }) => channel ?? [])]
}
