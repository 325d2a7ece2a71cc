import { itemKinds } from '../domain/item.ts'

/** A line that YAML reads otherwise than its author meant, put right. */
export type Misread = { readonly column: number; readonly message: string }

/** The part of a line up to its value: indentation, dashes and a key. */
const lead = /^(\s*(?:- +)+(?=[@`%])|\s*(?:- +)*(?:[^\s:#'"[{][^:#'"]*|"[^"]*"|'[^']*')?:?\s+|\s*(?:- +)+)/

const folded = /^>=?\s*[^\s#+-].*$|^>\s*-?\d.*$/
const reserved = /^[@`%][^\s,\]}]*/

/** What a line that YAML refuses, or reads as nothing, was meant to say. */
export function misreadOf(line: string): Misread | null {
  return valueMisread(line) ?? listMisread(line) ?? foldedInside(line)
}

function valueMisread(line: string): Misread | null {
  const before = lead.exec(line)?.[0]
  if (before === undefined) return null
  const value = line.slice(before.length).trimEnd()
  const column = before.length + 1
  const quoted = `${before.trim()} ${JSON.stringify(withoutComment(value))}`
  if (folded.test(value)) return { column, message: `YAML reads ">" as folded text: write ${unfolded(before, value)}` }
  const start = reserved.exec(value)
  if (start) return { column, message: `a value cannot begin with ${start[0][0]} in YAML: write ${quoted}` }
  if (/^#\S/.test(value))
    return { column, message: `YAML reads "${value}" as a comment: write ${before.trim()} "${value}"` }
  return null
}

/** A comparison after a kind wants quotes; after an item's own words it wants the kind that it lacks. */
function unfolded(before: string, value: string): string {
  const key = /([^\s:-][^:]*):\s*$/.exec(before)?.[1]?.trim() ?? ''
  const target = withoutComment(value)
  if (itemKinds.some((kind) => kind === key)) return `${key}: "${target}"`
  const kind = target.endsWith('%') ? 'percent' : 'number'
  return `${before.trim()} ${kind} ${target
    .replace(/^(>=?)\s*/, '$1 ')
    .replace(/%$/, '')
    .trim()}`
}

/** `[@Maria Silva, #ops]`: the first name of a flow list that needs quotes. */
function listMisread(line: string): Misread | null {
  const match = /[[{,]\s*(@[^\s,\]}]+(?:\s+[^\s,\]}@#:"'`]+)*|[`#][^\s,\]}]+)/.exec(line)
  if (!match) return null
  const word = match[1] as string
  const column = match.index + match[0].length - word.length + 1
  return { column, message: `${word} needs quotes in YAML: write "${word}"` }
}

/** `[Table #4, Till]`: a comment that hides the end of a list. */
export function hiddenEndOf(line: string): Misread | null {
  const bare = line.replace(/"[^"]*"|'[^']*'/g, (quoted) => '_'.repeat(quoted.length))
  const hash = /\s#\S/.exec(bare)?.index ?? -1
  const before = bare.slice(0, Math.max(0, hash))
  const open = before.split(/[[{]/).length - before.split(/[\]}]/).length
  if (open <= 0) return null
  const start = 1 + Math.max(...['[', '{', ',', ':'].map((sign) => before.lastIndexOf(sign)))
  const indented = start + (/^\s*/.exec(line.slice(start))?.[0].length ?? 0)
  const text = /^[^\]},]*/.exec(line.slice(indented))?.[0].trimEnd() ?? ''
  const message = `YAML reads "${line.slice(hash + 1).trimEnd()}" as a comment: write "${text}"`
  return { column: indented + 1, message }
}

/** `{ every: day at 09:00, 17:00 }`: what is no key by its looks; a small word alone may be one without its value. */
export function isRestOfValue(text: string): boolean {
  return text.trim() !== '' && !/^[a-z-]+$/u.test(text)
}

export function partedMessage(key: string, pieces: readonly string[]): string {
  return `a comma in braces ends a value: put the whole in quotes, ${key}: ${JSON.stringify(pieces.join(', '))}`
}

/** `{ warning: > 80 }`: a comparison between braces. */
function foldedInside(line: string): Misread | null {
  const match = /[[{,]\s*(?:[^\s,:{}[\]"'][^,:{}[\]"']*:\s+)?(>[^,\]}]*)/.exec(line)
  if (!match) return null
  const said = match[1] as string
  const column = match.index + match[0].length - said.length + 1
  return { column, message: `a value cannot begin with > in YAML: write "${said.trim()}"` }
}

/** `note: ask: why` has a key too many. */
export function secondColonOf(line: string): Misread | null {
  const match = /^(\s*(?:- +)*[^\s:#'"[{-][^:#'"]*:\s+)([^'"[{>|&*!#\s][^#]*:\s.*)$/.exec(line)
  if (!match) return null
  const [, before, value] = match as unknown as [string, string, string]
  const plain = withoutComment(value)
  const meant = kindAndColon.test(plain) ? plain.replace(kindAndColon, '$1 ') : JSON.stringify(plain)
  const message = `YAML reads the second ":" as another key: write ${before.trim()} ${meant}`
  return { column: before.length + 1, message }
}

/** `percent: > 95`: a line of an item has no colon behind its kind. */
const kindAndColon = new RegExp(`^(${itemKinds.join('|')}):\\s+`)

function withoutComment(value: string): string {
  return value.replace(/\s+#.*$/, '').trimEnd()
}
