import type { DraftEvery, DraftRitual, DraftSection, Sourced } from '../draft.ts'
import type { Part } from '../outline/part.ts'
import { rankOf } from '../outline/part.ts'
import { type Told, toldOf } from '../outline/told.ts'
import { isBlank } from '../reading/blank.ts'
import { phraseOf } from '../timing/cadence.ts'
import { type Timing, timingOf } from '../timing/timing.ts'
import { type Content, contentOf } from './content.ts'
import { hasItems, isForm, within } from './having.ts'
import type { Customs } from './items.ts'
import { partedByCadence } from './parted.ts'
import { isReport, withReport } from './report.ts'
import { rhythmOf } from './rhythm.ts'
import { isBareHeading } from './said.ts'
import { lengthOf, sectionOf } from './section.ts'
import { aroundOf, isTimed, timingOfPart } from './timed.ts'

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
  const sections = sectionsOf(place, own, every)
  const aside = asideOf(place)
  const dueByThemselves = sections.length > 0 && sections.every((section) => section.every !== null)
  const stretch = lengthOf(own, lineOf(part, 'takes', 'time'))
  return {
    id: '',
    title: titleOf(part, around),
    lines: [part.line, ...collapsed(part, around)],
    procedure,
    every: dueByThemselves ? null : (every ?? (procedure ? null : onDemand(part))),
    takes: procedure ? null : (stretch ?? inherited(around, part)),
    openFor: own.openForMinutes === null ? null : { minutes: own.openForMinutes, line: part.line },
    limit: procedure ? stretch : null,
    told: agreeing(part, own),
    owner: ownerOf(part, around),
    note: [...participantsOf(part), ...aside.look, ...aside.note],
    ifFailed: aside.ifFailed,
    severity: severityIn(part.heading),
    ...withReport(sections, form, place.customs),
  }
}

/** What a summary at the end of a checklist tells of how long and how often belongs to the whole. */
function timingWithSummary(part: Part): Timing {
  const own = timingOfPart(part)
  const told = summaryOf(part)
  return told.length === 0 ? own : timingOfPart({ ...part, timing: own, told })
}

/** The lines at the end of a checklist that tell of all of it: how often, how long, by whom. */
function summaryOf({ parts }: Part): readonly Told[] {
  const ofAll = (told: readonly Told[]) =>
    told.filter(({ name }) => /^(?:frequency|when|time|takes|owner)$/u.test(name))
  return ofAll(parts.findLast(({ told }) => ofAll(told).length > 1)?.told ?? [])
}

/** What is told of the ritual as it is said elsewhere too; what is told otherwise stays for people to look at. */
function agreeing(part: Part, own: Timing): readonly Told[] {
  return [...part.told, ...summaryOf(part)].filter(({ name, value }) => {
    const told = timingOf(value)
    if (told.takesMinutes !== null && (name === 'time' || name === 'takes'))
      return told.takesMinutes === own.takesMinutes
    return true
  })
}

function everyOf(part: Part, around: readonly Part[], own: Timing, outer: Timing): DraftEvery | null {
  const phrase = phraseOf(own, outer)
  if (!phrase) return null
  const timed = around.filter(isTimed).map(({ line }) => line)
  const told = [part, ...part.parts].flatMap((one) =>
    one.told.filter(({ name }) => name === 'frequency' || name === 'when'),
  )
  return { ...phrase, lines: [part.line, ...timed.slice(-1), ...told.map(({ line }) => line)] }
}

function onDemand(part: Part): DraftEvery {
  return { every: 'on demand', chosen: 'how often', lines: [part.line] }
}

function sectionsOf(
  { part, procedure, customs, timing }: Place,
  own: Timing,
  every: DraftEvery | null,
): DraftSection[] {
  const outer = aroundOf(own, timing)
  const { loose, inner } = partsOf(part)
  const sections = inner.map((one) =>
    sectionOf({ part: one, customs, every: procedure ? null : dueOf(one, outer, every), procedure }),
  )
  const bare = hasItems(loose)
    ? [
        {
          ...sectionOf({ part: loose, customs, every: null, procedure }),
          title: sections.length > 0 ? part.title : '',
          takes: null,
          phase: null,
        },
      ]
    : []
  const all = [...bare, ...sections].filter(({ items }) => items.length > 0)
  return procedure ? all : all.flatMap((section) => partedByCadence(section, every?.every ?? null))
}

