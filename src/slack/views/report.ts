import { type Checklist, type ChecklistItem, progressOf, requiredOpen } from '../../domain/checklist.ts'
import { filledIn, itemNamed, type ReportField } from '../../domain/template.ts'
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
  const filled = filledIn(text, (name) => {
    const item = itemNamed(checklist.items, name)
    return values[name.toLowerCase() as ReportField] ?? (item ? answerOf(item) : 'not entered')
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
  const left: Mrkdwn =
    checklist.state === 'open'
      ? mrkdwn`${counted(open, 'item')} open again; what is entered is shown here.`
      : mrkdwn`Closed with ${counted(open, 'item')} open; what is entered later is shown here.`
  return open === 0 ? [] : [context(left)]
}
