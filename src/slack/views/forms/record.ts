import type { KnownBlock, ModalView } from '@slack/types'
import { type Checklist, itemsOfSection, nameIn, progressOf } from '../../../domain/checklist.ts'
import type { JournalEntry } from '../../../domain/journal.ts'
import { bold, mrkdwn, plain } from '../../text/mrkdwn.ts'
import { timeNear } from '../../text/time.ts'
import { context, linesAsSections, section } from '../blocks.ts'
import { timelineLine } from '../happenings.ts'
import { type Issues, itemLine } from '../item-row.ts'
import { progressBar } from '../progress.ts'
import { headingText } from '../section-rows.ts'
import { dueInWords, signedOffInWords, standingInWords } from '../standing.ts'
import { modal } from './modal.ts'

export type RecordState = {
  readonly checklist: Checklist
  readonly issues: Issues
  /** What happened to it, oldest first; left out where only its state is wanted. */
  readonly timeline?: readonly JournalEntry[]
}

/** The whole of a checklist, to read. */
export function recordView({ checklist, issues, timeline = [] }: RecordState): ModalView {
  const standing = signedOffInWords(checklist) ?? standingInWords(checklist)
  const history = timeline.map((entry) =>
    timelineLine(named(entry, checklist), (at) => timeNear(at, checklist.opensAt, checklist.zone)),
  )
  return modal({
    title: checklist.title,
    blocks: [
      section(bold(plain(checklist.title))),
      context(mrkdwn`${plain(checklist.planTitle)} · ${dueInWords(checklist)}`),
      section(progressBar(progressOf(checklist.items))),
      ...(standing === null ? [] : [section(standing)]),
      ...checklist.sections.flatMap((_, index) => sectionRecord(checklist, index, issues)),
      ...(history.length === 0 ? [] : linesAsSections([bold(mrkdwn`What happened`), ...history])),
    ],
  })
}

/** The journal keeps titles: here they stand under no heading. */
function named(entry: JournalEntry, checklist: Checklist): JournalEntry {
  const { what } = entry
  const item = 'item' in what ? checklist.items.find(({ id }) => id === what.item) : undefined
  return item && 'item' in what ? { ...entry, what: { ...what, title: nameIn(checklist, item) } } : entry
}

function sectionRecord(checklist: Checklist, index: number, issues: Issues): KnownBlock[] {
  const heading = headingText({ checklist, section: index })
  const lines = itemsOfSection(checklist, index).map((item) => {
    const open = item.settlement.state === 'open' ? mrkdwn`○ ` : mrkdwn``
    return mrkdwn`${open}${itemLine(checklist, item, issues)}`
  })
  return linesAsSections(heading === '' ? lines : [heading, ...lines])
}