/** What is said beside the sections, where no item stands among it. */
function asideOf({ part, customs }: Place): Pick<Content, 'look' | 'note' | 'ifFailed'> {
  const { loose, inner } = partsOf(part)
  return inner.length > 0 && !hasItems(loose) ? contentOf(loose, customs) : { look: [], note: [], ifFailed: [] }
}

/**
 * What has a heading of its own is a section; lists within lists and what stands loose are not. A label that says no more
 * than that tasks follow is none either, and a form is one by itself wherever it stands.
 */
export function partsOf(part: Part): { readonly loose: Part; readonly inner: readonly Part[] } {
  const own = part.parts.filter((one) => (one.rank <= rankOf.bold || one.kind === 'task') && hasItems(one))
  const labels = own.length === 0 && part.body.every(({ kind }) => kind === 'said') ? labelled(part) : []
  const inner = [...own, ...labels].flatMap((one) => (isTransparent(one) ? one.parts.filter(hasItems) : withForms(one)))
  return {
    loose: { ...part, told: [], parts: part.parts.filter((one) => !own.includes(one) && !labels.includes(one)) },
    inner,
  }
}

/** Labels of a fence are sections where nothing else parts it. */
function labelled(part: Part): readonly Part[] {
  const labels = part.parts.filter(
    (one) => one.kind === 'label' && hasItems(one) && !isBareHeading(one.title) && !isList(one),
  )
  return labels.length > 1 ? labels : []
}

/** "Major achievements:" over three blanks is one item. */
function isList({ body, parts }: Part): boolean {
  return parts.length === 0 && body.every((block) => block.kind === 'entry' && isBlank(block.text))
}

function isTransparent({ kind, body, parts, timing }: Part): boolean {
  return (
    kind === 'label' &&
    body.length === 0 &&
    timing.span === null &&
    timing.at.length === 0 &&
    parts.some(hasItems) &&
    parts.every((one) => one.kind === 'task' || one.kind === 'heading')
  )
}

function withForms(part: Part): readonly Part[] {
  const forms = part.body.some(({ kind }) => kind === 'entry') ? part.parts.filter(isForm) : []
  return forms.length === 0 || !hasItems({ ...part, parts: part.parts.filter((one) => !forms.includes(one)) })
    ? [part]
    : [{ ...part, parts: part.parts.filter((one) => !forms.includes(one)) }, ...forms]
}

/** When a section falls due by itself: where it says so, and otherwise than its ritual does. */
function dueOf(part: Part, outer: Timing, every: DraftEvery | null): DraftEvery | null {
  if (!isTimed(part)) return null
  const own = timingOfPart(part)
  const phrase = phraseOf(own, outer)
  if (!phrase || phrase.every === every?.every) return null
  const isDay = own.frequency?.kind === 'weekdays' || own.frequency?.kind === 'day-of'
  const isVague =
    own.span === null && own.at.length === 0 && !(isDay && /^(?:week|month|quarter|year)$/u.test(every?.every ?? ''))
  if (every && isVague && rhythmOf(phrase.every) === rhythmOf(every.every) && !/ from T\+/u.test(phrase.every))
    return null
  return {
    ...phrase,
    lines: [part.line, ...part.told.filter(({ name }) => name === 'frequency').map(({ line }) => line)],
  }
}

function titleOf(part: Part, around: readonly Part[]): string {
  const outer = around.at(-1)
  // "Monday" alone says less than with the week it stands in.
  if (outer?.timing.span && part.timing.frequency?.kind === 'weekdays')
    return `${spanWords(outer.heading)} ${part.title}`.trim()
  return part.title
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

function participantsOf(part: Part): readonly Sourced[] {
  const told = toldOf(part.told, 'participants')
  return told ? [{ text: `Participants: ${told.value}`, line: told.line }] : []
}

function severityIn(heading: string): DraftRitual['severity'] {
  return (/\bP([0-3])\b/u.exec(heading)?.[0] as DraftRitual['severity'] | undefined) ?? null
}
