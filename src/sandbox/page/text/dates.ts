const formatters = new Map<string, Intl.DateTimeFormat>()

function format(ms: number, zone: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${zone} ${JSON.stringify(options)}`
  const known = formatters.get(key)
  if (known) return known.format(ms)
  const made = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...options })
  formatters.set(key, made)
  return made.format(ms)
}

const day = 86_400_000

export const msOfTs = (ts: string): number => Number(ts) * 1000

export const clockTime = (ms: number, zone: string): string => format(ms, zone, { hour: '2-digit', minute: '2-digit' })

/** YYYY-MM-DD in the zone. */
export function dayKey(ms: number, zone: string): string {
  const [date = '', month = '', year = ''] = format(ms, zone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).split('/')
  return `${year}-${month}-${date}`
}

/** `Mon 23 Nov, 09:00` */
export const weekdayTime = (ms: number, zone: string): string =>
  `${format(ms, zone, { weekday: 'short', day: 'numeric', month: 'short' })}, ${clockTime(ms, zone)}`

/** `Mon 23 Nov, 09:00:12`; seconds only where they can be read. */
export const dayAndClock = (ms: number, zone: string, withSeconds: boolean): string =>
  withSeconds
    ? `${weekdayTime(ms, zone)}:${format(ms, zone, { second: '2-digit' }).padStart(2, '0')}`
    : weekdayTime(ms, zone)

/** `09:00` on the day of `now`, `Fri 16:30` within a week of it, else `Mon 23 Nov, 09:00`. */
export function timeNear(ms: number, zone: string, now: number): string {
  if (dayKey(ms, zone) === dayKey(now, zone)) return clockTime(ms, zone)
  if (Math.abs(ms - now) < 6 * day) return `${format(ms, zone, { weekday: 'short' })} ${clockTime(ms, zone)}`
  return weekdayTime(ms, zone)
}

/** `New York` of `America/New_York`. */
export const zoneName = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')

export const fullTime = (ms: number, zone: string): string =>
  `${format(ms, zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })} at ${clockTime(ms, zone)}`

function relativeDay(key: string, today: string): 'Today' | 'Yesterday' | 'Tomorrow' | null {
  const days = Math.round((Date.parse(key) - Date.parse(today)) / day)
  if (days === 0) return 'Today'
  if (days === -1) return 'Yesterday'
  return days === 1 ? 'Tomorrow' : null
}

/** A heading such as `Today` or `Friday, 20 November`. */
export const dayHeading = (ms: number, zone: string, today: string): string =>
  relativeDay(dayKey(ms, zone), today) ??
  format(ms, zone, { weekday: 'long', day: 'numeric', month: 'long', ...yearIfFar(ms, today) })

/** Slack leaves out a year that nobody would ask for. */
const yearIfFar = (ms: number, today: string): Intl.DateTimeFormatOptions =>
  Math.abs(ms - Date.parse(today)) > 183 * day ? { year: 'numeric' } : {}

function ago(ms: number, now: number): string {
  const minutes = Math.round((now - ms) / 60_000)
  const size = Math.abs(minutes)
  const amount =
    size < 1
      ? null
      : size < 60
        ? ([size, 'minute'] as const)
        : size < 1440
          ? ([Math.round(size / 60), 'hour'] as const)
          : ([Math.round(size / 1440), 'day'] as const)
  if (amount === null) return 'just now'
  const words = `${amount[0]} ${amount[1]}${amount[0] === 1 ? '' : 's'}`
  return minutes < 0 ? `in ${words}` : `${words} ago`
}

function token(name: string, ms: number, zone: string, today: string, now: number): string | null {
  const far = yearIfFar(ms, today)
  const pretty = name.endsWith('_pretty') ? relativeDay(dayKey(ms, zone), today)?.toLowerCase() : undefined
  if (pretty !== undefined && name !== 'day_divider_pretty') return pretty
  switch (name) {
    case 'date_num':
      return dayKey(ms, zone)
    case 'date_slash':
      return format(ms, zone, { day: '2-digit', month: '2-digit', year: 'numeric' })
    case 'date':
    case 'date_pretty':
      return format(ms, zone, { day: 'numeric', month: 'long', ...far })
    case 'date_short':
    case 'date_short_pretty':
      return format(ms, zone, { day: 'numeric', month: 'short', ...far })
    case 'date_long':
    case 'date_long_pretty':
      return format(ms, zone, { weekday: 'long', day: 'numeric', month: 'long', ...far })
    case 'date_long_full':
      return format(ms, zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    case 'day_divider_pretty':
      return dayHeading(ms, zone, today)
    case 'time':
      return clockTime(ms, zone)
    case 'time_secs':
      return format(ms, zone, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
    case 'ago':
      return ago(ms, now)
    default:
      return null
  }
}

/** Slack's date template, such as `{date_short_pretty} at {time}`; null when a token is unknown and the fallback holds. */
export function fillDate(template: string, ms: number, zone: string, today: string, now: number): string | null {
  let unknown = false
  const filled = template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = token(name, ms, zone, today, now)
    if (value === null) unknown = true
    return value ?? whole
  })
  return unknown ? null : filled
}

/** `2026-11-20T09:00` of an instant, as the zone's clock on the wall shows it. */
export const wallTime = (ms: number, zone: string): string => `${dayKey(ms, zone)}T${clockTime(ms, zone)}`

/** The instant at which the zone's wall clock shows this. Twice, because the first guess may lie across a clock change. */
export function instantOf(wall: string, zone: string): number {
  const naive = Date.parse(`${wall}:00Z`)
  const offset = (ms: number) => Date.parse(`${wallTime(ms, zone)}:00Z`) - ms
  return naive - offset(naive - offset(naive))
}
