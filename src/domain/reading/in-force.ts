import type { Calendar, LocalDate } from '../cadence/cadence.ts'
import { boundDay } from '../cadence/launch.ts'
import { dayNumber } from '../cadence/time.ts'
import type { Item } from '../item.ts'

/** An item with the targets of a day; those that count from a launch wait until there is one. */
export function inForceOn(item: Item, date: LocalDate, calendar: Calendar): Item {
  const { later, ...rest } = item
  if (later === undefined) return item
  const day = dayNumber(date)
  const begun = later
    .map(({ from, targets }) => ({ first: boundDay(from, calendar), targets }))
    .filter(({ first }) => first !== null && first <= day)
    .sort((a, b) => Number(a.first) - Number(b.first))
  const newest = begun.at(-1)
  return newest ? { ...rest, targets: newest.targets } : rest
}
