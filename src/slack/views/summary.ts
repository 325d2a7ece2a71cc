import type { KnownBlock } from '@slack/types'
import { spanOfWeek } from '../../domain/cadence/week.ts'
import type { PlanFacts } from '../../domain/plan-facts.ts'
import type { WeekFigures } from '../../domain/summary.ts'
import type { Drawing } from '../drawing.ts'
import { bold, joined, type Mrkdwn, markdownOf, mrkdwn, plain, truncate } from '../text/mrkdwn.ts'
import { dayOf, dayTime, localTime } from '../text/time.ts'
import { context, fields, header, linesAsSections, message, section } from './blocks.ts'
import { incidentPart, issuePart, openPart, severityPart } from './summary-issues.ts'
import { decisionPart, phasePart, targetPart } from './summary-plan.ts'
import { figurePart, listPart, stretchPart, warningPart } from './summary-readings.ts'
import { ritualPart, ritualTable } from './summary-rituals.ts'
import {
  failurePart,
  missedPart,
  nobodysMissPart,
  outOfTargetPart,
  quoteParts,
  rateInWords,
  type SummaryPart,
  undecidedInWords,
  verdictInWords,
} from './summary-words.ts'

export type SummaryState = {
  readonly planTitle: string
  readonly zone: string
  readonly from: Date
  /** The first instant after the week, or after what a post tells. */
  readonly until: Date
  readonly figures: WeekFigures
  /** The week or the post before, where there is one. */
  readonly previous: WeekFigures | null
  /** The completion rate of the post before, where it was corrected since. */
  readonly restated: { readonly was: number; readonly is: number } | null
  readonly plan?: PlanFacts
}

/**
 * A week, or all since the post before, in one post: the verdict first. Its thread tells the rest; whoever is answered
 * alone has none.
 */
export function drawSummary(state: SummaryState, { hasThread = true }: { readonly hasThread?: boolean } = {}): Drawing {
  const verdict = joined([mrkdwn`${plain(titleOf(state))}: ${verdictInWords(state.figures)}`, ratesLine(state)], ' ')
  const parts = partsOf(state)
  return message(
    joined([verdict, restatedLine(state), ...parts.map(spoken), footOf(state)], '\n'),
    [
      header(titleOf(state)),
      section(bold(verdictInWords(state.figures))),
      ...restatedBlocks(state),
      ratesOf(state),
      ...parts.map((part) => partBlock(part, hasThread)),
    ],
    [context(footOf(state))],
  )
}

/** What stands behind the post, for its thread: each ritual's figures, every failed item, every issue, what was cut. */
export function drawSummaryDetail(state: SummaryState): Drawing {
  const { figures, zone } = state
  const rituals = [ritualPart(figures)].filter(hasLines)
  const table = ritualTable(figures)
  const parts = [failurePart(figures, zone), issuePart(figures, zone), ...cutParts(state)].filter(hasLines)
  const rest = parts.flatMap(wholePart)
  const title = mrkdwn`Detail of ${plain(titleOf(state))}`
  if (table === null && rest.length === 0) {
    return message(mrkdwn`${title}: nothing was due.`, [
      section(mrkdwn`Nothing was due, nothing failed, and there was no issue.`),
    ])
  }
  const text = joined([mrkdwn`${title}.`, ...[...rituals, ...parts].map(spoken)], '\n')
  const drawing = message(text, [...(table === null ? [] : [table]), ...rest])
  return { ...drawing, plain: message(text, [...rituals.flatMap(wholePart), ...rest]).blocks }
}

