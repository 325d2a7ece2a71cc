/** A stretch that is counted from a launch: of hours, days, weeks or months, both included; `to` is null where it goes on. */
export type Span = {
  readonly unit: 'h' | 'd' | 'w' | 'mo'
  readonly from: number
  readonly to: number | null
  /** The unit counts within what stands around it, as day 1 does in week 2. */
  readonly within: boolean
}

const units: Readonly<Record<string, Span['unit']>> = { hour: 'h', day: 'd', week: 'w', month: 'mo' }
const named =
  /(?<!\b(?:every|each) )\b(hour|day|week|month)s?\s*(\+?)\s*(\d{1,3})(?:\s*(?:-|to|through)\s*(?:(?:hour|day|week|month)s?\s*)?\+?(\d{1,3}))?(\s?\+)?(?![\w%/]|:\d|\s*(?:of|minutes?|hours?|days?|weeks?)\b)/u
const afterT =
  /\bt\s*\+\s*(\d{1,3})(?!\d)\s*(hour|day|week|month|h|d|w|mo)?s?(?:\s*(?:-|to|through)\s*t\s*\+\s*(\d{1,3})\s*(hour|day|week|month|h|d|w|mo)s?)?/u

/** `Week 2-4`, `Day +1`, `Hour +1 to +6`, `T+0 to T+7 days`, `Month 4+`; in small English letters. */
export function spanIn(text: string): Span | null {
  const counted = afterT.exec(text)
  if (counted) {
    const unit = unitOf(counted[4] ?? counted[2] ?? 'day')
    return { unit, from: Number(counted[1]), to: Number(counted[3] ?? counted[1]), within: false }
  }
  const match = named.exec(text)
  if (match) {
    const [, unit = '', plus, first, last, onward] = match
    // Week 1 is the one that begins with the launch; week +1 begins a week later.
    const shift = plus ? 0 : 1
    const from = Number(first) - shift
    const to = onward ? null : Number(last ?? first) - shift
    if (from >= 0 && (to === null || to >= from)) return { unit: unitOf(unit), from, to, within: !plus }
  }
  return /\blaunch day\b/u.test(text) ? { unit: 'd', from: 0, to: 0, within: false } : null
}

export function withoutSpans(text: string): string {
  return text.replace(new RegExp(named.source, 'giu'), ' ').replace(new RegExp(afterT.source, 'giu'), ' ')
}

type Offset = Readonly<Record<Span['unit'], number>>

/** A stretch as `from` and `last` offsets in the language of plans, within what stands around it. */
export function offsetsOf(span: Span, around: Span | null): { readonly from: string; readonly last: string | null } {
  const base = span.within && around && rank(around.unit) > rank(span.unit) ? around : null
  const at = (count: number): Offset => {
    const counted = { h: 0, d: 0, w: 0, mo: 0, [span.unit]: count }
    return base ? { ...counted, [base.unit]: base.from } : counted
  }
  return { from: written(at(span.from)), last: span.to === null ? null : written(at(span.to)) }
}

/** Where a stretch is over. */
export function endOf(span: Span): string | null {
  return span.to === null
    ? null
    : written({ h: 0, d: 0, w: 0, mo: 0, [span.unit]: span.to + (span.unit === 'h' ? 0 : 1) })
}

function written(offset: Offset): string {
  if (offset.h > 0) return `T+${offset.h}h`
  const parts = (['mo', 'w', 'd'] as const).filter((unit) => offset[unit] > 0).map((unit) => `${offset[unit]}${unit}`)
  return parts.length === 0 ? 'T+0' : `T+${parts.join('')}`
}

function unitOf(word: string): Span['unit'] {
  return units[word] ?? (word as Span['unit'])
}

function rank(unit: Span['unit']): number {
  return ['h', 'd', 'w', 'mo'].indexOf(unit)
}
