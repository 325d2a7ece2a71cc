import type { ItemKind } from '../../../domain/item.ts'

/** A comparison that stands in a text, in the language of plans, and where. */
export type Compared = {
  readonly op: '<' | '<=' | '>' | '>=' | '='
  readonly figure: string
  readonly unit: Unit
  readonly at: number
  readonly length: number
}

/** What a figure is a figure of; `written` is how the language of plans spells it. */
export type Unit = { readonly kind: ItemKind | null; readonly written: string }

const unitPatterns: readonly (readonly [RegExp, (match: RegExpExecArray) => Unit])[] = [
  [/^\s*%/u, () => ({ kind: 'percent', written: '' })],
  [/^\s*(?:ms|milliseconds?|msec)\b/iu, () => ({ kind: 'duration', written: 'ms' })],
  [/^\s*(?:s|secs?|seconds?)(?![\p{L}\p{N}³²/])/iu, () => ({ kind: 'duration', written: 's' })],
  [/^\s*(?:m|mins?|minutes?|minuten)(?![\p{L}\p{N}³²/])/iu, () => ({ kind: 'duration', written: 'min' })],
  [/^\s*(?:h|hrs?|hours?|stunden?|heures?)(?![\p{L}\p{N}³²/])/iu, () => ({ kind: 'duration', written: 'h' })],
  [/^\s*-?\s*days?\b/iu, () => ({ kind: 'duration', written: 'd' })],
  [/^\s*weeks?\b/iu, () => ({ kind: 'duration', written: 'w' })],
  [/^\s*(?:\/|out of|of)\s*(5|10|100)(?:\.0)?\b/iu, ([, scale]) => ({ kind: 'rating', written: `of ${scale}` })],
  [
    /^\s*(°\s?[CF]|deg\.? C|℃|[kMG]?Ω|psi|mbar\/min|mbar|bar|kPa|µS\/cm|mS\/cm|kWp|MWh|m³|m3|kWh|kW|W|V|A|Hz|rpm|ppm|dB|kg|lbs?|mm|cm|km|[KMGT]i?B|MB\/s|mg\/[lL]|g\/l|GB|l|L|gal)(?![\p{L}])/u,
    ([, sign = '']) => ({ kind: 'number', written: sign.replace(/\s/u, '') }),
  ],
]

/** The unit that follows a figure; without a kind where none does. */
export function unitBehind(text: string): Unit & { readonly length: number } {
  for (const [pattern, read] of unitPatterns) {
    const match = pattern.exec(text)
    if (match) return { ...read(match), length: match[0].length }
  }
  return { kind: null, written: '', length: 0 }
}

const ops: Readonly<Record<string, Compared['op']>> = {
  '<': '<',
  '>': '>',
  '<=': '<=',
  '>=': '>=',
  '≤': '<=',
  '≥': '>=',
  '=': '=',
}
const spoken: readonly (readonly [RegExp, Compared['op']])[] = [
  [/^(?:under|below|less than|fewer than|lower than|younger than|unter|weniger als|moins de|inférieure? à)$/iu, '<'],
  [/^(?:over|above|more than|greater than|higher than|exceeds?|über|mehr als|plus de|supérieure? à)$/iu, '>'],
  [
    /^(?:at least|minimum(?: of)?|min\.?|no less than|not below|not under|mindestens|minimal|au moins|au minimum)$/iu,
    '>=',
  ],
  [
    /^(?:at most|maximum(?: of)?|max\.?|up to|no more than|not more than|not above|not over|within|höchstens|maximal|au plus|au maximum)$/iu,
    '<=',
  ],
]
const words = String.raw`under|not below|not under|not above|not over|below|younger than|weniger als|mehr als|maximal|minimal|au maximum|au minimum|less than|fewer than|lower than|over|above|more than|greater than|higher than|exceeds?|at least|minimum(?: of)?|min\.?|no less than|at most|maximum(?: of)?|max\.?|up to|no more than|not more than|within|unter|über|mindestens|höchstens|moins de|plus de|au moins|au plus|inférieure? à|supérieure? à`
const figure = String.raw`(\p{Sc}?)\s*(\d{1,3}(?:,\d{3})+|\d+(?:[.,]\d+)?)`
const signed = new RegExp(String.raw`(<=|>=|[<>≤≥])\s*${figure}`, 'gu')
const worded = new RegExp(String.raw`\b(${words})\s+${figure}`, 'giu')

/** The comparisons of a text: those with a sign, and where `inWords` also `below 80%`. */
export function comparisonsIn(text: string, inWords: boolean): readonly Compared[] {
  const found = [...text.matchAll(signed), ...(inWords ? text.matchAll(worded) : [])]
  return found.map(read(text)).sort((a, b) => a.at - b.at)
}

function read(text: string): (match: RegExpMatchArray) => Compared {
  return (match) => {
    const [whole, sign = '', currency = '', number = ''] = match
    const at = match.index ?? 0
    const behind = text.slice(at + whole.length)
    const money = currency || (/^\s*([€$£¥])/u.exec(behind)?.[1] ?? '')
    const unit = unitBehind(behind)
    return {
      op: ops[sign] ?? spoken.find(([pattern]) => pattern.test(sign))?.[1] ?? '=',
      figure: `${money}${plainNumber(number)}`,
      unit: money === '' ? unit : { kind: 'money', written: '' },
      at,
      length: whole.length + (currency === money ? unit.length : (/^\s*[€$£¥]/u.exec(behind)?.[0].length ?? 0)),
    }
  }
}

/** `1,000` is a thousand, `4,5` four and a half. */
export function plainNumber(text: string): string {
  return /^\d{1,3}(?:,\d{3})+$/u.test(text) ? text.replaceAll(',', '') : text.replace(',', '.')
}

export type Between = {
  readonly low: string
  readonly high: string
  readonly unit: Unit
  readonly at: number
  readonly length: number
}

const range =
  /(?:(?:between|entre|zwischen)\s+)?(-?\d+(?:[.,]\d+)?)\s*(?:°\s?[CF])?\s*(?:-|\u2013|to|and|et|und|à|bis|\.\.)\s*(-?\d+(?:[.,]\d+)?)/iu

export function rangeIn(text: string): Between | null {
  const match = range.exec(text)
  if (!match) return null
  const [whole, low = '', high = ''] = match
  if (Number(plainNumber(low)) >= Number(plainNumber(high))) return null
  const unit = unitBehind(text.slice(match.index + whole.length))
  return { low: plainNumber(low), high: plainNumber(high), unit, at: match.index, length: whole.length + unit.length }
}
