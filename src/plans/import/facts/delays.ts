import type { DraftLevel } from '../draft.ts'
import { inEnglish } from '../timing/languages.ts'
import { lengthIn } from '../timing/length.ts'

/** Who is asked, and what a line says of when: after how long, and in which case. */
export type Delayed = {
  readonly role: string
  readonly minutes: number | null
  readonly on: DraftLevel['on']
  /** Counted from the start, as `10 min: duty manager` is, and not from the level before. */
  readonly fromStart: boolean
  /** Words beside it that no level has a place for. */
  readonly rest: string
}

const length = String.raw`\d+(?:[.,]\d+)?\s*(?:min|h|std|stund|heure)`
const opens = `(?:(?:if|when|unless|after|within|in|immediately|at once|straight away|nach|wenn|falls|innerhalb|sofort|après|si|sans|sous|dans|immédiatement)(?!\\p{L})|${length})`
const before = new RegExp(
  `^((?:after|nach|après)?\\s*${length}[^:\u2013\u2014]*?)(?::|\\s[\u2013\u2014-])\\s*(.+)$`,
  'iu',
)
const cases: readonly (readonly [NonNullable<DraftLevel['on']>, RegExp])[] = [
  [
    'no-response',
    /\b(?:(?:no|without(?: an?)?) (?:response|answer|reply|acknowledge?ment)|unanswered|unacknowledged|unreachable|not (?:answered|acknowledged|reached|reachable)|(?:nobody|no one) (?:answers|responds|replies)|(?:doesn['’]t|does not) (?:answer|respond|reply)|keine (?:antwort|reaktion)|sans réponse|pas de réponse)(?![\p{L}])/iu,
  ],
  [
    'breach',
    /\b(?:unresolved|not (?:resolved|fixed|solved)|still (?:open|unresolved|down)|no (?:fix|resolution|solution)|ungelöst|nicht (?:gelöst|behoben)|(?:non|pas) résolu)(?![\p{L}])/iu,
  ],
]

const inCase = cases.map(([, pattern]) => pattern.source).join('|')
const behind = new RegExp(`^(.*?[^\\s,;:(\u2013-])\\s*(?:[,;:(\u2013\u2014-]\\s*|\\s)((?:${opens}|${inCase}).*)$`, 'iu')
const parting = /(?:[,;:]|\s[\u2013\u2014-])\s/gu

export function delayedIn(text: string): Delayed {
  const leading = before.exec(text)
  const { role, clause } = leading ? { role: leading[2], clause: leading[1] } : behindRole(text)
  const said = clause === undefined || role === undefined ? null : delayIn(clause)
  if (!said || role === undefined) return { role: text, minutes: null, on: null, fromStart: false, rest: '' }
  return { role, ...said, fromStart: leading !== null && said.on === null }
}

/** `CTO (response in 1 hour)` parts at the bracket and not before `in`: at a space only where nothing else parts it. */
function behindRole(text: string): { readonly role?: string; readonly clause?: string } {
  const [, role, clause] = behind.exec(text) ?? []
  if (role === undefined || clause === undefined) return {}
  const outside = role.replace(/\([^()]*\)/gu, (whole) => '_'.repeat(whole.length))
  const bracket = outside.indexOf('(')
  const atSpace = !/^\s*[,;:(\u2013\u2014-]/u.test(text.slice(role.length))
  const mark = atSpace ? [...outside.matchAll(parting)].at(-1) : undefined
  const place = bracket >= 0 ? { index: bracket, 0: '(' } : mark
  if (!place || place.index === 0) return { role, clause }
  return { role: text.slice(0, place.index).trim(), clause: text.slice(place.index + place[0].length).trim() }
}

function delayIn(clause: string): Pick<Delayed, 'minutes' | 'on' | 'rest'> | null {
  const minutes = /\ba day\b|24\/7/iu.test(clause) ? null : lengthIn(inEnglish(clause))
  const on = cases.find(([, pattern]) => pattern.test(clause))?.[0] ?? null
  const atOnce = /\b(?:immediately|at once|straight away|sofort|immédiatement)|^0\s*min/iu.test(clause)
  if (minutes === null && on === null && !atOnce) return null
  const known = cases.reduce((words, [, pattern]) => words.replace(pattern, ' '), clause)
  const rest = known.replace(
    /\d+(?:[.,]\d+)?\s*(?:min|h|std|stund|heure)\p{L}*\.?|\b(?:if|when|there|it|is|are|has|been|still|after|within|in|of|the|an|a|immediately|at once|straight away|nach|wenn|falls|innerhalb|von|sofort|après|si|sous|dans|immédiatement)(?!\p{L})|\.(?=\s*\)?$)/giu,
    ' ',
  )
  return { minutes, on, rest: /[\p{L}\p{N}]/u.test(rest) ? clause.replace(/\)$/u, '') : '' }
}
