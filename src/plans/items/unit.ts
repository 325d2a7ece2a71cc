import type { ItemKind } from '../../domain/item.ts'
import { timeUnit } from '../../domain/reading/amount.ts'
import type { NumericKind } from './quantity.ts'

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
