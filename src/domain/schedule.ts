import { differenceInMinutes } from 'date-fns/differenceInMinutes'
import type { LocalDate } from './cadence/cadence.ts'
import { isWorkingDay } from './cadence/periods.ts'
import { addDays, dayNumber, instantOf, localDateOf, localTextOf, nextMidnight } from './cadence/time.ts'
import { type DueWindow, windowsBetween } from './cadence/window.ts'
import { type DueRitual, dueRituals } from './due-rituals.ts'
import { type Maintenance, type MaintenanceWindow, maintenanceBetween, maintenanceRitualOf } from './maintenance.ts'
import { calendarOf, type Place, type Plan } from './plan.ts'

/** One occurrence as the plan foresees it. */
export type ScheduleRow = {
  readonly ritual: string
  /** Empty: the whole ritual. */
  readonly section: string
  readonly title: string
  readonly dueAt: Date
  readonly opensAt: Date
  readonly closesAt: Date
  /** The due time on the wall, `2026-03-06 09:00`. */
  readonly local: string
  readonly zone: string
  readonly channel: Place
  readonly owner: string | null
  readonly takesMinutes: number | null
  readonly state: 'due' | 'holiday' | 'maintenance'
  readonly reason: string | null
}

/** Everything that falls due on these days of the plan's zone, both included. */
export function scheduleOf(plan: Plan, from: LocalDate, to: LocalDate): ScheduleRow[] {
  const { since } = spanOf(plan, from, to)
  return rowsSince(() => since, plan, from, to)
}

/** Those of each ritual that are due since an instant of its own. */
function rowsSince(sinceOf: (ritual: DueRitual) => Date, plan: Plan, from: LocalDate, to: LocalDate): ScheduleRow[] {
  const { since, until } = spanOf(plan, from, to)
  const rows = dueRituals(plan).flatMap((ritual) =>
    windowsBetween(plan, ritual, sinceOf(ritual), until).map((window) => rowOf(plan, ritual, window)),
  )
  const windows = (plan.maintenance ?? []).flatMap((one) =>
    maintenanceBetween(plan, one, since, until).map((window) => maintenanceRow(plan, one, window)),
  )
  const begun = windows.filter(({ dueAt }) => dueAt > since)
  return inOrder([...duringMaintenance(inOrder(rows), inOrder(windows)), ...begun])
}

/** What falls due on these days, and what opens on them: a holiday may have moved it from one before them. */
export function dueAndOpening(
  plan: Plan,
  from: LocalDate,
  to: LocalDate,
): { readonly due: readonly ScheduleRow[]; readonly opening: readonly ScheduleRow[] } {
  const { since, until } = spanOf(plan, from, to)
  const isIn = (at: Date) => at > since && at <= until
  const rows = rowsSince((ritual) => heldUpSince(plan, ritual, from) ?? since, plan, from, to)
  return { due: rows.filter(({ dueAt }) => isIn(dueAt)), opening: rows.filter(({ opensAt }) => isIn(opensAt)) }
}

/** Since when a due time may wait for this day: all days between them are off. Null of what waits for nothing. */
function heldUpSince(plan: Plan, ritual: DueRitual, from: LocalDate): Date | null {
  if (ritual.onHoliday !== 'next-working-day') return null
  const calendar = calendarOf(plan, ritual)
  let first = from
  for (let days = 0; days < 366 && !isWorkingDay(dayNumber(first) - 1, calendar); days++) first = addDays(first, -1)
  // In another zone it may be a day more.
  return instantOf(addDays(first, -1), '00:00', calendar.zone)
}

function spanOf({ timezone }: Plan, from: LocalDate, to: LocalDate): { readonly since: Date; readonly until: Date } {
  return {
    since: new Date(instantOf(from, '00:00', timezone).getTime() - 1),
    until: new Date(instantOf(addDays(to, 1), '00:00', timezone).getTime() - 1),
  }
}

/** Null where it goes without saying: the end of its day, or of maintenance, of which the row tells how long it lasts. */
export function closingToTell({ state, opensAt, closesAt, zone }: ScheduleRow): Date | null {
  return state !== 'due' || closesAt.getTime() === nextMidnight(opensAt, zone).getTime() ? null : closesAt
}

function maintenanceRow(plan: Plan, { id, title, channel }: Maintenance, window: MaintenanceWindow): ScheduleRow {
  const { startsAt, endsAt } = window
  return {
    ritual: maintenanceRitualOf(id),
    section: '',
    title,
    dueAt: startsAt,
    opensAt: startsAt,
    closesAt: endsAt,
    local: localTextOf(startsAt, plan.timezone),
    zone: plan.timezone,
    channel: channel ?? plan.channel,
    owner: null,
    takesMinutes: differenceInMinutes(endsAt, startsAt),
    state: 'maintenance',
    reason: 'maintenance',
  }
}

/** Whoever reads that a round falls into maintenance can move one of them. */
function duringMaintenance(rows: readonly ScheduleRow[], windows: readonly ScheduleRow[]): ScheduleRow[] {
  let on: readonly ScheduleRow[] = []
  let begun = 0
  return rows.map((row) => {
    for (let next = windows[begun]; next && next.opensAt <= row.dueAt; next = windows[++begun]) on = [...on, next]
    on = on.filter(({ closesAt }) => row.dueAt < closesAt)
    const [over] = on
    return over && row.reason === null ? { ...row, reason: `during maintenance: ${over.title}` } : row
  })
}

function inOrder(rows: readonly ScheduleRow[]): ScheduleRow[] {
  return [...rows].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
}

function rowOf(plan: Plan, ritual: DueRitual, { dueAt, opensAt, closesAt, holiday }: DueWindow): ScheduleRow {
  const zone = ritual.timezone ?? plan.timezone
  return {
    ritual: ritual.id,
    section: ritual.section ?? '',
    title: ritual.title,
    dueAt,
    opensAt,
    closesAt,
    local: localTextOf(dueAt, zone),
    zone,
    channel: ritual.channel ?? plan.channel,
    owner: ritual.owner ?? plan.owner,
    takesMinutes: ritual.takesMinutes,
    state: holiday ? 'holiday' : 'due',
    reason: reasonOf({ dueAt, opensAt, holiday, zone }),
  }
}

function reasonOf(row: { dueAt: Date; opensAt: Date; holiday: boolean; zone: string }): string | null {
  const day = () => localDateOf(row.dueAt, row.zone)
  if (row.holiday) return `${day()} is a holiday: left out`
  if (row.opensAt > row.dueAt) return `${day()} is a holiday; opens on ${localDateOf(row.opensAt, row.zone)}`
  return null
}
