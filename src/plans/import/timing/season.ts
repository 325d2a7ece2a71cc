import type { CadencePart } from '../../../domain/cadence/cadence.ts'
import { parseCadence } from '../../../domain/cadence/phrase.ts'
import { monthName } from '../../../domain/cadence/words.ts'
import type { Phrase } from './cadence.ts'
import { minuteOf } from './clock.ts'
import { cronsOf } from './crons.ts'

/** The same in these months only; as it was where the language of plans has no way to say so. */
export function inMonths(phrase: Phrase, months: readonly number[]): Phrase {
  const names = months.map(monthName).join(', ')
  const [, count] = /^(\d+) months? on /u.exec(phrase.every) ?? []
  if (count && Number(count) * months.length === 12) return { every: names, chosen: null }
  if (/(?:^| of )(?:month|quarter|year)(?: at |$)/u.test(phrase.every))
    return { ...phrase, every: phrase.every.replace(/\b(?:month|quarter|year)\b/u, names) }
  const parsed = parseCadence(phrase.every)
  const [part, more] = parsed.ok ? parsed.cadence : []
  const days = part && !more ? daysOf(part) : undefined
  if (days === undefined || !part || !('at' in part)) return phrase
  const moments = part.at.map((time) => ({ minute: minuteOf(time), pastMidnight: false }))
  return { ...phrase, every: cronsOf(moments, { days, months }) ?? phrase.every }
}

/** Null of every day; undefined of what comes otherwise than by the week. */
function daysOf(part: CadencePart): readonly number[] | null | undefined {
  if ('from' in part || 'until' in part) return undefined
  if (part.kind === 'day') return null
  return part.kind === 'working-day' ? [1, 2, 3, 4, 5] : part.kind === 'weekdays' ? part.days : undefined
}
