import type { Item, Target, Threshold } from '../../domain/item.ts'
import { boundsOf, figuresIn } from '../../domain/reading/judge.ts'
import { commaParts } from '../commas.ts'
import { type Read, unreadable } from '../fault.ts'
import { inPlanSigns } from './look-alikes.ts'
import { further, type Refusal } from './offer.ts'
import { parsePiece } from './piece-slips.ts'
import {
  type Draft,
  exactly,
  isUnitAlone,
  type Piece,
  type Role,
  roles,
  twoUnits,
  type UnitAlone,
  unitAlone,
} from './pieces.ts'
import { beyondScale, type NumericKind, printQuantity } from './quantity.ts'
import { statisticFirst } from './statistic.ts'
import { printTrend } from './trend.ts'
import { unitMessage, unitOf, usualUnit } from './unit.ts'

/** What a text asks of a figure, with the one unit of it all. */
export type Asks = Pick<Item, 'targets' | 'unit' | 'critical'> & Partial<Pick<Item, 'stretch' | 'warning'>>

/** What stands beside a text: the unit that the plan names, and where it is no whole line, what may be read there. */
export type Beside = { readonly unit: string | null; readonly fits?: (asks: Asks) => boolean }

/** Reads `< 10 errors`, `18..25 °C`, `>= 1, <= 5` or `< 80, warning > 70`. */
export function parseTargets(said: string, kind: NumericKind, { unit, fits }: Beside): Read<Asks> {
  const text = inPlanSigns(said)
  const named = unit === null ? null : unitOf(unit, kind)
  if (unit !== null && named === null) return unreadable(unitMessage(unit, kind))
  const line = lineOf(text, kind, named)
  if (line.refusal === null) return asksOf(text, line, kind)
  const { message, at, offer } = line.refusal
  if (offer === undefined) return unreadable(message, at)
  const isRight = (meant: string) => {
    const put = text.slice(0, at) + meant + text.slice(at + offer.said.length)
    const again = lineOf(at === 0 && !fits ? put.replace(statisticFirst, '') : put, kind, named)
    if (again.refusal !== null && again.refusal.at < at + meant.length) return false
    const asks = asksOf(put, again, kind)
    return asks.ok && (fits?.(asks.value) ?? true)
  }
  return unreadable(offer.meant.every(isRight) ? offer.message : message, at)
}

/** `< 5 °C`, as `parseTargets` reads it back. */
export function printTarget(target: Target, unit: string | null): string {
  switch (target.op) {
    case 'is':
      return target.word
    case 'between':
      return `${target.low}..${printQuantity(target.high, unit)}`
    case 'trend':
      return printTrend(target)
    default:
      return `${target.op} ${printQuantity(target.value, unit)}`
  }
}

/** All of it on one line; a unit that no target carries stands first. */
export function printAsks(asks: Asks, kind: NumericKind): string {
  const { targets, unit, stretch, warning, critical } = asks
  const carried = targets.some(({ op }) => op !== 'trend' && op !== 'is')
  const print = (role: string, target: Target, severity: Threshold['severity'] = null) =>
    `${role} ${printTarget(target, unit)}${severity === null ? '' : ` ${severity}`}`
  return [
    ...(unit === null || unit === usualUnit(kind) || carried ? [] : [unit]),
    ...targets.map((target) => printTarget(target, unit)),
    ...(stretch ? [print('stretch', stretch)] : []),
    ...(warning ? [print('warning', warning.when, warning.severity)] : []),
    ...(critical ? [print('critical', critical.when, critical.severity)] : []),
  ].join(', ')
}

/** Whether a threshold says no more than a line can. */
export function isPlain(threshold: Threshold | null | undefined): boolean {
  return !threshold || (threshold.respondMinutes === undefined && threshold.do === undefined)
}

/** The pieces of a line that can be read, in the one unit of it all, and the first that cannot. */
type Line = { readonly pieces: readonly Piece[]; readonly unit: string | null; readonly refusal: Refusal | null }

function lineOf(text: string, kind: NumericKind, beside: string | null): Line {
  let shared = beside
  let refusal: Refusal | null = null
  const pieces: Piece[] = []
  for (const [place, { piece, at }] of piecesIn(text).entries()) {
    const read = place === 0 && isUnitAlone(piece, kind) ? unitAlone(piece, kind) : parsePiece(piece, kind)
    if (!read.ok) {
      refusal ??= further(read, at)
      continue
    }
    const { unit: named } = read.value
    if (named !== '') shared ??= named
    const told = inSharedUnit(read.value, shared ?? '')
    if (told === undefined) refusal ??= unreadable(twoUnits(named, shared ?? ''), at)
    else if (told.target !== null) pieces.push(told)
  }
  return { pieces, unit: shared ?? usualUnit(kind), refusal }
}

