import type { TableBlock } from '@slack/types'
import type { RitualFigures, WeekFigures } from '../../domain/summary.ts'
import { joined, label, type Mrkdwn, mrkdwn } from '../text/mrkdwn.ts'
import { name, type SummaryPart } from './summary-words.ts'

/** Slack takes one table of 100 rows; a message of many words still has to have room for it. */
const mostRows = 40

const columns = ['Ritual', 'Due', 'On time', 'Late', 'Missed', 'Open'] as const

/** Each ritual's week as a table; null where nothing was due. */
export function ritualTable({ rituals }: WeekFigures): TableBlock | null {
  if (rituals.length === 0) return null
  const cell = (text: string) => ({ type: 'raw_text' as const, text })
  return {
    type: 'table',
    rows: [[...columns], ...rituals.slice(0, mostRows).map(rowOf)].map((row) => row.map(cell)),
    column_settings: columns.map((_, index) => (index === 0 ? { is_wrapped: true } : { align: 'right' as const })),
  }
}

/** The same in words: for a screen reader, and where Slack takes no table. */
export function ritualPart({ rituals }: WeekFigures): SummaryPart {
  const lines = rituals.map(({ title, due, onTime, late, missed, open }) =>
    joined(
      [
        mrkdwn`${name(title)}: ${due} due`,
        some(onTime, mrkdwn`on time`),
        some(late, mrkdwn`late`),
        some(missed, mrkdwn`missed`),
        some(open, mrkdwn`open`),
      ],
      ', ',
    ),
  )
  return { heading: mrkdwn`Every ritual`, lines }
}

function rowOf({ title, due, onTime, late, missed, open }: RitualFigures): string[] {
  return [label(title, 60), ...[due, onTime, late, missed, open].map(String)]
}

function some(count: number, what: Mrkdwn): Mrkdwn | null {
  return count === 0 ? null : mrkdwn`${count} ${what}`
}
