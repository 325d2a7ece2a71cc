import type { LedgerState } from '../../domain/ledger.ts'
import type { ClockFigures, SeverityFigures, WeekFigures } from '../../domain/summary.ts'
import { bold, joined, type Mrkdwn, mention, mentions, mrkdwn, plain, truncate } from '../text/mrkdwn.ts'
import { dayTime, durationInWords } from '../text/time.ts'
import { counted, sentence } from '../text/words.ts'

/** The figures of a week under one heading; empty parts are left out. */
export type SummaryPart = { readonly heading: Mrkdwn; readonly lines: readonly Mrkdwn[] }

/** What the week came to, in one or two sentences. */
export function verdictInWords({ counts, openIssues, outOfTarget }: WeekFigures): Mrkdwn {
  const possible = counts.done + counts['done-late'] + counts.missed
  const rounds = possible === 0 ? nothingDue(counts) : doneInWords(counts, possible)
  const open = openIssues.length > 0 ? mrkdwn`${counted(openIssues.length, 'issue')} still open.` : null
  const target = outOfTarget.length > 0 ? mrkdwn`${counted(outOfTarget.length, 'item')} out of target or failed.` : null
  const calm = open === null && target === null ? mrkdwn`No open issues.` : null
  return joined([rounds, target, open, calm], ' ')
}

/** `96 % (+4 points)` against the week before. */
export function rateInWords(rate: number | null, before: number | null): Mrkdwn {
  if (rate === null) return mrkdwn`nothing was due`
  if (before === null) return mrkdwn`${rate} %`
  if (rate === before) return mrkdwn`${rate} % (as the week before)`
  const change = rate - before
  return mrkdwn`${rate} % (${change > 0 ? mrkdwn`+` : mrkdwn`−`}${counted(Math.abs(change), 'point')} on the week before)`
}

export function missedPart({ missed }: WeekFigures, zone: string): SummaryPart {
  const lines = missed.map(({ title, dueAt, owners, itemsSettled, itemsTotal }) =>
    joined(
      [
        mrkdwn`${name(title)}, ${dayTime(new Date(dueAt), zone)}`,
        owners.length > 0 ? mrkdwn`owner ${truncate(mentions(owners), 300)}` : null,
        itemsSettled === 0 ? mrkdwn`not started` : mrkdwn`${itemsSettled} of ${itemsTotal} settled when it closed`,
      ],
      ' · ',
    ),
  )
  return { heading: mrkdwn`Missed`, lines }
}

export function outOfTargetPart({ outOfTarget }: WeekFigures): SummaryPart {
  return { heading: mrkdwn`Out of target or failed`, lines: outOfTarget.map(readingLine) }
}

export function readingLine({ item, reading, target, note, severity, issueNumber, ritualTitle }: OutOfTarget): Mrkdwn {
  const figure = reading === null ? mrkdwn`failed` : mrkdwn`${truncate(plain(reading), 100)}`
  const against = target === '' ? null : truncate(plain(`target ${target}`), 107)
  const why = note === null || note === '' || reading !== null ? null : truncate(plain(note), 200)
  return joined(
    [
      mrkdwn`${name(item)}: ${figure}`,
      against,
      why,
      name(ritualTitle),
      mrkdwn`${plain(severity)} issue ${issueNumber}`,
    ],
    ' · ',
  )
}

export function severityPart({ severities }: WeekFigures): SummaryPart {
  return { heading: mrkdwn`Issues and incidents`, lines: severities.map(severityLine) }
}

export function openPart({ openIssues }: WeekFigures): SummaryPart {
  const lines = openIssues.map(
    ({ number, title, severity }) => mrkdwn`${plain(severity)} issue ${number}: ${name(title)}`,
  )
  return { heading: mrkdwn`Still open`, lines }
}

export function quoteParts({ answers }: WeekFigures): SummaryPart[] {
  return answers.map(({ heading, quotes }) => ({
    heading: sentence(name(heading)),
    lines: quotes.map(({ text, by }) => mrkdwn`“${truncate(plain(text), 600)}” — ${mention(by)}`),
  }))
}

