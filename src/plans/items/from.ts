import type { Bound } from '../../domain/cadence/cadence.ts'
import { parseOffset } from '../../domain/cadence/phrase-bounds.ts'
import { isDate } from '../../domain/cadence/time.ts'
import { type Read, unreadable } from '../fault.ts'

/** Reads `2026-01-01`, or `T+1w` after the plan's launch; `boundPhrase` writes it. */
export function parseFrom(text: string): Read<Bound> {
  const said = text.trim()
  if (isDate(said)) return { ok: true, value: said }
  const offset = parseOffset(said)
  return offset !== null && offset.minutes === 0
    ? { ok: true, value: offset }
    : unreadable(`"${text}" is not a day such as 2026-01-01, or T+1w after the launch${monthsOf(said)}`)
}

/** `T+1m` is a minute. */
function monthsOf(said: string): string {
  const months = /^T\+(\d{1,2})m$/iu.exec(said)?.[1]
  return months === undefined ? '' : `: for months write T+${months}mo`
}
