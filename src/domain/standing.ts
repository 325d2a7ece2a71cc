import { type Plan, type Ritual, summaryRitual } from './plan.ts'
import { handOverRituals } from './role.ts'

/** All that falls due beside a plan's rituals. */
export function standingRituals(plan: Plan): readonly Ritual[] {
  return [summaryRitual(plan), ...handOverRituals(plan)]
}
