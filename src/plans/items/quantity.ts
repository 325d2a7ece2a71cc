import type { ItemKind } from '../../domain/item.ts'
import { scaleOf, timeUnit } from '../../domain/reading/amount.ts'
import { parseDuration } from '../duration.ts'
import { type Read, unreadable } from '../fault.ts'
import { inSigns } from './in-signs.ts'

/** Kinds whose targets are numbers; that of a date is its age. */
export type NumericKind = 'number' | 'percent' | 'money' | 'duration' | 'rating' | 'date'

const numericKinds: ReadonlySet<ItemKind> = new Set(['number', 'percent', 'money', 'duration', 'rating', 'date'])

export function isNumeric(kind: ItemKind): kind is NumericKind {
  return numericKinds.has(kind)
}

/** A number with its unit, `''` where none stands beside it. */
export type Quantity = { readonly value: number; readonly unit: string }

const quantity = /^(\p{Sc}?)\s*(-?\d{1,12}(?:\.\d{1,6})?)(?!\d)\s*(.*)$/u
/** `CHF 500` and `R$1500`, as money is written where its sign is no single one. */
const codeFirst = /^(\p{Lu}{1,3}\p{Sc}|\p{Lu}{3})\s*(-?\d.*)$/u
const powerOfTen = /^-?\d+(?:\.\d+)?e[+-]?\d+/iu

export function parseQuantity(text: string, kind: NumericKind): Read<Quantity> {
  const minutes = isTime(kind) && /\d[wdhm]\d/i.test(text) ? parseDuration(text) : null
  if (minutes !== null) return { ok: true, value: { value: minutes, unit: 'min' } }
  if (/\d_\d/.test(text)) return unreadable(`"${text}" has "_" in its number: write ${text.replaceAll('_', '')}`)
  const said = text.trim()
  const power = powerOfTen.exec(said)?.[0]
  if (power !== undefined) return unreadable(`"${power}" is not a number here: write ${Number(power)}`)
  const match = quantity.exec(kind === 'money' ? said.replace(codeFirst, '$2 $1') : said)
  if (!match) return unreadable(targetMessage(text, kind))
  const named = (match[1] || match[3] || '').trim()
  if (match[1] && match[3]) return unreadable(`"${text}" has two units`)
  const unit = named === '' ? '' : unitOf(named, kind)
  if (unit === null) return unreadable(unitMessage(named, kind))
  return { ok: true, value: { value: Number(match[2]) + 0, unit } }
}

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
      return /^[^\d\s,."<>=≤≥+-][^,"\n<>=≤≥]{0,23}$/u.test(unit) ? unit : null
  }
}

export function unitMessage(unit: string, kind: NumericKind): string {
  switch (kind) {
    case 'percent':
      return `a percent has the unit %, not "${unit}"`
    case 'duration':
      return `"${unit}" is not a unit of time: ms, s, min, h, d or w`
    case 'date':
      if (/^-\d\d-\d\d/u.test(unit)) return 'a date is judged by its age: write "< 7 d", or "<= 24 h"'
      return `the age of a date is told in min, h or d, not "${unit}"`
    case 'rating':
      return `a rating is out of a whole number, such as "of 5", not "${unit}"`
    default:
      return `"${unit}" is not a unit`
  }
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
  return /^\p{Sc}$/u.test(unit) ? `${unit}${value}` : `${value} ${unit}`
}

/** What cannot be given at all. */
export function beyondScale(value: number, kind: NumericKind, unit: string | null): string | null {
  if (kind !== 'rating' || (value >= 0 && value <= scaleOf(unit))) return null
  return `a rating lies between 0 and ${scaleOf(unit)}, not at ${value}`
}

export function targetMessage(piece: string, kind: NumericKind): string {
  const meant = inSigns(piece)
  if (meant !== null) return `"${piece}" is not a target of a ${kind}: write "${meant}"`
  const isFigure = /^(?:\p{Lu}{1,3}\s*)?[\p{Sc}\d.-]/u.test(piece.trim()) && !piece.includes('..')
  const hint = isFigure ? `; perhaps "= ${piece.trim()}"` : ''
  return `"${piece}" is not a target of a ${kind}: write "< 5", ">= 4.5" or "18..25"${hint}`
}

function isTime(kind: NumericKind): boolean {
  return kind === 'duration' || kind === 'date'
}
