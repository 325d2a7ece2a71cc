import { addMinutes } from 'date-fns/addMinutes'
import { subMilliseconds } from 'date-fns/subMilliseconds'
import { subMinutes } from 'date-fns/subMinutes'
import type { Cadence } from './cadence/cadence.ts'
import { nextOccurrence, occurrences } from './cadence/occurrences.ts'
import { dayMinutes } from './cadence/time.ts'
import { calendarOf, type Place, type PlanFrame } from './plan.ts'

/** Time in which something may not work, told of beforehand. */
export type Maintenance = {
  /** Made from its title; unique in its plan. */
  readonly id: string
  readonly title: string
  readonly every: Cadence
  readonly lastsMinutes: number
  /** How long before its start it is announced. */
  readonly noticeMinutes: number
  /** Absent: the plan's. */
  readonly channel?: Place
  readonly text?: string
}

export type MaintenanceWindow = { readonly startsAt: Date; readonly endsAt: Date }

/** What is told of a window, each once: that it comes, that it begins, that it is over. */
export const maintenanceMoments = ['notice', 'start', 'end'] as const
export type MaintenanceMoment = (typeof maintenanceMoments)[number]

/** The next window to begin after an instant, of any maintenance of the plan; undefined where none is planned. */
export function nextMaintenance(
  plan: PlanFrame,
  after: Date,
): Pick<MaintenanceWindow, 'startsAt' | 'endsAt'> | undefined {
  const windows = (plan.maintenance ?? []).flatMap(({ every, lastsMinutes }) => {
    const startsAt = nextOccurrence(every, calendarOf(plan), after)
    return startsAt ? [{ startsAt, endsAt: addMinutes(startsAt, lastsMinutes) }] : []
  })
  return windows.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())[0]
}

/** The windows that touch a span, both ends included. */
export function maintenanceBetween(
  plan: PlanFrame,
  { every, lastsMinutes }: Maintenance,
  from: Date,
  until: Date,
): readonly MaintenanceWindow[] {
  return occurrences(every, calendarOf(plan), subMinutes(from, lastsMinutes), until).map((startsAt) => ({
    startsAt,
    endsAt: addMinutes(startsAt, lastsMinutes),
  }))
}

/**
 * What has to be told since an instant, and when to look again. What came while nobody was there is told only where it
 * still helps: a notice before the start, a start before the end, an end within a day. Null: the window is new to the
 * plan, so what should have been announced by now is, and what is over was never announced.
 */
export function maintenanceSince(plan: PlanFrame, window: Maintenance, since: Date | null, now: Date) {
  const announced = addMinutes(now, window.noticeMinutes)
  const next = nextOccurrence(window.every, calendarOf(plan), announced)
  const from = subMinutes(since ?? now, window.lastsMinutes)
  const known = occurrences(window.every, calendarOf(plan), from, announced)
  const moments = [...known, ...(next ? [next] : [])].flatMap((startsAt) => momentsOf(window, startsAt))
  const isNew = (at: Date, moment: MaintenanceMoment) => (since === null ? moment !== 'end' : at > since)
  const news = moments.filter(({ moment, at, until }) => isNew(at, moment) && at <= now && now < until)
  const ahead = moments.flatMap(({ at }) => (at > now ? [at.getTime()] : []))
  return { news, nextAt: ahead.length === 0 ? null : new Date(Math.min(...ahead)) }
}

/** Whether a window begins at an instant, by the plan as it is. */
export function isPlanned(plan: PlanFrame, { every }: Maintenance, startsAt: Date): boolean {
  return occurrences(every, calendarOf(plan), subMilliseconds(startsAt, 1), startsAt).length > 0
}

const prefix = '@maintenance/'

/** Under this name its moments keep their place beside the rituals. */
export function maintenanceRitualOf(id: string): string {
  return prefix + id
}

export function maintenanceOf(plan: PlanFrame, ritual: string): Maintenance | undefined {
  return plan.maintenance?.find(({ id }) => maintenanceRitualOf(id) === ritual)
}

function momentsOf({ lastsMinutes, noticeMinutes }: Maintenance, startsAt: Date) {
  const endsAt = addMinutes(startsAt, lastsMinutes)
  return [
    { moment: 'notice' as const, startsAt, at: subMinutes(startsAt, noticeMinutes), until: startsAt },
    { moment: 'start' as const, startsAt, at: startsAt, until: endsAt },
    { moment: 'end' as const, startsAt, at: endsAt, until: addMinutes(endsAt, dayMinutes) },
  ]
}
