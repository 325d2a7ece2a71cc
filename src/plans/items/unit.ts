import type { ItemKind } from '../../domain/item.ts'
import { timeUnit } from '../../domain/reading/amount.ts'
import { inSigns } from './in-signs.ts'
import { forms } from './offer.ts'
import type { NumericKind } from './quantity.ts'
import { statisticFirst } from './statistic.ts'
import { soundsLikeTrend } from './trend.ts'

/** No unit begins with what belongs to a figure, or to what is said of it. */
const unitName =
  /^(?!(?:and|or|but)(?:\s|$)|.*\s(?:and|or|but)$|.*\.\.|[x×·(]\s*\p{Sc}?[-+.]?\p{N})[^\p{N}\s,."<>=≤≥+\-~≈±≠!:;)\]{}^…‥|&?_\\*][^,;"\n<>=≤≥]{0,23}$/u

/** `per 1000 visits` and `out of 10` are units; the figure of `about 5` would be a target that nobody judges. */
const strayFigure = /(?<!(?:^|\s)(?:per|of|in|for|within|each|every|last|\S*\/|\p{N}+))\s+[-+.\p{Sc}]*\p{N}/iu
const threshold = /(?:^|\s)(?:stretch|warning|critical)\s+[^\p{L}\s]*\p{N}/iu
/** `COVID-19` is a name. */
const hyphenOfName = /(?<=\p{L})-(?=\p{N})/gu

/** Whether some words behind a figure say more than its unit, which would be lost: a target, a trend or a statistic. */
function saysMore(unit: string): boolean {
  const behindOne = `1 ${unit.replace(hyphenOfName, '')}`
  const said = inSigns(unit) ?? inSigns(behindOne) ?? unit
  const statistic = statisticFirst.exec(said)?.[0]
  const isTarget = /[<>=≤≥]|\.\./u.test(said) || threshold.test(said) || strayFigure.test(said)
  return isTarget || remedyFor(unit) !== null || soundsLikeTrend(said) || statistic === said
}

/** What is said of an item in keys of its own, or cannot be asked of a figure at all. */
const remedies: readonly (readonly [said: RegExp, remedy: string])[] = [
  [/^\(?optional\)?$/iu, 'write the item in long form, with optional: true'],
  [/(?:^|\s)respond\s+\p{N}/iu, 'write the warning in long form, such as { when: "> 4", severity: P2, respond: 1h }'],
  [/(?:^|\s)(?:for|every)\s+\p{N}/iu, 'a figure is judged when it is entered: put how long or how often into a "note"'],
  [/±|\+\s?\/|plus or minus/iu, 'what may lie on both sides is a range, such as 75..85'],
  [/(?:^|\s)P\d$/u, 'a severity stands last, behind one threshold'],
]

function remedyFor(unit: string): string | null {
  return remedies.find(([said]) => said.test(unit))?.[1] ?? null
}

/** The unit of a kind, spelt as the rest of Rounds spells it; null where the kind cannot have it. */
export function unitOf(text: string, kind: NumericKind): string | null {
  const unit = text.trim()
  switch (kind) {
    case 'percent':
      return unit === '%' ? '%' : null
    case 'money':
      return unitName.test(unit) && !/\p{N}/u.test(unit) && !saysMore(unit) ? unit : null
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
      return unitName.test(unit) && !saysMore(unit) ? unit : null
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
    default: {
      const remedy = remedyFor(unit)
      if (remedy !== null) return `"${unit}" is not a unit: ${remedy}`
      return strayFigure.test(unit)
        ? `"${unit}" is not a unit, and its figure no target: ${forms(kind)}`
        : `"${unit}" is not a unit`
    }
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