/** A comma right before a digit belongs to its figure, but for one between a limit and a range. */
const commaInFigure = /(?<=\d|(?:^|[<>=≤≥])\s*),(?=\d)(?!(?<=[<>=≤≥][^,]*,)\d[\d.]*\s*\.\.)/gu

function piecesIn(text: string): readonly { readonly piece: string; readonly at: number }[] {
  const whole = text.replace(commaInFigure, '.')
  let end = 0
  return commaParts(whole).map((part) => {
    const at = whole.indexOf(part, end)
    end = at + part.length
    return { piece: text.slice(at, end), at }
  })
}

/** A piece in the unit of those before it; undefined where it cannot be told in it. */
function inSharedUnit<P extends Piece | UnitAlone>(piece: P, shared: string): P | undefined {
  const { unit, target } = piece
  if (unit === '' || unit === shared) return piece
  if (target === null || target.op === 'is' || target.op === 'trend') return undefined
  if (target.op !== 'between') {
    const value = exactly(target.value, unit, shared)
    return value === undefined ? undefined : { ...piece, target: { op: target.op, value } }
  }
  const [low, high] = [exactly(target.low, unit, shared), exactly(target.high, unit, shared)]
  return low === undefined || high === undefined ? undefined : { ...piece, target: { op: target.op, low, high } }
}

function asksOf(text: string, { pieces, unit }: Line, kind: NumericKind): Read<Asks> {
  const settled = pieces.map((piece) => ({ ...piece, target: decided(piece.target, pieces) }))
  const undecided = settled.find(({ target }) => target === null)
  if (undecided) return unreadable('which way is worse? Write "not rising" or "not falling"', text.search(/no worse/iu))
  const whole = settled.flatMap(({ target, ...piece }) => (target === null ? [] : [{ ...piece, target }]))
  for (const role of roles.slice(1)) {
    const second = whole.filter((piece) => piece.role === role)[1]
    if (second) return unreadable(secondMessage(role), text.toLowerCase().lastIndexOf(role))
  }
  const beyond = whole.flatMap(({ target }) => figuresIn(target).flatMap((one) => beyondScale(one, kind, unit) ?? []))
  if (beyond[0] !== undefined) return unreadable(beyond[0])
  const targets = whole.filter(({ role }) => role === 'target').map(({ target }) => target)
  if (isContradiction(targets) || whole.some(({ target }) => isContradiction([target])))
    return unreadable(`no number satisfies "${text.trim()}"`)
  const one = (role: Role) => whole.find((piece) => piece.role === role)
  const [stretch, warning, critical] = [one('stretch'), one('warning'), one('critical')]
  const severity = critical?.severity ?? null
  return {
    ok: true,
    value: {
      targets,
      unit,
      critical: critical && severity ? { when: critical.target, severity } : null,
      ...(stretch && { stretch: stretch.target }),
      ...(warning && { warning: { when: warning.target, severity: warning.severity } }),
    },
  }
}

function secondMessage(role: Role): string {
  const other = role === 'critical' ? ', or a "severity" of this one, for what misses its target' : ''
  return `one ${role} is enough: another is an item of its own${other}`
}

/** Where little is good, more is worse. */
function decided(draft: Draft, pieces: readonly Piece[]): Target | null {
  if (draft.op !== 'trend') return draft
  if (draft.way !== 'no worse') return { ...draft, way: draft.way }
  const bound = pieces.find(({ role, target }) => role === 'target' && /^[<>]/u.test(target.op))?.target.op
  if (bound === undefined) return null
  return { ...draft, way: bound.startsWith('<') ? 'not rising' : 'not falling' }
}

/** Whether the bounds leave no number at all. */
function isContradiction(targets: readonly Target[]): boolean {
  const [low, high] = boundsOf(targets)
  return (
    low > high || (low === high && targets.some(({ op }) => op === '<' || op === '>') && !targets.every(holds(low)))
  )
}

function holds(value: number): (target: Target) => boolean {
  return (target) => !('value' in target) || target.op.includes('=') || target.value !== value
}
