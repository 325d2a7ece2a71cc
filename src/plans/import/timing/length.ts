const minutesIn: Readonly<Record<string, number>> = { s: 0, m: 1, h: 60, d: 1440, w: 10_080 }
/** Ten years: what is longer is no length of anything that people do. */
const longest = 10 * 366 * 1440
const unit = '(min(?:ute)?s?|hours?|hrs?|h|(?:full |working |business )?days?|weeks?)'
const end = '(?![a-z])'
const length = new RegExp(String.raw`(\d+(?:\.\d+)?)\s*(?:(?:-|to|bis|à)\s*(\d+(?:\.\d+)?))?\s*${unit}${end}`, 'iu')
const stretch = new RegExp(String.raw`(\d+(?:\.\d+)?)\s*${unit}?\s*(?:-|to)\s*(\d+(?:\.\d+)?)\s*${unit}${end}`, 'iu')

/** How long something takes, in minutes: of `15-20 minutes` the longer; null where no length is said. */
export function lengthIn(text: string): number | null {
  const found = length.exec(withoutEvery(text))
  if (!found) return null
  const [, low, high, named = ''] = found
  const minutes = Math.round(Number(high ?? low) * perUnit(named))
  return minutes > 0 && minutes <= longest ? minutes : null
}

/** "Next release" is no length of time, but the end of it all the same. */
export function milestoneIn(text: string): string | null {
  return /^next \p{L}{1,40}(?: \p{L}{1,40}){0,2}$/iu.test(text.trim()) ? text.trim().toLowerCase() : null
}

/** `0-15 minutes`, `15 minutes - 2 hours`: the minutes from where to where. */
export function stretchIn(text: string): { readonly from: number; readonly to: number } | null {
  const within = /(?:within|first)\s+(\d+(?:\.\d+)?)[\s-]*(min\w*|h\w*|days?)/iu.exec(text)
  const end = within ? Math.round(Number(within[1]) * perUnit(within[2] ?? '')) : 0
  if (end > 0 && end <= longest) return { from: 0, to: end }
  const found = stretch.exec(text)
  if (!found) return null
  const [, low, lowUnit, high, highUnit = ''] = found
  const from = Math.round(Number(low) * perUnit(lowUnit ?? highUnit))
  const to = Math.round(Number(high) * perUnit(highUnit))
  return from < to && to <= longest ? { from, to } : null
}

export function withoutLengths(text: string): string {
  return text.replace(new RegExp(length.source, 'giu'), ' ')
}

/** What comes every 15 minutes does not take 15 minutes. */
function withoutEvery(text: string): string {
  return text.replace(/\bevery\s+\d+[\s-]*[a-z]+/giu, ' ')
}

function perUnit(named: string): number {
  const word = named.replace(/^(?:full|working|business)\s+/iu, '').toLowerCase()
  return minutesIn[word.charAt(0)] ?? 0
}
