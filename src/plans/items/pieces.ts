import type { Target, Threshold } from '../../domain/item.ts'
import { nearest } from '../../domain/nearest.ts'
import { inUnit, timeUnit } from '../../domain/reading/amount.ts'
import { severities } from '../../domain/severity.ts'
import { unreadable } from '../fault.ts'
import { inSigns } from './in-signs.ts'
import { further, instead, inWords, noTarget, notTarget, type Offered, offering, type Refusal } from './offer.ts'
import { type NumericKind, parseQuantity, wellWritten } from './quantity.ts'
import { parseTrend, type Said, soundsLikeTrend } from './trend.ts'
import { unitMessage, unitOf } from './unit.ts'

export type Draft = Exclude<Target, { op: 'trend' }> | Said

/** What stands between two commas of a target. */
export type Piece = {
  readonly role: Role
  readonly target: Draft
  readonly unit: string
  readonly severity: Threshold['severity']
}
export type UnitAlone = { readonly unit: string; readonly target: null }

export const roles = ['target', 'stretch', 'warning', 'critical'] as const
export type Role = (typeof roles)[number]

type Measured = { readonly target: Draft; readonly unit: string }

const comparison = /^(<=|>=|[<>=≤≥])\s*([^\s<>=].*)$/u
const range = /^([^\s<>=≤≥].*?)\s*\.\.\s*([^\s.].*)$/u
const keyword = /^(stretch|warning|critical)\s+(.+)$/isu
const severityBehind = /^(.+?)\s+(P[0-3])$/isu

/** A figure, a sign, or half a range. */
const ofTarget = /^[<>=≤≥!≠~≈±\p{N}+,-]|^\p{Sc}\s*[-+]?\p{N}|\.[.\d]/u

export function isUnitAlone(piece: string, kind: NumericKind): boolean {
  if (ofTarget.test(piece) || keyword.test(piece) || soundsLikeTrend(piece)) return false
  if (inSigns(piece) !== null || (kind === 'money' && /\d/u.test(piece))) return false
  return !/[<>=≤≥]/u.test(piece) || unitOf(piece, kind) !== null
}

export function unitAlone(piece: string, kind: NumericKind): Offered<UnitAlone> {
  const unit = unitOf(piece, kind)
  if (unit === null) return unreadable(unitMessage(piece, kind))
  const misspelt = misspeltTrend(piece)
  if (misspelt === null) return { ok: true, value: { unit, target: null } }
  const says = `"${piece}" is not a unit`
  return offering(says, { said: piece, meant: [misspelt], message: `${says}: did you mean "${misspelt}"?` })
}

/** A unit that is nearly a trend was meant as one. */
function misspeltTrend(piece: string): string | null {
  return /^[rf]\w{3,7}g$/iu.test(piece) ? nearest(piece, ['rising', 'falling']) : null
}

/** The words and signs of a piece, and where its target begins. */
export function partsOf(piece: string): {
  readonly role: Role
  readonly said: string
  readonly severity: Threshold['severity']
  readonly at: number
} {
  const [, named, rest] = keyword.exec(piece) ?? []
  const role = (named?.toLowerCase() ?? 'target') as Role
  const whole = rest ?? piece
  const severe = role === 'warning' || role === 'critical' ? severityBehind.exec(whole) : null
  const severity = severities.find((one) => one === severe?.[2]?.toUpperCase()) ?? null
  return { role, said: severe?.[1] ?? whole, severity, at: piece.length - whole.length }
}

/** Reads a piece that is written well. */
export function readPiece(piece: string, kind: NumericKind): Offered<Piece> {
  const { role, said, severity, at } = partsOf(piece)
  const severe = role === 'warning' || role === 'critical'
  const stray = severe && severity === null ? /\s(P\d+)$/iu.exec(said) : null
  if (stray) return unreadable(`"${stray[1]}" is no severity: these are ${severities.join(', ')}`, at + stray.index + 1)
  const read = readTarget(said, kind)
  if (!read.ok) return further(read, at)
  if (role === 'critical' && severity === null) return withoutSeverity(piece)
  return { ok: true, value: { role, severity, ...read.value } }
}

