import type { Cadence } from '../../domain/cadence/cadence.ts'
import { occurrences } from '../../domain/cadence/occurrences.ts'
import { localTextOf } from '../../domain/cadence/time.ts'
import type { DueRitual } from '../../domain/due-rituals.ts'
import { calendarOf, type Plan } from '../../domain/plan.ts'
import type { Complaint } from '../fault.ts'
import { handsOf } from './hands.ts'
import { complaint, type Due, firstOfEach, grouped, type Look } from './look.ts'

type Wanted = Due & { readonly hands: readonly string[] }

/** More rituals at one minute than there are people for them, each pair once. */
export function pileUps(look: Look): Complaint[] {
  const handsAt = handsOf(look)
  const hasATime = timesOf(look)
  const wanted = look.soon
    .filter((due) => !due.holiday && hasATime(due))
    .map((due) => ({ ...due, hands: handsAt(due.ritual.owner, due.opensAt) }))
    .filter(({ hands }) => hands.length > 0)
  const moments = [...grouped(wanted, ({ opensAt }) => opensAt.getTime()).values()]
  const told = new Set<string>()
  // Where the same people are wanted for the same rituals as before, nothing is new.
  return firstOfEach(moments, whoAndWhat).flatMap((together) => {
    // The sections of a ritual are one round, whether or not each has a cadence.
    const rituals = firstOfEach(together, ({ ritual }) => ritual.id)
    return leftOver(rituals).flatMap((one) => pileUpsOf(one, rivalsOf(one, rituals), look.plan, told))
  })
}

function whoAndWhat(together: readonly Wanted[]): string {
  return together.map(({ ritual, hands }) => `${ritual.id} ${hands.join()}`).join(', ')
}

/** What is open for days is done when there is time; a ritual may fall due in both ways. */
function timesOf({ plan, since, soon }: Look): (due: Due) => boolean {
  const known = new Map<DueRitual, ReadonlySet<number>>()
  const timesIn = (ritual: DueRitual, timed: Cadence) => {
    const before = known.get(ritual)
    if (before) return before
    const last = soon.findLast((due) => due.ritual === ritual)?.opensAt ?? since
    const due = occurrences(timed, calendarOf(plan, ritual), since, last)
    const times = new Set(due.map((at) => at.getTime()))
    known.set(ritual, times)
    return times
  }
  return ({ ritual, dueAt }) => {
    const timed = ritual.every.filter(({ kind }) => kind !== 'window' && kind !== 'launch-window')
    if (timed.length === 0 || timed.length === ritual.every.length) return timed.length > 0
    return timesIn(ritual, timed).has(dueAt.getTime())
  }
}

/** Those for whom nobody is left once as many as possible have somebody. */
function leftOver(wanted: readonly Wanted[]): Wanted[] {
  const taken = new Map<string, Wanted>()
  const isServed = (one: Wanted, tried: Set<string>): boolean =>
    one.hands.some((hand) => {
      if (tried.has(hand)) return false
      tried.add(hand)
      const before = taken.get(hand)
      if (before && !isServed(before, tried)) return false
      taken.set(hand, one)
      return true
    })
  return wanted.filter((one) => !isServed(one, new Set()))
}

function rivalsOf(one: Wanted, together: readonly Wanted[]): Wanted[] {
  return together.filter((other) => other !== one && other.hands.some((hand) => one.hands.includes(hand)))
}

/** What is not told yet. */
function pileUpsOf(
  { ritual, hands, opensAt }: Wanted,
  rivals: readonly Wanted[],
  plan: Plan,
  told: Set<string>,
): Complaint[] {
  const isNew = (...ids: readonly string[]) => {
    const key = [...ids].sort().join(' ')
    return told.size !== told.add(key).size
  }
  const when = `at the same time, first at ${localTextOf(opensAt, ritual.timezone ?? plan.timezone)}`
  const owner = ritual.owner ?? plan.owner
  if (hands.length > 1) {
    if (!isNew(ritual.id)) return []
    const message = `"${ritual.id}" is one of ${rivals.length + 1} rituals that want the ${hands.length} people of ${owner} ${when}`
    return [complaint(ritual, 'pile-up', message)]
  }
  return rivals.flatMap((rival) => {
    if (!isNew(ritual.id, rival.ritual.id)) return []
    const who = (rival.ritual.owner ?? plan.owner) === owner ? owner : hands[0]
    const message = `"${ritual.id}" and "${rival.ritual.id}" both want ${who} ${when}`
    return [complaint(ritual, 'pile-up', message)]
  })
}
