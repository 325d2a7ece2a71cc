import { type Item, type ItemKind, itemKinds } from '../../domain/item.ts'
import { nearest } from '../../domain/nearest.ts'
import { commaParts, unquoted } from '../commas.ts'
import { type Read, unreadable } from '../fault.ts'
import { inSigns } from './in-signs.ts'
import { isNumeric, type NumericKind } from './quantity.ts'
import { statisticFirst, statisticIn } from './statistic.ts'
import { isPlain, parseTargets, printAsks } from './targets.ts'

/** What an item asks for: everything that its short form can say after the title. */
export type Asked = Pick<Item, 'kind' | 'unit' | 'targets' | 'critical' | 'options' | 'flag'> &
  Partial<Pick<Item, 'statistic' | 'stretch' | 'warning' | 'top'>>

export const tick: Asked = { kind: 'check', unit: null, targets: [], critical: null, options: [], flag: [] }

/** Reads `percent < 80`, `duration p95 < 200 ms`, `money $`, `yes-no yes`, `choice Good, Fair!, Poor!` or `text`. */
export function parseAsked(text: string): Read<Asked> {
  const match = /^([\p{L}-]+)\s*(.*)$/su.exec(text)
  const kind = kindNamed(match?.[1] ?? '')
  if (!match || kind === null) return unreadable(kindMessage(text))
  const rest = (match[2] as string).trim()
  const read = askedOf(kind, rest, null)
  return read.ok ? read : unreadable(read.message, text.length - (match[2] as string).length + read.at)
}

/** What stands after the kind, `true` or nothing where nothing does; of a choice also what is flagged beside it. */
export function askedOf(kind: ItemKind, rest: string, unit: string | null, flag: readonly string[] = []): Read<Asked> {
  const said = rest === 'true' ? '' : rest
  if (isNumeric(kind)) return numericOf(kind, said, unit)
  if (unit !== null) return unreadable(`a ${kind} has no unit`)
  switch (kind) {
    case 'check':
      return said === '' ? { ok: true, value: tick } : unreadable('a check has no target: it is ticked or it fails')
    case 'text':
      return textOf(said)
    case 'yes-no':
      return /^(yes|no)?$/i.test(said)
        ? { ok: true, value: { ...tick, kind, targets: said ? [{ op: 'is', word: said.toLowerCase() }] : [] } }
        : unreadable(`"${said}" cannot be the target of a yes-no: write yes or no`)
    case 'choice':
    case 'status': {
      const words = commaParts(said)
      const threshold = words.find((word) => isThreshold(word, words))
      if (threshold !== undefined) return unreadable(thresholdMessage(kind, threshold), said.indexOf(threshold))
      return kind === 'choice' ? choiceOf(words, flag) : statusOf(words.map(unquoted))
    }
  }
}

/** `warning Fair` beside `Fair`, or with a severity; else it may well be an answer, such as `Critical failure`. */
function isThreshold(word: string, answers: readonly string[]): boolean {
  const [, of = '', severity] = /^(?:warning|critical)\s+(.*?)(\s+P\d)?$/isu.exec(word) ?? []
  return severity !== undefined || answers.some((one) => one.toLowerCase() === of.toLowerCase())
}

/** Behind a comma it would be one more answer. */
function thresholdMessage(kind: 'choice' | 'status', said: string): string {
  const [, role = '', word = '', severity] = /^(\S+)\s+(.*?)(?:\s+(P\d))?$/su.exec(said) ?? []
  const asWritten = severity ?? (/critical/iu.test(role) ? 'P1' : undefined)
  const written = [`when: ${word}`, ...(asWritten ? [`severity: ${asWritten}`] : [])].join(', ')
  return `"${said}" would be an answer: a ${kind} has it in a key of its own, ${role.toLowerCase()}: { ${written} }`
}

/** Of answers as they are written, of which some may be flagged beside them. */
export function choiceOf(written: readonly string[], flaggedBeside: readonly string[]): Read<Asked> {
  const answers = written.map(answerOf)
  const options = answers.map(({ word }) => word)
  const distinct = new Set(options.map((option) => option.toLowerCase()))
  if (distinct.size < 2 || distinct.size < options.length)
    return unreadable('a choice needs at least two different answers, such as Good, Fair, Poor')
  const stray = flaggedBeside.find((word) => !options.includes(word))
  if (stray !== undefined) {
    const meant = nearest(stray, options)
    return unreadable(`"${stray}" is not one of the answers${meant ? `: did you mean "${meant}"?` : ''}`)
  }
  const flag = answers.filter(({ word, flagged }) => flagged || flaggedBeside.includes(word)).map(({ word }) => word)
  return { ok: true, value: { ...tick, kind: 'choice', options, flag } }
}

const usualStatuses = ['Green', 'Yellow', 'Red']

