import { holdersUntil } from '../../domain/role.ts'
import type { Look } from './look.ts'

/** Who has a role, or is a person, at an instant of the four weeks; of a group nobody is known, so it counts as one. */
export type Hands = (owner: string | null, at: Date) => readonly string[]

export function handsOf({ plan, inFourWeeks }: Look): Hands {
  const known = new Map<string | null, (at: Date) => readonly string[]>()
  return (owner, at) => {
    const holders = known.get(owner) ?? holdersUntil(plan, owner, inFourWeeks)
    known.set(owner, holders)
    const people = holders(at)
    const named = owner ?? plan.owner
    return people.length > 0 || named === null ? people : [named]
  }
}
