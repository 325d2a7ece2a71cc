import type { LocalDate } from '../domain/cadence/cadence.ts'
import { cadenceInWords, dateInWords, placeOf } from '../domain/cadence/say.ts'
import { dayNumber, isDate, isShownAgain, localDateOf, localTextOf } from '../domain/cadence/time.ts'
import { dueRituals } from '../domain/due-rituals.ts'
import { calendarOf, type Plan } from '../domain/plan.ts'
import { closingToTell, dueAndOpening, type ScheduleRow } from '../domain/schedule.ts'
import { printDuration } from '../plans/duration.ts'
import { endNear } from '../slack/text/time.ts'
import { calendarFile } from './calendar-file.ts'
import { faultText, type Out, readPlanFilesAt } from './plan-file.ts'

export type ScheduleOptions = {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly json?: boolean
  readonly ics?: boolean
  /** Behind the table, every cadence as one would say it. */
  readonly words?: boolean
  /** When a calendar says that it was made. */
  readonly now: Date
}

const mostDays = 3660

/** A due time, and whose it is. */
export type PlannedRow = { readonly plan: Plan; readonly row: ScheduleRow }

/** With the instant at which it is listed. */
type ListedRow = PlannedRow & { readonly at: Date }

/** `rounds schedule FILE…`: every occurrence of these days; 1 where a plan is at fault, 2 where the days are. */
export async function schedule(files: readonly string[], options: ScheduleOptions, out: Out): Promise<number> {
  const wrong = wrongDays(options)
  if (wrong !== null) {
    out.fault(wrong)
    return 2
  }
  const read = await readPlanFilesAt(files, null)
  const plans = read.flatMap(({ plan }) => plan ?? [])
  if (plans.length < files.length) {
    for (const fault of read.flatMap(({ faults }) => faults)) out.fault(faultText(fault))
    return 1
  }
  for (const line of linesOf(plans, options)) out.line(line)
  return 0
}

function linesOf(plans: readonly Plan[], options: ScheduleOptions): string[] {
  const { from, to, now } = options
  const all = plans.map((plan) => ({ plan, ...dueAndOpening(plan, from, to) }))
  const due = () => all.flatMap(({ plan, due }) => due.map((row): ListedRow => ({ plan, row, at: row.dueAt })))
  if (options.json) return inOrder(due()).map(rowJson)
  const openings = all.flatMap(({ plan, opening }) => opening.map((row): ListedRow => ({ plan, row, at: row.opensAt })))
  // RFC 5545 ends lines by both signs; the second is the paper's own.
  if (options.ics) return calendarFile(plans, inOrder(openings), now).map((line) => `${line}\r`)
  const moved = openings.filter(({ row }) => row.opensAt > row.dueAt)
  const table = tableOf(inOrder([...due(), ...moved.map(asOpened)]), plans)
  return [...table, ...(options.words ? plans.flatMap(wordsOf) : [])]
}

