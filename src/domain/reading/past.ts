import { dayMilliseconds, dayNumber, localDateOf } from '../cadence/time.ts'
import type { Item, Target } from '../item.ts'
import { tidy } from './amount.ts'
import { longestLook, type Past, type PastReading, type Period, readingOf } from './period.ts'
import type { Compared, Reading, YearToDate } from './reading.ts'
import { adds } from './words.ts'

type Occurrence = { readonly dueAt: Date; readonly zone: string }

/** A reading beside the earlier ones that its item asks to be compared with. */
export function besidePast(item: Item, reading: Reading, past: Past, occurrence: Occurrence): Reading {
  const { value } = reading
  const own = past[item.id] ?? []
  const wanted = periodsOf(item)
  if (value === null || (wanted.length === 0 && item.goal === undefined && item.annual === undefined)) return reading
  const compared = [
    ...(item.goal === undefined ? [] : [{ with: 'goal' as const, was: past[item.goal.item]?.[0]?.value ?? null }]),
    ...wanted.map((period): Compared => {
      const found = readingOf(own, period, occurrence.dueAt)
      return { with: period, was: found?.value ?? null }
    }),
  ]
  return {
    ...reading,
    ...(compared.length > 0 && { compared }),
    ...(wanted.length > 0 && own.length === 0 && { first: true as const }),
    ...(item.annual !== undefined && { year: yearToDate(item, own, value, occurrence) }),
  }
}

/** The items whose earlier readings are wanted when some of a checklist are taken. */
export function itemsWithPast(items: readonly Item[]): readonly string[] {
  const ids = items.flatMap((item) => [
    ...(periodsOf(item).length > 0 || item.annual !== undefined ? [item.id] : []),
    ...(item.goal === undefined ? [] : [item.goal.item]),
  ])
  return [...new Set(ids)]
}

/**
 * Those whose figure may be taken when some are settled: themselves, what is counted from them or by way of them, and
 * what waited only until all is settled that must be.
 */
export function takenWith(items: readonly Item[], settled: readonly Item[]): readonly Item[] {
  const ids = new Set(settled.map(({ id }) => id))
  const free = new Set(items.flatMap(({ id, optional }) => (optional ? [id] : [])))
  const counts = (input: string) => ids.has(input) || free.has(input)
  const more = items.filter(({ id, compute }) => !ids.has(id) && compute?.items.some(counts))
  return more.length === 0 ? settled : takenWith(items, [...settled, ...more])
}

/** The first instant from which earlier readings are of use. */
export function pastFrom(dueAt: Date): Date {
  return new Date(dueAt.getTime() - longestLook * dayMilliseconds)
}

/** Every period that the item names, each once. */
function periodsOf({ compare = [], targets, stretch, warning, critical }: Item): readonly Period[] {
  const thresholds = [stretch, warning?.when, critical?.when].filter((target) => target !== undefined)
  return [...new Set([...[...targets, ...thresholds].flatMap(periodIn), ...compare])]
}

function periodIn(target: Target): Period[] {
  return target.op === 'trend' ? [target.on] : []
}

function yearToDate(item: Item, past: readonly PastReading[], value: number, { dueAt, zone }: Occurrence): YearToDate {
  const day = localDateOf(dueAt, zone)
  const year = day.slice(0, 4)
  const values = [...past.filter((one) => localDateOf(one.dueAt, zone).startsWith(year)).map((one) => one.value), value]
  const sum = values.reduce((total, one) => total + one, 0)
  const [first, next] = [dayNumber(`${year}-01-01`), dayNumber(`${Number(year) + 1}-01-01`)]
  return {
    stands: tidy(adds(item) ? sum : sum / values.length),
    gone: (dayNumber(day) - first + 1) / (next - first),
  }
}
