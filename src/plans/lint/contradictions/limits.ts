import type { Item, Target } from '../../../domain/item.ts'
import { scaleOf } from '../../../domain/reading/amount.ts'
import { figuresIn, meets } from '../../../domain/reading/judge.ts'
import { printTarget } from '../../items/targets.ts'

/** What one item asks of a figure; trends and words have no values to compare. */
export type Limits = {
  readonly target: readonly Target[]
  readonly stretch: Target | null
  readonly warning: Target | null
  readonly critical: Target | null
  /** Values on each side of every limit, and on it, that can be answered; in order. */
  readonly values: readonly number[]
  readonly say: (target: Target) => string
}

/** The limits of an item while these targets are in force. */
export function limitsOf(item: Item, targets: readonly Target[]): Limits {
  const numeric = (target: Target | undefined) => (target && figuresIn(target).length > 0 ? target : null)
  const target = targets.flatMap((one) => numeric(one) ?? [])
  const [stretch, warning] = [numeric(item.stretch), numeric(item.warning?.when)]
  const critical = numeric(item.critical?.when)
  const limits = [...target, ...[stretch, warning, critical].filter((one) => one !== null)]
  const [least, most] = rangeOf(item)
  return {
    target,
    stretch,
    warning,
    critical,
    values: valuesAround([...limits.flatMap(figuresIn), ...[least, most].filter(Number.isFinite)], item.kind).filter(
      (value) => least <= value && value <= most,
    ),
    say: (one) => printTarget(one, item.unit),
  }
}

export function is(target: Target, value: number): boolean {
  return meets(target, { text: '', value }) === true
}

export function all(targets: readonly Target[], value: number): boolean {
  return targets.every((target) => is(target, value))
}

export function told(targets: readonly Target[], say: Limits['say']): string {
  return targets.map(say).join(', ')
}

/** Between what and what a typed answer lies. */
function rangeOf({ kind, unit, compute }: Item): readonly [least: number, most: number] {
  if (kind === 'rating') return [0, scaleOf(unit)]
  return [kind === 'duration' && !compute ? 0 : Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
}

/** What is counted in whole numbers has no value between 4 and 5. */
function valuesAround(figures: readonly number[], kind: Item['kind']): readonly number[] {
  const isCount = kind === 'number' && figures.every(Number.isInteger)
  const sorted = [...figures].sort((one, other) => one - other)
  const between = sorted.slice(1).map((figure, place) => (figure + (sorted[place] ?? figure)) / 2)
  const within = isCount ? between.map(Math.floor) : between
  const [least = 0, most = 0] = [sorted[0], sorted.at(-1)]
  return [least - 1, ...sorted, ...within, most + 1].sort((one, other) => one - other)
}
