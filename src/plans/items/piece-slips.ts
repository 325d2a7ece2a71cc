import { nearest } from '../../domain/nearest.ts'
import { unreadable } from '../fault.ts'
import { inSigns } from './in-signs.ts'
import { further, instead, noTarget, notTarget, type Offered, offering, type Refusal, rangeOf } from './offer.ts'
import { type Piece, partsOf, readPiece, readTarget, roles, wellSaid } from './pieces.ts'
import { type NumericKind, wellWritten } from './quantity.ts'
import { statisticIn } from './statistic.ts'
import { soundsLikeTrend } from './trend.ts'
import { unitOf } from './unit.ts'

/** Reads a piece; of one that cannot be read, what was meant by it where that can be told. */
export function parsePiece(piece: string, kind: NumericKind): Offered<Piece> {
  const read = readPiece(piece, kind)
  if (read.ok) return read
  const { role, said, severity, at } = partsOf(piece)
  if (readTarget(said, kind).ok) return read
  const parted = several(piece, kind)
  if (parted !== null) return parted
  if (soundsLikeTrend(said)) return read
  const severe = role === 'critical' && severity === null ? ' P1' : ''
  const refusal = (role === 'target' ? null : ofThreshold(said, kind, severe)) ?? ofTarget(said, kind, severe)
  return refusal === null ? read : further(refusal, at)
}

/** `> 3 and < 5`, and `< 5 warning > 3`: what commas part. Whether one behind a threshold is its own nobody can tell. */
function several(piece: string, kind: NumericKind): Refusal | null {
  const pieces = piece.split(between).flatMap((one) => (one === '' ? [] : [wellSaid(one, kind)]))
  if (pieces.length < 2 || !pieces.every((one) => readPiece(one, kind).ok)) return null
  const named = pieces.map((one) => partsOf(one).role)
  const crowded = named.find((role, place) => role !== 'target' && named[place + 1] === 'target')
  return crowded === undefined
    ? instead(`"${piece}" is several targets, which commas part`, kind, { said: piece, meant: [pieces.join(', ')] })
    : unreadable(`"${piece}" is several targets, and a ${crowded} has one, or a range such as "${rangeOf(kind)}"`)
}

const thresholds = '(?:stretch|warning|critical)'
const trends = '(?:no worse|not (?:rising|falling)|(?<!not )(?:rising|falling))(?!\\p{L})'
/** But not a threshold from its own target. */
const between = new RegExp(
  `\\s*[;&]\\s*|\\s+and\\s+|\\s+(?=${thresholds}\\s)|(?<!(?:^|[\\s;])${thresholds})\\s+(?=[<>=≤≥]|${trends})`,
  'iu',
)

/** On which side the limit of a threshold lies nobody can tell from its figure. */
function ofThreshold(said: string, kind: NumericKind, severe: string): Refusal | null {
  const limit = wellWritten(said, kind)
  if (inSigns(said) !== null || !isTarget(`< ${limit}`, kind)) return null
  const meant = [`< ${limit}${severe}`, `> ${limit}${severe}`]
  return instead(`"${said}" says no side of its limit`, kind, { said, meant })
}

function ofTarget(said: string, kind: NumericKind, severe: string): Refusal | null {
  const half = halfRange(said)
  if (half !== null && isTarget(half, kind)) return notThis(said, half + severe, kind)
  const range = /^[<>=≤≥]+\s*(.+\.\..+)$/u.exec(said)?.[1]
  if (range !== undefined && isTarget(range, kind))
    return unreadable(`"${said}" is a limit and a range at once: leave out the sign, or one end of the range`)
  const misspelt = misspeltRole(said, kind)
  if (misspelt !== null) return misspelt
  const turned = inSigns(said) ?? unitBehind(said, kind)
  const meant = turned === null ? null : wellSaid(turned, kind)
  if (meant !== null && isMeant(meant, kind)) return notThis(said, meant + severe, kind)
  if (said.includes('..') || /^[<>=≤≥]=?\s*[^\s<>=≤≥]/u.test(said)) return null
  if (/^[<>=≤≥]=?$/u.test(said))
    return instead(`"${said}" has no figure behind it`, kind, { said, meant: [`${said} 4`], why: ' for four' })
  if (/^[<>=≤≥!≠~≈±]/u.test(said)) return unreadable(noSign(said))
  const exact = `= ${wellWritten(said, kind)}`
  const whole = noTarget(said, kind)
  if (inSigns(said) !== null || !isTarget(exact, kind)) return unreadable(whole)
  return offering(whole, { said, meant: [exact], message: `${whole}; perhaps "${exact}"` })
}

function notThis(said: string, meant: string, kind: NumericKind): Refusal {
  return instead(notTarget(said, kind), kind, { said, meant: [meant] })
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
  const [, unit = '', target = ''] = /^([^<>=≤≥!]+?)\s*([<>=≤≥].*)$/u.exec(said) ?? []
  return unit !== '' && unitOf(unit, kind) !== null ? `${target} ${unit}` : null
}

/** A statistic stands before targets; a trend may leave to its neighbours which way is worse. */
function isMeant(said: string, kind: NumericKind): boolean {
  return statisticIn(said) !== null || readPiece(said, kind).ok
}

function misspeltRole(said: string, kind: NumericKind): Refusal | null {
  const [, word = '', rest = ''] = /^([a-z]{4,12})\s*([<>=≤≥\d].*)$/iu.exec(said) ?? []
  const role = word === '' ? null : nearest(word, roles.slice(1))
  if (role === null) return null
  const whole = noTarget(said, kind)
  const meant = wellSaid(`${role} ${rest}`, kind)
  return offering(whole, { said, meant: [meant], message: `${whole}; did you mean "${meant}"?` })
}

function isTarget(text: string, kind: NumericKind): boolean {
  return readTarget(text, kind).ok
}
