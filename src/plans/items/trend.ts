import type { Trend, Way } from '../../domain/item.ts'
import { nearest } from '../../domain/nearest.ts'
import { type Period, periods } from '../../domain/reading/period.ts'
import { type Read, unreadable } from '../fault.ts'
import { inSigns } from './in-signs.ts'
import { inWords, type Offered, offering, type Refusal } from './offer.ts'

/** Other words for a period. */
const aliases: Readonly<Record<string, Period>> = {
  'same week last year': 'last year',
  'same month last year': 'last year',
  'same quarter last year': 'last year',
  'same period last year': 'last year',
  'the time before': 'last time',
  'the week before': 'last week',
  'the month before': 'last month',
}

export function parsePeriod(text: string): Read<Period> {
  const word = text.trim().replace(/\s+/g, ' ').toLowerCase()
  const period = periods.find((one) => one === word) ?? aliases[word]
  if (period) return { ok: true, value: period }
  const meant = nearest(word, periods)
  return unreadable(
    `"${text}" is not a period to compare with${meant ? `: did you mean "${meant}"?` : `: ${periods.join(', ')}`}`,
  )
}

/** `no worse` leaves open which way is worse: the item's other targets tell. */
export type Said = Omit<Trend, 'way'> & { readonly way: Way | 'no worse' }

const trend =
  /^(no worse|not rising|not falling|rising|falling)(?:\s+(?:by\s+)?(\d{1,4}(?:\.\d{1,3})?)\s*%)?(?:\s+(?:on|than|since)\s+(.+))?$/isu

/** Whether a text is meant as a trend, be it well said or not. */
export function soundsLikeTrend(text: string): boolean {
  return (
    /^(no worse|(not )?(rising|falling))\b/iu.test(text) || /\s(on|than|since)\s+(last|yesterday|same)\b/iu.test(text)
  )
}

/** Reads `rising`, `not falling on last week` or `rising by 10% on last month`. */
export function parseTrend(text: string): Offered<Said> {
  const match = trend.exec(text.trim())
  if (!match) return noTrend(text)
  const [, way = '', by, on] = match
  const period: Read<Period> = on === undefined ? { ok: true, value: 'last time' } : parsePeriod(on)
  if (!period.ok) return unreadable(period.message, text.length - (on ?? '').length)
  return {
    ok: true,
    value: {
      op: 'trend',
      way: way.toLowerCase() as Said['way'],
      by: by === undefined ? null : Number(by),
      on: period.value,
    },
  }
}

function noTrend(said: string): Refusal {
  const says = `"${said}" is not a trend`
  const message = `${says}: write "rising", "not falling on last week" or "rising by 10% on last month"`
  const meant = inSigns(said)
  return meant === null
    ? unreadable(message)
    : offering(message, { said, meant: [meant], message: `${says}: ${inWords([meant])}` })
}

export function printTrend({ way, by, on }: Trend): string {
  const much = by === null ? '' : ` by ${by}%`
  return on === 'last time' ? `${way}${much}` : `${way}${much} on ${on}`
}
