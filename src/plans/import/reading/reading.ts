import type { ItemKind } from '../../../domain/item.ts'
import { twoFiguresIn } from '../../../domain/reading/amount.ts'
import { parseAsked, printAsked } from '../../items/asked.ts'
import { type Choice, choiceIn } from './choice.ts'
import { unitBehind } from './figures.ts'
import { kindOfBlank, kindOfWords } from './kinds.ts'
import { statisticIn } from './statistic.ts'
import { type Aim, aimIn, saysAim } from './target.ts'
import { isQuestion, isTask } from './words.ts'

/** A line of a document as an item: its words without what the kind says, and what is asked in the language of plans. */
export type Reading = {
  readonly title: string
  /** Empty for a check. */
  readonly asked: string
  readonly ifFailed: string | null
  readonly note: string | null
  /** Why its target is not asked for, where it says one: its words are in the title or the note. */
  readonly unclear: string | null
}

/** `currency` is the sign that the document uses for money. */
export function readingOf(text: string, currency: string | null): Reading {
  const said = text.replace(/\s+/gu, ' ').trim()
  const choice = choiceIn(said)
  const reading = (choice && chosen(choice)) ?? blankReading(said, currency) ?? aimed(said) ?? asked(said, currency)
  // Where every word of it was taken for something else, they are its title all the same.
  return /[\p{L}\p{N}]/u.test(reading.title)
    ? reading
    : { title: said, asked: '', ifFailed: null, note: null, unclear: null }
}

