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
}

type Asked = {
  readonly title: string
  /** Whether there is a blank before it, so that it can only be a target. */
  readonly open: boolean
}

const wanted =
  /\b(?:should(?: always)? be|must be|target|goal|expected|aim|ideal(?:ly)?|keep|limit|threshold|sollte?|objectif|cible|ziel(?:wert)?)\b\s*[:=]?\s*/iu
const inBrackets = /\(([^()]*)\)/gu

/** Whether it has a word for what a figure should be. */
export function saysAim(text: string): boolean {
  return wanted.test(text)
}

/** Null where the line asks for no figure: `Archive old logs (>30 days)` says what to archive. */
export function aimIn(text: string, asked: Asked): Aim | null {
  if (!/\d|["\u201C]/u.test(text)) return null
  return withAction(text, asked) ?? wantedInBrackets(text, asked) ?? bare(text, asked) ?? inWords(text, asked)
}

function aimAt(kind: ItemKind, target: string, rest: string): Aim {
  return { kind, target, rest, stretch: null, ifFailed: null }
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
    return { ...aimAt(kind, target, text.replace(match[0], ' ')), ifFailed: capital(action) }
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
  const inner = match?.[1] ?? ''
  const found = figureIn(inner, asked.title)
  if (!match || !found) return null
  const outside = text.replace(match[0], ' ')
  // A limit outside of the brackets is the target, and what stands in them is better.
  const main = match === said ? bare(outside, asked) : null
  return main ? { ...main, stretch: stretchOf(inner, main) } : aimAt(found.kind, found.target, outside)
}

/** What else may stand in brackets behind a blank: a range, or a limit in words. */
function isLimit(inner: string): boolean {
  const said = inner.replace(wanted, '').trim()
  return rangeIn(said)?.at === 0 || (comparisonsIn(said, true)[0]?.at ?? 1) <= 16
}

/** `<200ms (Target: <150ms)`: what is better than the limit; one without a sign is meant like the limit. */
function stretchOf(inner: string, main: Aim): string | null {
  const [compared] = comparisonsIn(inner, true)
  if (compared) return written(compared, main.kind)
  const figure = /(\p{Sc}?)(\d+(?:[.,]\d+)?)/u.exec(inner)
  if (!figure) return null
  const unit = unitBehind(inner.slice(figure.index + figure[0].length))
  const op = main.target.startsWith('<') ? '<=' : '>='
  return written({ op, figure: `${figure[1]}${plainNumber(figure[2] ?? '')}`, unit, at: 0, length: 0 }, main.kind)
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
  const rest = `${text.slice(0, compared.at)} ${text.slice(compared.at + compared.length)}`
  const end = /\b(?:target|goal|is|are|at|be|should be|must be)\b\s*(?=[(\s]*$|\s*\()/giu
  return aimAt(kind, written(compared, kind), rest.replace(end, ' '))
}

/** Without a sign: behind the colon of a label, or in words at the end of the line. */
function inWords(text: string, asked: Asked): Aim | null {
  const [, label = text, value = ''] = /^(.*?):\s*(.+)$/u.exec(text) ?? []
  const found = boundedIn(value, asked) ?? betweenIn(value) ?? atLeastIn(value) ?? exactlyIn(value)
  return found ? aimAt(found.kind, found.target, label) : (betweenInWords(text) ?? comparedInWords(text, asked))
}

type Found = Pick<Aim, 'kind' | 'target'>

const bound =
  /^(-?\d+(?:[.,]\d+)?)\s*(\S+(?: C)?)?\s+(?:or|oder|ou)\s+(?:(colder|less|lower|below|under|fewer|kälter|weniger|moins)|warmer|more|higher|above|over|mehr|plus)$/iu

/** `-18 °C or colder`. */
function boundedIn(value: string, { title }: Asked): Found | null {
  const [, figure, unit = '', down] = bound.exec(value) ?? []
  if (figure === undefined) return null
  const named = unitBehind(unit)
  const kind = named.kind ?? kindOfFigure(title, Number(figure))
  return { kind, target: `${down ? '<=' : '>='} ${withUnit(plainNumber(figure), named)}` }
}

/** `55-60 °C`. */
function betweenIn(value: string): Found | null {
  const between = rangeIn(value)
  if (!between?.unit.kind || between.at !== 0 || !/^\s*(?:\(.*\))?$/u.test(value.slice(between.length))) return null
  return { kind: between.unit.kind, target: `${between.low}..${withUnit(between.high, between.unit)}` }
}

/** `Fridge between 2 and 5 °C`. */
function betweenInWords(text: string): Aim | null {
  const [, before = '', value = ''] = /^(.*\p{L})\s+((?:between|zwischen|entre)\s+\S.*)$/iu.exec(text) ?? []
  const found = isTask(text) && !looksAt(text) ? null : betweenIn(value)
  return found && aimAt(found.kind, found.target, before.replace(/\s+(?:is|are|stays?|remains?|be)$/iu, ''))
}

/** `Capacity for 10,000+ users`. */
function atLeastIn(value: string): Found | null {
  const [, figure, unit = ''] = /(?:^|\s)(\d{1,3}(?:,\d{3})+|\d+)\+\s*(\p{L}[\p{L}/ ]{0,22})?$/u.exec(value) ?? []
  return figure === undefined ? null : { kind: 'number', target: `>= ${plainNumber(figure)} ${unit}`.trim() }
}

/** `100%`. */
function exactlyIn(value: string): Found | null {
  const figure = /^(\d+(?:\.\d+)?)\s?%$/u.exec(value)?.[1]
  return figure === undefined ? null : { kind: 'percent', target: `= ${figure}%` }
}

/** `Disk usage is below 80%`. */
function comparedInWords(text: string, { title }: Asked): Aim | null {
  if (isTask(text) && !looksAt(text)) return null
  const [compared, second] = comparisonsIn(text, true)
  if (!compared || second || compared.unit.kind === null || isAgeLimit(text.slice(compared.at))) return null
  if (/\b(?:if|when|for|after|within)\b/iu.test(text.slice(Math.max(0, compared.at - 12), compared.at + 7))) return null
  if (text.slice(compared.at + compared.length).trim() !== '') return null
  const kind = kindFor(compared, title)
  return aimAt(
    kind,
    written(compared, kind),
    text.slice(0, compared.at).replace(/\b(?:is|are|stays?|remains?|be)\s*$/iu, ''),
  )
}

const money: Unit = { kind: 'money', written: '' }

function figureIn(inner: string, title: string): Found | null {
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
    return { kind, target: `${between.low}..${withUnit(between.high, between.unit)}` }
  }
  const exact = /^(\p{Sc}?)(\d+(?:[.,]\d+)?)\s*(%|ms|s|\/\d+)?$/u.exec(said)
  if (exact) {
    const unit = exact[1] ? money : exact[3] ? unitBehind(exact[3]) : { kind: null, written: '' }
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

function withUnit(figure: string, { written: sign }: Unit): string {
  return sign === '' ? figure : `${figure} ${sign}`
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
