import { isTimeAlone } from '../timing/timing.ts'

/** Pictures at either end of a heading; the coloured dots of a status stay. */
const ornaments =
  /(?![\u{1F7E0}-\u{1F7EB}\u{1F534}\u{1F535}])[\p{Extended_Pictographic}\uFE0F\u200D\u{1F3FB}-\u{1F3FF}]/gu

export function withoutOrnaments(text: string): string {
  return text
    .replace(/(?<![\p{L}\p{N}])[©®™]/gu, '')
    .replace(ornaments, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** `1.`, `2)`, `Step 3:`, `A.` before a heading. */
export function withoutNumber(text: string): string {
  return text.replace(
    /^(?:(?:step|task|schritt|étape)\s+\d+\s*[:.)-]\s*|\d{1,2}(?:\.\d{1,2})*[.):]?\s+(?=\S)|[A-Z][.)]\s+)/iu,
    '',
  )
}

/** A heading without what its timing says, where other words remain: `Evening Checklist (5:00 PM - 10 minutes)`. */
export function titleIn(heading: string): string {
  const bare = withoutNumber(withoutOrnaments(heading)).replace(/\s*:$/u, '')
  const open = bare.replace(/\s*[([]([^()[\]]*)[)\]]/gu, (whole, inner: string) => (isTimeAlone(inner) ? '' : whole))
  const [head = '', ...rest] = open.split(/\s+[-\u2013\u2014|]\s+|:\s+/u)
  const tail = rest.filter((piece) => !isTimeAlone(piece))
  const trimmed = rest.length > 0 && tail.length === 0 ? head : open
  const short = trimmed.replace(
    /\s*[-\u2013\u2014]?\s*\d+(?:\s*[-\u2013]\s*\d+)?\s*(?:minutes?|mins?|hours?|full days?|days?)$/iu,
    '',
  )
  const title = (/\p{L}/u.test(short) ? short : bare).trim()
  if (title === '') return heading.trim() || 'Checklist'
  return isShouted(title) ? sentence(title) : title
}

function isShouted(text: string): boolean {
  return text.length > 4 && text === text.toUpperCase() && /\p{L}{4}/u.test(text)
}

function sentence(text: string): string {
  return text.charAt(0) + text.slice(1).toLowerCase()
}
