import type { CadencePart, Offset, Weekday } from './cadence.ts'
import { isByClock } from './launch.ts'
import { readOffset } from './phrase-bounds.ts'
import { readWeekdays } from './phrase-days.ts'
import { readTimes } from './phrase-times.ts'
import { after, expected, head, isFailure, type Parsed, type Words, wrong } from './tokens.ts'
import { weekdayNamed } from './words.ts'

/** `T+30m`, `T+1d at 08:00`, `T+1w Monday at 09:00`, `T+2d to T+3d`, `T+2mo`. */
export function readAfterLaunch(words: Words): Parsed<CadencePart> {
  const offset = readOffset(words)
  if (isFailure(offset)) return offset
  const { value: after, rest } = offset
  if (head(rest) === 'to') return readLaunchWindow(after, rest)
  const days = readDays(rest)
  if (isFailure(days)) return days
  const isDay = days.value.length > 0 || head(days.rest) === 'at' || isOneDay(after)
  if (!isDay) return { value: alone(after), rest }
  if (after.minutes > 0)
    return wrong(rest, (said) => `${said} cannot follow hours and minutes: count the launch in days`)
  const times = readTimes(days.rest)
  if (isFailure(times)) return times
  return { value: { kind: 'launch-day', after, days: days.value, at: times.value }, rest: times.rest }
}

/** `15 minutes from T+1h to T+6h`; one where no number is said. */
export function readInterval(words: Words): Parsed<CadencePart> {
  const counted = /^\d/.test(head(words)) ? 1 : 0
  const count = counted === 1 ? Number(head(words)) : 1
  const minutes = count * (head(words, counted).startsWith('hour') ? 60 : 1)
  const from = after(words, counted + 1)
  if (head(from) !== 'from') return expected(from, '"from" with a time after the launch such as T+1h')
  const first = readClock(after(from))
  if (isFailure(first)) return first
  if (head(first.rest) !== 'to') return expected(first.rest, '"to" with a time after the launch such as T+6h')
  const last = readClock(after(first.rest))
  if (isFailure(last)) return last
  const length = last.value.minutes - first.value.minutes
  if (length < 0) return wrong(after(first.rest), (said) => `${said} comes before the interval begins`)
  if (length / minutes >= mostTimes)
    return wrong(after(first.rest), (said) => `until ${said} it would fall due more than ${mostTimes} times`)
  return { value: { kind: 'interval', minutes, first: first.value, last: last.value }, rest: last.rest }
}

const mostTimes = 3000

function readLaunchWindow(first: Offset, words: Words): Parsed<CadencePart> {
  const end = after(words)
  const offset = readOffset(end)
  if (isFailure(offset)) return offset
  const { value: last, rest } = offset
  if (!isNothing(first) && !isNothing(last) && isByClock(first) !== isByClock(last))
    return wrong(end, (said) => `${said} is counted otherwise than where it begins: use days for both, or hours`)
  if (sizeOf(last) < sizeOf(first)) return wrong(end, (said) => `${said} comes before the window begins`)
  if (sizeOf(last) === sizeOf(first)) return wrong(end, (said) => `${said} is where the window begins: leave "to" out`)
  if (head(rest) === 'at') return wrong(rest, () => 'a window has no time: it opens when its first working day starts')
  return { value: { kind: 'launch-window', first, last }, rest }
}

function readDays(words: Words): Parsed<readonly Weekday[]> {
  const on = head(words) === 'on' ? after(words) : words
  if (on === words && weekdayNamed(head(words)) === null) return { value: [], rest: words }
  return readWeekdays(on)
}

function readClock(words: Words): Parsed<Offset> {
  const offset = readOffset(words)
  if (isFailure(offset) || isByClock(offset.value)) return offset
  const { months, weeks, days } = offset.value
  const whole = months * 30 + weeks * 7 + days
  const [unit, meant] =
    months > 0 ? ['months', `hours, such as T+${whole * 24}h for ${whole} days`] : ['days', `T+${whole * 24}h`]
  return wrong(words, (said) => `${said} is counted in ${unit}, and an interval in real time: write ${meant}`)
}

/** A day falls due by itself, months and weeks are open while they last, hours are an instant. */
function alone(offset: Offset): CadencePart {
  if (isByClock(offset)) return { kind: 'launch-moment', after: offset }
  return { kind: 'launch-window', first: offset, last: offset }
}

function isOneDay({ days }: Offset): boolean {
  return days > 0
}

function isNothing(offset: Offset): boolean {
  return sizeOf(offset) === 0
}

/** Days, with months of thirty of them, or minutes: it has only the one or the other. */
function sizeOf({ months, weeks, days, minutes }: Offset): number {
  return months * 30 + weeks * 7 + days + minutes
}
