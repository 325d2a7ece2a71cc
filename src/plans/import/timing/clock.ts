/** A time of day as people write it: `9:00 AM`, `9am`, `17:30`, `noon`. */
const clock = String.raw`(?<![\d:])(?:(\d{1,2})(?::(\d{2}))?\s*([ap])\.?m\.?(?![a-z])|([01]?\d|2[0-3]):([0-5]\d)(?!\d)|\b(noon|midday|midnight)\b)`
const one = new RegExp(clock, 'giu')
const stretch = new RegExp(`${clock}\\s*(?:-|to|until|till|through|bis|à)\\s*${clock}`, 'iu')
const beginning = new RegExp(`\\b(?:from|starting(?: at)?|beginning(?: at)?|ab|dès|à partir de)\\s+${clock}`, 'iu')

export type DayTime = { readonly at: readonly string[]; readonly openForMinutes: number | null }

/** A stretch of the day in minutes; it ends on the next day where `to` is not after `from`, and is open where it is null. */
export type Hours = { readonly from: number; readonly to: number | null }

/** The times of day in a text, as `HH:mm`; of a stretch its beginning, and how long it is. */
export function timesIn(text: string): DayTime {
  const hours = stretchOf(text)
  if (hours) return { at: [written(hours.from)], openForMinutes: lengthOf(hours) }
  const found = [...text.matchAll(one)].flatMap((match) => minutesOf(match.slice(1, 7)) ?? [])
  return { at: [...new Set(found)].sort((a, b) => a - b).map(written), openForMinutes: null }
}

/** From when to when in the day; null of times that are only listed. */
export function hoursIn(text: string): Hours | null {
  const open = beginning.exec(text)
  const from = open && minutesOf(open.slice(1, 7))
  return stretchOf(text) ?? (from === null ? null : { from, to: null })
}

export function lengthOf({ from, to }: { readonly from: number; readonly to: number }): number {
  return (to - from + day) % day || day
}

const day = 24 * 60

function stretchOf(text: string): { readonly from: number; readonly to: number } | null {
  const between = stretch.exec(text)
  const from = between && minutesOf(between.slice(1, 7))
  const to = between && minutesOf(between.slice(7, 13))
  return from === null || to === null || from === to ? null : { from, to }
}

/** Of `HH:mm`. */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

export function withoutTimes(text: string): string {
  return text.replace(stretch, ' ').replace(one, ' ')
}

function minutesOf([hour, minute, half, hour24, minute24, named]: readonly (string | undefined)[]): number | null {
  if (named) return /midnight/iu.test(named) ? 0 : 12 * 60
  if (hour24 !== undefined) return Number(hour24) * 60 + Number(minute24)
  const hours = Number(hour)
  if (hours > 12 || hours === 0 || Number(minute ?? 0) > 59) return null
  return ((hours % 12) + (/p/iu.test(half ?? '') ? 12 : 0)) * 60 + Number(minute ?? 0)
}

function written(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
