import { type Item, type ItemKind, itemKinds } from '../domain/item.ts'
import { nearest } from '../domain/nearest.ts'
import { commaParts, unquoted } from './commas.ts'
import { type Read, unreadable } from './fault.ts'
import { isNumeric, parseTargets, printTarget, unitMessage, unitOf, usualUnit } from './targets.ts'

/** What an item asks for: everything that its short form can say after the title. */
export type Asked = Pick<Item, 'kind' | 'unit' | 'targets' | 'options' | 'flag'>

export const tick: Asked = { kind: 'check', unit: null, targets: [], options: [], flag: [] }

/** Reads `percent < 80`, `money $`, `yes-no yes`, `choice Good, Fair!, Poor!` or `text`. */
export function parseAsked(text: string): Read<Asked> {
  const match = /^([\p{L}-]+)\s*(.*)$/su.exec(text)
  const kind = kindNamed(match?.[1] ?? '')
  if (!match || kind === null) return unreadable(kindMessage(text))
  const rest = (match[2] as string).trim()
  const read = askedOf(kind, rest, null)
  return read.ok ? read : unreadable(read.message, text.length - (match[2] as string).length + read.at)
}

/** What stands after the kind, `true` or nothing where nothing does. */
export function askedOf(kind: ItemKind, rest: string, unit: string | null): Read<Asked> {
  const said = rest === 'true' ? '' : rest
  if (isNumeric(kind)) return numericOf(kind, said, unit)
  if (unit !== null) return unreadable(`a ${kind} has no unit`)
  switch (kind) {
    case 'check':
      return said === '' ? { ok: true, value: tick } : unreadable('a check has no target: it is ticked or it fails')
    case 'text':
      return /^(long|short)?$/.test(said)
        ? { ok: true, value: { ...tick, kind } }
        : unreadable(`"${said}" cannot follow text: it has no target`)
    case 'yes-no':
      return /^(yes|no)?$/i.test(said)
        ? { ok: true, value: { ...tick, kind, targets: said ? [{ op: 'is', word: said.toLowerCase() }] : [] } }
        : unreadable(`"${said}" cannot be the target of a yes-no: write yes or no`)
    case 'choice': {
      const answers = commaParts(said).map(answerOf)
      return choiceOf(
        answers.map(({ word }) => word),
        answers.filter(({ flagged }) => flagged).map(({ word }) => word),
      )
    }
  }
}

export function choiceOf(options: readonly string[], flag: readonly string[]): Read<Asked> {
  const distinct = new Set(options.map((option) => option.toLowerCase()))
  if (distinct.size < 2 || distinct.size < options.length)
    return unreadable('a choice needs at least two different answers, such as Good, Fair, Poor')
  const stray = flag.find((word) => !options.includes(word))
  if (stray !== undefined) {
    const meant = nearest(stray, options)
    return unreadable(`"${stray}" is not one of the answers${meant ? `: did you mean "${meant}"?` : ''}`)
  }
  return { ok: true, value: { ...tick, kind: 'choice', options, flag } }
}

/** The text that `parseAsked` reads back; empty for a check. */
export function printAsked(asked: Asked): string {
  if (asked.kind === 'check') return ''
  const rest = restOf(asked)
  return rest === '' ? asked.kind : `${asked.kind} ${rest}`
}

/** What stands after the kind. */
export function restOf(asked: Asked): string {
  if (asked.kind === 'choice') return asked.options.map((option) => printAnswer(option, asked.flag)).join(', ')
  if (asked.targets.length > 0) return asked.targets.map((target) => printTarget(target, asked.unit)).join(', ')
  return asked.unit === null || asked.unit === usualUnit(asked.kind) ? '' : asked.unit
}

export function kindNamed(word: string): ItemKind | null {
  return itemKinds.find((kind) => kind === word.toLowerCase()) ?? null
}

function numericOf(kind: 'number' | 'percent' | 'money' | 'duration', said: string, unit: string | null): Read<Asked> {
  // Without a target the unit may stand alone: `money $`.
  const alone = /^[<>=≤≥\d-]|^\p{Sc}\s*\d|,/u.test(said) ? null : said
  if (alone && unit === null) {
    const named = unitOf(alone, kind)
    return named === null ? unreadable(unitMessage(alone, kind)) : { ok: true, value: { ...tick, kind, unit: named } }
  }
  const read = parseTargets(said, kind, unit)
  return read.ok ? { ok: true, value: { ...tick, kind, ...read.value } } : read
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
