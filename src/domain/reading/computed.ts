import { type ChecklistItem, isComplete, type Settlement } from '../checklist.ts'
import type { Computation, Item } from '../item.ts'
import { inUnit, rounded, tidy, withUnit } from './amount.ts'

/** What a computed reading comes to: nothing yet, a figure, or a reason why there is none. */
export type Counted =
  | { readonly state: 'open' }
  | { readonly state: 'counted'; readonly value: number; readonly text: string }
  | { readonly state: 'not-applicable'; readonly why: string }

/**
 * Counts an item from the others of its checklist; it waits until all of them are settled. What may be left open is
 * waited for until all is settled that must be, and then only where the form that is being saved answers it: `ahead`.
 * A figure that does without it stays, whatever else is opened again.
 */
export function count(
  item: ChecklistItem,
  compute: Computation,
  items: readonly ChecklistItem[],
  ahead: ReadonlySet<string> = new Set(),
): Counted {
  const inputs = compute.items.map((id) => items.find((one) => one.id === id))
  const open = inputs.filter((input) => input?.settlement.state === 'open')
  const waits = open.some((input) => !input?.optional || ahead.has(input.id)) || open.length === inputs.length
  if (waits) return { state: 'open' }
  const counted = countedFrom(item, compute, inputs)
  return open.length === 0 || isComplete(items) || tells(item.settlement, counted) ? counted : { state: 'open' }
}

function countedFrom(item: Item, compute: Computation, inputs: readonly (ChecklistItem | undefined)[]): Counted {
  const found = inputs.filter((input) => input !== undefined)
  const timeUnit = timeUnitOf(item, found)
  const figures = found.map((input) => figureOf(compute, input, timeUnit))
  const missing = found.find((_, place) => figures[place] === null)
  const given = figures.filter((figure) => figure !== null)
  const whole = missing === undefined && found.length === inputs.length
  if (given.length === 0 || (!whole && !skipping.has(compute.of)))
    return {
      state: 'not-applicable',
      why: missing ? `${missing.title} has no figure` : 'what it is counted from is gone',
    }
  const combined = combine(compute.of, given)
  const value = item.kind === 'percent' && scaling.has(compute.of) ? combined * 100 : combined
  if (!Number.isFinite(value)) return { state: 'not-applicable', why: `${found.at(-1)?.title ?? 'a figure'} is 0` }
  return { state: 'counted', value: tidy(value), text: withUnit(item, rounded(value)) }
}

/** Whether a settlement already tells what was counted: then its issue and its author stay. */
export function tells(settlement: Settlement, counted: Counted): boolean {
  if (counted.state === 'open') return settlement.state === 'open'
  if (counted.state === 'not-applicable')
    return settlement.state === 'not-applicable' && settlement.note === counted.why
  return (settlement.state === 'done' || settlement.state === 'failed') && settlement.reading?.value === counted.value
}

/** These go on without what does not apply: the cost of what was not bought adds nothing. */
const skipping: ReadonlySet<Computation['of']> = new Set(['sum', 'average'])

/** In these a percent is so many hundredths: half of 50 is 25, not 2,500. */
const scaling: ReadonlySet<Computation['of']> = new Set(['product', 'ratio', 'share'])

/** The unit of all times in it: that of what they come to; else that of the first, so that hours at a rate are hours. */
function timeUnitOf(item: Item, inputs: readonly ChecklistItem[]): string {
  const time = [item, ...inputs].find(({ kind }) => kind === 'duration')
  return time?.unit ?? 'min'
}

/** An answer as a number to count with; null where it has none. */
function figureOf({ of }: Computation, input: ChecklistItem, timeUnit: string): number | null {
  const { settlement } = input
  if (settlement.state !== 'done' && settlement.state !== 'failed') return null
  const value = settlement.reading?.value ?? null
  if (value === null) return null
  if (input.kind === 'duration') return inUnit(value, input.unit ?? 'min', timeUnit)
  return input.kind === 'percent' && scaling.has(of) ? value / 100 : value
}

function combine(of: Computation['of'], figures: readonly number[]): number {
  const [first = 0, ...others] = figures
  const sum = figures.reduce((total, figure) => total + figure, 0)
  switch (of) {
    case 'sum':
      return sum
    case 'average':
      return sum / figures.length
    case 'difference':
      return others.reduce((left, figure) => left - figure, first)
    case 'product':
      return figures.reduce((product, figure) => product * figure, 1)
    case 'ratio':
    case 'share':
      return others.reduce((left, figure) => left / figure, first)
  }
}
