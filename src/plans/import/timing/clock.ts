/** A time of day as people write it: `9:00 AM`, `9am`, `17:30`, `noon`. */
const clock = String.raw`(?<![\d:])(?:(\d{1,2})(?::(\d{2}))?\s*([ap])\.?m\.?(?![a-z])|([01]?\d|2[0-3]):([0-5]\d)(?!\d)|\b(noon|midday|midnight)\b)`
const one = new RegExp(clock, 'giu')
const stretch = new RegExp(`${clock}\\s*(?:-|to|until|till|through|bis|à)\\s*${clock}`, 'giu')
const beginning = new RegExp(`\\b(?:from|starting(?: at)?|beginning(?: at)?|ab|dès|à partir de)\\s+${clock}`, 'iu')

type DayTime = { readonly at: readonly string[]; readonly openForMinutes: number | null }

/** A stretch of the day in minutes; where `to` is not after `from` it ends on the next day, and where they are the same it is a whole one. */
export type Stretch = { readonly from: number; readonly to: number }
/** It is open where `to` is null. */
export type Hours = { readonly from: number; readonly to: number | null }

/** The times of day in a text, as `HH:mm`; of stretches their beginnings, and how long they are where that is one length. */
export function timesIn(text: string): DayTime {
  const stretches = stretchesIn(text)
  const [length, other] = new Set(stretches.map(lengthOf))
  const found = stretches.length > 0 ? stretches.map(({ from }) => from) : minutesIn(text)
  const at = [...new Set(found)].sort((a, b) => a - b).map(written)
  return { at, openForMinutes: other === undefined ? (length ?? null) : null }
}

/** From when to when in the day; empty of times that are only listed. */
export function hoursIn(text: string): readonly Hours[] {
  const stretches = stretchesIn(text)
  if (stretches.length > 0) return stretches
  const open = beginning.exec(text)
  const from = open && minutesOf(open.slice(1, 7))
  return from === null ? [] : [{ from, to: null }]
}

export function lengthOf({ from, to }: Stretch): number {
  return (to - from + day) % day || day
}

const day = 24 * 60

export function stretchesIn(text: string): readonly Stretch[] {
  return [...text.matchAll(stretch)].flatMap((match) => {
    const from = minutesOf(match.slice(1, 7))
    const to = minutesOf(match.slice(7, 13))
    return from === null || to === null ? [] : [{ from, to }]
  })
}

/** The times that are no stretches. */
export function timesAlone(text: string): readonly number[] {
  return minutesIn(text.replace(stretch, ' '))
}

function minutesIn(text: string): readonly number[] {
  return [...text.matchAll(one)].flatMap((match) => minutesOf(match.slice(1, 7)) ?? [])
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
