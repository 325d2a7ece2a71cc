import type { KnownBlock } from '@slack/types'
import type { WeekFigures } from '../../domain/summary.ts'
import type { Drawing } from '../drawing.ts'
import { bold, joined, type Mrkdwn, markdownOf, mrkdwn, plain, truncate } from '../text/mrkdwn.ts'
import { dayOf, localTime } from '../text/time.ts'
import { context, fields, header, linesAsSections, message, section } from './blocks.ts'
import {
  missedPart,
  nobodysMissPart,
  openPart,
  outOfTargetPart,
  quoteParts,
  rateInWords,
  type SummaryPart,
  severityPart,
  verdictInWords,
} from './summary-words.ts'

export type SummaryState = {
  readonly planTitle: string
  readonly zone: string
  readonly from: Date
  /** The first instant after the week. */
  readonly until: Date
  readonly figures: WeekFigures
  /** The week before, where there is one. */
  readonly previous: WeekFigures | null
  /** The completion rate of the week before, where it has changed since that week's own post. */
  readonly restated: { readonly was: number; readonly is: number } | null
}

/** The week in one post: the verdict first. */
export function drawSummary(state: SummaryState): Drawing {
  const text = joined([mrkdwn`${plain(titleOf(state))}: ${verdictInWords(state.figures)}`, ratesLine(state)], ' ')
  return message(
    text,
    [
      header(titleOf(state)),
      section(bold(verdictInWords(state.figures))),
      ...restatedBlocks(state),
      ratesOf(state),
      ...partsOf(state).map((part) => partBlock(part)),
    ],
    [context(footOf(state))],
  )
}

/** Every line of the week, for the thread of its post. */
export function drawSummaryDetail(state: SummaryState): Drawing {
  const blocks = partsOf(state).flatMap((part) => linesAsSections([bold(part.heading), ...part.lines]))
  const nothing = section(mrkdwn`Nothing was missed, nothing failed, and no issue is open.`)
  const text = mrkdwn`Detail of ${plain(titleOf(state))}: every miss, failed item and issue.`
  return message(text, blocks.length > 0 ? blocks : [nothing])
}

/** The same summary for a terminal or a file. */
export function summaryMarkdown(state: SummaryState): string {
  const restated = restatedLine(state)
  const parts = partsOf(state).flatMap(({ heading, lines }) => [
    '',
    `## ${markdownOf(heading)}`,
    '',
    ...lines.map((line) => `- ${markdownOf(line)}`),
  ])
  return [
    `# ${titleOf(state)}`,
    '',
    markdownOf(verdictInWords(state.figures)),
    ...(restated === null ? [] : ['', markdownOf(restated)]),
    '',
    `- Completion: ${markdownOf(completionOf(state))}`,
    `- On time: ${markdownOf(onTimeOf(state))}`,
    ...parts,
    '',
    markdownOf(footOf(state)),
    '',
  ].join('\n')
}

/** Lines of one heading in the post; the rest stands in the thread. */
const shownLines = 6

function partsOf({ figures, zone }: SummaryState): SummaryPart[] {
  return [
    missedPart(figures, zone),
    outOfTargetPart(figures),
    severityPart(figures),
    openPart(figures),
    ...quoteParts(figures),
    nobodysMissPart(figures),
  ].filter(hasLines)
}

function partBlock({ heading, lines }: SummaryPart): KnownBlock {
  const shown = lines.slice(0, shownLines).map((line) => truncate(mrkdwn`• ${line}`, 450))
  const more = lines.length > shownLines ? mrkdwn`and ${lines.length - shownLines} more in the thread` : null
  return section(joined([bold(heading), ...shown, more], '\n'))
}

function titleOf({ planTitle, from, until, zone }: SummaryState): string {
  const last = new Date(until.getTime() - 1)
  return `${planTitle}, ${dayOf(from, zone)} to ${dayOf(last, zone)}`
}

function ratesOf(state: SummaryState): KnownBlock {
  return fields(
    mrkdwn`${bold(mrkdwn`Completion`)}\n${completionOf(state)}`,
    mrkdwn`${bold(mrkdwn`On time`)}\n${onTimeOf(state)}`,
  )
}

function ratesLine(state: SummaryState): Mrkdwn | null {
  if (state.figures.rates.completion === null) return null
  return mrkdwn`Completion ${completionOf(state)}, on time ${onTimeOf(state)}.`
}

function completionOf({ figures, previous }: SummaryState): Mrkdwn {
  return rateInWords(figures.rates.completion, previous?.rates.completion ?? null)
}

function onTimeOf({ figures, previous }: SummaryState): Mrkdwn {
  return rateInWords(figures.rates.onTime, previous?.rates.onTime ?? null)
}

function restatedBlocks(state: SummaryState): KnownBlock[] {
  const line = restatedLine(state)
  return line === null ? [] : [context(line)]
}

function restatedLine({ restated }: SummaryState): Mrkdwn | null {
  return (
    restated &&
    mrkdwn`Restated: completion of the week before ${restated.was} → ${restated.is} %, with what came in after its post.`
  )
}

function footOf({ figures, zone }: SummaryState): Mrkdwn {
  return mrkdwn`Figures as of ${localTime(new Date(figures.asOf), zone)}.`
}

function hasLines({ lines }: SummaryPart): boolean {
  return lines.length > 0
}
