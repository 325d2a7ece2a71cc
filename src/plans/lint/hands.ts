import { occurrences } from '../../domain/cadence/occurrences.ts'
import { calendarOf, type Plan } from '../../domain/plan.ts'
import { handOverRituals, holdersOf } from '../../domain/role.ts'
import type { Look } from './look.ts'

/** Who has a role, or is a person, at an instant of the four weeks; of a group nobody is known, so it counts as one. */
export type Hands = (owner: string | null, at: Date) => readonly string[]

/** Asked of many instants, and the same between two hand-overs. */
export function handsOf({ plan, since, inFourWeeks }: Look): Hands {
  const changes = handOverRituals(plan)
    .flatMap(({ every }) => occurrences(every, calendarOf(plan), since, inFourWeeks))
    .sort((a, b) => a.getTime() - b.getTime())
  const known = new Map<string, readonly string[]>()
  return (owner, at) => {
    const stretch = `${changes.filter((change) => change <= at).length} ${owner}`
    const hands = known.get(stretch) ?? namedOr(plan, owner, at)
    known.set(stretch, hands)
    return hands
  }
}

function namedOr(plan: Plan, owner: string | null, at: Date): readonly string[] {
  const people = holdersOf(plan, owner, at)
  const named = owner ?? plan.owner
  return people.length > 0 || named === null ? people : [named]
}
