import type { Item, Target, Threshold, Trend } from '../item.ts'
import type { Severity } from '../severity.ts'
import type { Reading } from './reading.ts'

export type Grade = 'stretch' | 'in-order' | 'warning' | 'failed'

export type Verdict = {
  readonly grade: Grade
  /** Of the issue that a failure opens; null takes the ritual's. */
  readonly severity: Severity | null
  /** The threshold that decided it; null where the target did, or nothing. */
  readonly threshold: Threshold | null
}

/** Whether a reading meets what the item asks for, and how bad it is if not. */
export function judge(item: Item, reading: Reading): Verdict {
  const { critical } = item
  if (critical && meets(critical.when, reading)) return failed(critical.severity, critical)
  const warned = warningOn(item, reading)
  const missed = missesTarget(item, reading) || missesGoal(item, reading)
  // Whoever is warned before the target is missed is to learn that by now it is worse.
  const isWorse = missed && warned !== null && beginsWithin(warned.when, item.targets)
  if (warned?.severity && !isWorse) return failed(warned.severity, warned)
  if (missed) return failed(item.severity, null)
  if (warned || isMiddling(item, reading)) return { grade: 'warning', severity: null, threshold: warned }
  const reached = item.stretch !== undefined && meets(item.stretch, reading)
  return { grade: reached ? 'stretch' : 'in-order', severity: null, threshold: null }
}

/** The item's warning, where a reading gives it. */
export function warningOn({ warning }: Item, reading: Reading): Threshold | null {
  return warning && meets(warning.when, reading) ? warning : null
}

/** Null where it cannot be told: a word has no size, and a first reading no trend. */
export function meets(target: Target, reading: Reading): boolean | null {
  if (target.op === 'is') return reading.text.toLowerCase() === target.word.toLowerCase()
  const { value } = reading
  if (value === null) return null
  switch (target.op) {
    case '<':
      return value < target.value
    case '<=':
      return value <= target.value
    case '>':
      return value > target.value
    case '>=':
      return value >= target.value
    case '=':
      return value === target.value
    case 'between':
      return target.low <= value && value <= target.high
    case 'trend':
      return follows(target, value, reading)
  }
}

/** The figures that a target names. */
export function figuresIn(target: Target): readonly number[] {
  if (target.op === 'is' || target.op === 'trend') return []
  return target.op === 'between' ? [target.low, target.high] : [target.value]
}

/** Between which figures all of them hold: infinite where nothing bounds them. */
export function boundsOf(targets: readonly Target[]): readonly [low: number, high: number] {
  const bounds = targets.map((target): [number, number] => {
    if (target.op === 'is' || target.op === 'trend') return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
    if (target.op === 'between') return [target.low, target.high]
    const { op, value } = target
    return [
      op.startsWith('<') ? Number.NEGATIVE_INFINITY : value,
      op.startsWith('>') ? Number.POSITIVE_INFINITY : value,
    ]
  })
  return [Math.max(...bounds.map(([low]) => low)), Math.min(...bounds.map(([, high]) => high))]
}

function failed(severity: Severity | null, threshold: Threshold | null): Verdict {
  return { grade: 'failed', severity, threshold }
}

export function missesTarget(item: Item, reading: Reading): boolean {
  if (item.targets.some((target) => meets(target, reading) === false)) return true
  const word = reading.text.toLowerCase()
  if (item.flag.some((flagged) => flagged.toLowerCase() === word)) return true
  return item.kind === 'status' && item.options.at(-1)?.toLowerCase() === word
}

export function missesGoal({ goal }: Item, { value, compared = [] }: Reading): boolean {
  const was = compared.find((one) => one.with === 'goal')?.was ?? null
  if (goal === undefined || value === null || was === null) return false
  return goal.op === '>=' ? value < was : value > was
}

/** Whether some figure that meets the targets already meets this; at their very ends only where both take them in. */
function beginsWithin(when: Target, targets: readonly Target[]): boolean {
  const [good, warned] = [boundsOf(targets), boundsOf([when])]
  if (![good, warned].every((bounds) => bounds.some(Number.isFinite))) return false
  const [low, high] = [Math.max(good[0], warned[0]), Math.min(good[1], warned[1])]
  return (
    low < high || (low === high && [when, ...targets].every((one) => meets(one, { text: '', value: low }) !== false))
  )
}

/** Of a status, what is neither the best nor the worst. */
function isMiddling({ kind, options }: Item, { text }: Reading): boolean {
  return kind === 'status' && options.slice(1, -1).some((word) => word.toLowerCase() === text.toLowerCase())
}

function follows({ way, by, on }: Trend, value: number, { compared = [] }: Reading): boolean | null {
  const was = compared.find((one) => one.with === on)?.was ?? null
  if (was === null) return null
  const step = (Math.abs(was) * (by ?? 0)) / 100
  switch (way) {
    case 'rising':
      return by === null ? value > was : value >= was + step
    case 'falling':
      return by === null ? value < was : value <= was - step
    case 'not rising':
      return value <= was + step
    case 'not falling':
      return value >= was - step
  }
}
