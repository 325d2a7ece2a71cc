import type { DraftEvery, DraftRitual, DraftSection, Sourced } from '../draft.ts'
import type { Part } from '../outline/part.ts'
import { toldOf } from '../outline/told.ts'
import type { Timing } from '../timing/timing.ts'
import type { Due } from '../timing/unsaid.ts'
import { type Content, contentOf } from './content.ts'
import { dueOf, everyOf, onDemand } from './due.ts'
import { hasItems, within } from './having.ts'
import type { Customs } from './items.ts'
import { partedByCadence, withTold } from './parted.ts'
import { partsOf } from './parts.ts'
import { isReport, withReport } from './report.ts'
import { lengthOf, sectionOf } from './section.ts'
import { agreeing, besidesTiming, timingWithSummary } from './summary.ts'
import { aroundOf, isTimed, timingOfPart } from './timed.ts'
import { seasonsAround, titleBeside, toldBeside, unsaidIn } from './unsaid.ts'

/** Where a ritual stands in the document. */
export type Place = {
  readonly part: Part
  /** The headings around it, the outermost first. */
  readonly around: readonly Part[]
  readonly timing: Timing
  readonly procedure: boolean
  readonly customs: Customs
}

/** The ritual or procedure that a part of a document describes; its id is given once all of them are known. */
export function ritualOf(said: Place): DraftRitual {
  const alerts = [said.part, ...said.around].some(
    ({ title }) => /\balert(?:s|ing)?\b(?!.*\bcheck)/iu.test(title) && !/\b(?:check|review|verify)\b/iu.test(title),
  )
  const place = alerts ? { ...said, customs: { ...said.customs, conditions: true } } : said
  const { part, around, procedure } = place
  const form = within(part).find(isReport)
  const own = timingWithSummary(part)
  const every = procedure ? null : everyOf(part, around, own, place.timing)
  const opening = openFor(place, own)
  const sections = sectionsOf(place, own, every, opening)
  const aside = asideOf(place)
  const dueByThemselves = sections.length > 0 && sections.every((section) => section.every !== null)
  const whole = [every, ...(dueByThemselves ? sections.map((section) => section.every) : [])]
  const due = {
    every: whole.flatMap((one) => one?.every ?? []).join('; ') || null,
    openForMinutes: opening?.minutes ?? null,
  }
  const seasons = procedure ? [] : seasonsAround(around, due)
  const stretch = lengthOf(own, lineOf(part, 'takes', 'time'))
  return {
    id: '',
    title: titleOf(part, around, due),
    lines: [part.line, ...collapsed(part, around)],
    procedure,
    every: dueByThemselves ? null : (every ?? (procedure ? null : onDemand(part))),
    takes: procedure ? null : (stretch ?? inherited(around, part)),
    openFor: opening,
    unsaid: [
      ...unsaidIn(part, due),
      ...seasons.map(({ line }) => ({ line, every: due.every, where: 'note' as const })),
    ],
    limit: procedure ? stretch : null,
    told: agreeing(part, own),
    owner: ownerOf(part, around),
    note: [...seasons, ...besidesTiming(part), ...toldBeside(part, due), ...aside.look, ...aside.note],
    ifFailed: aside.ifFailed,
    level: procedure ? levelIn(part.heading) : null,
    ...withReport(sections, form, place.customs),
  }
}

/** The hours in which something comes again and again are none for which it stays open. */
function openFor({ part, timing }: Place, own: Timing): DraftRitual['openFor'] {
  const again = (own.frequency ?? timing.frequency)?.kind === 'minutes'
  return again || own.openForMinutes === null ? null : { minutes: own.openForMinutes, line: part.line }
}

function sectionsOf(
  { part, procedure, customs, timing }: Place,
  own: Timing,
  every: DraftEvery | null,
  opening: DraftRitual['openFor'],
): DraftSection[] {
  const outer = aroundOf(own, timing)
  const { loose, inner } = partsOf(part)
  const whole = { every: every?.every ?? null, openForMinutes: opening?.minutes ?? null }
  const sections = inner.map((one) => {
    const alone = procedure ? null : dueOf(one, outer, every)
    const due = alone ? { every: alone.every, openForMinutes: null } : whole
    return sectionOf({ part: one, customs, every: alone, due, procedure })
  })
  const bare = hasItems(loose)
    ? [
        {
          ...sectionOf({ part: loose, customs, every: null, due: whole, procedure }),
          title: sections.length > 0 ? titleBeside(part, whole) : '',
          unsaid: [],
          takes: null,
          phase: null,
        },
      ]
    : []
  const all = [...bare, ...sections].filter(({ items }) => items.length > 0)
  const parted = procedure ? all : all.flatMap((section) => partedByCadence(section, every?.every ?? null))
  return parted.map((section) => withTold(section, every?.every ?? null))
}

/** What is said beside the sections, where no item stands among it. */
function asideOf({ part, customs }: Place): Pick<Content, 'look' | 'note' | 'ifFailed'> {
  const { loose, inner } = partsOf(part)
  return inner.length > 0 && !hasItems(loose) ? contentOf(loose, customs) : { look: [], note: [], ifFailed: [] }
}

function titleOf(part: Part, around: readonly Part[], due: Due): string {
  const title = titleBeside(part, due)
  const outer = around.at(-1)
  // "Monday" alone says less than with the week it stands in.
  if (outer?.timing.span && part.timing.frequency?.kind === 'weekdays')
    return `${spanWords(outer.heading)} ${title}`.trim()
  return title
}

function spanWords(heading: string): string {
  return /^[^:(]*/u.exec(heading)?.[0].trim() ?? ''
}

/** Headings around it that hold nothing else. */
function collapsed(part: Part, around: readonly Part[]): readonly number[] {
  const lines: number[] = []
  let inner = part
  for (const outer of around.toReversed()) {
    if (
      outer.parts.filter(hasItems).length !== 1 ||
      outer.body.length > 0 ||
      outer.kind === 'document' ||
      outer.rank <= 1
    )
      break
    if (!outer.parts.includes(inner)) break
    lines.push(outer.line)
    inner = outer
  }
  return lines
}

function inherited(around: readonly Part[], part: Part): DraftRitual['takes'] {
  const outer = around.at(-1)
  if (!outer || outer.timing.takesMinutes === null || !isTimed(part)) return null
  return lengthOf(timingOfPart(outer), outer.line)
}

function lineOf(part: Part, ...names: readonly ('takes' | 'time')[]): number {
  if (part.timing.takesMinutes !== null) return part.line
  const told = [part, ...part.parts].map((one) => toldOf(one.told, ...names)).find((one) => one !== null)
  return told?.line ?? part.line
}

/** The one that it names, or what its last section tells of the whole, or what stands around it; the document's own is the plan's. */
function ownerOf(part: Part, around: readonly Part[]): Sourced | null {
  const outer = around.filter(({ rank }) => rank > 1)
  const owner = [part, ...part.parts.toReversed(), ...outer.toReversed()].flatMap(
    (one) => toldOf(one.told, 'owner') ?? [],
  )[0]
  return owner ? { text: owner.value, line: owner.line } : null
}

function levelIn(heading: string): DraftRitual['level'] {
  return (/\bP[0-3]\b/u.exec(heading)?.[0] as DraftRitual['level'] | undefined) ?? null
}
