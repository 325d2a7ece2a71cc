import type { Target, Threshold } from '../../domain/item.ts'
import { nearest } from '../../domain/nearest.ts'
import { inUnit, timeUnit } from '../../domain/reading/amount.ts'
import { severities } from '../../domain/severity.ts'
import { type Read, unreadable } from '../fault.ts'
import { inSigns } from './in-signs.ts'
import { type NumericKind, noTarget, parseQuantity, unitMessage, unitOf } from './quantity.ts'
import { parseTrend, type Said, soundsLikeTrend } from './trend.ts'

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

export function isUnitAlone(piece: string, kind: NumericKind): boolean {
  if (/^[<>=≤≥!≠~≈±\d-]|^\p{Sc}\s*\d|\.\./u.test(piece) || keyword.test(piece) || soundsLikeTrend(piece)) return false
  if (inSigns(piece) !== null || (kind === 'money' && /\d/u.test(piece))) return false
  return !/[<>=≤≥]/u.test(piece) || unitOf(piece, kind) !== null
}

export function unitAlone(piece: string, kind: NumericKind): Read<UnitAlone> {
  const unit = unitOf(piece, kind)
  const misspelt = unit === null ? null : misspeltTrend(piece)
  if (misspelt !== null) return unreadable(`"${piece}" is not a unit: did you mean "${misspelt}"?`)
  return unit === null ? unreadable(unitMessage(piece, kind)) : { ok: true, value: { unit, target: null } }
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
  const said = severe?.[1] ?? whole
  return { role, said, severity, at: piece.indexOf(said) }
}

/** Reads a piece that is written well. */
export function readPiece(piece: string, kind: NumericKind): Read<Piece> {
  const { role, said, severity, at } = partsOf(piece)
  const read = readTarget(said, kind)
  if (!read.ok) return unreadable(read.message, at + read.at)
  if (role === 'critical' && severity === null) return unreadable(`say how bad it is: write "${piece} P1"`)
  return { ok: true, value: { role, severity, ...read.value } }
}

export function readTarget(piece: string, kind: NumericKind): Read<Measured> {
  if (soundsLikeTrend(piece)) {
    const read = parseTrend(piece)
    return read.ok ? { ok: true, value: { target: read.value, unit: '' } } : read
  }
  const between = range.exec(piece)
  if (between) return readRange(between[1] as string, between[2] as string, kind)
  const compared = comparison.exec(piece)
  if (!compared) return unreadable(noTarget(piece, kind))
  const amount = parseQuantity(compared[2] as string, kind)
  if (!amount.ok) return amount
  const op = (compared[1] as string).replace('≤', '<=').replace('≥', '>=') as '<' | '<=' | '>' | '>=' | '='
  return { ok: true, value: { target: { op, value: amount.value.value }, unit: amount.value.unit } }
}

function readRange(lowText: string, highText: string, kind: NumericKind): Read<Measured> {
  const low = parseQuantity(lowText, kind)
  const high = parseQuantity(highText, kind)
  if (!low.ok) return low
  if (!high.ok) return high
  const [from, to] = [low.value.unit || high.value.unit, high.value.unit || low.value.unit]
  for (const unit of [to, from]) {
    const [least, most] = [exactly(low.value.value, from, unit), exactly(high.value.value, to, unit)]
    if (least !== undefined && most !== undefined)
      return { ok: true, value: { target: { op: 'between', low: least, high: most }, unit } }
  }
  return unreadable(`one unit for all: "${from}" differs from "${to}"`)
}

/** Times alone have units that become one another; what has more digits than a plan can say stays as it was said. */
export function exactly(value: number, from: string, to: string): number | undefined {
  if (from === to) return value
  if (timeUnit(from) !== from || timeUnit(to) !== to) return undefined
  const converted = inUnit(value, from, to)
  return Number(converted.toFixed(6)) === converted && Math.abs(converted) < 1e12 ? converted : undefined
}