/** The same summary for a terminal or a file. */
export function summaryMarkdown(state: SummaryState): string {
  const restated = restatedLine(state)
  const { figures, zone } = state
  const all = [...partsOf(state), ritualPart(figures), issuePart(figures, zone)].filter(hasLines)
  const parts = all.flatMap(({ heading, lines }) => [
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

function partsOf({ figures, zone, plan }: SummaryState): SummaryPart[] {
  return [
    ...(plan ? [decisionPart(figures, plan, zone)] : []),
    missedPart(figures, zone),
    outOfTargetPart(figures),
    warningPart(figures),
    stretchPart(figures),
    figurePart(figures),
    incidentPart(figures),
    severityPart(figures, zone),
    openPart(figures, zone),
    ...quoteParts(figures),
    listPart(figures),
    nobodysMissPart(figures),
    ...(plan ? [targetPart(plan), phasePart(plan)] : []),
  ].filter(hasLines)
}

/** Longest line of the post. */
const lineLength = 450

/** What the post had no room for; failed items stand in the thread anyway. */
function cutParts(state: SummaryState): SummaryPart[] {
  const told = outOfTargetPart(state.figures).heading
  return partsOf(state)
    .filter(({ heading }) => heading !== told)
    .map(({ heading, lines }) => ({ heading, lines: lines.filter((line, index) => !fitsPost(line, index)) }))
}

function fitsPost(line: Mrkdwn, index: number): boolean {
  return index < shownLines && line.length <= lineLength
}

function wholePart({ heading, lines }: SummaryPart): KnownBlock[] {
  return linesAsSections([bold(heading), ...lines.map((line) => mrkdwn`• ${line}`)])
}

/** `Missed: Evening checklist, …. Morning checklist, ….` */
function spoken({ heading, lines }: SummaryPart): Mrkdwn {
  return mrkdwn`${heading}: ${joined(lines, '. ')}.`
}

function partBlock({ heading, lines }: SummaryPart, hasThread: boolean): KnownBlock {
  const shown = lines.slice(0, shownLines).map((line) => mrkdwn`• ${truncate(line, lineLength)}`)
  const where = hasThread ? mrkdwn` in the thread` : mrkdwn``
  const more = lines.length > shownLines ? mrkdwn`and ${lines.length - shownLines} more${where}` : null
  return section(joined([bold(heading), ...shown, more], '\n'))
}

function titleOf(state: SummaryState): string {
  const { planTitle, from, until, zone } = state
  if (!isWholeWeek(state)) return `${planTitle}, ${dayTime(from, zone)} to ${dayTime(until, zone)}`
  const last = new Date(until.getTime() - 1)
  return `${planTitle}, ${dayOf(from, zone)} to ${dayOf(last, zone)}`
}

/** A post goes on where the one before ended, be it in the middle of a day; a week is told by its days. */
function isWholeWeek({ figures, from, until, zone }: SummaryState): boolean {
  const week = spanOfWeek(figures.week, zone)
  return week.from.getTime() === from.getTime() && week.until.getTime() === until.getTime()
}

function before(state: SummaryState): Mrkdwn {
  return isWholeWeek(state) ? mrkdwn`the week before` : mrkdwn`the post before`
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

function completionOf(state: SummaryState): Mrkdwn {
  return rateInWords(state.figures.rates.completion, state.previous?.rates.completion ?? null, before(state))
}

function onTimeOf(state: SummaryState): Mrkdwn {
  return rateInWords(state.figures.rates.onTime, state.previous?.rates.onTime ?? null, before(state))
}

function restatedBlocks(state: SummaryState): KnownBlock[] {
  const line = restatedLine(state)
  return line === null ? [] : [context(line)]
}

function restatedLine({ restated }: SummaryState): Mrkdwn | null {
  return (
    restated &&
    mrkdwn`Restated: completion in the post before ${restated.was} → ${restated.is} %, with what was corrected since.`
  )
}

function footOf({ figures, zone }: SummaryState): Mrkdwn {
  const asOf = mrkdwn`Figures as of ${localTime(new Date(figures.asOf), zone)}.`
  return joined([undecidedInWords(figures), asOf], '\n')
}

function hasLines({ lines }: SummaryPart): boolean {
  return lines.length > 0
}
