import type { Person } from '../../domain/plan.ts'
import { localTime } from './time.ts'

declare const safe: unique symbol

/** Text that Slack may format: only what we wrote is markup, whatever people typed is shown as they typed it. */
export type Mrkdwn = string & { readonly [safe]: true }

/** Only safe text and numbers may be interpolated; a raw string does not compile. */
export function mrkdwn(strings: TemplateStringsArray, ...parts: readonly (Mrkdwn | number)[]): Mrkdwn {
  return strings.map((text, index) => `${text}${parts[index] ?? ''}`).join('') as Mrkdwn
}

/** What somebody typed, on one line. */
export function plain(typed: string): Mrkdwn {
  return literal(oneLine(typed))
}

/** What somebody typed, line by line, set off as a quotation. */
export function quoted(typed: string): Mrkdwn {
  const lines = typed.trim().split(/\r?\n/u)
  return lines.map((line) => `> ${plain(line)}`).join('\n') as Mrkdwn
}

/** A person by Slack ID; one that is still a handle, or a role's name, is shown as it is written. */
export function mention(person: Person): Mrkdwn {
  if (/^[UW][A-Z0-9]+$/u.test(person)) return `<@${person}>` as Mrkdwn
  return /^S[A-Z0-9]{4,}$/u.test(person) ? (`<!subteam^${person}>` as Mrkdwn) : plain(person)
}

export function mentions(people: readonly Person[]): Mrkdwn {
  return listed(people.map(mention))
}

export function channelLink(channel: string): Mrkdwn {
  return /^[CDG][A-Z0-9]+$/u.test(channel) ? (`<#${channel}>` as Mrkdwn) : plain(channel)
}

