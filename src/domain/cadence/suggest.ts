import { nearest } from '../nearest.ts'
import type { Cadence, CadencePart, LocalDate } from './cadence.ts'
import type { Failure } from './tokens.ts'
import { turner, wordsIn } from './turn.ts'
import { cronTurns, figureTurns, turns } from './turns.ts'
import { monthNames, numberWords, ordinals, weekdayNames } from './words.ts'

type Suggestion = { readonly suggestion: string; readonly firstOn?: LocalDate }

/** The phrase that means the same and can be read, or why none is told of what may mean two things; empty where none is known. */
export function suggestPhrase(
  phrase: string,
  read: (text: string) => Cadence | null,
): Suggestion | Failure | Record<string, never> {
  const said = phrase
    .replace(/; ?(?=then\b)/gi, ', ')
    .split(';')
    .filter((piece) => piece.trim() !== '')
    .map(reworded)
    .join('; ')
  const tries: readonly Suggestion[] = [
    { suggestion: said },
    { suggestion: `${said} from ${anyDate}`, firstOn: anyDate },
  ]
  const found = tries.find(({ suggestion }) => read(suggestion) !== null)
  if (!found) return {}
  return read(found.suggestion)?.some(isAtMidnight) ? (unclearMidnight(phrase) ?? found) : found
}

/** Where something can be counted from. */
const anyDate = '2026-01-02'

/** Of some days only: of every day it is the same which of its two is meant. */
function isAtMidnight(part: CadencePart): boolean {
  return part.kind !== 'day' && 'at' in part && part.at.includes('00:00')
}

function unclearMidnight(phrase: string): Failure | null {
  const said = /\b(?:midnight|12(?:[:.]00)? ?a\.?m|24[:.]00)\b/i.exec(phrase)
  return (
    said && {
      message: `"${said[0]}" may begin a day or end it: write 00:00 where it begins it, and where it ends it 23:59, or 00:00 of the day after`,
      at: said.index,
    }
  )
}

const inCron = turner(cronTurns)
const inFigures = turner(figureTurns)
const inTurns = turner(turns)

/** Signs of a cron line that follows are no signs between words. */
function reworded(phrase: string): string {
  const pieces = phrase.split(/(,? then (?=cron ))/iu)
  return pieces.map((piece, place) => (place % 2 === 0 ? rewordedPiece(piece) : piece)).join('')
}

function rewordedPiece(phrase: string): string {
  const cron = inCron(phrase)
  if (/^cron /.test(cron)) return cron
  return inFigures(plain(phrase))
    .replace(word, mend)
    .replace(beside, '; ')
    .split(joint)
    .map((piece, place) => (place % 2 === 0 ? inTurns(piece) : piece))
    .join('')
}

/** Between two that have their own times. */
const beside = /(?<=[a-z]{3}.*\d{2}:\d{2})(?:,? and|,| &) (?=(?!and )[a-z].*\d{2}:\d{2})/gi

/** Between any two; captured, so that it stays between them. */
const joint = /(; |,? then )/

/** Without what stands round it, and with its words apart. */
function plain(phrase: string): string {
  return phrase
    .replace(/^[\s"',]+|[\s"',.?!]+$/g, '')
    .replace(/(?<=\p{L})[-–—](?=\p{L})/gu, ' - ')
    .replace(/[()]|(?<=\p{L})[.:](?![^\s,])/gu, ' ')
    .replace(/ \/ |(?<=\p{L})\/(?=\p{L})|,/gu, ', ')
}

/** No letters that belong to figures, as in `T+1d`, `1st` and `2 mo`. */
const word = /(?<![\p{L}\d+'])(?:(?<!\d )\p{L}{2}|\p{L}{3,})(?![\p{L}\d+'])/gu

const names: readonly string[] = [...weekdayNames, ...monthNames]

const units = 'minute hour day week month quarter year minutes hours days weeks months years'.split(' ')

const language = [...units, ...'weekday on demand at to of from until then working last onward'.split(' ')]

/** Words that are not meant as the ones near them. */
const others = ['no', 'this', 'thrice']

const inTurnsOf = wordsIn(turns)
const vocabulary = [...names, ...ordinals, ...language, ...inTurnsOf.filter((one) => one.length > 3)]
const known = new Set([...vocabulary, ...inTurnsOf, ...numberWords, ...others])

/** A word that is known, a name that is cut short, what has the same letters, or else the nearest that begins alike. */
function mend(said: string): string {
  const lower = said.toLowerCase()
  if (known.has(lower)) return lower
  const name = (lower.length > 2 ? names : weekdayNames).find((one) => one.toLowerCase().startsWith(lower))
  const swapped = vocabulary.find((one) => lettersOf(one) === lettersOf(lower))
  const alike = vocabulary.filter((one) => one.charAt(0).toLowerCase() === lower.charAt(0))
  return name ?? swapped ?? nearest(lower, alike) ?? said
}

function lettersOf(word: string): string {
  return [...word.toLowerCase()].sort().join('')
}
