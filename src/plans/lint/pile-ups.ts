import type { Cadence } from '../../domain/cadence/cadence.ts'
import { occurrences } from '../../domain/cadence/occurrences.ts'
import { localTextOf } from '../../domain/cadence/time.ts'
import { listed } from '../../domain/cadence/words.ts'
import type { DueRitual } from '../../domain/due-rituals.ts'
import { calendarOf, type Plan } from '../../domain/plan.ts'
import type { Complaint } from '../fault.ts'
import { handsOf } from './hands.ts'
import { complaint, type Due, firstOfEach, grouped, type Look } from './look.ts'

type Wanted = Due & { readonly hands: readonly string[] }

/** More rituals at one minute than there are people for them: a crowd once, until others come together. */
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
    const crowds = leftOver(rituals).map((one) => [one, ...rivalsOf(one, rituals)])
    return firstOfEach(crowds, whoMeets).flatMap((crowd) => pileUpOf(crowd, look.plan, told))
  })
}

function whoAndWhat(together: readonly Wanted[]): string {
  return together.map(({ ritual, hands }) => `${ritual.id} ${hands.join()}`).join(', ')
}

function whoMeets(crowd: readonly Wanted[]): string {
  return crowd.map(nameIn).sort().join()
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

/** Those with more hands may have one left, so they are told of where nobody else is in its way. */
function rivalsOf(one: Wanted, together: readonly Wanted[]): Wanted[] {
  const rivals = together.filter((other) => other !== one && other.hands.some((hand) => one.hands.includes(hand)))
  const alike = rivals.filter(({ hands }) => hands.join() === one.hands.join())
  return alike.length > 0 ? alike : rivals
}

/** Nothing where each two of them have been told of before, by themselves or among others. */
function pileUpOf(crowd: readonly Wanted[], plan: Plan, told: Set<string>): Complaint[] {
  const pairs = crowd.flatMap((one, place) => crowd.slice(place + 1).map((other) => whoMeets([one, other])))
  const [first] = crowd
  if (!first || pairs.every((pair) => told.has(pair))) return []
  for (const pair of pairs) told.add(pair)
  const when = `at the same time, first at ${localTextOf(first.opensAt, first.ritual.timezone ?? plan.timezone)}`
  const want = crowd.length === 2 ? 'both want' : 'all want'
  return [complaint(first.ritual, 'pile-up', `${named(crowd.map(nameIn))} ${want} ${whomOf(crowd, plan)} ${when}`)]
}

const nameIn = ({ ritual }: Wanted): string => `"${ritual.id}"`

/** By their role, where all of them name it. */
function whomOf(crowd: readonly Wanted[], plan: Plan): string {
  const [owner, ...others] = new Set(crowd.map(({ ritual }) => ritual.owner ?? plan.owner))
  const hands = crowd[0]?.hands ?? []
  if (hands.length > 1) return `the ${hands.length} people of ${owner}`
  return `${others.length === 0 ? owner : hands[0]}`
}

const mostNamed = 5

function named(names: readonly string[]): string {
  if (names.length <= mostNamed) return listed(names)
  const shown = names.slice(0, mostNamed - 1)
  return listed([...shown, `${names.length - shown.length} others`])
}
