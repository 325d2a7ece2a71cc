import type { CadencePart, Calendar } from '../../src/domain/cadence/cadence.ts'

/** What the wall clock showed at each minute of some days, asked of `Intl` one minute after the other. */
export type MinuteTable = {
  readonly start: number
  readonly shown: readonly string[]
  readonly first: Map<string, number>
}

export function minuteTable(zone: string, middle: Date, days: number): MinuteTable {
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const start = middle.getTime() - days * 86_400_000
  const shown = Array.from({ length: 2 * days * 1440 }, (_, minute) => clock.format(start + minute * 60_000))
  const first = new Map<string, number>()
  shown.forEach((text, minute) => {
    if (!first.has(text)) first.set(text, minute)
  })
  return { start, shown, first }
}

/** The kinds that are looked for minute by minute; the others are by the day. */
export type OraclePart = Extract<
  CadencePart,
  { kind: 'day' | 'working-day' | 'weekdays' | 'nth-weekday' | 'once' | 'on-demand' }
>

/** The due instants by looking, with none of the arithmetic of the product. */
export function oracle(
  table: MinuteTable,
  cadence: readonly OraclePart[],
  calendar: Calendar,
  since: Date,
  until: Date,
): string[] {
  const days = [...new Set(table.shown.map((text) => text.slice(0, 10)))]
  const instants = cadence.flatMap((part) => {
    if (part.kind === 'on-demand') return []
    const times = part.at.length > 0 ? part.at : [calendar.dayStarts]
    return days.filter((day) => falls(part, day)).flatMap((day) => times.map((time) => minuteOf(table, day, time)))
  })
  return [...new Set(instants)]
    .map((minute) => table.start + minute * 60_000)
    .filter((at) => at > since.getTime() && at <= until.getTime())
    .sort((a, b) => a - b)
    .map((at) => new Date(at).toISOString())
}

/** A time that is never shown comes as long after the last minute before it as it would without the change. */
function minuteOf(table: MinuteTable, day: string, time: string): number {
  const wanted = `${day} ${time}`
  const seen = table.first.get(wanted)
  if (seen !== undefined) return seen
  const next = table.shown.findIndex((text) => text > wanted)
  if (next <= 0) return Number.NaN
  const before = Date.parse(`${table.shown[next - 1]?.replace(' ', 'T')}Z`)
  return next - 1 + (Date.parse(`${day}T${time}Z`) - before) / 60_000
}

const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

function falls(part: Exclude<OraclePart, { kind: 'on-demand' }>, day: string): boolean {
  const name = nameOf(day)
  switch (part.kind) {
    case 'day':
      return true
    case 'working-day':
      return name !== 'Saturday' && name !== 'Sunday'
    case 'weekdays':
      return part.days.some((weekday) => names[weekday - 1] === name)
    case 'once':
      return part.date === day
    case 'nth-weekday': {
      const same = daysOfMonth(day.slice(0, 7)).filter((other) => nameOf(other) === names[part.day - 1])
      return (part.nth === 'last' ? same.at(-1) : same[part.nth - 1]) === day
    }
  }
}

function nameOf(day: string): string {
  return new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00Z`))
}

function daysOfMonth(month: string): string[] {
  return Array.from({ length: 31 }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`).filter((day) => {
    const date = new Date(`${day}T12:00Z`)
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
  })
}
