import { clockTime, dayKey, format } from '../../reading/dates.ts'

const day = 86_400_000

export const msOfTs = (ts: string): number => Number(ts) * 1000

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

/** `2026-11-20T09:00` of an instant, as the zone's clock on the wall shows it. */
export const wallTime = (ms: number, zone: string): string => `${dayKey(ms, zone)}T${clockTime(ms, zone)}`

/** The instant at which the zone's wall clock shows this. Twice, because the first guess may lie across a clock change. */
export function instantOf(wall: string, zone: string): number {
  const naive = Date.parse(`${wall}:00Z`)
  const offset = (ms: number) => Date.parse(`${wallTime(ms, zone)}:00Z`) - ms
  return naive - offset(naive - offset(naive))
}
