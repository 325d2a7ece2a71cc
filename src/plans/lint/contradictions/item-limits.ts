import { boundPhrase } from '../../../domain/cadence/phrase-written.ts'
import type { Item, Target } from '../../../domain/item.ts'
import type { Plan } from '../../../domain/plan.ts'
import { figuresIn, meets } from '../../../domain/reading/judge.ts'
import type { Complaint } from '../../fault.ts'
import { printTarget } from '../../items/targets.ts'
import { pathOfItem, placedItems } from './item-places.ts'

/** Target, stretch, warning and critical of one item that do not go together. */
export function itemLimits(plan: Plan, file: unknown): Complaint[] {
  return placedItems(plan).flatMap((placed) =>
    saidOf(placed.item).map((said) => ({
      path: pathOfItem(placed, file),
      rule: 'item-limits',
      message: `"${placed.item.title}": ${said}`,
    })),
  )
}

/** Of the limits at first, and of what is new among them once later targets are in force. */
function saidOf(item: Item): readonly string[] {
  const atFirst = disagreementsOf(item, item.targets)
  const later = (item.later ?? []).flatMap(({ from, targets }) =>
    disagreementsOf(item, targets)
      .filter((said) => !atFirst.includes(said))
      .map((said) => `from ${boundPhrase(from)} on, ${said}`),
  )
  return [...atFirst, ...later]
}

function disagreementsOf(item: Item, targets: readonly Target[]): readonly string[] {
  const limits = limitsOf(item, targets)
  return disagreements.flatMap((disagreement) => disagreement(limits) ?? [])
}

/** Trends and words have no values to compare. */
type Limits = {
  readonly target: readonly Target[]
  readonly stretch: Target | null
  readonly warning: Target | null
  readonly critical: Target | null
  /** Values on each side of every limit, and on it. */
  readonly values: readonly number[]
  readonly say: (target: Target) => string
}

const disagreements: readonly ((limits: Limits) => string | null)[] = [
  criticalInside,
  warningOnGoodSide,
  stretchOutside,
  warningBehindCritical,
]

function criticalInside({ target, critical, values, say }: Limits): string | null {
  const inside = critical && target.length > 0 && values.some((value) => all(target, value) && is(critical, value))
  return inside ? `some of what meets the target ${told(target, say)} is critical, ${say(critical)}` : null
}

function warningOnGoodSide({ target, warning, values, say }: Limits): string | null {
  const [only, second] = target
  if (!warning || !only || second || !isOneSided(warning)) return null
  if (values.some((value) => is(warning, value) && !is(only, value))) return null
  return `the warning ${say(warning)} is for the better values of the target ${say(only)}`
}

function stretchOutside({ target, stretch, values, say }: Limits): string | null {
  const outside = stretch && values.some((value) => is(stretch, value) && !all(target, value))
  return outside ? `some of what reaches the stretch ${say(stretch)} misses the target ${told(target, say)}` : null
}

function warningBehindCritical({ warning, critical, values, say }: Limits): string | null {
  if (!warning || !critical || values.some((value) => is(warning, value) && !is(critical, value))) return null
  return `all that the warning ${say(warning)} is for is critical already, ${say(critical)}`
}

function limitsOf(item: Item, targets: readonly Target[]): Limits {
  const numeric = (target: Target | undefined) => (target && figuresIn(target).length > 0 ? target : null)
  const target = targets.flatMap((one) => numeric(one) ?? [])
  const [stretch, warning] = [numeric(item.stretch), numeric(item.warning?.when)]
  const critical = numeric(item.critical?.when)
  const limits = [...target, ...[stretch, warning, critical].filter((one) => one !== null)]
  return {
    target,
    stretch,
    warning,
    critical,
    values: valuesAround(limits.flatMap(figuresIn), item.kind === 'number'),
    say: (one) => printTarget(one, item.unit),
  }
}

/** What is counted in whole numbers has no value between 4 and 5. */
function valuesAround(figures: readonly number[], mayBeCount: boolean): readonly number[] {
  const isCount = mayBeCount && figures.every(Number.isInteger)
  const sorted = [...figures].sort((one, other) => one - other)
  const [least = 0, most = 0] = [sorted[0], sorted.at(-1)]
  const between = sorted.slice(1).map((figure, place) => (figure + (sorted[place] ?? figure)) / 2)
  return [least - 1, ...sorted, ...(isCount ? between.map(Math.floor) : between), most + 1]
}

function isOneSided({ op }: Target): boolean {
  return op.startsWith('<') || op.startsWith('>')
}

function is(target: Target, value: number): boolean {
  return meets(target, { text: '', value }) === true
}

function all(targets: readonly Target[], value: number): boolean {
  return targets.every((target) => is(target, value))
}

function told(targets: readonly Target[], say: Limits['say']): string {
  return targets.map(say).join(', ')
}
