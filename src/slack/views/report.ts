import {
  type Checklist,
  type ChecklistItem,
  itemsUnderHeadings,
  progressOf,
  requiredOpen,
} from '../../domain/checklist.ts'
import { type Headed, itemsNamed, nameAmong } from '../../domain/item-name.ts'
import { filledIn, type ReportField, reportFactIn } from '../../domain/template.ts'
import type { Drawing } from '../drawing.ts'
import { bold, joined, type Mrkdwn, mrkdwn, plain, truncate, typedLines } from '../text/mrkdwn.ts'
import { dayOf } from '../text/time.ts'
import { counted } from '../text/words.ts'
import { context, linesAsSections, message, section } from './blocks.ts'
import { viewChecklistButton } from './checklist-buttons.ts'

export type ReportState = { readonly checklist: Checklist; readonly text: string }

/** A report as its plan words it, from what was entered; what nobody entered says so. */
export function drawReport({ checklist, text }: ReportState): Drawing {
  const values = factsOf(checklist)
  const items = itemsUnderHeadings(checklist)
  const filled = filledIn(text, (name) => {
    const fact = reportFactIn(name)
    return fact ? values[fact] : answersOf(itemsNamed(name, items), items)
  })
  const lines = typedLines(filled)
  const title = mrkdwn`${bold(truncate(plain(checklist.title), 150))} — ${dayOf(checklist.dueAt, checklist.zone)}`
  return message(
    joined(
      [mrkdwn`${truncate(plain(checklist.title), 150)}, ${dayOf(checklist.dueAt, checklist.zone)}.`, ...lines],
      '\n',
    ),
    [section(title, viewChecklistButton(checklist)), ...linesAsSections(lines)],
    openOf(checklist),
  )
}

function factsOf(checklist: Checklist): Readonly<Record<ReportField, string>> {
  const { settled, total, failed } = progressOf(checklist.items)
  return {
    date: dayOf(checklist.dueAt, checklist.zone),
    ritual: checklist.title,
    settled: String(settled),
    total: String(total),
    failed: String(failed),
  }
}

const mostAnswers = 6

/** Of several that are called so, each answer with the whole name of its item: none is passed off as the one meant. */
function answersOf(meant: readonly Headed<ChecklistItem>[], all: readonly Headed<ChecklistItem>[]): string {
  const [first, second] = meant
  if (!first) return 'not entered'
  if (!second) return answerOf(first.item)
  const answers = meant.slice(0, mostAnswers).map((one) => `${answerOf(one.item)} (${nameAmong(one, all)})`)
  const more = meant.length > mostAnswers ? ` and ${meant.length - mostAnswers} more` : ''
  return `${answers.join(', ')}${more}`
}

function answerOf({ settlement }: ChecklistItem): string {
  switch (settlement.state) {
    case 'open':
      return 'not entered'
    case 'not-applicable':
      return 'not applicable'
    case 'done':
      return settlement.reading?.text ?? 'done'
    case 'failed':
      return settlement.reading?.text ?? 'failed'
  }
}

function openOf(checklist: Checklist) {
  const open = requiredOpen(checklist).length
  return open === 0 ? [] : [context(leftInWords(checklist, open))]
}

function leftInWords({ state, procedure }: Checklist, open: number): Mrkdwn {
  if (state === 'open') return mrkdwn`${counted(open, 'item')} open again; what is entered is shown here.`
  if (procedure && state !== 'paused') {
    return mrkdwn`It goes on past its limit, with ${counted(open, 'step')} open; what is entered is shown here.`
  }
  return mrkdwn`Closed with ${counted(open, 'item')} open; what is entered later is shown here.`
}
