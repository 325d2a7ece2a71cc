import type { LocalDate } from '../../domain/cadence/cadence.ts'
import { addDays, instantOf } from '../../domain/cadence/time.ts'
import { type DueWindow, windowsBetween } from '../../domain/cadence/window.ts'
import { type DueRitual, dueRituals } from '../../domain/due-rituals.ts'
import type { Plan, Ritual } from '../../domain/plan.ts'
import type { Complaint, Path } from '../fault.ts'
import { isMap } from '../shape.ts'

export type Due = DueWindow & { readonly ritual: DueRitual }

/** A plan as it is looked at on a day: what falls due in the four weeks from then on, in order. */
export type Look = {
  readonly plan: Plan
  readonly today: LocalDate
  /** Its first instant. */
  readonly since: Date
  readonly inFourWeeks: Date
  readonly inAYear: Date
  readonly soon: readonly Due[]
  /** Whether it leaves out later due times of what falls due too often to be walked through. */
  readonly isCutShort: boolean
  /** What the plan was read from. */
  readonly file: unknown
}

/** So many due times show how crowded a plan is; beyond them, what has more than its share is looked at no further. */
const mostDue = 10_000

export function lookAt(plan: Plan, today: LocalDate, file: unknown): Look {
  const after = (days: number) => instantOf(addDays(today, days), '00:00', plan.timezone)
  const [since, inFourWeeks, inAYear] = [after(0), after(fourWeeks), after(366)]
  return { plan, file, today, since, inFourWeeks, inAYear, ...soonOf(plan, today) }
}

function soonOf(plan: Plan, today: LocalDate): Pick<Look, 'soon' | 'isCutShort'> {
  const all = dueRituals(plan).map((ritual) => ({ ritual, count: 0 }))
  const soon: Due[] = []
  const isCrowded = () => soon.length > mostDue
  const isOver = ({ count }: { count: number }) => isCrowded() && count > mostDue / all.length
  for (const week of daysFrom(today, fourWeeks / 7, plan.timezone, 7)) {
    for (const one of all) {
      // To ask for a week costs hardly more than for a day, unless it is one of every minute.
      for (const { since, until } of isCrowded() ? daysFrom(week.first, 7, plan.timezone) : [week]) {
        if (isOver(one)) break
        const windows = windowsBetween(plan, one.ritual, since, until)
        one.count += windows.length
        for (const window of windows) soon.push({ ...window, ritual: one.ritual })
      }
    }
  }
  return { soon: soon.sort((a, b) => a.opensAt.getTime() - b.opensAt.getTime()), isCutShort: all.some(isOver) }
}

export const fourWeeks = 28

/** `since` is excluded, `until` is included. */
export type Stretch = { readonly since: Date; readonly until: Date }

/** Whoever walks through days one by one, or a few at a time, may stop before a ritual of every minute has filled them all. */
export function daysFrom(
  day: LocalDate,
  count: number,
  zone: string,
  atOnce = 1,
): (Stretch & { readonly first: LocalDate })[] {
  return Array.from({ length: count }, (_, place) => {
    const [first, next] = [addDays(day, place * atOnce), addDays(day, (place + 1) * atOnce)]
    return { first, since: instantOf(first, '00:00', zone), until: instantOf(next, '00:00', zone) }
  })
}

export function complaint(ritual: Ritual, rule: Complaint['rule'], message: string): Complaint {
  return { path: pathOf(ritual), rule, message, key: true }
}

export function pathOf({ id, procedure }: Ritual): Path {
  return [procedure ? 'procedures' : 'rituals', id]
}

export function nameOf({ id, section }: DueRitual): string {
  return section === undefined ? id : `${id}: ${section}`
}

export function firstOfEach<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  const first = new Map<string, T>()
  for (const one of all) if (!first.has(keyOf(one))) first.set(keyOf(one), one)
  return [...first.values()]
}

export function grouped<T, Key>(all: readonly T[], keyOf: (one: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce((inner, step) => {
    if (Array.isArray(inner)) return inner[Number(step)]
    return isMap(inner) ? inner[step] : undefined
  }, value)
}
