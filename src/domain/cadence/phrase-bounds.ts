import type { Bound, Bounds, Offset } from './cadence.ts'
import { isDate } from './days.ts'
import { after, expected, head, isFailure, type Parsed, type Words, wrong } from './tokens.ts'

/** `from 2026-01-02 until T+1mo`, in either order. */
export function readBounds(words: Words): Parsed<Bounds> {
  let bounds: Bounds = {}
  let rest = words
  for (;;) {
    const word = head(rest)
    if (word !== 'from' && word !== 'until') return { value: bounds, rest }
    if (word in bounds) return wrong(rest, (said) => `${said} is given twice`)
    const bound = readBound(after(rest))
    if (isFailure(bound)) return bound
    bounds = { ...bounds, [word]: bound.value }
    rest = word === 'from' && isOnward(bound.rest) ? after(bound.rest) : bound.rest
  }
}

/** `onward`, as documents say it after an offset. */
export function isOnward(words: Words): boolean {
  return /^onwards?:?$/.test(head(words))
}

export function readOffset(words: Words): Parsed<Offset> {
  const offset = parseOffset(head(words))
  if (offset !== null) return { value: offset, rest: after(words) }
  return expected(words, 'a time after the launch such as T+4h, T+1d, T+2w or T+1mo')
}

/** `T+0`, `T+30m`, `T+1h30m`, `T+1d`, `T+1mo2w`; null of anything else, and of days with hours. */
export function parseOffset(text: string): Offset | null {
  const match = /^t\+(?:0|(?:(\d{1,4})mo)?(?:(\d{1,4})w)?(?:(\d{1,4})d)?(?:(\d{1,5})h)?(?:(\d{1,5})m)?)$/.exec(
    text.toLowerCase(),
  )
  if (!match || match[0] === 't+') return null
  const [months, weeks, days, hours, more] = match.slice(1).map((digits) => Number(digits ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const minutes = hours * 60 + more
  return minutes > 0 && months + weeks + days > 0 ? null : { months, weeks, days, minutes }
}

function readBound(words: Words): Parsed<Bound> {
  if (isDate(head(words))) return { value: head(words), rest: after(words) }
  const offset = parseOffset(head(words))
  if (offset !== null) return { value: offset, rest: after(words) }
  return expected(words, 'a date such as 2026-03-06, or a time after the launch such as T+1mo,')
}
