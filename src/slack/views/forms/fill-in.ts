import type { InputBlock, KnownBlock, ModalView } from '@slack/types'
import { type Checklist, type ChecklistItem, isAnswerable } from '../../../domain/checklist.ts'
import { nameOfItem } from '../../../domain/item.ts'
import { forms, inputs } from '../../controls.ts'
import { bold, joined, listed, mrkdwn, plain, truncate } from '../../text/mrkdwn.ts'
import { context, linesAsSections, section as sectionBlock } from '../blocks.ts'
import { itemLine, type PlacedItem, placed } from '../item-row.ts'
import { headingText, type SectionRef } from '../section-rows.ts'
import { groupsOf, input, mostChoices, ticks } from './inputs.ts'
import { modal, titleMost } from './modal.ts'
import { instructions, readingInput } from './reading-input.ts'

export type FillInState = {
  readonly checklist: Checklist
  readonly section: number
  /** The item that somebody wants to answer first, by its position. */
  readonly first?: number
}

/**
 * Everything that is open in a section. Slack sends a form only once every input that is not optional is filled, so
 * all of them are, each with Slack's own mark; otherwise no part could be saved.
 */
export function fillInForm({ checklist, section, first }: FillInState): ModalView {
  const own = placed(checklist).filter(({ item }) => item.section === section)
  const open = own.filter(({ item }) => isAnswerable(item))
  const settled = own.filter(({ item }) => item.settlement.state !== 'open')
  return modal({
    title: checklist.title,
    submit: 'Save',
    form: { id: forms.fillIn.id, about: { checklist: checklist.id, section } },
    blocks: [
      ...headingOf({ checklist, section }),
      ...(open.length === 0 ? [] : [context(mrkdwn`Anything may be left empty. What you fill in is saved.`)]),
      ...openInputs(open).map((block) => (isAnswerTo(block, first) ? focused(block) : block)),
      ...countedLines(checklist, own),
      ...settledLines(checklist, settled),
    ],
  })
}

/** A title that the form's own shows whole needs no second mention. */
function headingOf(ref: SectionRef): KnownBlock[] {
  const { title } = ref.checklist
  const heading = headingText(ref) || (title.length > titleMost ? bold(plain(title)) : '')
  return heading === '' ? [] : [sectionBlock(heading)]
}

const isAnswerTo = (block: KnownBlock, first: number | undefined): block is InputBlock =>
  first !== undefined && block.type === 'input' && block.block_id === inputs.reading(first)

const focused = (block: InputBlock): InputBlock => ({
  ...block,
  element: { ...block.element, focus_on_load: true } as InputBlock['element'],
})

/** With a heading, a note and what is settled, these stay within a view's 100 blocks. */
const mostInputs = 80

function openInputs(open: readonly PlacedItem[]): KnownBlock[] {
  const checks = groupsOf(
    open.filter(({ item }) => item.kind === 'check'),
    mostChoices.ticks,
  ).map((group, index) => [tickGroup(group, index), ...group.flatMap(({ item }) => instructions(item, true))])
  const readings = open.filter(({ item }) => item.kind !== 'check').map(readingInput)
  const all = [...checks, ...readings]
  if (all.length === 0) return [context(mrkdwn`Everything here is settled.`)]
  const fitting = all.filter((_, index) => all.slice(0, index + 1).flat().length <= mostInputs)
  const left = all.length - fitting.length
  if (left === 0) return fitting.flat()
  return [...fitting.flat(), context(mrkdwn`Save these, then open the form again for ${left} more.`)]
}

function tickGroup(group: readonly PlacedItem[], index: number): InputBlock {
  const choices = group.map(({ item, position }) => {
    const text = nameOfItem(item)
    const end = text.length > 75 ? { description: `…${[...text].slice(-60).join('')}` } : {}
    return { value: String(position), text, ...end }
  })
  return input(inputs.ticks(index), index === 0 ? 'Tick what is done' : 'More to tick', ticks(choices), {
    optional: true,
  })
}

/** What is counted by itself from these answers, so that nobody looks for its input. */
function countedLines(checklist: Checklist, own: readonly PlacedItem[]): KnownBlock[] {
  const counted = own.filter(({ item }) => item.compute && item.settlement.state === 'open')
  const lines = counted.map(
    ({ item }) => mrkdwn`${truncate(plain(nameOfItem(item)), 150)} ${countedFrom(checklist, item)}`,
  )
  return lines.length === 0 ? [] : [context(truncate(joined(lines, '\n'), 1900))]
}

function countedFrom({ items }: Checklist, { compute }: ChecklistItem) {
  const from = compute?.items.flatMap((id) => items.find((item) => item.id === id) ?? []) ?? []
  const named = listed(from.slice(0, 6).map((item) => truncate(plain(nameOfItem(item)), 80)))
  const more = from.length > 6 ? mrkdwn` and more` : mrkdwn``
  return mrkdwn`is counted by itself: the ${plain(compute?.of ?? '')} of ${named}${more}.`
}

function settledLines(checklist: Checklist, settled: readonly PlacedItem[]): KnownBlock[] {
  if (settled.length === 0) return []
  const lines = settled.map(({ item }) => itemLine(checklist, item, {}))
  return linesAsSections([bold(mrkdwn`Already settled`), ...lines])
}
