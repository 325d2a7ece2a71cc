import type { Item, Target } from '../../../domain/item.ts'
import { inUnit, timeUnit } from '../../../domain/reading/amount.ts'
import { inPlanSigns } from '../../items/look-alikes.ts'
import { isNumeric, type NumericKind } from '../../items/quantity.ts'
import { parseTargets } from '../../items/targets.ts'

/** What somebody wants of a figure. Two that have one name and one measure are wants of the same one. */
export type Figure = {
  readonly name: string
  readonly measure: string
  readonly low: number | null
  readonly high: number | null
}

const comparison = '<=|>=|[<>≤≥=]'
const unit = String.raw`\/\d+(?:\.\d+)?|[\p{L}\p{So}\p{Sc}%‰][^\s.,;:<>≤≥=()+-]*`
const amount = String.raw`-?\p{Sc}?-?\d[\d.]*(?:\s?(?:${unit}))?`
/** `Uptime > 99.9%`, `Uptime: 99.9%` and `99.9% uptime`. */
const compared = new RegExp(`^(?<name>[^<>≤≥=]+?)\\s*:?\\s*(?<op>${comparison})\\s*(?<amount>${amount})$`, 'iu')
const told = new RegExp(`^(?<name>[^<>≤≥=]+?)\\s*:\\s*(?<amount>${amount})$`, 'iu')
const turned = new RegExp(`^(?<op>${comparison})?\\s*(?<amount>${amount})\\s+(?<name>[^<>≤≥=\\d]+)$`, 'iu')

/** Null of a line that is no figure with its limit. */
export function figureIn(line: string): Figure | null {
  const plain = inPlanSigns(line.replace(/\([^)]*\)/gu, '')).trim()
  const {
    name,
    op = '=',
    amount: said,
  } = (compared.exec(plain) ?? told.exec(plain) ?? turned.exec(plain))?.groups ?? {}
  if (name === undefined || said === undefined) return null
  const kind = kindOf(said)
  const read = parseTargets(`${op} ${said}`, kind, { unit: null })
  return read.ok ? figureOf(name, { kind, ...read.value }, read.value.targets) : null
}

/** Null of targets that have no limit, or are not numbers. */
export function figureOf(
  name: string,
  { kind, unit }: Pick<Item, 'kind' | 'unit'>,
  targets: readonly Target[],
): Figure | null {
  if (!isNumeric(kind)) return null
  const [lows, highs] = [targets.flatMap(lowOf), targets.flatMap(highOf)]
  if (lows.length + highs.length === 0) return null
  const isTime = unit !== null && timeUnit(unit) === unit && (kind === 'duration' || kind === 'date')
  const limit = (values: readonly number[], nearest: (...all: number[]) => number) =>
    values.length === 0 ? null : isTime ? inUnit(nearest(...values), unit, 'min') : nearest(...values)
  return {
    name: nameOf(name),
    measure: isTime ? kind : `${kind} ${unitName(unit ?? '')}`,
    low: limit(lows, Math.max),
    high: limit(highs, Math.min),
  }
}

/** The same of two figures that are one. */
export function keyOf({ name, measure }: Figure): string {
  return `${measure} ${name}`
}

/** Whether two limits on the same side are apart. Whether a limit itself is still good is no difference. */
export function differ(one: Figure, other: Figure): boolean {
  const apart = (a: number | null, b: number | null) => a !== null && b !== null && a !== b
  return apart(one.low, other.low) || apart(one.high, other.high)
}

/** Without case, signs and plurals: `Error rates` is `error rate`. */
export function nameOf(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.map((word) => (word.length > 3 ? word.replace(/(?<!s)s$/u, '') : word)).join(' ')
}

/** One word however it is typed: `M³ / h` is `m3/h`, and the sign ℃ is °C. */
function unitName(unit: string): string {
  return unit.normalize('NFKC').toLowerCase().replace(/\s/gu, '')
}

function kindOf(said: string): NumericKind {
  if (/%$/u.test(said)) return 'percent'
  if (/\/\s?\d/u.test(said)) return 'rating'
  if (/\p{Sc}/u.test(said)) return 'money'
  const [, unit = ''] = /\d\s*([a-z]+)$/iu.exec(said) ?? []
  return timeUnit(unit) === undefined ? 'number' : 'duration'
}

function lowOf(target: Target): readonly number[] {
  if (target.op === 'between') return [target.low]
  return target.op === '>' || target.op === '>=' || target.op === '=' ? [target.value] : []
}

function highOf(target: Target): readonly number[] {
  if (target.op === 'between') return [target.high]
  return target.op === '<' || target.op === '<=' || target.op === '=' ? [target.value] : []
}
