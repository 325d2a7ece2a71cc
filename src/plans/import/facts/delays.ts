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
const behind = new RegExp(`^(.*?[^\\s,;:(\\u2013-])\\s*(?:[,;:(\\u2013\\u2014-]\\s*|\\s)((?:${opens}).*)$`, 'iu')

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

export function delayedIn(text: string): Delayed {
  const leading = before.exec(text)
  const [, role, clause] = leading ? [leading[0], leading[2], leading[1]] : (behind.exec(text) ?? [])
  const said = clause === undefined || role === undefined ? null : delayIn(clause)
  if (!said || role === undefined) return { role: text, minutes: null, on: null, fromStart: false, rest: '' }
  return { role, ...said, fromStart: leading !== null && said.on === null }
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
