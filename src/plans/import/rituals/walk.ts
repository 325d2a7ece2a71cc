import type { Block } from '../document/block.ts'
import type { DraftRitual } from '../draft.ts'
import { type Part, rankOf } from '../outline/part.ts'
import { type Timing, untimed } from '../timing/timing.ts'
import { hasBoxes, hasItems } from './having.ts'
import type { Customs } from './items.ts'
import { partsOf } from './parts.ts'
import { ritualOf } from './ritual.ts'
import { aroundOf, isTimed, tellsFrequency, timingOfPart } from './timed.ts'

type Walk = {
  readonly customs: Customs
  /** Headings of this rank are the chapters of the document. */
  readonly chapter: number
  /** What is something else than a ritual. */
  readonly taken: ReadonlySet<Part | Block>
}

/** The rituals and procedures of a document: which of its headings each of them is. */
export function ritualsIn(document: Part, customs: Customs, taken: Walk['taken']): readonly DraftRitual[] {
  const found = below(document, [], untimed, { customs, chapter: chapterOf(document), taken })
  return found.filter(({ sections }) => sections.length > 0)
}

function below(part: Part, around: readonly Part[], timing: Timing, walk: Walk): readonly DraftRitual[] {
  if (walk.taken.has(part)) return []
  const left = without(part, walk.taken)
  if (!hasItems(left)) return []
  if (isRitual(left, timing, walk)) {
    const procedure = isProcedure(left, around, timing)
    return [ritualOf({ part: left, around, timing, procedure, customs: walk.customs })]
  }
  const inner = aroundOf(timingOfPart(left), timing)
  const { loose } = partsOf(left)
  const rest: Part = { ...loose, parts: loose.parts.filter(({ kind }) => kind === 'group') }
  const own =
    hasItems(rest) && (hasBoxes(rest) || (left.kind !== 'document' && left.rank > 1))
      ? [ritualOf({ part: rest, around, timing, procedure: isProcedure(left, around, timing), customs: walk.customs })]
      : []
  return [...own, ...left.parts.flatMap((one) => below(one, [...around, left], inner, walk))]
}

/**
 * The deepest heading that says when is a ritual, and what stands under it are its sections. Where nothing says when, it
 * is the heading over sections that hold the items.
 */
function isRitual(part: Part, timing: Timing, { chapter }: Walk): boolean {
  if (part.kind === 'document') return part.parts.every((one) => one.rank > rankOf.bold)
  const { inner } = partsOf(part)
  if (inner.length === 0) return true
  const [only, second] = inner
  if (only && !second && part.body.length === 0 && only.rank <= 6) return false
  const timed = inner.filter(isTimed)
  if (isTimed(part)) return !headsRituals(part, inner)
  if (timed.length === inner.length) return part.rank > chapter && !inner.some(tellsFrequency) && !inner.every(isExact)
  if (timed.length > 0) return timing.frequency !== null
  if (part.rank <= 1) return false
  return inner.every((one) => one.kind === 'task' || partsOf(one).inner.length === 0)
}

/** A chapter about what comes daily heads rituals where those below it have times of their own. */
function headsRituals(part: Part, inner: readonly Part[]): boolean {
  const { frequency, at } = timingOfPart(part)
  if (inner.every(isExact)) return frequency?.kind === 'window' && at.length === 0
  if (!inner.every(({ kind }) => kind === 'heading')) return false
  const clocked = inner.filter((one) => timingOfPart(one).at.length > 0)
  return inner.every(isTimed) || (inner.length > 1 && clocked.length * 2 >= inner.length)
}

/** A label that names a day or a time is a ritual by itself. */
function isExact({ kind, timing }: Part): boolean {
  return (
    kind === 'label' &&
    (timing.at.length > 0 || timing.frequency?.kind === 'day-of' || timing.frequency?.kind === 'weekdays')
  )
}

const procedures =
  /\b(?:procedures?|incidents?|emergency|emergencies|disaster|rollback|roll back|outage|response process|issue response|runbooks?|playbooks?|troubleshooting|recovery|how to|set up|setup|notfall\w*|urgence|updates?$)\b/iu

function isProcedure(part: Part, around: readonly Part[], timing: Timing): boolean {
  if (isTimed(part) || (timing.frequency !== null && timing.frequency.kind !== 'on-demand') || timing.span !== null)
    return false
  if (part.parts.some(isTimed)) return false
  return /^if\b/iu.test(part.title) || [...around, part].some(({ title, rank }) => rank > 1 && procedures.test(title))
}

/** The rank that parts a document into chapters: the highest of which there are several. */
function chapterOf(document: Part): number {
  const ranks = headingsIn(document)
  const several = [1, 2, 3, 4, 5, 6].find((rank) => ranks.filter((one) => one === rank).length > 1)
  return several ?? 1
}

function headingsIn(part: Part): readonly number[] {
  return part.parts.flatMap((one) => [...(one.kind === 'heading' ? [one.rank] : []), ...headingsIn(one)])
}

function without(part: Part, taken: Walk['taken']): Part {
  if (taken.size === 0) return part
  const parts = part.parts.filter((one) => !taken.has(one)).map((one) => without(one, taken))
  return { ...part, parts, body: part.body.filter((one) => !taken.has(one)) }
}
