import type { ItemKind } from '../../../domain/item.ts'
import { type Compared, comparisonsIn, plainNumber, rangeIn, type Unit, unitBehind } from './figures.ts'
import { isAge, kindOfFigure } from './kinds.ts'
import { isTask } from './words.ts'

/** What a line says a figure should be. */
export type Aim = {
  readonly kind: ItemKind
  /** In the language of plans. */
  readonly target: string
  readonly stretch: string | null
  /** The line without it. */
  readonly rest: string
  readonly ifFailed: string | null
  readonly note: string | null
}

type Asked = {
  readonly title: string
  /** Whether there is a blank before it, so that it can only be a target. */
  readonly open: boolean
}

const wanted =
  /\b(?:should(?: always)? be|must be|target|goal|expected|aim|ideal(?:ly)?|keep|limit|threshold|sollte?|objectif|cible|ziel(?:wert)?)\b\s*[:=]?\s*/iu
const inBrackets = /\(([^()]*)\)/gu

/** Null where the line asks for no figure: `Archive old logs (>30 days)` says what to archive. */
export function aimIn(text: string, asked: Asked): Aim | null {
  if (!/\d|["\u201C]/u.test(text)) return null
  return withAction(text, asked) ?? wantedInBrackets(text, asked) ?? bare(text, asked) ?? inWords(text, asked)
}

/** `(>5 = investigate)`: what is beyond it fails. */
function withAction(text: string, { title }: Asked): Aim | null {
  if (/\?/u.test(text)) return null
  for (const match of text.matchAll(inBrackets)) {
    const [limit = '', action, more] = (match[1] ?? '').split(/\s*(?:=|\u2192|->)\s*(?=\p{L})/u)
    if (action === undefined || more !== undefined) continue
    const [compared] = comparisonsIn(limit, true)
    if (!compared) continue
    const kind = kindFor(compared, title)
    const against = { '<': '>=', '<=': '>', '>': '<=', '>=': '<', '=': '=' } as const
    const target = written({ ...compared, op: against[compared.op] }, kind)
    return { kind, target, stretch: null, rest: text.replace(match[0], ' '), ifFailed: capital(action), note: null }
  }
  return null
}

/** `(should be >95%)`, `(target: <200ms)`, `(<2s target)`, and `(<10)` behind what is no task. */
function wantedInBrackets(text: string, asked: Asked): Aim | null {
  const brackets = [...text.matchAll(inBrackets)]
  const said = brackets.find(
    ([, inner = '']) => (wanted.test(inner) || (asked.open && isLimit(inner))) && figureIn(inner, asked.title) !== null,
  )
  const loose = brackets.find(([, inner = '']) =>
    /^\s*(?:or\s+)?[<>≤≥]=?\s*\p{Sc}?\d[\d.,]*\s*\p{L}*%?\s*(?:\(?p\d\d\)?)?$/u.test(inner),
  )
  const match = said ?? (loose && (asked.open || (!isTask(text) && !isAgeLimit(loose[1] ?? ''))) ? loose : undefined)
  if (!match) return null
  const inner = match[1] ?? ''
  const outside = text.replace(match[0], ' ')
  const main = match === said ? outer(outside, asked) : null
  const found = figureIn(inner, asked.title)
  if (!found) return null
  if (main) return { ...main, stretch: stretchOf(inner, main, asked.title), rest: main.rest }
  return { ...found, stretch: null, rest: outside, ifFailed: null, note: null }
}

/** What else may stand in brackets behind a blank: a range, or a limit in words. */
function isLimit(inner: string): boolean {
  const said = inner.replace(wanted, '').trim()
  return rangeIn(said)?.at === 0 || (comparisonsIn(said, true)[0]?.at ?? 1) <= 16
}

/** A limit outside of the brackets that hold a better one. */
function outer(text: string, asked: Asked): Aim | null {
  return bare(text, asked)
}

/** `<200ms (Target: <150ms)`: what is better than the limit; one without a sign is meant like the limit. */
function stretchOf(inner: string, main: Aim, title: string): string | null {
  const [compared] = comparisonsIn(inner, true)
  if (compared) return written(compared, main.kind)
  const figure = /(\p{Sc}?)(\d+(?:[.,]\d+)?)/u.exec(inner)
  if (!figure) return null
  const unit = unitBehind(inner.slice(figure.index + figure[0].length))
  const op = main.target.startsWith('<') ? '<=' : '>='
  const as: Compared = { op, figure: `${figure[1]}${plainNumber(figure[2] ?? '')}`, unit, at: 0, length: 0 }
  return written(as, kindFor(as, title) === main.kind ? main.kind : main.kind)
}

/** A comparison in the open: `Error rates <0.1%`, `Verify CPU usage < 80%`. */
function bare(text: string, asked: Asked): Aim | null {
  const open = text.replace(inBrackets, (whole) => ' '.repeat(whole.length))
  const [compared, second] = comparisonsIn(open, false)
  if (!compared || second || (isTask(text) && !looksAt(text)) || /\bif\b/iu.test(open.slice(0, compared.at)))
    return null
  if (isAgeLimit(open.slice(compared.at)) && !isAge(open)) return null
  const behind = open.slice(compared.at + compared.length).trim()
  if (/^[\p{L}\d]/u.test(behind) && behind.split(' ').length > 3) return null
  const kind = kindFor(compared, asked.title)
  const rest = `${text.slice(0, compared.at)} ${text.slice(compared.at + compared.length)}`.replace(
    /\b(?:target|goal|is|are|at|be|should be|must be)\b\s*(?=[(\s]*$|\s*\()/giu,
    ' ',
  )
  return { kind, target: written(compared, kind), stretch: null, rest, ifFailed: null, note: null }
}

/** `Disk usage is below 80%`, `Water temperature: 55-60 °C`, `Backup success: 100%`. */
function inWords(text: string, asked: Asked): Aim | null {
  const valued = /^(.*?):\s*(.+)$/u.exec(text)
  const [, label = text, value = ''] = valued ?? []
  const bounded =
    /^(-?\d+(?:[.,]\d+)?)\s*(\S+(?: C)?)?\s+(?:or|oder|ou)\s+(colder|less|lower|below|under|fewer|kälter|weniger|moins|warmer|more|higher|above|over|mehr|plus)$/iu.exec(
      value,
    )
  if (bounded) {
    const [, figure = '', unit = '', way = ''] = bounded
    const found = unitBehind(unit)
    const kind = found.kind ?? kindOfFigure(asked.title, Number(figure))
    const op = /^(?:warmer|more|higher|above|over|mehr|plus)$/iu.test(way) ? '>=' : '<='
    const target = `${op} ${plainNumber(figure)}${found.written === '' ? '' : ` ${found.written}`}`
    return { kind, target, stretch: null, rest: label, ifFailed: null, note: null }
  }
  const between = rangeIn(value)
  if (between?.unit.kind && between.at === 0 && /^\s*(?:\(.*\))?$/u.test(value.slice(between.length))) {
    const kind = between.unit.kind
    const target = `${between.low}..${between.high}${between.unit.written ? ` ${between.unit.written}` : ''}`
    return { kind, target, stretch: null, rest: label, ifFailed: null, note: null }
  }
  const more = /(?:^|\s)(\d{1,3}(?:,\d{3})+|\d+)\+\s*(\p{L}[\p{L}/ ]{0,22})?$/u.exec(value)
  if (more) {
    const unit = more[2]?.trim() ?? ''
    const target = `>= ${plainNumber(more[1] ?? '')}${unit === '' ? '' : ` ${unit}`}`
    return { kind: 'number', target, stretch: null, rest: label, ifFailed: null, note: null }
  }
  const exact = /^(\d+(?:\.\d+)?)\s?%$/u.exec(value)
  if (exact)
    return { kind: 'percent', target: `= ${exact[1]}%`, stretch: null, rest: label, ifFailed: null, note: null }
  if (isTask(text) && !looksAt(text)) return null
  const [compared, second] = comparisonsIn(text, true)
  if (!compared || second || compared.unit.kind === null || isAgeLimit(text.slice(compared.at))) return null
  if (/\b(?:if|when|for|after|within)\b/iu.test(text.slice(Math.max(0, compared.at - 12), compared.at + 7))) return null
  if (text.slice(compared.at + compared.length).trim() !== '') return null
  const kind = kindFor(compared, asked.title)
  const rest = text.slice(0, compared.at).replace(/\b(?:is|are|stays?|remains?|be)\s*$/iu, '')
  return { kind, target: written(compared, kind), stretch: null, rest, ifFailed: null, note: null }
}

function figureIn(inner: string, title: string): Pick<Aim, 'kind' | 'target'> | null {
  const [compared] = comparisonsIn(inner, true)
  if (compared) {
    const kind = kindFor(compared, title)
    return { kind, target: written(compared, kind) }
  }
  const said = inner.replace(wanted, '').trim()
  const between = rangeIn(said)
  if (
    between &&
    between.at === 0 &&
    !/\b(?:am|pm|every)\b/iu.test(inner) &&
    !/^\s*\p{L}/u.test(said.slice(between.length))
  ) {
    const kind = between.unit.kind ?? kindOfFigure(title, Number(between.high))
    return { kind, target: `${between.low}..${between.high}${between.unit.written ? ` ${between.unit.written}` : ''}` }
  }
  const exact = /^(\p{Sc}?)(\d+(?:[.,]\d+)?)\s*(%|ms|s|\/\d+)?$/u.exec(said)
  if (exact) {
    const unit = exact[3] ? unitBehind(exact[3]) : { kind: null, written: '' }
    const as: Compared = { op: '=', figure: `${exact[1]}${plainNumber(exact[2] ?? '')}`, unit, at: 0, length: 0 }
    const kind = kindFor(as, title)
    return { kind, target: written(as, kind) }
  }
  const state = /^all\b.*?["\u201C](\p{L}+)["\u201D]/iu.exec(inner)?.[1]
  if (state) return { kind: 'status', target: `All ${state}` }
  return null
}

function kindFor({ unit, figure }: Pick<Compared, 'unit' | 'figure'>, title: string): ItemKind {
  if (unit.kind === 'duration' && isAge(title)) return 'date'
  return unit.kind ?? kindOfFigure(title, Number(figure.replace(/^\p{Sc}/u, '')))
}

function written({ op, figure, unit }: Compared, kind: ItemKind): string {
  const sign = unitSign(unit, kind)
  return `${op} ${figure}${sign === '' ? '' : ` ${sign}`}`
}

function unitSign(unit: Unit, kind: ItemKind): string {
  return kind === 'percent' ? '%' : unit.written
}

/** `>30 days` tells how old, not how much. */
function isAgeLimit(text: string): boolean {
  return /^\s*(?:or\s+)?[<>≤≥]=?\s*\d+\s*-?\s*(?:days?|weeks?|months?|years?)\b/iu.test(text)
}

/** Tasks that are about a figure. */
function looksAt(text: string): boolean {
  return /^(?:check|verify|ensure|confirm|monitor|make sure|keep|test|inspect|measure|maintain|validate)\b/iu.test(text)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