/** From good to bad; a single word is what is expected, and `Not …` is the other answer. */
export function statusOf(words: readonly string[]): Read<Asked> {
  const [only, second] = words
  const expected = only !== undefined && second === undefined
  const options = expected ? [only, notOf(only)] : words.length === 0 ? usualStatuses : words
  if (options.length > 5) return unreadable('a status has at most five words, from good to bad')
  if (new Set(options.map((word) => word.toLowerCase())).size < options.length)
    return unreadable('the words of a status are different, from good to bad')
  return { ok: true, value: { ...tick, kind: 'status', options } }
}

/** The text that `parseAsked` reads back; empty for a check. */
export function printAsked(asked: Asked): string {
  if (asked.kind === 'check') return ''
  const rest = restOf(asked)
  return rest === '' ? asked.kind : `${asked.kind} ${rest}`
}

/** What stands after the kind. */
export function restOf(asked: Asked): string {
  const { kind, options, flag, targets, statistic, top } = asked
  if (isNumeric(kind)) return [statistic ?? '', printAsks(asked, kind)].filter((part) => part !== '').join(' ')
  if (kind === 'choice') return options.map((option) => printAnswer(option, flag)).join(', ')
  if (kind === 'status') return printStatus(options)
  const [target] = targets
  if (target?.op === 'is') return kind === 'text' ? `= ${target.word}` : target.word
  return top === undefined ? '' : `top ${top}`
}

/** Whether the short form can say it all. */
export function fitsShort({ kind, warning, critical }: Asked): boolean {
  return isNumeric(kind) ? isPlain(warning) && isPlain(critical) : !warning && !critical
}

export function kindNamed(word: string): ItemKind | null {
  return itemKinds.find((kind) => kind === word.toLowerCase()) ?? null
}

function numericOf(kind: NumericKind, said: string, unit: string | null): Read<Asked> {
  const named = statisticFirst.exec(said)
  const rest = said.slice(named?.[0].length ?? 0)
  const second = named === null ? null : statisticIn(inSigns(rest) ?? rest)
  if (second !== null) return unreadable('one statistic is enough', said.length - rest.length)
  const read = parseTargets(rest, kind, { unit })
  if (!read.ok) return unreadable(read.message, said.length - rest.length + read.at)
  const statistic = statisticIn(said)
  return { ok: true, value: { ...tick, kind, ...read.value, ...(statistic && { statistic }) } }
}

const mostTop = 20

/** Of a text: nothing, how long it is, the one answer that is in order, or how many lines a list has. */
function textOf(said: string): Read<Asked> {
  const text: Asked = { ...tick, kind: 'text' }
  if (/^(long|short)?$/.test(said)) return { ok: true, value: text }
  const word = /^=\s*(\S.*)$/su.exec(said)?.[1]
  if (word !== undefined) return { ok: true, value: { ...text, targets: [{ op: 'is', word: word.trim() }] } }
  const top = /^top\s+(\d{1,3})$/iu.exec(said)?.[1]
  if (top === undefined)
    return unreadable(`"${said}" cannot follow text: it has no target but "= words", or is a list such as "top 3"`)
  const count = Number(top)
  return count >= 1 && count <= mostTop
    ? { ok: true, value: { ...text, top: count } }
    : unreadable(`a list has 1 to ${mostTop} lines, not ${count}`, said.indexOf(top))
}

/** `All active` and `Not all active`, `OK` and `Not OK`. */
function notOf(word: string): string {
  const isName = /^.\p{Lu}/u.test(word)
  return `Not ${isName ? word : word.charAt(0).toLowerCase() + word.slice(1)}`
}

function printStatus(options: readonly string[]): string {
  const [first = '', second] = options
  if (options.join('\n') === usualStatuses.join('\n')) return ''
  if (options.length === 2 && second === notOf(first)) return printWord(first)
  return options.map(printWord).join(', ')
}

function printWord(word: string): string {
  return /[,"]/.test(word) || word === 'true' ? JSON.stringify(word) : word
}

/** An exclamation mark flags an answer as failed: `Poor!`. */
function answerOf(piece: string): { word: string; flagged: boolean } {
  const flagged = piece.endsWith('!')
  return { word: unquoted((flagged ? piece.slice(0, -1) : piece).trim()), flagged }
}

function printAnswer(option: string, flag: readonly string[]): string {
  const word = /[,"!]/.test(option) ? JSON.stringify(option) : option
  return flag.includes(option) ? `${word}!` : word
}

function kindMessage(text: string): string {
  const word = text.split(/\s/)[0] ?? ''
  const meant = nearest(word, itemKinds)
  return meant
    ? `"${word}" is not a kind of item: did you mean "${meant}"?`
    : `"${word}" is not a kind of item: ${itemKinds.join(', ')}`
}