/** Null where a plan cannot offer these answers. */
function chosen({ title, kind, options }: Choice): Reading | null {
  const words = options.map((option) => (/[,"!]/u.test(option) ? JSON.stringify(option) : option)).join(', ')
  const reading = checked(
    { title, asked: kind === 'yes-no' ? 'yes-no' : `${kind} ${words}`.trim() },
    words === '' ? '' : `choice ${words}`,
  )
  return reading.asked === '' ? null : reading
}

const blank =
  /^(.*?)\s*(?::|\u2013|-|=)?\s*([+/-]*\s*\p{Sc}?)\s*(?:_{2,}|\.{4,}|\u2026{2,}|\[\s{1,}\]|\[_+\])(?:\s*_{2,})*(.*)$/u

/** `Label: ____ %`. */
function blankReading(said: string, currency: string | null): Reading | null {
  const match = /[_.\u2026[]/u.test(said) ? blank.exec(said) : null
  if (!match || !/\p{L}|\d/u.test(match[1] ?? '')) return null
  const [, before = '', sign = '', after = ''] = match
  const width = /_{2,}/u.exec(said)?.[0].length ?? 4
  const title = trimmed(before)
  const scale = /\b(?:0|1)\s?[-\u2013]\s?(5|10)\s*$/u.exec(title)?.[1]
  const sold = /^\s*(\p{Sc})/u.exec(after)
  const unit = scale
    ? { kind: 'rating' as const, written: `of ${scale}`, length: 0 }
    : sold
      ? { kind: 'money' as const, written: sold[1] ?? '', length: sold[0].length }
      : unitBehind(after)
  const money = /\p{Sc}/u.exec(sign)?.[0] ?? null
  const behind = aimIn(after.slice(unit.length), { title, open: true })
  const ahead = behind ? null : aimIn(title, { title, open: false })
  const aim = behind ?? ahead
  const word =
    unit.kind === null ? (/^\s*([\p{L}µ°][\p{L}\p{N}µ°/³²]{0,11})(?=\s*(?:[(,;]|$))/u.exec(after)?.[1] ?? null) : null
  const kind: ItemKind = money ? 'money' : (unit.kind ?? aim?.kind ?? (word ? 'number' : kindOfBlank(title, width)))
  const statistic = kind === 'duration' || kind === 'rating' || kind === 'number' ? statisticOf(title, kind) : ''
  const written = money ?? (unit.written || (word && kind === 'number' ? word : ''))
  const inDocument = kind === 'money' && !money && currency ? `money ${currency}` : kind
  const asks = composed(kind, statistic, written, aim)
  const ifFailed = aim?.ifFailed ?? null
  const noteOf = (words: string) => {
    const note = trimmed(words)
    return note === '' || note === word ? null : withoutUnit(note, word).replace(/^\(([^()]*)\)$/u, '$1')
  }
  const behindUnit = after.slice(unit.length)
  if (aim && !parseAsked(asks).ok) {
    const simpler = simplest(kind, [written, unitOf(aim)], inDocument)
    return { ...checked({ title, asked: simpler, ifFailed, note: noteOf(behindUnit) }), unclear: unclearIn(aim) }
  }
  const note = noteOf(behind ? behind.rest : behindUnit)
  const reading = checked({ title: ahead ? ahead.rest : title, asked: asks, ifFailed, note }, inDocument)
  return !aim && saysAim(behindUnit) ? { ...reading, unclear: twoFigures(behindUnit) } : reading
}

/** What is asked where a target cannot be: in the first of the units that the kind takes. */
function simplest(kind: ItemKind, units: readonly string[], otherwise: string): string {
  const asked = units.filter((unit) => unit !== '').map((unit) => `${kind} ${unit}`)
  return asked.find((one) => parseAsked(one).ok) ?? otherwise
}

/** The unit that a target says. */
function unitOf({ target }: Aim): string {
  return /\p{Sc}/u.exec(target)?.[0] ?? /\d\s*([^\s\d.,].*)$/u.exec(target)?.[1] ?? ''
}

function unclearIn({ target, stretch }: Aim): string {
  return twoFigures(`${target} ${stretch ?? ''}`) ?? 'a plan has no place for its target'
}

function twoFigures(text: string): string | null {
  const figures = text.match(/\d+(?:[.,]\d+)*/gu) ?? []
  const [two] = figures.flatMap((figure) => twoFiguresIn(figure) ?? [])
  return two ? `"${two.said}" may be ${two.meant.toReversed().join(' or ')}` : null
}

/** `Error rates <0.1%`, `Uptime: >99.9% (Target: 99.95%)`, `Failed logins (>5 = investigate)`. */
function aimed(said: string): Reading | null {
  const aim = aimIn(said, { title: said, open: false })
  if (!aim) return null
  const title = trimmed(aim.rest)
  if (!/\p{L}{2}/u.test(title)) return null
  const kind = aim.kind
  const statistic = statisticIn(said)
  const of = statistic && !(kind === 'percent') ? statistic : ''
  const { ifFailed } = aim
  const asks = composed(kind, of, '', aim)
  if (!parseAsked(asks).ok) {
    const simpler = checked({ title: said, asked: simplest(kind, [unitOf(aim)], kind), ifFailed })
    return { ...simpler, title: said, unclear: unclearIn(aim) }
  }
  return checked({ title: of === '' || of === 'average' ? title : withoutStatistic(title), asked: asks, ifFailed })
}

function asked(said: string, currency: string | null): Reading {
  const action = /^(.*\?)\s*\(([^()]*)\)$/u.exec(said)
  if (action && isQuestion(said)) {
    const [, question = '', inside = ''] = action
    const then = /^(?:.*=\s*)?(.*)$/u.exec(inside)?.[1] ?? inside
    return checked({ title: question, asked: 'yes-no no', ifFailed: inside.includes('=') ? inside : sentence(then) })
  }
  if (isQuestion(said)) return checked({ title: said, asked: answerTo(said) })
  const kind = isTask(said) ? null : kindOfWords(said.replace(/\s*\([^)]*\)$/u, ''))
  if (!kind) return checked({ title: said, asked: '' })
  return checked({ title: said, asked: kind === 'money' && currency ? `money ${currency}` : kind }, kind)
}

/** How many is a number, what and how are told in words, and anything else is yes or no. */
function answerTo(question: string): string {
  const asked = question.replace(/^[^:]{1,30}:\s*/u, '')
  if (/^how (?:many|much|often)\b/iu.test(asked)) return 'number'
  return /^(?:what|how|which|who|whom|why|where|when|was|wie|welche\w*|wer|warum|wo|quel\w*|qui|comment|pourquoi|où)\b/iu.test(
    asked,
  )
    ? 'text'
    : 'yes-no'
}

function composed(kind: ItemKind, statistic: string, unit: string, aim: Aim | null): string {
  const target = aim ? withUnit(aim.target, unit) : ''
  const pieces = [target, aim?.stretch ? `stretch ${withUnit(aim.stretch, unit)}` : ''].filter((piece) => piece !== '')
  const asks = pieces.length > 0 ? pieces.join(', ') : unit
  return [kind, statistic, asks].filter((piece) => piece !== '').join(' ')
}

function statisticOf(title: string, kind: ItemKind): string {
  const statistic = statisticIn(title)
  return statistic && (kind === 'duration' || statistic === 'average') ? statistic : ''
}

/** A limit is of the unit that stands behind the blank, unless it says its own. */
function withUnit(limit: string, unit: string): string {
  const own = /\p{Sc}|\d\s*[^\s\d.,]/u.test(limit)
  if (own || unit === '') return limit
  return /\p{Sc}/u.test(unit) ? limit.replace(/\d/u, (digit) => unit + digit) : `${limit} ${unit}`
}

/** What cannot be read back is asked for more simply, or ticked. */
function checked(
  { title, asked: said, ifFailed = null, note = null }: Pick<Reading, 'title' | 'asked'> & Partial<Reading>,
  otherwise = '',
): Reading {
  const first = said === '' ? null : parseAsked(said)
  const read = first?.ok === false && otherwise !== '' ? parseAsked(otherwise) : first
  return { title: qualified(title), asked: read?.ok ? printAsked(read.value) : '', ifFailed, note, unclear: null }
}

function withoutUnit(note: string, word: string | null): string {
  return word && note.startsWith(word) ? note.slice(word.length).trim() : note
}

function withoutStatistic(title: string): string {
  return trimmed(title.replace(/\s*\(?\bp(?:50|75|90|95|99)\b\)?/giu, ' ').replace(/\(\s*\)/gu, ' '))
}

/** What a title keeps behind its colon once its target is taken from it. */
function qualified(title: string): string {
  const [, label, rest] = /^([^:]+):\s*([^:]+)$/u.exec(trimmed(title)) ?? []
  if (label === undefined || rest === undefined || !/^[\p{Ll}/]/u.test(rest)) return trimmed(title)
  return /^(?:average|median|mean)$/u.test(rest) ? trimmed(label) : `${trimmed(label)} (${rest})`
}

export function trimmed(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/\(\s*\)/gu, '')
    .replace(/^[\s:;,\u2013-]+|[\s:;,=\u2013-]+$/gu, '')
    .trim()
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
