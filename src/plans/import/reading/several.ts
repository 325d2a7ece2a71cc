import { parseAsked, printAsked } from '../../items/asked.ts'
import { unitBehind } from './figures.ts'

/** A line that holds several figures, each with its name: `Response: <4 hours critical, <24 hours high`. */
export type Several = {
  readonly title: string
  readonly items: readonly { readonly title: string; readonly asked: string }[]
}

const figure = /^(<=|>=|[<>≤≥])?\s*(\d+(?:\.\d+)?)\s?-?\s*(\S.*)$/u

export function severalIn(text: string): Several | null {
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
  return read.ok ? { title: name.charAt(0).toUpperCase() + name.slice(1), asked: printAsked(read.value) } : null
}
