import { placeOf } from '../../domain/cadence/say.ts'
import { localDateOf, localDayOf, localTextOf, nextMidnight, wallTimeOf, weekdayOf } from '../../domain/cadence/time.ts'
import type { Mrkdwn } from './mrkdwn.ts'
import { counted } from './words.ts'

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Fri 20 Nov 09:00 New York` */
export function localTime(instant: Date, zone: string): Mrkdwn {
  return `${dayTime(instant, zone)} ${placeOf(zone)}` as Mrkdwn
}

/** As `localTime`, and with its year where that is not this one: `Tue 29 Feb 2028 09:00 New York`. */
export function localTimeAhead(instant: Date, now: Date, zone: string): Mrkdwn {
  return `${dayTimeAhead(instant, now, zone)} ${placeOf(zone)}` as Mrkdwn
}

/** As `dayTime`, and with its year where that is not this one. */
export function dayTimeAhead(instant: Date, now: Date, zone: string): Mrkdwn {
  return isOfYear(instant, now, zone) ? dayTime(instant, zone) : dayTimeOfYear(instant, zone)
}

function isOfYear(instant: Date, known: Date, zone: string): boolean {
  return localDateOf(instant, zone).slice(0, 4) === localDateOf(known, zone).slice(0, 4)
}

/** `Tue 29 Feb 2028 09:00` */
function dayTimeOfYear(instant: Date, zone: string): Mrkdwn {
  return launchInWords(localTextOf(instant, zone).replace(' ', 'T')) as Mrkdwn
}

/** `Fri 20 Nov 09:00` */
export function dayTime(instant: Date, zone: string): Mrkdwn {
  return `${dayOf(instant, zone)} ${clockTime(instant, zone)}` as Mrkdwn
}

/** `Fri 20 Nov` */
export function dayOf(instant: Date, zone: string): Mrkdwn {
  const date = localDateOf(instant, zone)
  return `${days[weekdayOf(date)]} ${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1]}` as Mrkdwn
}

/** `Tue 1 Dec 2026 09:00`, of a wall time such as `2026-12-01T09:00`. */
export function launchInWords(launch: string): string {
  const [date = '', time = ''] = launch.split('T')
  const month = months[Number(date.slice(5, 7)) - 1]
  return `${days[weekdayOf(date)]} ${Number(date.slice(8))} ${month} ${date.slice(0, 4)} ${time}`
}

/** `09:00` */
export function clockTime(instant: Date, zone: string): Mrkdwn {
  return wallTimeOf(instant, zone) as string as Mrkdwn
}

/** The clock alone on the day that the reader already knows, else with its day. */
export function timeNear(instant: Date, known: Date, zone: string): Mrkdwn {
  return isOfDay(instant, known, zone) ? clockTime(instant, zone) : dayTime(instant, zone)
}

function isOfDay(instant: Date, known: Date, zone: string): boolean {
  return localDayOf(instant.getTime(), zone) === localDayOf(known.getTime(), zone)
}

const week = 7 * 24 * 60 * 60_000

/** As `timeNear`, as short as a row of many wants it: `Wed 08:30` within a week of the known day. */
export function shortTimeNear(instant: Date, known: Date, zone: string): Mrkdwn {
  const near = timeNear(instant, known, zone)
  const far = Math.abs(instant.getTime() - known.getTime()) >= week - 24 * 60 * 60_000
  if (near.length === clockTime(instant, zone).length || far) return near
  return `${days[weekdayOf(localDateOf(instant, zone))]} ${clockTime(instant, zone)}` as Mrkdwn
}

/** When something ends: `midnight` of the day that the reader already knows, else with what that day leaves open. */
export function endNear(instant: Date, known: Date, zone: string): Mrkdwn {
  const midnight = instant.getTime() === nextMidnight(known, zone).getTime()
  if (midnight) return 'midnight' as Mrkdwn
  if (isOfDay(instant, known, zone)) return clockTime(instant, zone)
  return isOfYear(instant, known, zone) ? dayTime(instant, zone) : dayTimeOfYear(instant, zone)
}

/** `15 min`, `1 h 30 min`, `2 days`, `4 days 5 h`: beyond two days nobody counts minutes. */
export function durationInWords(minutes: number): Mrkdwn {
  const whole = Math.max(0, Math.ceil(minutes))
  const [hours, rest] = [Math.floor(whole / 60), whole % 60]
  if (hours >= 48) {
    const over = hours % 24
    return `${Math.floor(hours / 24)} days${over > 0 ? ` ${over} h` : ''}` as Mrkdwn
  }
  const parts = [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : '']
  return parts.filter((part) => part !== '').join(' ') as Mrkdwn
}

/** How long work takes: `3 days`, where a clock says 72 hours. */
export function workInWords(minutes: number): Mrkdwn {
  const days = minutes / (24 * 60)
  return Number.isInteger(days) ? counted(days, 'day') : durationInWords(minutes)
}

/** Rounded up: what took 20 s took a minute. */
export function minutesBetween(start: Date, end: Date): number {
  return Math.ceil((end.getTime() - start.getTime()) / 60_000)
}
