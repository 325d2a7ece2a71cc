import type { WallTime } from './cadence.ts'
import { after, head, isFailure, listOf, type Parsed, type Words, wrong } from './tokens.ts'
import { monthNamed, nthNamed, weekdayNamed } from './words.ts'

/** `at 08:00, 17:00`; no times where there is no `at`. */
export function readTimes(words: Words): Parsed<readonly WallTime[]> {
  if (head(words) !== 'at') return { value: [], rest: words }
  const times = listOf(after(words), readTime)
  return isFailure(times) ? times : { value: [...new Set(times.value)].sort(), rest: times.rest }
}

/** A wall time in 24 hours, made `HH:mm`; null where it is none. */
export function parseWallTime(text: string): WallTime | null {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text)
  return match ? `${(match[1] as string).padStart(2, '0')}:${match[2]}` : null
}

function readTime(words: Words): Parsed<WallTime> {
  const time = parseWallTime(head(words))
  if (time !== null) return { value: time, rest: after(words) }
  if (words.list.length === 0) return { message: '"at" needs a time such as 09:00', at: words.end }
  const word = head(words)
  if (weekdayNamed(word) ?? nthNamed(word) ?? monthNamed(word))
    return wrong(words, (said) => `${said} begins another cadence: list them as two`)
  return wrong(words, (said) => `${said} is not a time of the 24 hour clock, such as 09:00 or 17:30`)
}
