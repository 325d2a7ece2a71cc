import { decode } from './entities.ts'

/** What a piece of mrkdwn says, before anything is drawn. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly parts: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly label: string }
  | { readonly kind: 'user' | 'channel' | 'group'; readonly id: string; readonly label: string }
  | { readonly kind: 'broadcast'; readonly range: string }
  | {
      readonly kind: 'date'
      readonly seconds: number
      readonly format: string
      readonly url: string
      readonly fallback: string
    }

export type Paragraph =
  | { readonly kind: 'lines' | 'quote'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: 'pre'; readonly text: string }

const marks = { '*': 'bold', _: 'italic', '~': 'strike' } as const

const isMark = (letter: string | undefined): letter is keyof typeof marks => letter !== undefined && letter in marks
const isWord = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}]/u.test(letter)
const isSpace = (letter: string | undefined): boolean => letter === undefined || /\s/.test(letter)

function reference(inside: string): Inline {
  const bar = inside.indexOf('|')
  const target = bar < 0 ? inside : inside.slice(0, bar)
  const label = bar < 0 ? '' : decode(inside.slice(bar + 1))
  if (target.startsWith('@')) return { kind: 'user', id: target.slice(1), label }
  if (target.startsWith('#')) return { kind: 'channel', id: target.slice(1), label }
  if (target.startsWith('!subteam^')) return { kind: 'group', id: target.slice(9), label }
  if (target.startsWith('!date^')) {
    const [seconds = '', format = '', ...url] = target.slice(6).split('^')
    return {
      kind: 'date',
      seconds: Number(seconds),
      format: decode(format),
      url: decode(url.join('^')),
      fallback: label,
    }
  }
  if (target.startsWith('!')) return { kind: 'broadcast', range: target.slice(1) }
  return { kind: 'link', url: decode(target), label: label || decode(target) }
}

/** The index of the mark that closes the one at `open`, by Slack's rule: no space inside it, no word right behind it. */
function closing(text: string, open: number): number {
  const mark = text[open] ?? ''
  if (isWord(text[open - 1]) || isSpace(text[open + 1]) || text[open + 1] === mark) return -1
  for (let at = open + 2; at < text.length; at++) {
    if (text[at] === '<') at = Math.max(at, text.indexOf('>', at))
    else if (text[at] === mark && !isSpace(text[at - 1]) && !isWord(text[at + 1])) return at
  }
  return -1
}

const bareUrl = /^https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)'"]/

export function parseInline(text: string): readonly Inline[] {
  const parts: Inline[] = []
  let plain = ''
  const push = (part: Inline) => {
    if (plain) parts.push({ kind: 'text', text: decode(plain) })
    plain = ''
    parts.push(part)
  }

  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    const end = letter === '<' ? text.indexOf('>', at) : letter === '`' ? text.indexOf('`', at + 1) : -1
    if (letter === '<' && end > at + 1) {
      push(reference(text.slice(at + 1, end)))
      at = end
    } else if (letter === '`' && end > at + 1) {
      push({ kind: 'code', text: decode(text.slice(at + 1, end)) })
      at = end
    } else if (isMark(letter) && closing(text, at) > 0) {
      const close = closing(text, at)
      push({ kind: marks[letter], parts: parseInline(text.slice(at + 1, close)) })
      at = close
    } else if (letter === 'h' && !isWord(text[at - 1]) && bareUrl.test(text.slice(at))) {
      const url = bareUrl.exec(text.slice(at))?.[0] ?? ''
      push({ kind: 'link', url: decode(url), label: decode(url) })
      at += url.length - 1
    } else {
      plain += letter
    }
  }
  if (plain) parts.push({ kind: 'text', text: decode(plain) })
  return parts
}

function parseLines(text: string): Paragraph[] {
  const paragraphs: { kind: 'lines' | 'quote'; lines: (readonly Inline[])[] }[] = []
  for (const line of text.split('\n')) {
    const quoted = /^(?:>|&gt;) ?(.*)$/.exec(line)
    const kind = quoted ? 'quote' : 'lines'
    const last = paragraphs.at(-1)
    const inline = parseInline(quoted?.[1] ?? line)
    if (last?.kind === kind) last.lines.push(inline)
    else paragraphs.push({ kind, lines: [inline] })
  }
  return paragraphs
}

export function parseMrkdwn(text: string): readonly Paragraph[] {
  return text.split(/```\n?([\s\S]+?)\n?```\n?/).flatMap((piece, index): Paragraph[] => {
    if (index % 2 === 1) return [{ kind: 'pre', text: decode(piece) }]
    return piece === '' ? [] : parseLines(piece)
  })
}
