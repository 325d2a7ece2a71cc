/** Slack's date template, such as `{date_short_pretty} at {time}`; null when a token is unknown and the fallback holds. */
export function fillDate(template: string, ms: number, zone: string, now: number): string | null {
  const today = dayKey(now, zone)
  let unknown = false
  const filled = template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = token(name, ms, zone, today, now)
    if (value === null) unknown = true
    return value ?? whole
  })
  return unknown ? null : filled
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

/** A heading such as `Today` or `Friday, 20 November`. */
export const dayHeading = (ms: number, zone: string, today: string): string =>
  relativeDay(dayKey(ms, zone), today) ??
  format(ms, zone, { weekday: 'long', day: 'numeric', month: 'long', ...yearIfFar(ms, today) })

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

const day = 86_400_000

function relativeDay(key: string, today: string): 'Today' | 'Yesterday' | 'Tomorrow' | null {
  const days = Math.round((Date.parse(key) - Date.parse(today)) / day)
  if (days === 0) return 'Today'
  if (days === -1) return 'Yesterday'
  return days === 1 ? 'Tomorrow' : null
}

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

const formatters = new Map<string, Intl.DateTimeFormat>()

/** In the one language of the page, by the clock of 24 hours. */
export function format(ms: number, zone: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${zone} ${JSON.stringify(options)}`
  const known = formatters.get(key)
  if (known) return known.format(ms)
  const made = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...options })
  formatters.set(key, made)
  return made.format(ms)
}
