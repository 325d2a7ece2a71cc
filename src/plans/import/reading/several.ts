import { parseAsked, printAsked } from '../../items/asked.ts'
import { unitBehind } from './figures.ts'
import { type Reading, readingOf } from './reading.ts'

/** A line that holds several figures, each with its name: `Response: <4 hours critical, <24 hours high`. */
export type Several = {
  readonly title: string | null
  readonly items: readonly Reading[]
}

const figure = /^(<=|>=|[<>≤≥])?\s*(\d+(?:\.\d+)?)\s?-?\s*(\S.*)$/u

export function severalIn(text: string, currency: string | null): Several | null {
  return blanksIn(text, currency) ?? figuresIn(text)
}

const blank = /_{2,}/gu

/** `Ice water: ____ °C, boiling water: ____ °C`: two readings, each with what stands around its blank. */
function blanksIn(text: string, currency: string | null): Several | null {
  const blanks = [...text.matchAll(blank)].map(({ index, 0: found }) => ({ from: index, to: index + found.length }))
  if (blanks.length < 2 || /[\u2610\u25A1]/u.test(text)) return null
  const ends = blanks.map(({ to }, place) => {
    const next = blanks[place + 1]
    return next ? to + endOf(text.slice(to, next.from)) : text.length
  })
  const items = ends.map((end, place) =>
    readingOf(text.slice(ends[place - 1] ?? 0, end).replace(/^[\s,;·/|]+/u, ''), currency),
  )
  return items.every(({ title, asked }) => /\p{L}/u.test(title) && asked !== '') ? { title: null, items } : null
}

/** Where between two blanks the first reading ends: at a comma outside of brackets, or behind its unit. */
function endOf(between: string): number {
  const bare = between.replace(/\([^()]*\)/gu, (whole) => '_'.repeat(whole.length))
  const comma = bare.search(/[,;·]/u)
  return comma >= 0 ? comma : unitBehind(between).length
}

function figuresIn(text: string): Several | null {
  const [, title = '', said = ''] = /^([^:]{2,60}):\s*(.+,\s.+)$/u.exec(text) ?? []
  const items = said.split(/,\s+/u).map(named)
  return items.length > 1 && items.every((one) => one !== null) ? { title, items } : null
}

function named(piece: string): Several['items'][number] | null {
  const [, sign = '', value = '', rest = ''] = figure.exec(piece.trim()) ?? []
  const unit = unitBehind(rest)
  const name = rest.slice(unit.length).trim()
  if (unit.kind === null || !/^\p{L}[\p{L} -]{2,40}$/u.test(name)) return null
  // What is promised without a sign is the most that it may be.
  const op = sign === '' ? '<=' : sign.replace('≤', '<=').replace('≥', '>=')
  const read = parseAsked(`${unit.kind} ${op} ${value} ${unit.kind === 'percent' ? '%' : unit.written}`)
  return read.ok
    ? {
        title: name.charAt(0).toUpperCase() + name.slice(1),
        asked: printAsked(read.value),
        ifFailed: null,
        note: null,
        unclear: null,
      }
    : null
}
