import type { LocalDate } from '../cadence/cadence.ts'
import { addDays } from '../cadence/time.ts'
import type { Item, LaterTargets } from '../item.ts'

/** An item with the targets of a day; those that count from a launch wait until there is one. */
export function inForceOn(item: Item, day: LocalDate, launch: LocalDate | null): Item {
  const { later, ...rest } = item
  if (later === undefined) return item
  const begun = later.flatMap(({ from, targets }) => {
    const first = firstDay(from, launch)
    return first !== null && first <= day ? [{ first, targets }] : []
  })
  const newest = begun.reduce<(typeof begun)[number] | null>(
    (last, one) => (last === null || one.first >= last.first ? one : last),
    null,
  )
  return newest === null ? rest : { ...rest, targets: newest.targets }
}

function firstDay(from: LaterTargets['from'], launch: LocalDate | null): LocalDate | null {
  if (typeof from === 'string') return from
  return launch === null ? null : addDays(launch, from.afterLaunch)
}
