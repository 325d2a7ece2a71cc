import type { Bound, Cadence, CadencePart, LocalDate, Weekday } from './cadence.ts'
import { readWeekdays } from './phrase-days.ts'
import { readPart, readStart } from './phrase-part.ts'
import { suggestPhrase } from './suggest.ts'
import { after, expected, type Failure, head, isFailure, type Words, wordsOf, wrong } from './tokens.ts'

/** `at` is the index in the phrase of the word that was not understood. */
export type PhraseFault = {
  readonly message: string
  readonly at: number
  readonly suggestion?: string
  /** The date of the suggestion that nobody said: that of the first one belongs there. */
  readonly firstOn?: LocalDate
}

export type ParsedCadence =
  | { readonly ok: true; readonly cadence: Cadence }
  | { readonly ok: false; readonly fault: PhraseFault }

const longestPhrase = 500

/** Reads a phrase such as `first Monday of month at 09:00`; several may stand in a row, parted by semicolons. */
export function parseCadence(phrase: string): ParsedCadence {
  if (phrase.length > longestPhrase) return fail({ message: 'a cadence is at most 500 characters long', at: 0 })
  const parsed = readCadence(phrase)
  if (!isFailure(parsed)) return { ok: true, cadence: parsed }
  const advice = suggestPhrase(phrase, (text) => {
    const meant = readCadence(text)
    return isFailure(meant) ? null : meant
  })
  return fail({ ...parsed, ...advice })
}

/** `Monday, Tuesday` or `Sunday to Thursday`; null of anything else. */
export function weekdaysNamed(text: string): readonly Weekday[] | null {
  const days = readWeekdays(wordsOf(text, 0))
  return isFailure(days) || days.rest.list.length > 0 ? null : days.value
}

function fail(fault: PhraseFault): ParsedCadence {
  return { ok: false, fault }
}

function readCadence(phrase: string): readonly CadencePart[] | Failure {
  const parts: CadencePart[] = []
  let at = 0
  for (const piece of phrase.split(';')) {
    const chain = readChain(wordsOf(piece, at))
    if (isFailure(chain)) return chain
    parts.push(...chain)
    at += piece.length + 1
  }
  return parts
}

/** `A until X, then B until Y, then C`: each begins where the one before ends. */
function readChain(words: Words): readonly CadencePart[] | Failure {
  const parts: CadencePart[] = []
  let rest = words
  let begins: Bound | undefined
  for (;;) {
    const start = readStart(rest)
    if (start.rest.list.length === 0)
      return { message: 'a cadence such as "day at 09:00" is missing here', at: rest.end }
    if (begins !== undefined && start.value !== null) return wrong(rest, thenBegins)
    const part = readPart(start.rest, start.value ?? begins)
    if (isFailure(part)) return part
    parts.push(part.value)
    rest = part.rest
    const comma = head(rest) === ',' ? 1 : 0
    if (rest.list.length === 0) return parts
    if (head(rest, comma) !== 'then') return expected(rest, '"from", "until" or the end')
    begins = 'until' in part.value ? part.value.until : undefined
    if (begins === undefined) return wrong(after(rest, comma), () => '"then" needs "until" and a day before it')
    rest = after(rest, comma + 1)
  }
}

function thenBegins(said: string): string {
  return `${said} is not needed: what follows "then" begins where the cadence before it ends`
}
