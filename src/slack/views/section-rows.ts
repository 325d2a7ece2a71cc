import type { KnownBlock } from '@slack/types'
import { addMinutes } from 'date-fns'
import { type Checklist, isAnswerable, itemsOfSection, progressOf, requiredOpen } from '../../domain/checklist.ts'
import type { Phase } from '../../domain/plan.ts'
import { controls, itemValue } from '../controls.ts'
import { bold, code, codeBlock, joined, label, type Mrkdwn, mrkdwn, place, plain, truncate } from '../text/mrkdwn.ts'
import { durationInWords, timeNear, workInWords } from '../text/time.ts'
import { sentence } from '../text/words.ts'
import { button, context, section as sectionBlock } from './blocks.ts'
import { type Issues, itemRow, type PlacedItem, placed } from './item-row.ts'
import { progressInWords } from './progress.ts'

export type SectionRef = { readonly checklist: Checklist; readonly section: number }

/** A section's rows in the plan's order, each group under its heading. */
export function sectionRows({ checklist, section }: SectionRef, issues: Issues): KnownBlock[] {
  let group: string | null = null
  return placed(checklist)
    .filter(({ item }) => item.section === section)
    .flatMap((one) => {
      const heading = one.item.group !== null && one.item.group !== group ? [groupHeading(one.item.group)] : []
      group = one.item.group
      return [...heading, itemRow(checklist, one, issues)]
    })
}

/** More rows than fit: what is open first, then what failed, then what was settled last. */
export function rowsByNeed({ checklist, section }: SectionRef, issues: Issues): KnownBlock[] {
  return placed(checklist)
    .filter(({ item }) => item.section === section)
    .sort((a, b) => needOf(a) - needOf(b) || settledAt(b) - settledAt(a) || a.position - b.position)
    .map((one) => itemRow(checklist, one, issues))
}

/** `1 System health check`, with where to look, what to run and what to expect. Null for a section without a name. */
export function sectionHeading(ref: SectionRef): KnownBlock | null {
  const text = headingText(ref)
  if (text === '') return null
  const open = itemsOfSection(ref.checklist, ref.section).filter(isAnswerable)
  const fillable = ref.checklist.sections.length > 1 && open.length > 1
  return fillable ? sectionBlock(text, fillButton(ref)) : sectionBlock(text)
}

/** `1 System health check — 3 of 10 · 1 failed`: a section as one line of a card that is too long to show it. */
export function sectionLine(ref: SectionRef): KnownBlock {
  const items = itemsOfSection(ref.checklist, ref.section)
  const progress = progressOf(items)
  const text = mrkdwn`${progress.complete ? mrkdwn`✓ ` : mrkdwn``}${titleOf(ref)} — ${progressInWords(progress)}`
  return items.some(isAnswerable) ? sectionBlock(text, fillButton(ref)) : sectionBlock(text)
}

export function fillButton(ref: SectionRef, primary = false) {
  const title = ref.checklist.sections[ref.section]?.title || ref.checklist.title
  return button('Fill in', {
    action: controls.fillSection,
    value: itemValue({ checklist: ref.checklist.id, position: ref.section }),
    says: `Fill in: ${title}`,
    primary,
  })
}

/** The first section in which something is open; what must be settled comes before what may be left. */
export function firstOpenSection(checklist: Checklist): number | null {
  const [item] = requiredOpen(checklist)
  return item?.section ?? openSections(checklist)[0] ?? null
}

/** Every section in which something is open. */
export function openSections({ items }: Checklist): readonly number[] {
  return [...new Set(items.filter(isAnswerable).map(({ section }) => section))]
}

export function headingText(ref: SectionRef): Mrkdwn {
  const found = ref.checklist.sections[ref.section]
  if (found === undefined) return mrkdwn``
  const { title, takesMinutes, look, run, expect, steps = [], note, ifFailed, phase } = found
  const first = joined(
    [
      title.trim() === '' ? null : titleOf(ref),
      phase === undefined ? null : phaseInWords(phase, ref.checklist),
      takesMinutes === null ? null : mrkdwn`${workInWords(takesMinutes)}`,
      look === null ? null : place(look),
    ],
    ' · ',
  )
  const lines = [
    run === null ? null : mrkdwn`Run: ${code(label(run, 300))}`,
    expect === null ? null : expected(expect),
    ...stepLines(steps),
    note === null ? null : truncate(plain(note), 400),
    ifFailed === null ? null : onFailure(mrkdwn`If it fails`, ifFailed),
  ]
  return joined([first, ...lines], '\n')
}

/** `0 to 15 min, until 03:25` */
function phaseInWords({ fromMinutes, toMinutes }: Phase, { opensAt, zone }: Checklist): Mrkdwn {
  const from = fromMinutes === 0 ? mrkdwn`0` : durationInWords(fromMinutes)
  return mrkdwn`${from} to ${durationInWords(toMinutes)}, until ${timeNear(addMinutes(opensAt, toMinutes), opensAt, zone)}`
}

const mostSteps = { lines: 20, lineLength: 150, characters: 900 }

/** `1. Call the technician`; what is too long is cut at a step's end. */
function stepLines(steps: readonly string[]): readonly Mrkdwn[] {
  const lines = steps.map((step, place) => mrkdwn`${place + 1}. ${truncate(plain(step), mostSteps.lineLength)}`)
  let left = mostSteps.characters
  const fitting = lines.slice(0, mostSteps.lines).filter((line) => {
    left -= line.length + 1
    return left >= 0
  })
  return fitting.length < lines.length ? [...fitting, mrkdwn`…`] : fitting
}

/** What to do on failure; a sentence that brings its own `If` is told as it stands. */
export function onFailure(when: Mrkdwn, advice: string): Mrkdwn {
  const text = truncate(plain(advice), 380)
  return /^(?:if|when)\b/iu.test(advice.trim()) ? sentence(text) : mrkdwn`${when}: ${text}`
}

/** An answer of several lines, or one in brackets, is somebody's output: its line breaks count. */
function expected(text: string): Mrkdwn | null {
  const isOutput = /\n\s*\S/u.test(text.trim()) || /^[[{<]/u.test(text.trim())
  if (!isOutput) return mrkdwn`Expect: ${truncate(plain(text), 380)}`
  const block = codeBlock(text)
  return block === '' ? null : mrkdwn`Expect:\n${block}`
}

function titleOf({ checklist, section }: SectionRef): Mrkdwn {
  const title = truncate(plain(checklist.sections[section]?.title || 'Items'), 150)
  return bold(checklist.sections.length > 1 ? mrkdwn`${section + 1} ${title}` : title)
}

function groupHeading(group: string): KnownBlock {
  return context(bold(truncate(plain(group), 150)))
}

const needs = { open: 0, failed: 1, 'not-applicable': 2, done: 2 } as const

function needOf({ item }: PlacedItem): number {
  return needs[item.settlement.state]
}

function settledAt({ item }: PlacedItem): number {
  return item.settlement.state === 'open' ? 0 : item.settlement.at.getTime()
}
