import type { InputBlock, InputBlockElement, KnownBlock, ModalView } from '@slack/types'
import type { Checklist } from '../../../domain/checklist.ts'
import { wantedInWords } from '../../../domain/wanted.ts'
import { forms, inputs } from '../../controls.ts'
import { bold, mrkdwn, plain } from '../../text/mrkdwn.ts'
import { context, linesAsSections, section as sectionBlock } from '../blocks.ts'
import { itemLine, type PlacedItem, placed } from '../item-row.ts'
import { headingText } from '../section-rows.ts'
import { groupsOf, input, mostChoices, select, textInput, ticks } from './inputs.ts'
import { modal } from './modal.ts'

export type FillInState = { readonly checklist: Checklist; readonly section: number }

/**
 * Everything that is open in a section. Slack sends a form only once every input that is not optional is filled, so
 * all of them are, each with Slack's own mark; otherwise no part could be saved.
 */
export function fillInForm({ checklist, section }: FillInState): ModalView {
  const own = placed(checklist).filter(({ item }) => item.section === section)
  const open = own.filter(({ item }) => item.settlement.state === 'open')
  const settled = own.filter(({ item }) => item.settlement.state !== 'open')
  const heading = headingText({ checklist, section })
  return modal({
    title: checklist.title,
    submit: 'Save',
    form: { id: forms.fillIn.id, about: { checklist: checklist.id, section } },
    blocks: [
      sectionBlock(heading || bold(plain(checklist.title))),
      ...(open.length === 0 ? [] : [context(mrkdwn`Anything may be left empty. What you fill in is saved.`)]),
      ...openInputs(open),
      ...settledLines(checklist, settled),
    ],
  })
}

/** With a heading, a note and what is settled, these stay within a view's 100 blocks. */
const mostInputs = 80

function openInputs(open: readonly PlacedItem[]): KnownBlock[] {
  const checks = groupsOf(
    open.filter(({ item }) => item.kind === 'check'),
    mostChoices.ticks,
  ).map(tickGroup)
  const readings = open.filter(({ item }) => item.kind !== 'check').map(readingInput)
  const all = [...checks, ...readings]
  if (all.length === 0) return [context(mrkdwn`Everything here is settled.`)]
  const left = all.length - mostInputs
  if (left <= 0) return all
  return [...all.slice(0, mostInputs), context(mrkdwn`Save these, then open the form again for ${left} more.`)]
}

function tickGroup(group: readonly PlacedItem[], index: number): InputBlock {
  const choices = group.map(({ item, position }) => ({
    value: String(position),
    text: item.title,
    ...(item.title.length > 75 ? { description: `…${[...item.title].slice(-60).join('')}` } : {}),
  }))
  return input(inputs.ticks(index), index === 0 ? 'Tick what is done' : 'More to tick', ticks(choices), {
    optional: true,
  })
}

function readingInput({ item, position }: PlacedItem): InputBlock {
  const wanted = wantedInWords(item)
  const target = wanted && `Target ${wanted}`
  const hint = [target, item.look && `Look: ${item.look}`, item.note].filter(Boolean).join(' · ')
  const label = item.group === null ? item.title : `${item.group}: ${item.title}`
  return input(inputs.reading(position), label, readingElement({ item, position }), { hint, optional: true })
}

function readingElement({ item }: PlacedItem): InputBlockElement {
  if (item.kind === 'yes-no') return chooseOne(['Yes', 'No'])
  if (item.kind === 'choice' && selectable(item.options)) return chooseOne(item.options)
  if (item.kind === 'choice') return textInput({ example: `One of: ${item.options.join(', ')}` })
  if (item.kind === 'text') return textInput({ long: true })
  return textInput({ max: 100, ...(item.unit ? { example: `in ${item.unit}` } : {}) })
}

function chooseOne(words: readonly string[]) {
  return select(words.map((word) => ({ value: word, text: word })))
}

/** An option's value is the answer itself, and Slack takes 75 characters of it. */
function selectable(words: readonly string[]): boolean {
  const fitting = words.every((word) => word.trim() !== '' && word.length <= 75)
  return fitting && words.length > 0 && words.length <= mostChoices.select && new Set(words).size === words.length
}

function settledLines(checklist: Checklist, settled: readonly PlacedItem[]): KnownBlock[] {
  if (settled.length === 0) return []
  const lines = settled.map(({ item }) => itemLine(checklist, item, {}))
  return linesAsSections([bold(mrkdwn`Already settled`), ...lines])
}
