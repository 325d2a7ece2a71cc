import type { LocalDate } from '../domain/cadence/cadence.ts'
import { cadenceInWords, dateInWords, placeOf } from '../domain/cadence/say.ts'
import { dayNumber, isDate, localDateOf } from '../domain/cadence/time.ts'
import { dueRituals } from '../domain/due-rituals.ts'
import { calendarOf, type Plan } from '../domain/plan.ts'
import { type ScheduleRow, scheduleOf } from '../domain/schedule.ts'
import { printDuration } from '../plans/duration.ts'
import { calendarFile } from './calendar-file.ts'
import { faultText, type Out, readPlanFile } from './plan-file.ts'

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

/** `rounds schedule FILE`: every occurrence of these days; 1 where the plan is at fault, 2 where the days are. */
export async function schedule(file: string, options: ScheduleOptions, out: Out): Promise<number> {
  const wrong = wrongDays(options)
  if (wrong !== null) {
    out.fault(wrong)
    return 2
  }
  const { plan, faults } = await readPlanFile(file, null)
  if (!plan) {
    for (const fault of faults) out.fault(faultText(fault))
    return 1
  }
  const rows = scheduleOf(plan, options.from, options.to)
  if (options.json) for (const row of rows) out.line(rowJson(row))
  // RFC 5545 ends lines by both signs; the second is the paper's own.
  else if (options.ics) for (const line of calendarFile(plan, rows, options.now)) out.line(`${line}\r`)
  else for (const line of [...tableOf(rows, plan), ...(options.words ? wordsOf(plan) : [])]) out.line(line)
  return 0
}

function wrongDays({ from, to }: ScheduleOptions): string | null {
  const bad = [from, to].find((day) => !isDate(day))
  if (bad !== undefined) return `"${bad}" is not a date such as 2026-03-06`
  if (to < from) return `the schedule ends on ${to}, before it begins on ${from}`
  return dayNumber(to) - dayNumber(from) >= mostDays ? 'a schedule covers at most ten years' : null
}

function rowJson(row: ScheduleRow): string {
  return JSON.stringify({
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

/** Days as headings, in the plan's zone; under each what falls due on it. */
function tableOf(rows: readonly ScheduleRow[], plan: Plan): string[] {
  if (rows.length === 0) return ['Nothing falls due on these days.']
  const widths = (['title', 'channel', 'owner'] as const).map((key) =>
    Math.max(...rows.map((row) => (row[key] ?? '').length)),
  ) as [number, number, number]
  let day = ''
  return rows.flatMap((row) => {
    const today = row.zone === plan.timezone ? row.local.slice(0, 10) : localDateOf(row.dueAt, plan.timezone)
    const heading = today === day ? [] : [...(day === '' ? [] : ['']), dateInWords(today)]
    day = today
    return [...heading, rowText(row, plan, widths)]
  })
}

/** Also of what does not fall due on these days. */
function wordsOf(plan: Plan): string[] {
  const rituals = dueRituals(plan).filter(({ procedure }) => !procedure)
  const width = Math.max(...rituals.map(({ title }) => title.length))
  const lines = rituals.map((ritual) => {
    const words = cadenceInWords(ritual.every, calendarOf(plan, ritual))
    return `  ${ritual.title.padEnd(width)}  ${words}`
  })
  return ['', 'In words', ...lines]
}

function rowText(row: ScheduleRow, plan: Plan, [title, channel, owner]: [number, number, number]): string {
  const takes = row.takesMinutes === null ? '' : printDuration(row.takesMinutes)
  const cells = [
    row.local.slice(11),
    row.title.padEnd(title),
    takes.padStart(6),
    row.channel.padEnd(channel),
    (row.owner ?? '').padEnd(owner),
    row.zone === plan.timezone ? '' : placeOf(row.zone),
    row.reason ?? '',
  ]
  return `  ${cells.filter((cell) => cell !== '').join('  ')}`.trimEnd()
}
