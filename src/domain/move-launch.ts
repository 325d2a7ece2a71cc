import { addMinutes } from 'date-fns/addMinutes'
import { isEqual } from 'date-fns/isEqual'
import { subDays } from 'date-fns/subDays'
import { subMinutes } from 'date-fns/subMinutes'
import type { Cadence } from './cadence/cadence.ts'
import { launchParts, launchSpan } from './cadence/launch.ts'
import { nextOccurrence } from './cadence/occurrences.ts'
import { nextWindows, windowsBetween } from './cadence/window.ts'
import type { LocalTime } from './calendar.ts'
import { dueRituals } from './due-rituals.ts'
import type { Item } from './item.ts'
import { headedItems, nameAmong } from './item-name.ts'
import { isPlanned, type Maintenance } from './maintenance.ts'
import { calendarOf, type Person, type Plan, type Ritual, summaryRitual } from './plan.ts'
import { handOverRituals, holdersOf } from './role.ts'

/** The first time at which something comes otherwise once the launch is moved; null: it does not come there at all. */
export type LaunchMove = {
  readonly title: string
  readonly zone: string
  readonly before: Date | null
  readonly after: Date | null
  /** When it falls due, where that stays and only its closing comes otherwise. */
  readonly closingOf: Date | null
}

/** A launch date before and after, with what moves along. */
export type LaunchChange = LaunchMoves & {
  readonly plan: Plan
  readonly from: LocalTime | null
  readonly to: LocalTime
  /** The moment from which what is still to come was looked for. */
  readonly now: Date
  /** Maintenance that was announced, and is not planned there any more. */
  readonly calledOff: readonly { readonly title: string; readonly startsAt: Date }[]
}

/** What moves with the launch of what has not been posted yet; what fell due before now stays as it is. */
export type LaunchMoves = {
  readonly moves: readonly LaunchMove[]
  /** Roles that are another's at once, since their hand-overs count from the launch. */
  readonly duties: readonly {
    readonly title: string
    readonly from: readonly Person[]
    readonly to: readonly Person[]
  }[]
  /** Titles of phases, and of items whose later targets count from the launch. */
  readonly phases: readonly string[]
  readonly targets: readonly string[]
}

export function withLaunch(plan: Plan, launch: LocalTime): Plan {
  return { ...plan, launch }
}

export function launchMoves(plan: Plan, launch: LocalTime, now: Date): LaunchMoves {
  const both: Both = { plan, moved: withLaunch(plan, launch), now }
  const handOvers = handOverRituals(plan)
  const beside = [
    ...handOvers.map((ritual) => ({ ...ritual, title: `Hand-over of ${ritual.title}` })),
    summaryRitual(plan),
  ].map((ritual) => ({ ...ritual, openForMinutes: overAtOnce }))
  return {
    moves: [
      ...dueRituals(plan).flatMap((ritual) => ritualMove(both, ritual)),
      ...(plan.maintenance ?? []).flatMap((window) => maintenanceMove(both, window)),
      ...beside.flatMap((ritual) => ritualMove(both, ritual)),
    ],
    duties: handOvers.flatMap(({ role, title }) => {
      const [from, to] = [holdersOf(plan, role, now), holdersOf(both.moved, role, now)]
      return from.join() === to.join() ? [] : [{ title, from, to }]
    }),
    phases: (plan.phases ?? []).flatMap(({ title, from, to }) =>
      typeof from === 'object' || typeof to === 'object' ? [title] : [],
    ),
    targets: plan.rituals.flatMap(({ sections }) => {
      const all = headedItems(sections)
      return all.filter(({ item }) => countsFromLaunch(item)).map((one) => nameAmong(one, all))
    }),
  }
}

function countsFromLaunch({ later = [] }: Item): boolean {
  return later.some(({ from }) => typeof from === 'object')
}

/** What nobody fills in moves by when it comes alone. */
const overAtOnce = 0

