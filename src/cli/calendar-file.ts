import { localTextOf } from '../domain/cadence/time.ts'
import type { Plan } from '../domain/plan.ts'
import { closingToTell } from '../domain/schedule.ts'
import type { PlannedRow } from './schedule.ts'

/** A schedule as an iCalendar file, RFC 5545: an event for each due time and each maintenance window, but for what a holiday leaves out. */
export function calendarFile(plans: readonly Plan[], rows: readonly PlannedRow[], stamp: Date): readonly string[] {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Rounds//Maintenance schedule//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${text(plans.map(({ title }) => title).join(', '))}`,
    ...rows.filter(({ row }) => row.state !== 'holiday').flatMap((one) => eventOf(one, stamp)),
    'END:VCALENDAR',
  ]
  return lines.flatMap(folded)
}

function eventOf({ plan, row }: PlannedRow, stamp: Date): string[] {
  const { ritual, section, dueAt, opensAt, takesMinutes } = row
  const name = [plan.name, ritual, ...(section === '' ? [] : [section])].map(encodeURIComponent).join('/')
  const closing = closingToTell(row)
  const begins = row.state === 'maintenance' ? 'Begins' : 'Due'
  const details = [
    `${begins} ${row.local} ${row.zone}`,
    closing && `open until ${localTextOf(closing, row.zone)}`,
    `in ${row.channel}`,
    row.owner && `owner ${row.owner}`,
    row.reason,
  ]
  return [
    'BEGIN:VEVENT',
    `UID:${name}/${utc(dueAt)}@rounds`,
    `DTSTAMP:${utc(stamp)}`,
    `DTSTART:${utc(opensAt)}`,
    ...endOf(takesMinutes, closing),
    `SUMMARY:${text(row.title)}`,
    `DESCRIPTION:${text(details.filter(Boolean).join(', '))}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/**
 * How long the work takes, else its window. What is open to the end of its day, since nothing else is said, has no end:
 * each such ritual would fill the day from its due time on, and hide when the others are.
 */
function endOf(takesMinutes: number | null, closing: Date | null): string[] {
  if (takesMinutes !== null) return [`DURATION:PT${takesMinutes}M`]
  return closing === null ? [] : [`DTEND:${utc(closing)}`]
}

/** `20261120T140000Z` */
function utc(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

function text(value: string): string {
  return value
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r?\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')
}

const longestLine = 75

/** Lines of at most 75 octets, each but the first begun by a space; no character is cut in two. */
function folded(line: string): string[] {
  const lines: string[] = []
  let part = ''
  for (const character of line) {
    if (Buffer.byteLength(part + character) > longestLine) {
      lines.push(part)
      part = ' '
    }
    part += character
  }
  return [...lines, part]
}
