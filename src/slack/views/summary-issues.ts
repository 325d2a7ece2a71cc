import type { ClockFigures } from '../../domain/clock-figures.ts'
import { type IssueFigures, openIssuesOf, type WeekFigures } from '../../domain/summary.ts'
import { bold, joined, type Mrkdwn, mention, mrkdwn, plain, truncate } from '../text/mrkdwn.ts'
import { dayTime, durationInWords, localTime } from '../text/time.ts'
import { nextClockInWords } from './clock.ts'
import { name, ownerInWords, type SummaryPart } from './summary-words.ts'

/** `P0 incident 1, payments are down: acknowledged in 21 min (clock 15 min), resolved in 52 min (clock 1 h)` */
export function incidentPart({ issues }: WeekFigures): SummaryPart {
  const incidents = issues.filter(({ incident }) => incident)
  const lines = incidents.map((one) => mrkdwn`${nameOf(one)}, ${name(one.title)}: ${joined(timesOf(one), ', ')}`)
  return { heading: mrkdwn`Incidents`, lines }
}

/** Every other issue of the week, with its day and its times. */
export function issuePart({ issues }: WeekFigures, zone: string): SummaryPart {
  const others = issues.filter(({ incident }) => !incident)
  const lines = others.map((one) =>
    joined(
      [
        mrkdwn`${nameOf(one)}: ${name(one.title)}`,
        mrkdwn`opened ${dayTime(new Date(one.openedAt), zone)}`,
        ...timesOf(one),
      ],
      ' · ',
    ),
  )
  return { heading: mrkdwn`Every issue`, lines }
}

export function severityPart({ severities }: WeekFigures, zone: string): SummaryPart {
  const lines = severities.map(({ severity, opened, resolved, open, response, resolution }) =>
    joined(
      [
        mrkdwn`${bold(plain(severity))}: ${opened} opened, ${resolved} resolved, ${open} open`,
        clockInFigures(mrkdwn`acknowledged`, response, zone),
        clockInFigures(mrkdwn`resolved`, resolution, zone),
      ],
      ' · ',
    ),
  )
  return { heading: mrkdwn`Issues and incidents by severity`, lines }
}

/** What is open, whose it is, and which clock runs out next. */
export function openPart(figures: WeekFigures, zone: string): SummaryPart {
  const worstFirst = [...openIssuesOf(figures)].sort((a, b) =>
    a.severity < b.severity ? -1 : a.severity > b.severity ? 1 : 0,
  )
  const lines = worstFirst.map((one) =>
    joined([mrkdwn`${nameOf(one)}: ${name(one.title)}`, whoseInWords(one), nextInWords(one, zone)], ' · '),
  )
  return { heading: mrkdwn`Still open`, lines }
}

/** Whoever took it, who need not have the role any more that owned it; until then the role. */
function whoseInWords({ acknowledgedBy = null, owner, ownerTitle }: IssueFigures): Mrkdwn {
  if (acknowledgedBy !== null) return mrkdwn`${mention(acknowledgedBy)} has it`
  return ownerInWords(ownerTitle, owner === null ? [] : [owner]) ?? mrkdwn`nobody owns it yet`
}

function nameOf({ severity, incident, number }: IssueFigures): Mrkdwn {
  return mrkdwn`${plain(severity)} ${incident ? mrkdwn`incident` : mrkdwn`issue`} ${number}`
}

function timesOf(issue: IssueFigures): Mrkdwn[] {
  return [
    tookInWords(mrkdwn`acknowledged`, issue.acknowledgedMinutes, issue.respondMinutes),
    tookInWords(mrkdwn`resolved`, issue.resolvedMinutes, issue.resolveMinutes),
  ]
}

function tookInWords(verb: Mrkdwn, took: number | null, clock: number | null): Mrkdwn {
  const how = took === null ? mrkdwn`not ${verb} yet` : mrkdwn`${verb} in ${durationInWords(took)}`
  return clock === null ? how : mrkdwn`${how} (clock ${durationInWords(clock)})`
}

/** `resolve by Mon 23 Nov 09:00, then Technical Lead` */
function nextInWords({ next }: IssueFigures, zone: string): Mrkdwn | null {
  if (next === null) return null
  const { clock, overdue = false } = next
  const [at, deadline] = [next.at, next.deadline ?? next.at].map((instant) => new Date(instant)) as [Date, Date]
  return nextClockInWords({ clock, at, deadline, overdue }, levelInWords(next.level), (instant) =>
    dayTime(instant, zone),
  )
}

/** A level is told by its title; a person who stands for no role has none. */
function levelInWords(title: string): Mrkdwn {
  return title === '' ? mrkdwn`the next person` : truncate(plain(title), 60)
}

/** `acknowledged 2 of 3 within 15 min (median 4 min, worst 20 min)` */
function clockInFigures(verb: Mrkdwn, figures: ClockFigures, zone: string): Mrkdwn | null {
  const { counted, inTime, median, worst } = figures
  if (counted === 0 && median === null) return null
  const times = median === null || worst === null ? mrkdwn`` : spread(median, worst)
  if (counted === 0) return mrkdwn`${verb}${times}`
  return mrkdwn`${verb} ${inTime} of ${counted} ${againstClock(figures, zone)}${times}`
}

function againstClock({ clockMinutes, clockBy }: ClockFigures, zone: string): Mrkdwn {
  if (clockBy !== undefined) return mrkdwn`by ${localTime(new Date(clockBy), zone)}`
  return mrkdwn`within ${clockMinutes === null ? mrkdwn`their clocks` : durationInWords(clockMinutes)}`
}

function spread(median: number, worst: number): Mrkdwn {
  if (median === worst) return mrkdwn` (took ${durationInWords(worst)})`
  return mrkdwn` (median ${durationInWords(median)}, worst ${durationInWords(worst)})`
}
