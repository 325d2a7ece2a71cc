/** Renders the tokens of Slack's date formatting in one reader's zone. */
export function formatDate(seconds: number, format: string, timezone: string): string {
  const at = new Date(seconds * 1000)
  return format.replaceAll(/\{(\w+)\}/g, (token, name: string) => formats[name]?.(at, timezone) ?? token)
}

type Format = (at: Date, timeZone: string) => string

const written =
  (options: Intl.DateTimeFormatOptions): Format =>
  (at, timeZone) =>
    new Intl.DateTimeFormat('en-US', { ...options, timeZone }).format(at)

const long = written({ weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' })
const medium = written({ year: 'numeric', month: 'long', day: 'numeric' })
const short = written({ year: 'numeric', month: 'short', day: 'numeric' })
const numeric: Format = (at, timeZone) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(at)
const time = written({ hour: 'numeric', minute: '2-digit' })

const formats: Readonly<Record<string, Format>> = {
  date_num: numeric,
  date_slash: written({ year: 'numeric', month: '2-digit', day: '2-digit' }),
  date: medium,
  date_short: short,
  date_long: long,
  date_long_full: long,
  date_pretty: medium,
  date_short_pretty: short,
  date_long_pretty: long,
  day_divider_pretty: long,
  time,
  time_secs: written({ hour: 'numeric', minute: '2-digit', second: '2-digit' }),
  ago: short,
}
