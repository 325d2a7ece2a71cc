import type { ItemKind, Target } from '../domain/item.ts'
import { commaParts } from './commas.ts'
import { parseDuration } from './duration.ts'
import { type Read, unreadable } from './fault.ts'

export type NumericKind = 'number' | 'percent' | 'money' | 'duration'
export type Targets = { readonly targets: readonly Target[]; readonly unit: string | null }

type OneTarget = { readonly target: Target; readonly unit: string }

const comparison = /^(<=|>=|[<>=≤≥])\s*(.+)$/u
const range = /^(\S*?\d)\s*\.\.\s*(\S.*)$/u
const quantity = /^(\p{Sc}?)\s*(-?\d{1,12}(?:\.\d{1,6})?)(?!\d)\s*(.*)$/u

const timeUnits: Readonly<Record<string, readonly string[]>> = {
  ms: ['msec', 'millisecond', 'milliseconds'],
  s: ['sec', 'secs', 'second', 'seconds'],
  min: ['m', 'mins', 'minute', 'minutes'],
  h: ['hr', 'hrs', 'hour', 'hours'],
  d: ['day', 'days'],
}

export function isNumeric(kind: ItemKind): kind is NumericKind {
  return kind === 'number' || kind === 'percent' || kind === 'money' || kind === 'duration'
}

/** Reads `< 10 errors`, `18..25 °C` or `>= 1, <= 5`; `unit` is what the plan says beside them, if anything. */
export function parseTargets(text: string, kind: NumericKind, unit: string | null): Read<Targets> {
  let shared = unit === null ? null : unitOf(unit, kind)
  if (unit !== null && shared === null) return unreadable(unitMessage(unit, kind))
  const targets: Target[] = []
  for (const piece of commaParts(text)) {
    const read = parseTarget(piece, kind)
    if (!read.ok) return unreadable(read.message, Math.max(0, text.indexOf(piece)))
    const { target, unit: named } = read.value
    if (named !== '' && shared !== null && named !== shared)
      return unreadable(`one unit for all: "${named}" differs from "${shared}"`, text.indexOf(piece))
    if (named !== '') shared = named
    targets.push(target)
  }
  if (isContradiction(targets)) return unreadable(`no number satisfies "${text.trim()}"`)
  return { ok: true, value: { targets, unit: shared ?? usualUnit(kind) } }
}

/** The unit of a kind, spelt as the rest of Rounds spells it; null where the kind cannot have it. */
export function unitOf(text: string, kind: NumericKind): string | null {
  const unit = text.trim()
  if (kind === 'percent') return unit === '%' ? '%' : null
  if (kind === 'duration') {
    const lower = unit.toLowerCase()
    return Object.keys(timeUnits).find((name) => name === lower || timeUnits[name]?.includes(lower)) ?? null
  }
  return /^[^\d\s,."<>=≤≥+-][^,"\n]{0,23}$/u.test(unit) ? unit : null
}

export function unitMessage(unit: string, kind: NumericKind): string {
  if (kind === 'percent') return `a percent has the unit %, not "${unit}"`
  if (kind === 'duration') return `"${unit}" is not a unit of time: ms, s, min, h or d`
  return `"${unit}" is not a unit`
}

export function usualUnit(kind: ItemKind): string | null {
  if (kind === 'percent') return '%'
  return kind === 'duration' ? 'min' : null
}

/** `< 5 °C`; a currency sign stands before its number. */
export function printTarget(target: Target, unit: string | null): string {
  if (target.op === 'is') return target.word
  if (target.op === 'between') return `${target.low}..${withUnit(String(target.high), unit)}`
  return `${target.op} ${withUnit(String(target.value), unit)}`
}

function withUnit(value: string, unit: string | null): string {
  if (unit === null) return value
  if (unit === '%') return `${value}%`
  return /^\p{Sc}$/u.test(unit) ? `${unit}${value}` : `${value} ${unit}`
}

function parseTarget(piece: string, kind: NumericKind): Read<OneTarget> {
  const between = range.exec(piece)
  if (between) return parseRange(between[1] as string, between[2] as string, kind)
  const compared = comparison.exec(piece)
  if (!compared) return unreadable(targetMessage(piece, kind))
  const amount = parseQuantity(compared[2] as string, kind)
  if (!amount.ok) return amount
  const op = (compared[1] as string).replace('≤', '<=').replace('≥', '>=') as '<' | '<=' | '>' | '>=' | '='
  return { ok: true, value: { target: { op, value: amount.value.value }, unit: amount.value.unit } }
}

function parseRange(lowText: string, highText: string, kind: NumericKind): Read<OneTarget> {
  const low = parseQuantity(lowText, kind)
  const high = parseQuantity(highText, kind)
  if (!low.ok) return low
  if (!high.ok) return high
  if (low.value.unit !== '' && low.value.unit !== high.value.unit)
    return unreadable(`one unit for all: "${low.value.unit}" differs from "${high.value.unit}"`)
  const target = { op: 'between', low: low.value.value, high: high.value.value } as const
  return { ok: true, value: { target, unit: high.value.unit } }
}

function parseQuantity(text: string, kind: NumericKind): Read<{ value: number; unit: string }> {
  const minutes = kind === 'duration' && /\d[wdhm]\d/i.test(text) ? parseDuration(text) : null
  if (minutes !== null) return { ok: true, value: { value: minutes, unit: 'min' } }
  const match = quantity.exec(text.trim())
  if (!match) return unreadable(targetMessage(text, kind))
  const named = (match[1] || match[3] || '').trim()
  if (match[1] && match[3]) return unreadable(`"${text}" has two units`)
  const unit = named === '' ? '' : unitOf(named, kind)
  if (unit === null) return unreadable(unitMessage(named, kind))
  return { ok: true, value: { value: Number(match[2]) + 0, unit } }
}

function targetMessage(piece: string, kind: NumericKind): string {
  const hint = /^[\p{Sc}\d.-]/u.test(piece.trim()) && !piece.includes('..') ? `; perhaps "= ${piece.trim()}"` : ''
  return `"${piece}" is not a target of a ${kind}: write "< 5", ">= 4.5" or "18..25"${hint}`
}

/** Whether the bounds leave no number at all. */
function isContradiction(targets: readonly Target[]): boolean {
  const low = Math.max(...targets.map((target) => boundOf(target, '>', Number.NEGATIVE_INFINITY)))
  const high = Math.min(...targets.map((target) => boundOf(target, '<', Number.POSITIVE_INFINITY)))
  return (
    low > high || (low === high && targets.some(({ op }) => op === '<' || op === '>') && !targets.every(holds(low)))
  )
}

function boundOf(target: Target, side: '<' | '>', none: number): number {
  if (target.op === 'is') return none
  if (target.op === 'between') return side === '>' ? target.low : target.high
  return target.op === '=' || target.op.startsWith(side) ? target.value : none
}

function holds(value: number): (target: Target) => boolean {
  return (target) => target.op === 'is' || target.op === 'between' || target.op.includes('=') || target.value !== value
}
