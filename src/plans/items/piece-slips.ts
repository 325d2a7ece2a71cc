import { nearest } from '../../domain/nearest.ts'
import { type Read, unreadable } from '../fault.ts'
import { inSigns } from './in-signs.ts'
import { type Piece, partsOf, readPiece, readTarget, roles } from './pieces.ts'
import { type NumericKind, noTarget, unitOf, wellWritten } from './quantity.ts'
import { statisticIn } from './statistic.ts'
import { soundsLikeTrend } from './trend.ts'

/** Reads a piece; of one that cannot be read, what was meant by it where that can be told. */
export function parsePiece(piece: string, kind: NumericKind): Read<Piece> {
  const read = readPiece(piece, kind)
  if (read.ok) return read
  const { role, said, severity, at } = partsOf(piece)
  const readable = readTarget(said, kind).ok
  if (readable || soundsLikeTrend(said)) return read
  const parted = several(piece, kind)
  if (parted !== null) return unreadable(parted)
  const severe = role === 'critical' && severity === null ? ' P1' : ''
  const message = role === 'target' ? ofTarget(said, kind) : (ofThreshold(said, kind, severe) ?? ofTarget(said, kind))
  return message === null ? read : unreadable(message, at)
}

/** `> 3 and < 5`, and `< 5 warning > 3`: what commas part. */
function several(piece: string, kind: NumericKind): string | null {
  const pieces = piece.split(between).filter((one) => one !== '')
  const named = pieces.map((one) => partsOf(one).role).filter((role) => role !== 'target')
  if (pieces.length < 2 || new Set(named).size < named.length || !pieces.every((one) => readPiece(one, kind).ok))
    return null
  return `"${piece}" is several targets, which commas part: write "${pieces.join(', ')}"`
}

const thresholds = 'stretch|warning|critical'
const between = new RegExp(
  `\\s*[;&,]\\s*|\\s+and\\s+|\\s+(?=(?:${thresholds})\\s)|(?<!(?:^|[\\s,;])(?:${thresholds}))\\s+(?=[<>=≤≥])`,
  'iu',
)

/** On which side the limit of a threshold lies nobody can tell from its figure. */
function ofThreshold(said: string, kind: NumericKind, severe: string): string | null {
  const limit = wellWritten(said, kind)
  if (!isTarget(`< ${limit}`, kind)) return null
  return `"${said}" says no side of its limit: write "< ${limit}${severe}" or "> ${limit}${severe}"`
}

function ofTarget(said: string, kind: NumericKind): string | null {
  const whole = `"${said}" is not a target of a ${kind}`
  const half = halfRange(said)
  if (half !== null && isTarget(half, kind)) return `${whole}: write "${half}"`
  const range = /^[<>=≤≥]+\s*(.+\.\..+)$/u.exec(said)?.[1]
  if (range !== undefined && isTarget(range, kind))
    return `"${said}" is a limit and a range at once: leave out the sign, or one end of the range`
  const misspelt = keywordHint(said)
  if (misspelt !== null) return noTarget(said, kind) + misspelt
  const meant = [inSigns(said), unitBehind(said, kind)].find((one) => one !== null && isMeant(one, kind))
  if (meant) return `${whole}: write "${meant}"`
  if (said.includes('..') || /^[<>=≤≥]=?\s*[^\s<>=≤≥]/u.test(said)) return null
  if (/^[<>=≤≥]=?$/u.test(said)) return `"${said}" has no figure behind it: write "${said} 5" for five`
  if (/^[<>=≤≥!≠~≈±]/u.test(said)) return noSign(said)
  const exact = `= ${wellWritten(said, kind)}`
  return noTarget(said, kind) + (isTarget(exact, kind) ? `; perhaps "${exact}"` : '')
}

function noSign(said: string): string {
  return `"${said}" begins with no sign of a target: these are <, <=, >, >= and =`
}

/** `< 5` of `< 5..` and of `< ..5`. */
function halfRange(said: string): string | null {
  const [, sign, low, high] = /^([<>=≤≥]=?)\s*(?:\.\.\s*(\S.*)|(\S.*?)\s*\.\.)$/u.exec(said) ?? []
  return sign === undefined ? null : `${sign} ${low ?? high}`
}

/** `> 7 of 10` of `of 10 > 7`. */
function unitBehind(said: string, kind: NumericKind): string | null {
  const [, unit = '', target = ''] = /^([^<>=≤≥]+?)\s*([<>=≤≥].*)$/u.exec(said) ?? []
  return unit !== '' && unitOf(unit, kind) !== null ? `${target} ${unit}` : null
}

/** A statistic stands before targets; a trend may leave to its neighbours which way is worse. */
function isMeant(said: string, kind: NumericKind): boolean {
  return statisticIn(said) !== null || readPiece(said, kind).ok
}

function keywordHint(said: string): string | null {
  const word = /^([a-z]{4,12})\s*[<>=≤≥\d]/iu.exec(said)?.[1]
  const meant = word === undefined ? null : nearest(word, roles.slice(1))
  return meant ? `; did you mean "${meant}"?` : null
}

function isTarget(text: string, kind: NumericKind): boolean {
  return readTarget(text, kind).ok
}
