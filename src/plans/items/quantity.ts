import type { ItemKind } from '../../domain/item.ts'
import { inUnit, partsOfTime, scaleOf, tidy, timeUnit } from '../../domain/reading/amount.ts'
import { type Read, unreadable } from '../fault.ts'
import { figureSlip } from './figure-slips.ts'

/** Kinds whose targets are numbers; that of a date is its age. */
export type NumericKind = 'number' | 'percent' | 'money' | 'duration' | 'rating' | 'date'

const numericKinds: ReadonlySet<ItemKind> = new Set(['number', 'percent', 'money', 'duration', 'rating', 'date'])

export function isNumeric(kind: ItemKind): kind is NumericKind {
  return numericKinds.has(kind)
}

/** A number with its unit, `''` where none stands beside it. */
export type Quantity = { readonly value: number; readonly unit: string }

const quantity = /^(\p{Sc}?)\s*(-?\d+(?:\.\d+)?)\s*(.*)$/u
/** `CHF 500` and `R$1500`, as money is written where its sign is no single one. */
const codeFirst = /^(\p{Lu}{1,3}\p{Sc}|\p{Lu}{3})\s*(-?\d.*)$/u
/** `-$200`, as Rounds itself shows it. */
const minusFirst = /^-\s*(\p{Lu}{0,3}\p{Sc}|\p{Lu}{3}(?=\s*\d))\s*(?=[\d.])/u
const currencyFirst = /^(?:\p{Lu}{0,3}\p{Sc}|\p{Lu}{3}(?=\s*[-+.\d]))\s*/u

export function parseQuantity(text: string, kind: NumericKind): Read<Quantity> {
  const said = text.trim()
  const length = isTime(kind) ? lengthOf(said) : null
  if (length !== null) return { ok: true, value: length }
  const slip = slipIn(said, kind)
  if (slip !== null) return unreadable(slip)
  const signed = said.replace(minusFirst, '$1-')
  const match = quantity.exec(kind === 'money' ? signed.replace(codeFirst, '$2 $1') : signed)
  if (!match) return unreadable(noTarget(text, kind))
  const named = (match[1] || match[3] || '').trim()
  if (match[1] && match[3]) return unreadable(`"${text}" has two units`)
  const unit = named === '' ? '' : unitOf(named, kind)
  const value = Number(match[2]) + 0
  if (unit !== null) return { ok: true, value: { value, unit } }
  return kind === 'date' && isWeeks(named)
    ? { ok: true, value: { value: inUnit(value, 'w', 'd'), unit: 'd' } }
    : unreadable(behindFigure(said, named, kind))
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
function slipIn(said: string, kind: NumericKind): string | null {
  const hours = isTime(kind) ? hoursAndMinutes.exec(said)?.[0] : undefined
  if (hours !== undefined) return `"${hours}" lacks a unit: write "${hours}m"`
  const figure = withoutCurrency(said, kind)
  const slip = figureSlip(figure, kind)
  if (slip === null) return null
  if (slip.meant === null)
    return `"${slip.said}" is not a number here: one has at most 12 digits, and 6 behind its point`
  return slip.said.includes('_')
    ? `"${slip.said}" has "_" in its number: write ${slip.meant}`
    : `"${slip.said}" is not a number here: write ${slip.meant}`
}

const hoursAndMinutes = /^\d{1,4}\s*h\s*[0-5]?\d$/iu

/** `1h 30m` in the smallest of its units. */
function lengthOf(said: string): Quantity | null {
  const parts = partsOfTime(said.replace(/(?<=[a-z]\s+)and\s+(?=\d)/giu, '')) ?? []
  if (parts.length < 2) return null
  const unit = parts.map((part) => part.unit).reduce((one, other) => (inUnit(1, other, one) < 1 ? other : one))
  const value = parts.reduce((sum, part) => sum + inUnit(part.amount, part.unit, unit), 0)
  return { value: tidy(value), unit }
}

function isWeeks(name: string): boolean {
  return timeUnit(name.replace(/\s+old$/iu, '')) === 'w'
}

/** What stands behind a number and is no unit of it. */
function behindFigure(said: string, behind: string, kind: NumericKind): string {
  if (kind !== 'date' && /^\d/u.test(behind)) return `"${said}" is two numbers: a range is written like 18..25`
  if (/^\.\d/u.test(behind)) return `"${said}" has too many points for a number`
  if (isTime(kind) && /^:\d\d$/u.test(behind)) {
    const [first = '', second = ''] = said.split(':')
    return `"${said}" is no length of time: write "${first}h ${second}m" or "${first}m ${second}s"`
  }
  return unitMessage(behind, kind)
}

/** No unit begins with what belongs to a figure, or to what is said of it. */
const unitName =
  /^(?!(?:and|or)(?:\s|$)|.*\s(?:and|or)$|.*\.\.)[^\d\s,."<>=≤≥+\-~≈±≠!:;)\]{}^…‥|&?_\\*][^,"\n<>=≤≥]{0,23}$/u

/** The unit of a kind, spelt as the rest of Rounds spells it; null where the kind cannot have it. */
export function unitOf(text: string, kind: NumericKind): string | null {
  const unit = text.trim()
  switch (kind) {
    case 'percent':
      return unit === '%' ? '%' : null
    case 'money':
      return /^[^\d\s,."<>=≤≥+-][^\d,"\n<>=≤≥]{0,23}$/u.test(unit) ? unit : null
    case 'duration':
      return timeUnit(unit) ?? null
    case 'date': {
      const named = timeUnit(unit.replace(/\s+old$/iu, ''))
      return named === 'min' || named === 'h' || named === 'd' ? named : null
    }
    case 'rating': {
      const scale = /^(?:\/|(?:out )?of )\s*(\d{1,3})(?:\.0)?$/iu.exec(unit)?.[1]
      return scale === undefined || Number(scale) < 2 ? null : `of ${Number(scale)}`
    }
    default:
      return unitName.test(unit) ? unit : null
  }
}

export function unitMessage(unit: string, kind: NumericKind): string {
  switch (kind) {
    case 'percent':
      return `a percent has the unit %, not "${unit}"`
    case 'duration':
      return `"${unit}" is not a unit of time: ms, s, min, h, d or w`
    case 'date':
      if (/^[-/.]\d/u.test(unit)) return 'a date is judged by its age: write "< 7 d", or "<= 24 h"'
      return `the age of a date is told in min, h or d, not "${unit}"${inDays(unit)}`
    case 'rating':
      return `a rating is out of a whole number, such as "of 5", not "${unit}"`
    default:
      return `"${unit}" is not a unit`
  }
}

function inDays(unit: string): string {
  if (/^months?$/iu.test(unit)) return ': a month is about 30 d'
  return /^years?$/iu.test(unit) ? ': a year is about 365 d' : ''
}

export function usualUnit(kind: ItemKind): string | null {
  switch (kind) {
    case 'percent':
      return '%'
    case 'duration':
      return 'min'
    case 'date':
      return 'd'
    case 'rating':
      return 'of 5'
    default:
      return null
  }
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

export function noTarget(said: string, kind: NumericKind): string {
  return `"${said}" is not a target of a ${kind}: write "< 5", ">= 4.5" or "18..25"`
}

function isTime(kind: NumericKind): boolean {
  return kind === 'duration' || kind === 'date'
}