function withoutSeverity(piece: string): Refusal {
  const says = 'say how bad it is'
  const meant = [`${piece} P1`]
  return offering(`${says}: P1 stands behind its target`, { said: piece, meant, message: `${says}: ${inWords(meant)}` })
}

export function readTarget(piece: string, kind: NumericKind): Offered<Measured> {
  if (soundsLikeTrend(piece)) {
    const read = parseTrend(piece)
    return read.ok ? { ok: true, value: { target: read.value, unit: '' } } : read
  }
  const between = range.exec(piece)
  if (between) return readRange(piece, [between[1] as string, between[2] as string], kind)
  const [, sign, figure] = comparison.exec(piece) ?? []
  if (sign === undefined || figure === undefined) return unreadable(noTarget(piece, kind))
  const amount = parseQuantity(figure, kind)
  if (!amount.ok) return further(amount, piece.length - figure.length)
  const op = sign.replace('≤', '<=').replace('≥', '>=') as '<' | '<=' | '>' | '>=' | '='
  return { ok: true, value: { target: { op, value: amount.value.value }, unit: amount.value.unit } }
}

/** A piece with the signs, the figures and the severity that a plan would give it. */
export function wellSaid(piece: string, kind: NumericKind): string {
  const { role, said, severity, at } = partsOf(range.test(piece) ? piece : (inSigns(piece) ?? piece))
  const severe = severity ?? (role === 'critical' ? 'P1' : null)
  const target = withFigures(at > 0 ? (inSigns(said) ?? said) : said, kind)
  return [...(role === 'target' ? [] : [role]), target, ...(severe === null ? [] : [severe])].join(' ')
}

function withFigures(target: string, kind: NumericKind): string {
  const [, low, high] = range.exec(target) ?? []
  if (low !== undefined && high !== undefined) return `${wellWritten(low, kind)}..${wellWritten(high, kind)}`
  const [, sign, figure] = comparison.exec(target) ?? []
  return sign === undefined || figure === undefined ? target : `${sign} ${wellWritten(figure, kind)}`
}

function readRange(piece: string, ends: readonly [low: string, high: string], kind: NumericKind): Offered<Measured> {
  const low = parseQuantity(ends[0], kind)
  const high = parseQuantity(ends[1], kind)
  if (!low.ok && !high.ok) return instead(notTarget(piece, kind), kind, { said: piece, meant: [wellSaid(piece, kind)] })
  if (!low.ok) return low
  if (!high.ok) return further(high, piece.length - ends[1].length)
  const [from, to] = [low.value.unit || high.value.unit, high.value.unit || low.value.unit]
  for (const unit of [to, from]) {
    const [least, most] = [exactly(low.value.value, from, unit), exactly(high.value.value, to, unit)]
    if (least !== undefined && most !== undefined)
      return { ok: true, value: { target: { op: 'between', low: least, high: most }, unit } }
  }
  return unreadable(twoUnits(from, to))
}

/** What is told of a figure in another unit than those before it. */
export function twoUnits(named: string, shared: string): string {
  const areTimes = [named, shared].every((unit) => timeUnit(unit) === unit)
  const smaller = areTimes && inUnit(1, named, shared) > 1 ? shared : named
  const remedy = areTimes ? `, and it does not come out even: tell all of it in ${smaller}` : ''
  return `one unit for all: "${named}" differs from "${shared}"${remedy}`
}

/** Times alone have units that become one another; what has more digits than a plan can say stays as it was said. */
export function exactly(value: number, from: string, to: string): number | undefined {
  if (from === to) return value
  if (timeUnit(from) !== from || timeUnit(to) !== to) return undefined
  const converted = inUnit(value, from, to)
  return Number(converted.toFixed(6)) === converted && Math.abs(converted) < 1e12 ? converted : undefined
}
