import { withoutOrnaments } from '../reading/ornaments.ts'
import { isTimeAlone } from '../timing/timing.ts'

/** `1.`, `2)`, `Step 3:`, `A.` before a heading. */
export function withoutNumber(text: string): string {
  return text.replace(
    /^(?:(?:step|task|schritt|étape)\s+\d+\s*[:.)-]\s*|\d{1,2}(?:\.\d{1,2})*[.):]?\s+(?=\S)|[A-Z][.)]\s+)/iu,
    '',
  )
}

/** A heading without what is said of its timing elsewhere, where other words remain: `Evening Checklist (5:00 PM - 10 minutes)`. */
export function titleIn(heading: string, isSaid: (words: string) => boolean = isTimeAlone): string {
  const bare = withoutNumber(withoutOrnaments(heading)).replace(/\s*:$/u, '')
  const open = bare.replace(/\s*[([]([^()[\]]*)[)\]]/gu, (whole, inner: string) => (isSaid(inner) ? '' : whole))
  // A dash between two figures parts no words.
  const [head = '', ...rest] = open.split(/\s+[-\u2013\u2014|]\s+(?!(?<=\d\s+[-\u2013\u2014]\s+)\d)|:\s+/u)
  const tail = rest.filter((piece) => !isSaid(piece))
  const trimmed = rest.length > 0 && tail.length === 0 ? head : open
  const short = trimmed.replace(
    /\s*[-,\u2013\u2014]?\s*(?:every\s+)?\d+(?:\s*[-\u2013]\s*\d+)?\s*(?:minutes?|mins?|hours?|full days?|days?)$/iu,
    (length) => (isSaid(length) ? '' : length),
  )
  const says = /\p{L}/u.test(short) && !/^(?:every|each|alle|tous les|toutes les)$/iu.test(short.trim())
  const title = (says ? short : bare).trim()
  if (title === '') return heading.trim() || 'Checklist'
  return isShouted(title) ? sentence(title) : title
}

function isShouted(text: string): boolean {
  return text.length > 4 && text === text.toUpperCase() && /\p{L}{4}/u.test(text)
}

function sentence(text: string): string {
  return text.charAt(0) + text.slice(1).toLowerCase()
}
