import type { Cadence, LocalDate } from './cadence/cadence.ts'
import { occurrences } from './cadence/occurrences.ts'
import { addDays, dayMinutes, instantOf } from './cadence/time.ts'
import { calendarOf, type Person, type PlanFrame, type Ritual, standingRitual } from './plan.ts'

export type Role = {
  readonly title: string
  /** Who has it for good; of a group, those who were in it when it was last read. A rotation names its own. */
  readonly people: readonly Person[]
  /** A user group: `@handle` as the plan's author wrote it, or its ID once the plan is applied. */
  readonly group?: string
  readonly rotation?: Rotation
  /** What all who have it have for its rituals in a week, in minutes. */
  readonly weekMinutes?: number
  /** How to reach whoever has it, other than in Slack. */
  readonly contacts?: readonly Contact[]
}

/** One after the other has the role; each hand-over passes it on. */
export type Rotation = {
  readonly people: readonly Person[]
  readonly handOver: Cadence
  /** The day on which the first of them takes it. */
  readonly from: LocalDate
  readonly cover: readonly Cover[]
}

/** Somebody stands in for whoever would have the role, from `day-starts` of the first day to that after the last. */
export type Cover = { readonly from: LocalDate; readonly to: LocalDate; readonly person: Person }

export type Contact = { readonly name?: string; readonly email?: string; readonly phone?: string }

/** Who stands behind a role's name or a person at an instant; of nothing, who stands behind the plan's owner. */
export function holdersOf(plan: PlanFrame, owner: string | null, at: Date): readonly Person[] {
  return holdersUntil(plan, owner, at)(at)
}

/** The same of any instant up to the last that will be asked for. */
export function holdersUntil(plan: PlanFrame, owner: string | null, last: Date): (at: Date) => readonly Person[] {
  const named = owner ?? plan.owner
  const role = named === null ? undefined : plan.roles[named]
  if (role?.rotation) return onDuty(plan, role.rotation, last)
  const people = role?.people ?? (named !== null && isPerson(named) ? [named] : [])
  return () => people
}

/** Everybody who can have the role at any time, to be told apart from a role that nobody has. */
export function everybodyIn({ people, rotation }: Role): readonly Person[] {
  return rotation ? [...new Set([...rotation.people, ...rotation.cover.map(({ person }) => person)])] : people
}

/** Where a role changes hands at an instant: from whom to whom. Null where nothing changes. */
export type HandOver = { readonly role: string; readonly from: readonly Person[]; readonly to: readonly Person[] }

export function handOverAt(plan: PlanFrame, role: string, at: Date): HandOver | null {
  const from = holdersOf(plan, role, new Date(at.getTime() - 1))
  const to = holdersOf(plan, role, at)
  return from.join() === to.join() ? null : { role, from, to }
}

/** Under this name a role's hand-overs keep their due times beside the rituals. */
const handOverPrefix = '@hand-over/'

export type HandOverRitual = Ritual & { readonly role: string }

/** Each rotation falls due as a ritual does, whenever it may change hands. */
export function handOverRituals(plan: PlanFrame): readonly HandOverRitual[] {
  return Object.entries(plan.roles).flatMap(([role, { title, rotation }]) => {
    if (!rotation) return []
    const ritual = standingRitual(handOverPrefix + role, title, changesOf(plan, rotation))
    return [{ ...ritual, openForMinutes: dayMinutes, role }]
  })
}

function changesOf(plan: PlanFrame, { handOver, cover }: Rotation): Cadence {
  const days = cover.flatMap(({ from, to }) => [from, addDays(to, 1)])
  return [...handOver, ...days.map((date) => ({ kind: 'once' as const, date, at: [plan.dayStarts] }))]
}

/** Counted from the rotation's first day, never kept: whoever asks twice hears the same. */
function onDuty(plan: PlanFrame, { people, handOver, from, cover }: Rotation, last: Date) {
  const startOf = (day: LocalDate) => instantOf(day, plan.dayStarts, plan.timezone)
  const standIns = cover.map(({ person, from, to }) => ({ person, from: startOf(from), end: startOf(addDays(to, 1)) }))
  const firstNight = new Date(instantOf(addDays(from, 1), '00:00', plan.timezone).getTime() - 1)
  const handOvers = occurrences(handOver, calendarOf(plan), firstNight, last)
  return (at: Date): readonly Person[] => {
    const standIn = standIns.find(({ from, end }) => at >= from && at < end)
    if (standIn) return [standIn.person]
    const turn = upTo(handOvers, at) % people.length
    return people.slice(turn, turn + 1)
  }
}

/** How many of these instants, which are in order, are not after another. */
function upTo(instants: readonly Date[], at: Date): number {
  let [before, after] = [0, instants.length]
  while (before < after) {
    const middle = (before + after) >> 1
    if ((instants[middle] as Date) <= at) before = middle + 1
    else after = middle
  }
  return before
}

/** A handle or an ID; a role that the plan has lost since is nobody. */
function isPerson(named: string): boolean {
  return /^(@|[UW][A-Z0-9]{6,}$)/u.test(named)
}
