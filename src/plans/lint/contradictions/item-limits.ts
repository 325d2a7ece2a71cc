import { boundPhrase } from '../../../domain/cadence/phrase-written.ts'
import type { Item, Target } from '../../../domain/item.ts'
import type { Plan } from '../../../domain/plan.ts'
import { boundsOf } from '../../../domain/reading/judge.ts'
import type { Complaint } from '../../fault.ts'
import { printTarget } from '../../items/targets.ts'
import { pathOfItem, placedItems } from './item-places.ts'
import { all, is, type Limits, limitsOf, told } from './limits.ts'
import { warningForTheGood, warningUnheard } from './warning-limits.ts'

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
  const always = [upsideDown(item), warningUnheard(item)].filter((said) => said !== null)
  return [...atFirst, ...later, ...always]
}

function disagreementsOf(item: Item, targets: readonly Target[]): readonly string[] {
  const limits = limitsOf(item, targets)
  const beyond = beyondAll(limits)
  return beyond.length > 0 ? beyond : disagreements.flatMap((disagreement) => disagreement(limits) ?? [])
}

const disagreements: readonly ((limits: Limits) => string | null)[] = [
  criticalInside,
  warningForTheGood,
  stretchOutside,
  warningBehindCritical,
]

/** Limits that no answer can reach. */
function beyondAll({ target, stretch, warning, critical, values, say }: Limits): readonly string[] {
  const wants: readonly (readonly [who: string, limits: readonly (Target | null)[]])[] = [
    ['the target wants', target],
    ['the stretch wants', [stretch]],
    ['the warning wants', [warning]],
    ['critical wants', [critical]],
  ]
  return wants.flatMap(([who, limits]) =>
    limits.flatMap((limit) =>
      limit === null || values.some((value) => is(limit, value)) ? [] : [`nothing can be ${say(limit)}, as ${who}`],
    ),
  )
}

function criticalInside({ target, critical, values, say }: Limits): string | null {
  const inside = critical && target.length > 0 && values.some((value) => all(target, value) && is(critical, value))
  return inside ? `some of what meets the target ${told(target, say)} is critical, ${say(critical)}` : null
}

function stretchOutside({ target, stretch, values, say }: Limits): string | null {
  const outside = stretch && values.some((value) => is(stretch, value) && !all(target, value))
  return outside ? `some of what reaches the stretch ${say(stretch)} misses the target ${told(target, say)}` : null
}

function warningBehindCritical({ warning, critical, values, say }: Limits): string | null {
  if (!warning || !critical || values.some((value) => is(warning, value) && !is(critical, value))) return null
  return `all that the warning ${say(warning)} is for is critical already, ${say(critical)}`
}

function facesAs(one: Target, other: Target): boolean {
  const [[from, to], [first, last]] = [boundsOf([one]), boundsOf([other])]
  return Math.max(from, first) < Math.min(to, last)
}

/** A warning is heard before what is critical, so it is not the worse of the two. */
function upsideDown({ warning, critical, unit }: Item): string | null {
  if (!warning?.severity || !critical || warning.severity >= critical.severity) return null
  // On opposite sides neither comes before the other.
  if (!facesAs(warning.when, critical.when)) return null
  const [when, then] = [warning, critical].map((one) => printTarget(one.when, unit))
  return `the warning ${when} is ${warning.severity}, and worse than what is critical, ${then}, as ${critical.severity}`
}
