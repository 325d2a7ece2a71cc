import type { Item } from '../item.ts'

/** Minutes in a time unit, for converting between an answer's unit and the item's. */
const minutesIn: Readonly<Record<string, number>> = { ms: 1 / 60_000, s: 1 / 60, min: 1, h: 60, d: 1440, w: 10_080 }
const unitAliases: Readonly<Record<string, string>> = {
  msec: 'ms',
  millisecond: 'ms',
  milliseconds: 'ms',
  sec: 's',
  secs: 's',
  second: 's',
  seconds: 's',
  m: 'min',
  mins: 'min',
  minute: 'min',
  minutes: 'min',
  hour: 'h',
  hours: 'h',
  hr: 'h',
  hrs: 'h',
  day: 'd',
  days: 'd',
  week: 'w',
  weeks: 'w',
}

/** The unit of time that a word names, by its shortest name; undefined where it names none. */
export function timeUnit(name: string): string | undefined {
  const unit = unitAliases[name.toLowerCase()] ?? name.toLowerCase()
  return Object.hasOwn(minutesIn, unit) ? unit : undefined
}

/** An amount as `decimal` reads it, with its unit. */
const amountOfTime = /(\d[\d.,]*)\s*([a-z]+)/giu

/** The parts of `1h 30m`; undefined of what is no length of time. */
export function partsOfTime(text: string): readonly { readonly amount: number; readonly unit: string }[] | undefined {
  const found = [...text.matchAll(amountOfTime)]
  if (found.length === 0 || text.replace(amountOfTime, '').trim() !== '') return undefined
  const parts = found.flatMap(([, typed = '', name = '']) => {
    const [amount, unit] = [decimal(typed), timeUnit(name)]
    return amount === undefined || unit === undefined ? [] : [{ amount, unit }]
  })
  return parts.length === found.length ? parts : undefined
}

/** A length of time in another unit. */
export function inUnit(amount: number, from: string, to: string): number {
  return tidy((amount * (minutesIn[from] ?? 1)) / (minutesIn[to] ?? 1))
}

/**
 * Both that the figure may be with which a text begins: `5.000` is five thousand to some and five to others, and nobody
 * needs its last digit to say five.
 */
export function twoFiguresIn(text: string): { readonly said: string; readonly meant: readonly string[] } | undefined {
  const said = /^[+-]?[1-9]\d{0,2}\.\d{2}0(?![\d.,])/u.exec(text)?.[0]
  return said === undefined ? undefined : { said, meant: [String(Number(said.replace('.', ''))), String(Number(said))] }
}

/** The best that can be given: 5 of `of 5`. */
export function scaleOf(unit: string | null): number {
  return Number(/^of (\d+)$/u.exec(unit ?? '')?.[1] ?? 5)
}

/** "97.5 %", "$1,250" and "4.6 of 5" as people write them. */
export function withUnit(item: Pick<Item, 'kind' | 'unit'>, value: number): string {
  const figure = (item.kind === 'money' && !Number.isInteger(value) ? withCents : asItIs).format(value)
  if (item.kind === 'percent') return `${figure} %`
  if (item.kind === 'money') return moneyText(item.unit ?? '', figure)
  if (item.kind === 'duration') return timeInWords(value, item.unit ?? 'min')
  if (item.kind === 'date') return `${figure} ${item.unit ?? 'd'} old`
  if (item.kind === 'rating') return `${figure} ${item.unit ?? 'of 5'}`
  return item.unit ? `${figure} ${item.unit}` : figure
}

/** `1.5 h`; what has many decimals in its unit and is whole minutes, as `1 h 59 min` or `20 min`. */
function timeInWords(value: number, unit: string): string {
  const minutes = inUnit(value, unit, 'min')
  const isEven = Number(value.toFixed(2)) === value || unit === 'min' || minutes < 1 || !Number.isInteger(minutes)
  if (isEven) return `${asItIs.format(value)} ${unit}`
  const hours = Math.floor(minutes / 60)
  return hours === 0 ? `${minutes} min` : `${asItIs.format(hours)} h ${minutes % 60} min`
}

/** To make one of these takes longer than all else that is done with an amount. */
const asItIs = new Intl.NumberFormat('en', { maximumFractionDigits: 6 })
const withCents = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 6 })

/** A sign such as $ or R$ stands before its amount, a word behind it. */
function moneyText(unit: string, figure: string): string {
  if (unit !== '' && !/^\p{Lu}{0,3}\p{Sc}$/u.test(unit)) return `${figure} ${unit}`
  return figure.startsWith('-') ? `-${unit}${figure.slice(1)}` : `${unit}${figure}`
}

/**
 * "1,250.5", "1.250,5", "1250,5" and "1 250.5" are numbers; "1,250" is twelve hundred and fifty, and "1,50,000" a lakh
 * and a half. Nobody groups thousands behind a nought, so "0,125" is an eighth.
 */
export function decimal(typed: string): number | undefined {
  const text = typed.trim().replace(/[\s\u00a0\u202f_]/gu, '')
  const plain = /^[+-]?(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d?(?:,\d{2})+,\d{3})(?:\.\d+)?$/u.test(text)
    ? text.replaceAll(',', '')
    : /^[+-]?[1-9]\d{0,2}(\.\d{3})+,\d+$/u.test(text)
      ? text.replaceAll('.', '').replace(',', '.')
      : text.replace(',', '.')
  if (!/^[+-]?(\d+(\.\d+)?|\.\d+)$/u.test(plain)) return undefined
  const value = Number(plain)
  return Number.isFinite(value) && Math.abs(value) < 1e15 ? value + 0 : undefined
}

/** With as many digits as people read: two behind the point, or of what is smaller than a tenth the first two. */
export function rounded(value: number): number {
  return Number(Math.abs(value) < 0.1 ? value.toPrecision(2) : value.toFixed(2))
}

/** Without the dust of binary fractions. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12))
}
