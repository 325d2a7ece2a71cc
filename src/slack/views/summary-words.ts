import type { LedgerState } from '../../domain/ledger.ts'
import type { Person } from '../../domain/plan.ts'
import { openIssuesOf, type WeekFigures } from '../../domain/summary.ts'
import { joined, type Mrkdwn, mention, mentions, mrkdwn, plain, quoted, truncate } from '../text/mrkdwn.ts'
import { dayTime, localTime } from '../text/time.ts'
import { counted, sentence } from '../text/words.ts'

/** The figures of a week under one heading; empty parts are left out. */
export type SummaryPart = { readonly heading: Mrkdwn; readonly lines: readonly Mrkdwn[] }

/** What it came to, in one or two sentences. */
export function verdictInWords(figures: WeekFigures): Mrkdwn {
  const { counts, outOfTarget } = figures
  const openIssues = openIssuesOf(figures)
  const possible = counts.done + counts['done-late'] + counts.missed
  const rounds = possible === 0 ? nothingDue(counts) : doneInWords(counts, possible)
  const open = openIssues.length > 0 ? mrkdwn`${counted(openIssues.length, 'issue')} still open.` : null
  const target = outOfTarget.length > 0 ? mrkdwn`${counted(outOfTarget.length, 'item')} out of target or failed.` : null
  const warned = figures.readings?.filter(({ grade }) => grade === 'warning').length ?? 0
  const warnings = warned > 0 ? mrkdwn`${sentence(counted(warned, 'warning'))}.` : null
  const calm = open === null && target === null ? mrkdwn`No open issues.` : null
  return joined([rounds, target, warnings, open, calm], ' ')
}

/** `96 % (+4 points on the week before)`; `what` says before what. */
export function rateInWords(rate: number | null, before: number | null, what: Mrkdwn): Mrkdwn {
  if (rate === null) return mrkdwn`nothing was due`
  if (before === null) return mrkdwn`${rate} %`
  if (rate === before) return mrkdwn`${rate} % (as ${what})`
  const change = rate - before
  return mrkdwn`${rate} % (${change > 0 ? mrkdwn`+` : mrkdwn`−`}${counted(Math.abs(change), 'point')} on ${what})`
}

export function missedPart({ missed }: WeekFigures, zone: string): SummaryPart {
  const lines = missed.map((one) =>
    joined(
      [
        mrkdwn`${name(one.title)}, ${dueInZone(new Date(one.dueAt), one.zone ?? zone, zone)}`,
        ownerInWords(one.ownerTitle, one.owners),
        howFar(one),
      ],
      ' · ',
    ),
  )
  return { heading: mrkdwn`Missed`, lines }
}

/** A procedure goes on past its limit, where a round closes. */
function howFar({ itemsSettled, itemsTotal, procedure }: WeekFigures['missed'][number]): Mrkdwn {
  const settled = mrkdwn`${itemsSettled} of ${itemsTotal} settled`
  if (procedure) return mrkdwn`${settled} so far, past its limit`
  return itemsSettled === 0 ? mrkdwn`not started` : mrkdwn`${settled} when it closed`
}

/** The post is told in the plan's zone; another one is named. */
function dueInZone(dueAt: Date, own: string, plans: string): Mrkdwn {
  return own === plans ? dayTime(dueAt, own) : localTime(dueAt, own)
}

/** A role by its title, so that nobody is notified by a figure; a person only where no role is known. */
export function ownerInWords(title: string | null, people: readonly Person[]): Mrkdwn | null {
  if (title !== null) return mrkdwn`owner ${truncate(mention(title), 150)}`
  return people.length === 0 ? null : mrkdwn`owner ${truncate(mentions(people), 300)}`
}

export function outOfTargetPart({ outOfTarget }: WeekFigures): SummaryPart {
  return { heading: mrkdwn`Out of target or failed`, lines: outOfTarget.map(readingLine) }
}

/** The same with its day and all that was written about it. */
export function failurePart({ outOfTarget }: WeekFigures, zone: string): SummaryPart {
  const lines = outOfTarget.map((found) => {
    const note = found.note?.trim() ? found.note : null
    const told = note === null || note === missedOf(found)
    const line = mrkdwn`${dayTime(new Date(found.at), zone)} · ${readingLine({ ...found, note: null })}`
    return told ? line : mrkdwn`${line}\n${quoted(cut(note))}`
  })
  return { heading: mrkdwn`Every failed item`, lines }
}

export function readingLine(found: OutOfTarget): Mrkdwn {
  const { item, reading, note, severity, issueNumber, ritualTitle } = found
  const figure = reading === null ? mrkdwn`failed` : mrkdwn`${truncate(plain(reading), 100)}`
  const missed = missedOf(found)
  const against = missed === null ? null : truncate(plain(missed), 107)
  const why = note === null || note === '' || reading !== null ? null : truncate(plain(note), 200)
  return joined(
    [
      mrkdwn`${name(item)}: ${figure}`,
      beforeInWords(found),
      against,
      why,
      name(ritualTitle),
      mrkdwn`${plain(severity)} issue ${issueNumber}`,
    ],
    ' · ',
  )
}

function missedOf({ missed, target }: OutOfTarget): string | null {
  return missed ?? (target === '' ? null : `target ${target}`)
}

const arrows = { up: mrkdwn`↗ from`, down: mrkdwn`↘ from`, level: mrkdwn`as before:` } as const

/** `↗ from 4 °C, 4.2 °C`: the readings of the weeks before. */
function beforeInWords({ before }: OutOfTarget): Mrkdwn | null {
  if (!before) return null
  const readings = before.readings.map((reading) => truncate(plain(reading), 40))
  return mrkdwn`${arrows[before.way]} ${joined(readings, ', ')}`
}

export function quoteParts({ answers }: WeekFigures): SummaryPart[] {
  return answers.map(({ heading, quotes }) => ({
    heading: sentence(name(heading)),
    lines: quotes.map(({ item, text, by }) => {
      const what = item === undefined ? mrkdwn`` : mrkdwn`${name(item)}: `
      return mrkdwn`${what}“${truncate(plain(text), 600)}” — ${mention(by)}`
    }),
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

/** What is neither done nor missed yet; null where there is none. */
export function undecidedInWords({ counts }: WeekFigures): Mrkdwn | null {
  if (counts.open === 0) return null
  return mrkdwn`${counted(counts.open, 'checklist')} ${was(counts.open)} still open when this was counted.`
}

type OutOfTarget = WeekFigures['outOfTarget'][number]

const causes: Readonly<Record<LedgerState, Mrkdwn | null>> = {
  open: null,
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
  return others > 0 ? mrkdwn`Nothing could have been done.` : mrkdwn`All quiet: nothing was due.`
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

function cut(text: string): string {
  return [...text.trim()].slice(0, 600).join('')
}

export function name(title: string): Mrkdwn {
  return truncate(plain(title), 150)
}