/** What did not happen and is nobody's miss, told plainly. */
export function nobodysMissPart({ counts }: WeekFigures): SummaryPart {
  const lines = Object.entries(causes).flatMap(([state, why]) => {
    const count = counts[state as LedgerState]
    return count === 0 || why === null ? [] : [mrkdwn`${counted(count, 'checklist')} ${why}`]
  })
  return { heading: mrkdwn`Nobody's miss, not counted above`, lines }
}

type OutOfTarget = WeekFigures['outOfTarget'][number]

const causes: Readonly<Record<LedgerState, Mrkdwn | null>> = {
  open: mrkdwn`still open when this was counted`,
  done: null,
  'done-late': null,
  missed: null,
  excused: mrkdwn`excused`,
  holiday: mrkdwn`on a holiday`,
  paused: mrkdwn`while paused`,
  'bot-down': mrkdwn`while Rounds was not running`,
  'not-delivered': mrkdwn`that Slack showed only after the time had passed`,
}

function nothingDue(counts: WeekFigures['counts']): Mrkdwn {
  const others = counts.holiday + counts.paused + counts.excused + counts['bot-down'] + counts['not-delivered']
  if (counts.open > 0) return mrkdwn`${sentence(counted(counts.open, 'checklist'))} still open; nothing else was due.`
  return others > 0 ? mrkdwn`Nothing could have been done this week.` : mrkdwn`A quiet week: nothing was due.`
}

/** `11 of 12 checklists were done, 10 of them on time; 1 was missed.` */
function doneInWords(counts: WeekFigures['counts'], possible: number): Mrkdwn {
  const done = possible - counts.missed
  if (possible === 1) return only(counts)
  if (done === 0) return mrkdwn`None of ${counted(possible, 'checklist')} was done.`
  const which = done === possible ? allOf(possible) : mrkdwn`${done} of ${counted(possible, 'checklist')}`
  const missed = counts.missed === 0 ? mrkdwn`` : mrkdwn`; ${counts.missed} ${was(counts.missed)} missed`
  return mrkdwn`${which} ${was(done)} done${onTime(counts, done)}${missed}.`
}

function allOf(possible: number): Mrkdwn {
  return possible === 2 ? mrkdwn`Both checklists` : mrkdwn`All ${counted(possible, 'checklist')}`
}

function was(count: number): Mrkdwn {
  return count === 1 ? mrkdwn`was` : mrkdwn`were`
}

function only(counts: WeekFigures['counts']): Mrkdwn {
  if (counts.missed === 1) return mrkdwn`The only checklist was missed.`
  return counts.done === 1 ? mrkdwn`The only checklist was done on time.` : mrkdwn`The only checklist was done late.`
}

function onTime(counts: WeekFigures['counts'], done: number): Mrkdwn {
  if (counts.done === done) return mrkdwn` on time`
  return counts.done === 0 ? mrkdwn` late` : mrkdwn`, ${counts.done} of them on time`
}

function severityLine({ severity, opened, resolved, open, response, resolution }: SeverityFigures): Mrkdwn {
  const counts = mrkdwn`${opened} opened, ${resolved} resolved, ${open} open`
  return joined(
    [
      mrkdwn`${bold(plain(severity))}: ${counts}`,
      clock(mrkdwn`acknowledged`, response),
      clock(mrkdwn`resolved`, resolution),
    ],
    ' · ',
  )
}

/** `acknowledged in time 2 of 3 (median 4 min, worst 20 min)` */
function clock(verb: Mrkdwn, { counted: total, inTime, median, worst }: ClockFigures): Mrkdwn | null {
  if (total === 0 && median === null) return null
  const times = median === null || worst === null ? mrkdwn`` : spread(median, worst)
  return total === 0 ? mrkdwn`${verb}${times}` : mrkdwn`${verb} in time ${inTime} of ${total}${times}`
}

function spread(median: number, worst: number): Mrkdwn {
  if (median === worst) return mrkdwn` (${durationInWords(worst)})`
  return mrkdwn` (median ${durationInWords(median)}, worst ${durationInWords(worst)})`
}

function name(title: string): Mrkdwn {
  return truncate(plain(title), 150)
}
