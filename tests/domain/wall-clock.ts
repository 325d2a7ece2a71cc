/** What clocks on the wall show, asked of `Intl` alone. */

const formats = new Map<string, Intl.DateTimeFormat>()

/** `2026-03-08 03:30`. */
export function shownAt(zone: string, instant: number): string {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
  formats.set(zone, format)
  return format.format(instant)
}

/** The first instant at which a clock shows this; one that it skips comes as long after as it would without the change. */
export function instantShown(zone: string, shown: string): number {
  const wall = Date.parse(`${shown.replace(' ', 'T')}Z`)
  const ahead = (instant: number) => Date.parse(`${shownAt(zone, instant).replace(' ', 'T')}Z`) - instant
  const before = ahead(wall - 86_400_000)
  const after = ahead(wall + 86_400_000)
  const candidates = [wall - before, wall - after].filter((instant) => shownAt(zone, instant) === shown)
  return candidates.length > 0 ? Math.min(...candidates) : wall - before
}

export type Day = {
  readonly text: string
  readonly year: string
  readonly month: string
  readonly quarter: string
  /** Counted from 1. */
  readonly ofMonth: number
  readonly monthName: string
  readonly name: string
}

/** Every day of some years, one after the other. */
export function daysOfYears(first: number, last: number): Day[] {
  const days: Day[] = []
  for (let at = Date.UTC(first, 0, 1, 12); at < Date.UTC(last + 1, 0, 1); at += 86_400_000) days.push(dayAt(at))
  return days
}

const monthNames = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })
const dayNames = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' })

function dayAt(noon: number): Day {
  const text = new Date(noon).toISOString().slice(0, 10)
  const [year = '', month = '', day = ''] = text.split('-')
  return {
    text,
    year,
    month: `${year}-${month}`,
    quarter: `${year} quarter ${Math.ceil(Number(month) / 3)}`,
    ofMonth: Number(day),
    monthName: monthNames.format(noon),
    name: dayNames.format(noon),
  }
}
