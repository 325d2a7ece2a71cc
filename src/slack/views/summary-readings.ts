import type { FigureLine } from '../../domain/reading/figure-lines.ts'
import type { WeekFigures } from '../../domain/summary.ts'
import { joined, type Mrkdwn, mention, mrkdwn, plain, truncate } from '../text/mrkdwn.ts'
import { name, type SummaryPart } from './summary-words.ts'

/** Readings that crossed a warning and opened no issue. */
export function warningPart(figures: WeekFigures): SummaryPart {
  const lines = graded(figures, 'warning').map((line) =>
    joined([reading(line), line.mark === null ? null : cut(`warning ${line.mark}`), often(line), ritual(line)], ' · '),
  )
  return { heading: mrkdwn`Warnings`, lines }
}

export function stretchPart(figures: WeekFigures): SummaryPart {
  const lines = graded(figures, 'stretch').map((line) =>
    joined([reading(line), line.mark === null ? null : cut(`stretch ${line.mark}`), often(line), ritual(line)], ' · '),
  )
  return { heading: mrkdwn`Better than asked for`, lines }
}

/** The newest of what is compared with earlier times, and of what is counted from others. */
export function figurePart({ readings = [] }: WeekFigures): SummaryPart {
  const told = readings.filter(({ newest, beside, computed }) => newest && (beside.length > 0 || computed))
  const lines = told.map((line) => joined([reading(line), ...line.beside.slice(0, 6).map(cut), ritual(line)], ' · '))
  return { heading: mrkdwn`Figures`, lines }
}

/** `Top features: 1 Booking, 2 Search — @ben` */
export function listPart({ lists = [] }: WeekFigures): SummaryPart {
  const lines = lists.map(({ item, lines, by }) => {
    const numbered = lines.map((line, place) => mrkdwn`${place + 1} ${truncate(plain(line), 120)}`)
    return mrkdwn`${name(item)}: ${joined(numbered, ', ')} — ${mention(by)}`
  })
  return { heading: mrkdwn`Lists`, lines }
}

function graded({ readings = [] }: WeekFigures, grade: FigureLine['grade']): readonly FigureLine[] {
  return readings.filter((line) => line.grade === grade)
}

function reading({ item, reading }: FigureLine): Mrkdwn {
  return mrkdwn`${name(item)}: ${truncate(plain(reading), 100)}`
}

/** Only where an item is read more than once. */
function often({ times, taken }: FigureLine): Mrkdwn | null {
  return taken < 2 ? null : mrkdwn`${times} of ${taken} times`
}

function ritual({ ritualTitle }: FigureLine): Mrkdwn {
  return name(ritualTitle)
}

function cut(words: string): Mrkdwn {
  return truncate(plain(words), 120)
}
