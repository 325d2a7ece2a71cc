import { decimal } from '../../domain/reading/amount.ts'
import type { NumericKind } from './quantity.ts'

/** A figure that is written otherwise than a plan writes it, and what it should be; null where nothing can be said. */
export type FigureSlip = { readonly said: string; readonly meant: string | null }

type Slip = readonly [wrong: RegExp, meant: (said: string, kind: NumericKind, rest: string) => number | string | null]

const groups = String.raw`(?:\d{1,3}(?:[\s'’]\d{3})+|\d+(?:_\d+)+)(?:\.\d+)?(?!\d)`
const vulgar = '[\u00BC-\u00BE\u2150-\u215E]'
const thousands: Readonly<Record<string, number>> = { k: 1e3, m: 1e6 }
const multiple = /^-?\d+(?:\.\d+)?[kM](?![\p{L}\p{N}/²³])/u

/** How figures are written elsewhere; the first that holds. */
const slips: readonly Slip[] = [
  [
    /^[+-]?0x[\da-f]+(?![\p{L}\p{N}])/iu,
    (said) => (said.startsWith('-') ? -Number(said.slice(1)) : Number(said.replace('+', ''))),
  ],
  [/^[+-]?\d+(?:\.\d+)?e[+-]?\d+/iu, Number],
  [/^-?\d+\/\d+(?![\d/.])/u, fraction],
  [new RegExp(`^-?${groups}`, 'u'), (said) => said.replace(/[\s'’_]/gu, '')],
  [/^-?\d{1,3}(?:\.\d{3}){2,}(?![\d.])/u, (said) => said.replaceAll('.', '')],
  [/^[+-]?\.\d+(?![\d.])/u, Number],
  [/^[+-]?\d+\.(?![\d.])/u, Number],
  [/^\+\d+(?:\.\d+)?(?!\d)/u, Number],
  [new RegExp(`^-?(?:\\d+\\s?)?${vulgar}`, 'u'), mixed],
  [multiple, (said, kind) => (kind === 'number' || kind === 'money' ? inThousands(said) : null)],
]

const tooLong = /^-?(?:\d{13,}|\d+\.\d{7,})/u

/** A decimal comma, or commas between thousands. */
const withComma = /^[+-]?(?:\d{1,3}(?:[\s'’_.]\d{3})+|\d+(?:\.\d+)*)?(?:,\d+)+(?:\.\d+)?(?!\d)/u

/** The slip with which a text begins; null where its figure is written well, or is none. */
export function figureSlip(text: string, kind: NumericKind): FigureSlip | null {
  const slip = firstSlip(text, kind)
  if (slip?.meant == null) return slip
  const [behind = ''] = text.slice(slip.said.length).split(/\s/u)
  const more = figureSlip(slip.meant + behind, kind)
  const length = slip.said.length - slip.meant.length + (more?.said.length ?? 0)
  return more === null ? slip : { said: text.slice(0, length), meant: more.meant }
}

function firstSlip(text: string, kind: NumericKind): FigureSlip | null {
  const tooMuch = tooLong.exec(text)?.[0]
  if (tooMuch !== undefined) return { said: tooMuch, meant: null }
  const parted = withComma.exec(text)?.[0]
  if (parted !== undefined) return { said: parted, meant: written(decimal(parted.replace(/['’]/gu, '')) ?? '') }
  for (const [wrong, meant] of slips) {
    const said = wrong.exec(text)?.[0]
    const figure = said === undefined ? null : meant(said, kind, text.slice(said.length))
    if (said !== undefined && figure !== null) return { said, meant: written(figure) }
  }
  return null
}

/** As a plan can say it: so many digits, and no power of ten. */
function written(figure: number | string): string | null {
  const text = String(typeof figure === 'number' ? figure + 0 : figure)
  return /^-?\d{1,12}(?:\.\d{1,6})?$/u.test(text) ? text : null
}

/** Three quarters are 75 percent. A day and its month look like a fraction, and a rating has its scale behind it. */
function fraction(said: string, kind: NumericKind, rest: string): number | null {
  if (kind === 'date' || kind === 'rating') return null
  const [over = 0, under = 0] = said.split('/').map(Number)
  if (under === 0) return null
  return shareIn(over / under, kind, rest)
}

function mixed(said: string, kind: NumericKind, rest: string): number {
  const [over = 0, under = 1] = said.slice(-1).normalize('NFKD').split('\u2044').map(Number)
  const part = over / under
  const whole = Number(said.slice(0, -1).replace('-', ''))
  return shareIn(said.startsWith('-') ? -whole - part : whole + part, kind, whole === 0 ? rest : '%')
}

function shareIn(value: number, kind: NumericKind, rest: string): number {
  const isShare = kind === 'percent' && !/^\s*%/u.test(rest)
  return Number((isShare ? value * 100 : value).toFixed(6))
}

function inThousands(said: string): number {
  return Number((Number(said.slice(0, -1)) * (thousands[said.slice(-1).toLowerCase()] ?? 1)).toFixed(6))
}