/** A web address becomes a link, anything else stays text. */
export function place(typed: string): Mrkdwn {
  const address = typed.trim()
  return /^https?:\/\/[^\s<>|"]+$/u.test(address) ? (`<${escaped(address)}>` as Mrkdwn) : plain(address)
}

/** What somebody typed, line by line; empty lines stay, since they part what belongs together. */
export function typedLines(typed: string): readonly Mrkdwn[] {
  return typed
    .trim()
    .split(/\r?\n/u)
    .map((line) => (line.trim() === '' ? ('\u200b' as Mrkdwn) : plain(line)))
}

const dateFormats = { time: '{time}', day: '{date_short_pretty}', 'day-time': '{date_short_pretty} at {time}' } as const

/** An instant in the reader's own zone; where Slack cannot tell it, in the plan's. */
export function when(instant: Date, zone: string, style: keyof typeof dateFormats = 'day-time'): Mrkdwn {
  const seconds = Math.floor(instant.getTime() / 1000)
  return `<!date^${seconds}^${dateFormats[style]}|${localTime(instant, zone)}>` as Mrkdwn
}

/** `Fri 20 Nov 09:00 New York (your time today at 15:00)`: with its day, which need not be the day where the plan is. */
export function timeForAll(instant: Date, zone: string): Mrkdwn {
  return mrkdwn`${localTime(instant, zone)} ${yourTime(instant, zone)}`
}

/** `(your time today at 15:00)` */
export function yourTime(instant: Date, zone: string): Mrkdwn {
  return mrkdwn`(your time ${when(instant, zone)})`
}

export function bold(text: Mrkdwn): Mrkdwn {
  return enclosed(text, '*')
}

export function strike(text: Mrkdwn): Mrkdwn {
  return enclosed(text, '~')
}

export function code(typed: string): Mrkdwn {
  const text = plain(typed)
  return (text === '' ? '' : `\`${text}\``) as Mrkdwn
}

const mostCode = { lines: 8, lineLength: 100, characters: 360 }

/** What somebody typed as code: its lines and indents are kept, and what is too long is cut at a line's end. */
export function codeBlock(typed: string): Mrkdwn {
  const lines = typed.split(/\r?\n/u).map(codeLine)
  const kept = lines.filter((line, index) => line !== '' || (index > 0 && index < lines.length - 1))
  let left = mostCode.characters
  const fitting = kept.slice(0, mostCode.lines).filter((line) => {
    left -= line.length + 1
    return left >= 0
  })
  if (fitting.every((line) => line === '')) return '' as Mrkdwn
  return ['```', ...fitting, ...(fitting.length < kept.length ? ['…'] : []), '```'].join('\n') as Mrkdwn
}

function codeLine(typed: string): Mrkdwn {
  const indent = /^[ \t]*/u.exec(typed)?.[0].replaceAll('\t', '  ').slice(0, 20) ?? ''
  const text = escaped(oneLine(typed).replaceAll('`', 'ˋ')) as Mrkdwn
  return (text === '' ? '' : `${indent}${truncate(text, mostCode.lineLength)}`) as Mrkdwn
}

/** Leaves out what is empty. */
export function joined(parts: readonly (Mrkdwn | null)[], between: ' · ' | ' ' | ', ' | '\n' | '. '): Mrkdwn {
  return parts.filter((part) => part !== null && part !== '').join(between) as Mrkdwn
}

/** "a, b and c". */
export function listed(parts: readonly Mrkdwn[]): Mrkdwn {
  const last = parts.at(-1) ?? ('' as Mrkdwn)
  return parts.length < 2 ? last : mrkdwn`${joined(parts.slice(0, -1), ', ')} and ${last}`
}

/** At most `max` characters as Slack counts them, escapes included; never half an emoji, an entity or a `<…>`. */
export function truncate(text: Mrkdwn, max: number): Mrkdwn {
  if (text.length <= max) return text
  let kept = ''
  for (const [piece] of text.matchAll(/<[^<>]*>|&(?:amp|lt|gt);|[\s\S]/gu)) {
    if (kept.length + piece.length > max - 1) break
    kept += piece
  }
  return `${kept.trimEnd()}…` as Mrkdwn
}

/** The text of a control or a header, which formats nothing: one line, cut on code points, never empty. */
export function label(typed: string, max: number): string {
  const text = oneLine(typed)
  if (text === '') return '–'
  if (text.length <= max) return text
  let kept = ''
  for (const letter of text) {
    if (kept.length + letter.length > max - 1) break
    kept += letter
  }
  return `${kept.trimEnd()}…`
}

/** The same words as Markdown, for a terminal or a file. */
export function markdownOf(text: Mrkdwn): string {
  const words = text
    .replace(/<!date\^[^|>]*\|([^>]*)>/gu, '$1')
    .replace(/<[@#]([^|>]+)>/gu, '@$1')
    .replace(/<!subteam\^([^|>]+)>/gu, '@$1')
    .replace(/(^|[^\p{L}\p{N}])\*([^*\n]+)\*/gu, '$1**$2**')
  return unescaped(words)
}

/** Without line breaks, control characters and marks that turn the direction of what follows. */
function oneLine(typed: string): string {
  return typed
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
}

const lookalikes: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' }

/**
 * Slack has no escape for its formatting marks, so a mark that could open or close formatting gives way to its
 * lookalike. Marks inside words stay as typed: they can do neither.
 */
function literal(text: string): Mrkdwn {
  const marked = text
    .replace(/`/gu, 'ˋ')
    .replace(/[*_~]/gu, (mark, at: number) => (isInWord(text, at) ? mark : (lookalikes[mark] ?? mark)))
    .replace(/^>/u, '›')
  return escaped(marked) as Mrkdwn
}

/** Letters of two units do not count: whoever looks at units takes half of one for a sign. */
function isInWord(text: string, at: number): boolean {
  return [text[at - 1], text[at + 1]].every((unit) => unit !== undefined && /[\p{L}\p{N}]/u.test(unit))
}

function enclosed(text: Mrkdwn, mark: '*' | '~'): Mrkdwn {
  const inside = text.trim().replaceAll(mark, lookalikes[mark] ?? mark)
  return (inside === '' ? '' : `${mark}${inside}${mark}`) as Mrkdwn
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
