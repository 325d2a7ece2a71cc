/** A time of day in minutes; one past midnight belongs to the day before. */
export type Moment = { readonly minute: number; readonly pastMidnight: boolean }
/** Counted from 1, Monday or January; null is all of them. */
export type Only = { readonly days: readonly number[] | null; readonly months: readonly number[] | null }

const mostCrons = 6

/** Times of day on some days of some months, as few crons as say it; null where that takes too many. */
export function cronsOf(moments: readonly Moment[], { days, months }: Only): string | null {
  const parts = new Map<string, { readonly minutes: readonly number[]; readonly later: boolean; hours: number[] }>()
  for (const later of [false, true]) {
    const own = moments.filter((one) => (one.pastMidnight && days !== null) === later)
    for (const hour of new Set(own.map(({ minute }) => Math.floor(minute / 60)))) {
      const all = own.flatMap(({ minute }) => (Math.floor(minute / 60) === hour ? [minute % 60] : []))
      const minutes = [...new Set(all)].sort((a, b) => a - b)
      const key = `${later} ${minutes.join()}`
      const part = parts.get(key) ?? { minutes, later, hours: [] }
      part.hours.push(hour)
      parts.set(key, part)
    }
  }
  if (parts.size === 0 || parts.size > mostCrons) return null
  return [...parts.values()]
    .map(({ minutes, later, hours }) => {
      const on = later && days ? days.map((day) => (day % 7) + 1) : days
      return `cron ${minutesField(minutes)} ${hoursField(hours)} * ${monthsField(months)} ${daysField(on)}`
    })
    .join('; ')
}

export function monthsField(months: readonly number[] | null): string {
  return months === null || months.length === 12 ? '*' : listed(months)
}

/** Sunday is 7 at the end of a range, and else 0, as cron has it. */
export function daysField(days: readonly number[] | null): string {
  if (days === null || days.length === 7) return '*'
  return runsOf(days)
    .flatMap(([first, last]): readonly (string | number)[] =>
      last - first > 1 ? [`${first}-${last}`] : first === last ? [first] : [first, last],
    )
    .map((one) => (one === 7 ? '0' : String(one)))
    .join(',')
}

/** A step where the minutes part the hour evenly, else each of them. */
function minutesField(minutes: readonly number[]): string {
  const step = 60 / minutes.length
  const even = minutes.length > 1 && minutes.every((minute, place) => minute === place * step)
  return even ? `*/${step}` : minutes.join(',')
}

function hoursField(hours: readonly number[]): string {
  const sorted = [...new Set(hours)].sort((a, b) => a - b)
  const [first = 0, second = 0] = sorted
  const last = sorted.at(-1) ?? 0
  const step = second - first
  if (sorted.length === 24) return '*'
  const even = sorted.length > 2 && step > 1 && sorted.every((hour, place) => hour === first + place * step)
  if (!even) return listed(sorted)
  return first === 0 && 24 % step === 0 && sorted.length === 24 / step ? `*/${step}` : `${first}-${last}/${step}`
}

/** `0-3,22-23`. */
function listed(numbers: readonly number[]): string {
  return runsOf(numbers)
    .map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`))
    .join(',')
}

function runsOf(numbers: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run && run[1] + 1 === number) run[1] = number
    else runs.push([number, number])
  }
  return runs
}
