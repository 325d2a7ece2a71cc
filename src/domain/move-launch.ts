import { addDays } from 'date-fns/addDays'
import { addMinutes } from 'date-fns/addMinutes'
import { subDays } from 'date-fns/subDays'
import { subMinutes } from 'date-fns/subMinutes'
import type { Cadence, Calendar } from './cadence/cadence.ts'
import {
  fixedEnds,
  goesOnAlike,
  isCarriedAlong,
  isCountedFromLaunch,
  isOpenEnded,
  launchParts,
  launchSpans,
} from './cadence/launch.ts'
import { occurrences } from './cadence/occurrences.ts'
import { windowsBetween } from './cadence/window.ts'
import type { LocalTime } from './calendar.ts'
import { type ChangedOpenings, changedOpenings, type Openings } from './changed-openings.ts'
import { dueRituals } from './due-rituals.ts'
import type { Item } from './item.ts'
import { headedItems, nameAmong } from './item-name.ts'
import { isPlanned, type Maintenance } from './maintenance.ts'
import { calendarOf, type Person, type Plan, type Ritual, summaryRitual } from './plan.ts'
import { handOverRituals, holdersOf } from './role.ts'

/** What comes otherwise of something once the launch is moved. */
export type LaunchShift = ChangedOpenings & { readonly title: string; readonly zone: string }

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
  readonly shifts: readonly LaunchShift[]
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
  const shifts = [
    ...dueRituals(plan).flatMap((ritual) => ritualShift(both, ritual)),
    ...(plan.maintenance ?? []).flatMap((window) => maintenanceShift(both, window)),
    ...beside.flatMap((ritual) => ritualShift(both, ritual)),
  ]
  return {
    shifts,
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

/** Days; what a row of holidays holds up for longer is not looked for. */
const heldUpDays = 31

/** What nobody fills in moves by when it comes alone. */
const overAtOnce = 0

/** A plan before and after its launch is moved. */
type Both = { readonly plan: Plan; readonly moved: Plan; readonly now: Date }

/** A due time that waits for a holiday to pass is not carried into the cadence that follows. */
function ritualShift(both: Both, ritual: Ritual): LaunchShift[] {
  const { plan, moved, now } = both
  const openings = (by: Plan) => (since: Date, until: Date) =>
    windowsBetween(by, ritual, since, until).flatMap(({ opensAt, closesAt, holiday }) =>
      holiday || opensAt <= now ? [] : [{ at: opensAt, closesAt }],
    )
  const heldUp = openings(plan)(subDays(now, heldUpDays), now)
  const calendar = (by: Plan) => calendarOf(by, ritual)
  const change = changeOf(both, ritual.every, calendar, {
    was: { ahead: heldUp, between: openings(plan) },
    is: { ahead: [], between: openings(moved) },
  })
  return change ? [{ title: ritual.title, zone: ritual.timezone ?? plan.timezone, ...change }] : []
}

/** A window that has begun stays; one that would have begun by now begins at once. */
function maintenanceShift(both: Both, window: Maintenance): LaunchShift[] {
  const { plan, moved, now } = both
  const starts = (by: Plan) => (since: Date, until: Date) =>
    occurrences(window.every, calendarOf(by), since, until).map((at) => ({
      at,
      closesAt: addMinutes(at, window.lastsMinutes),
    }))
  const begun = starts(moved)(subMinutes(now, window.lastsMinutes), now)
  const change = changeOf(both, window.every, calendarOf, {
    was: { ahead: [], between: starts(plan) },
    is: { ahead: begun.filter(({ at }) => !isPlanned(plan, window, at)), between: starts(moved) },
  })
  return change ? [{ title: `${window.title} (maintenance)`, zone: plan.timezone, ...change }] : []
}

function changeOf(
  { plan, moved, now }: Both,
  every: Cadence,
  calendar: (by: Plan) => Calendar,
  openings: { readonly was: Openings; readonly is: Openings },
): ChangedOpenings | null {
  const parts = launchParts(every)
  if (parts.length === 0) return null
  const calendars = [calendar(plan), calendar(moved)] as const
  const spans = calendars.flatMap((by) => launchSpans(parts, by))
  // What only begins with a first launch differs up to an end that was there before.
  const ends = plan.launch === undefined ? fixedEnds(parts, calendar(plan)) : []
  const until = addDays(Math.max(now.getTime(), ...ends, ...spans.map(({ last }) => last)), heldUpDays + 1)
  return changedOpenings(openings, {
    since: now,
    until,
    untilFirst: addDays(now, plan.launch === undefined ? daysUntilFirst : daysUntilOther),
    spans,
    goesOnAlike: (at) => goesOnAlike(parts, at, calendars),
    areCarriedAlong: parts.every(isCarriedAlong),
    endlessBehind: endlessBehind(plan, parts, Math.max(...spans.map(({ first }) => first))),
  })
}

/** Even a leap day that is a Sunday has come by then. */
const daysUntilFirst = 15_000

/** What is counted from the launch lies elsewhere by then, also where only long months tell. */
const daysUntilOther = 800

/** What began with no launch goes on once there is one; else only what counts its days from one differs for good. */
function endlessBehind(plan: Plan, parts: Cadence, last: number): number {
  if (plan.launch === undefined && parts.some(isOpenEnded)) return Number.NEGATIVE_INFINITY
  return parts.some(isCountedFromLaunch) ? addDays(last, heldUpDays + 1).getTime() : Number.POSITIVE_INFINITY
}