/** A plan before and after its launch is moved. */
type Both = { readonly plan: Plan; readonly moved: Plan; readonly now: Date }

/** When something comes and closes, and the instant behind which the next is looked for: a holiday may let it come later than that. */
type Coming = { readonly at: Date; readonly closesAt: Date; readonly behind: Date }

type Move = Pick<LaunchMove, 'before' | 'after' | 'closingOf'>

/** No row of holidays holds up a ritual for longer. */
const heldUpDays = 31

function ritualMove({ plan, moved, now }: Both, whole: Ritual): LaunchMove[] {
  const ritual = { ...whole, every: launchParts(whole.every) }
  if (ritual.every.length === 0) return []
  const next = (by: Plan) => (after: Date) => nextOpening(by, ritual, after)
  const heldUp = windowsBetween(plan, ritual, subDays(now, heldUpDays), now).find(
    ({ opensAt, holiday }) => !holiday && opensAt > now,
  )
  const move = heldUp
    ? differing(heldUp.opensAt, next(moved)(now)?.at ?? null)
    : firstMoved(next(plan), next(moved), spanOf({ plan, moved, now }, ritual.every, ritual))
  return move ? [{ title: ritual.title, zone: ritual.timezone ?? plan.timezone, ...move }] : []
}

function nextOpening(plan: Plan, ritual: Ritual, after: Date): Coming | null {
  for (let behind: Date | undefined = after; behind; ) {
    const windows = nextWindows(plan, ritual, behind)
    const open = windows.find(({ holiday }) => !holiday)
    if (open) return { at: open.opensAt, closesAt: open.closesAt, behind: open.dueAt }
    behind = windows.at(-1)?.dueAt
  }
  return null
}

/** A window that has begun stays; one that would have begun by now begins at once. */
function maintenanceMove(both: Both, window: Maintenance): LaunchMove[] {
  const { plan, moved, now } = both
  const every = launchParts(window.every)
  if (every.length === 0) return []
  const next = (by: Plan) => (after: Date) => {
    const at = nextOccurrence(every, calendarOf(by), after)
    return at && { at, closesAt: addMinutes(at, window.lastsMinutes), behind: at }
  }
  const begun = next(moved)(subMinutes(now, window.lastsMinutes))?.at
  const move =
    begun && begun <= now && !isPlanned(plan, window, begun)
      ? differing(next(plan)(now)?.at ?? null, begun)
      : firstMoved(next(plan), next(moved), spanOf(both, every))
  return move ? [{ title: `${window.title} (maintenance)`, zone: plan.timezone, ...move }] : []
}

type Next = (after: Date) => Coming | null
type Span = { readonly first: Date; readonly last: Date }

/** The stretch from now on in which the two plans may differ. */
function spanOf({ plan, moved, now }: Both, every: Cadence, ritual: Ritual | null = null): Span {
  const spans = [plan, moved].flatMap((by) => launchSpan(every, calendarOf(by, ritual)) ?? [])
  return {
    first: new Date(Math.max(now.getTime(), Math.min(...spans.map(({ first }) => first)))),
    last: new Date(Math.max(...spans.map(({ last }) => last))),
  }
}

function firstMoved(was: Next, is: Next, { first, last }: Span): Move | null {
  let [before, after] = [was(first), is(first)]
  while (before && after && isSame(before, after) && before.at <= last) {
    ;[before, after] = [was(before.behind), is(after.behind)]
  }
  return before && after && isEqual(before.at, after.at)
    ? differing(before.closesAt, after.closesAt, before.at)
    : differing(before?.at ?? null, after?.at ?? null)
}

function isSame(one: Coming, other: Coming): boolean {
  return isEqual(one.at, other.at) && isEqual(one.closesAt, other.closesAt)
}

function differing(before: Date | null, after: Date | null, closingOf: Date | null = null): Move | null {
  return before?.getTime() === after?.getTime() ? null : { before, after, closingOf }
}