/** What comes first stands first, whichever plan it is of. */
function inOrder(rows: readonly ListedRow[]): ListedRow[] {
  return [...rows].sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** As it is read on the day on which it opens. */
function asOpened({ row, ...listed }: ListedRow): ListedRow {
  const local = localTextOf(row.opensAt, row.zone)
  return { ...listed, row: { ...row, local, reason: `moved from ${row.local.slice(0, 10)}, a holiday` } }
}

function wrongDays({ from, to }: ScheduleOptions): string | null {
  const bad = [from, to].find((day) => !isDate(day))
  if (bad !== undefined) return `"${bad}" is not a date such as 2026-03-06`
  if (to < from) return `the schedule ends on ${to}, before it begins on ${from}`
  return dayNumber(to) - dayNumber(from) >= mostDays ? 'a schedule covers at most ten years' : null
}

function rowJson({ plan, row }: PlannedRow): string {
  return JSON.stringify({
    plan: plan.name,
    ritual: row.ritual,
    section: row.section,
    due_at: row.dueAt.toISOString(),
    opens_at: row.opensAt.toISOString(),
    local: row.local,
    zone: row.zone,
    closes_at: row.closesAt.toISOString(),
    channel: row.channel,
    owner: row.owner,
    takes_minutes: row.takesMinutes,
    state: row.state,
    reason: row.reason,
  })
}

/** Days as headings, in the first plan's zone; under each what falls due on it. */
function tableOf(rows: readonly ListedRow[], plans: readonly Plan[]): string[] {
  if (rows.length === 0) return ['Nothing falls due on these days.']
  const zone = plans[0]?.timezone ?? 'UTC'
  const times = rows.map(timesOf)
  const widths: Widths = {
    plan: plans.length === 1 ? 0 : widest(plans.map(({ name }) => name)),
    time: widest(times.map(({ time }) => time)),
    title: widest(rows.map(({ row }) => row.title)),
    until: widest(times.map(({ until }) => until)),
    channel: widest(rows.map(({ row }) => row.channel)),
    owner: widest(rows.map(({ row }) => row.owner ?? '')),
  }
  const lines: string[] = []
  let day = ''
  for (const [place, listed] of rows.entries()) {
    const { row, at } = listed
    const today = row.zone === zone ? row.local.slice(0, 10) : localDateOf(at, zone)
    if (today !== day) lines.push(...(day === '' ? [] : ['']), dateInWords(today))
    day = today
    lines.push(rowText(listed, times[place] ?? noTimes, zone, widths))
  }
  return lines
}

/** From when until when, as it is read. */
type Times = { readonly time: string; readonly until: string }

const noTimes: Times = { time: '', until: '' }

function timesOf({ row, at }: ListedRow): Times {
  const { local, zone } = row
  const closing = closingToTell(row)
  return {
    time: clockText(local.slice(11), at, zone),
    until: closing === null ? '' : `until ${clockText(endNear(closing, at, zone), closing, zone)}`,
  }
}

/** Characters of each column; a plan's name is told only among several. */
type Widths = Readonly<Record<'plan' | 'time' | 'title' | 'until' | 'channel' | 'owner', number>>

const widest = (texts: readonly string[]): number => texts.reduce((most, { length }) => Math.max(most, length), 0)

/** Also of what does not fall due on these days. */
function wordsOf(plan: Plan): string[] {
  const own = calendarOf(plan)
  const all = [
    ...dueRituals(plan)
      .filter(({ procedure }) => !procedure)
      .map((ritual) => ({ title: ritual.title, every: ritual.every, calendar: calendarOf(plan, ritual) })),
    ...(plan.maintenance ?? []).map(({ title, every }) => ({ title, every, calendar: own })),
    ...Object.values(plan.roles).flatMap(({ title, rotation }) =>
      rotation ? [{ title: `Hand-over of ${title}`, every: rotation.handOver, calendar: own }] : [],
    ),
    { title: 'Weekly summary', every: plan.summary.every, calendar: own },
  ]
  const width = widest(all.map(({ title }) => title))
  const lines = all.map(({ title, every, calendar }) => `  ${title.padEnd(width)}  ${cadenceInWords(every, calendar)}`)
  return ['', `${plan.title}, in words`, ...lines]
}

function rowText({ plan, row }: ListedRow, { time, until }: Times, zone: string, widths: Widths): string {
  const takes = row.takesMinutes === null ? '' : printDuration(row.takesMinutes)
  const cells = [
    time.padEnd(widths.time),
    widths.plan === 0 ? '' : plan.name.padEnd(widths.plan),
    row.title.padEnd(widths.title),
    takes.padStart(6),
    until.padEnd(widths.until),
    row.channel.padEnd(widths.channel),
    (row.owner ?? '').padEnd(widths.owner),
    row.zone === zone ? '' : placeOf(row.zone),
    row.reason ?? '',
  ]
  return `  ${cells.filter((cell) => cell !== '').join('  ')}`.trimEnd()
}

function clockText(shown: string, at: Date, zone: string): string {
  return isShownAgain(at, zone) ? `${shown} (again)` : shown
}
