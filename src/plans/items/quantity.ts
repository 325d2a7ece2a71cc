import type { ItemKind } from '../../domain/item.ts'
import { inUnit, partsOfTime, scaleOf, tidy, timeUnit, twoFiguresIn } from '../../domain/reading/amount.ts'
import { unreadable } from '../fault.ts'
import { type FigureSlip, figureSlip } from './figure-slips.ts'
import { forms, further, instead, noTarget, type Offered, type Refusal, rangeOf } from './offer.ts'
import { unitMessage, unitOf } from './unit.ts'

/** Kinds whose targets are numbers; that of a date is its age. */
export type NumericKind = 'number' | 'percent' | 'money' | 'duration' | 'rating' | 'date'

const numericKinds: ReadonlySet<ItemKind> = new Set(['number', 'percent', 'money', 'duration', 'rating', 'date'])

export function isNumeric(kind: ItemKind): kind is NumericKind {
  return numericKinds.has(kind)
}

/** A number with its unit, `''` where none stands beside it. */
type Quantity = { readonly value: number; readonly unit: string }

const quantity = /^(\p{Sc}?)\s*(-?\d+(?:\.\d+)?)\s*(.*)$/u
/** `CHF 500` and `R$1500`, as money is written where its sign is no single one. */
const codeFirst = /^(\p{Lu}{1,3}\p{Sc}|\p{Lu}{3})\s*(-?\d.*)$/u
/** `-$200`, as Rounds itself shows it. */
const minusFirst = /^-\s*(\p{Lu}{0,3}\p{Sc}|\p{Lu}{3}(?=\s*\d))\s*(?=[\d.])/u
const currencyFirst = /^(?:\p{Lu}{0,3}\p{Sc}|\p{Lu}{3}(?=\s*[-+.\d]))\s*/u

export function parseQuantity(text: string, kind: NumericKind): Offered<Quantity> {
  const said = text.trim()
  const length = isTime(kind) ? lengthOf(said, kind) : null
  if (length !== null) return { ok: true, value: length }
  const slip = slipIn(said, kind)
  if (slip !== null) return slip
  const signed = said.replace(minusFirst, '$1-')
  const match = quantity.exec(kind === 'money' ? signed.replace(codeFirst, '$2 $1') : signed)
  if (!match) return unreadable(noTarget(text, kind))
  const named = (match[1] || match[3] || '').trim()
  if (match[1] && unitOf(match[1], kind) === null) return unreadable(unitMessage(match[1], kind))
  if (match[1] && match[3]) return unreadable(`"${text}" has two units`)
  const unit = named === '' ? '' : unitOf(named, kind)
  const value = Number(match[2]) + 0
  if (unit !== null) return { ok: true, value: { value, unit } }
  return kind === 'date' && isWeeks(named)
    ? { ok: true, value: { value: inUnit(value, 'w', 'd'), unit: 'd' } }
    : behindFigure(said, named, kind)
}

function withoutCurrency(said: string, kind: NumericKind): string {
  return kind === 'money' || kind === 'number' ? said.replace(currencyFirst, '') : said
}

/** The same with its figure as a plan writes it. */
export function wellWritten(said: string, kind: NumericKind): string {
  const figure = withoutCurrency(said, kind)
  const slip = figureSlip(figure, kind)
  return slip?.meant ? said.slice(0, said.length - figure.length) + slip.meant + figure.slice(slip.said.length) : said
}

/** What is no number here, and the number to write; of a length of time, its parts. */
function slipIn(said: string, kind: NumericKind): Refusal | null {
  const hours = isTime(kind) ? hoursAndMinutes.exec(said)?.[0] : undefined
  if (hours !== undefined) return instead(`"${hours}" lacks a unit`, kind, { said: hours, meant: [`${hours}m`] })
  const figure = withoutCurrency(said, kind)
  const unclear = kind === 'money' || kind === 'number' ? twoFiguresIn(figure) : undefined
  if (unclear !== undefined) {
    const refusal = instead(`"${unclear.said}" may be two figures`, kind, unclear)
    return further(refusal, said.length - figure.length)
  }
  const slip = figureSlip(figure, kind)
  if (slip === null) return null
  const says = `"${slip.said}" ${whyNot(slip)}`
  const refusal =
    slip.meant === null
      ? unreadable(`${says}: ${limitOf(slip, kind)}`)
      : instead(says, kind, { said: slip.said, meant: [slip.meant] })
  return further(refusal, said.length - figure.length)
}

function whyNot({ said }: FigureSlip): string {
  if (said.includes(',')) return 'has a comma, and commas part targets'
  return said.includes('_') ? 'has "_" in its number' : 'is not a number here'
}

function limitOf({ said }: FigureSlip, kind: NumericKind): string {
  return said.includes(',') ? forms(kind) : 'one has at most 12 digits, and 6 behind its point'
}

const hoursAndMinutes = /^\d{1,4}\s*h\s*[0-5]?\d$/iu

/** `1h 30m` in the smallest of its units. */
function lengthOf(said: string, kind: NumericKind): Quantity | null {
  if (said.includes(',')) return null
  const parts = partsOfTime(said.replace(/(?<=[a-z]\s+)and\s+(?=\d)/giu, '')) ?? []
  if (parts.length < 2 || parts.some((part) => unitOf(part.unit, kind) === null && !isWeeks(part.unit))) return null
  const unit = parts.map((part) => part.unit).reduce((one, other) => (inUnit(1, other, one) < 1 ? other : one))
  const value = parts.reduce((sum, part) => sum + inUnit(part.amount, part.unit, unit), 0)
  return { value: tidy(value), unit }
}

function isWeeks(name: string): boolean {
  return timeUnit(name.replace(/\s+old$/iu, '')) === 'w'
}

/** What stands behind a number and is no unit of it. */
function behindFigure(said: string, behind: string, kind: NumericKind): Refusal {
  if (kind !== 'date' && /^\d/u.test(behind))
    return unreadable(`"${said}" is two numbers: a range is written like ${rangeOf(kind)}`)
  if (/^\.\d/u.test(behind)) return unreadable(`"${said}" has too many points for a number`)
  if (isTime(kind) && /^:\d\d$/u.test(behind)) {
    const [first = '', second = ''] = said.split(':')
    const meant = [`${first}h ${second}m`, ...(kind === 'date' ? [] : [`${first}m ${second}s`])]
    return instead(`"${said}" is no length of time`, kind, { said, meant })
  }
  return unreadable(unitMessage(behind, kind))
}

/** `5 °C`; a currency sign stands before its number. */
export function printQuantity(value: number, unit: string | null): string {
  if (unit === null) return String(value)
  if (unit === '%') return `${value}%`
  if (!/^\p{Sc}$/u.test(unit)) return `${value} ${unit}`
  return value < 0 ? `-${unit}${-value}` : `${unit}${value}`
}

/** What cannot be given at all. */
export function beyondScale(value: number, kind: NumericKind, unit: string | null): string | null {
  if (kind !== 'rating' || (value >= 0 && value <= scaleOf(unit))) return null
  return `a rating lies between 0 and ${scaleOf(unit)}, not at ${value}`
}

function isTime(kind: NumericKind): boolean {
  return kind === 'duration' || kind === 'date'
}
