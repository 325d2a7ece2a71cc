import { type Item, itemKinds } from '../../domain/item.ts'
import { nearest } from '../../domain/nearest.ts'
import { type Read, unreadable } from '../fault.ts'
import { type Asked, fitsShort, kindNamed, parseAsked, printAsked, tick } from './asked.ts'

/** An item as one line says it; what the line leaves out has its default. */
export type ItemLine = Asked & Pick<Item, 'title'>

const longestTitle = 300
const kinds = itemKinds.join('|')
const kindAfterColon = new RegExp(`:\\s+(?:${kinds})(?![\\p{L}-])`, 'iu')

/** Reads `Lights on`, `Fridge 1: number < 5 °C` or `"A: text in quotes": percent > 95`. */
export function parseItemLine(line: string): Read<ItemLine> {
  const text = line.trim()
  const { title, asked, at } = split(text)
  const name = title.replace(/\s+/g, ' ').trim()
  if (name === '') return unreadable('an item needs a title')
  if (name.length > longestTitle) return unreadable(`a title is at most ${longestTitle} characters long`)
  if (asked === null) {
    const meant = misspeltKind(text)
    return meant === null ? { ok: true, value: { title: name, ...tick } } : meant
  }
  const read = parseAsked(asked)
  return read.ok ? { ok: true, value: { title: name, ...read.value } } : unreadable(read.message, at + read.at)
}

/** The line that `parseItemLine` reads back. */
export function itemLine(item: ItemLine): string {
  const asked = printAsked(item)
  const ambiguous = item.title.startsWith('"') || kindAfterColon.test(item.title) || looksMisspelt(item.title)
  const title = ambiguous ? JSON.stringify(item.title) : item.title
  return asked === '' ? title : `${title}: ${asked}`
}

/** An item with everything else at its default. */
export function itemOf(line: ItemLine, id: string): Item {
  const rest = { group: null, optional: false, severity: null, owner: null, look: null, note: null, into: null }
  return { id, ...line, ...rest }
}

/** Whether the line says all there is to the item. */
export function fitsOnLine(item: Item): boolean {
  const { severity, owner, look, note, into } = item
  const more = [item.later, item.compare, item.annual, item.goal, item.compute]
  const about = [item.run, item.expect, item.steps, item.ifFailed]
  return (
    fitsShort(item) &&
    !item.optional &&
    [severity, owner, look, note, into].every((said) => said === null) &&
    [...more, ...about].every((said) => said === undefined)
  )
}

function split(text: string): { title: string; asked: string | null; at: number } {
  const quoted = /^"(?:[^"\\]|\\.)*"/.exec(text)?.[0]
  if (quoted !== undefined) {
    const rest = text.slice(quoted.length)
    const colon = /^\s*:\s*(?=\S)/.exec(rest)?.[0]
    if (rest.trim() === '' || colon !== undefined) {
      const at = quoted.length + (colon?.length ?? 0)
      return { title: fromJson(quoted), asked: colon === undefined ? null : text.slice(at), at }
    }
  }
  const match = kindAfterColon.exec(text)
  if (!match) return { title: text, asked: null, at: 0 }
  const at = match.index + (/^:\s+/.exec(match[0])?.[0].length ?? 1)
  return { title: text.slice(0, match.index), asked: text.slice(at), at }
}

/** A word that is nearly a kind and has a target behind it was meant as one. */
function misspeltKind(text: string): { ok: false; message: string; at: number } | null {
  if (text.startsWith('"')) return null
  const match = /:\s+([\p{L}-]+)\s*([<>=≤≥]|-?\d)/u.exec(text)
  const word = match?.[1] ?? ''
  const meant = match && kindNamed(word) === null ? nearest(word, itemKinds) : null
  return meant
    ? unreadable(`"${word}" is not a kind of item: did you mean "${meant}"?`, text.indexOf(word, match?.index))
    : null
}

function looksMisspelt(title: string): boolean {
  return misspeltKind(title) !== null
}

function fromJson(quoted: string): string {
  try {
    return String(JSON.parse(quoted))
  } catch {
    return quoted.slice(1, -1)
  }
}
