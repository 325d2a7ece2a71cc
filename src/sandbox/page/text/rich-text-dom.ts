import type { Json } from '../../protocol.ts'
import { toJson, toList, toText } from '../state/json.ts'

type Style = 'bold' | 'italic' | 'strike' | 'code'

const styleTags: Readonly<Record<string, Style>> = {
  B: 'bold',
  STRONG: 'bold',
  I: 'italic',
  EM: 'italic',
  S: 'strike',
  STRIKE: 'strike',
  DEL: 'strike',
  CODE: 'code',
}

const tagOf: Readonly<Record<Style, string>> = { bold: 'b', italic: 'i', strike: 's', code: 'code' }

type Inline = { readonly text: string; readonly url: string; readonly styles: readonly Style[] }

/** What stands in an editor as a rich_text block; null where there is nothing. */
export function richTextOf(editor: HTMLElement): Json | null {
  const elements: Json[] = []
  let lines: Inline[][] = []
  const flush = () => {
    const inlines = trimmed(lines.flatMap((line, index) => (index === 0 ? line : [newLine, ...line])))
    if (inlines.length > 0) elements.push({ type: 'rich_text_section', elements: merged(inlines).map(toElement) })
    lines = []
  }
  for (const line of linesIn(editor)) {
    if (line.list === null) lines.push(line.inlines)
    else {
      flush()
      const last = elements.at(-1)
      const item = { type: 'rich_text_section', elements: merged(line.inlines).map(toElement) }
      if (last?.type === 'rich_text_list' && last.style === line.list && line.follows)
        (last.elements as Json[]).push(item)
      else elements.push({ type: 'rich_text_list', style: line.list, elements: [item] })
    }
  }
  flush()
  return elements.length === 0 ? null : { type: 'rich_text', elements }
}

const newLine: Inline = { text: '\n', url: '', styles: [] }

function trimmed(inlines: readonly Inline[]): readonly Inline[] {
  const said = inlines.findLastIndex(({ text }) => text.trim() !== '')
  return inlines.slice(0, said + 1)
}

/** What follows in the same style is one piece. */
function merged(inlines: readonly Inline[]): readonly Inline[] {
  const pieces: Inline[] = []
  for (const next of inlines) {
    const last = pieces.at(-1)
    const plainBreak = next.text === '\n' && last?.url === ''
    if (last && (plainBreak || (last.url === next.url && last.styles.join() === next.styles.join())))
      pieces.splice(-1, 1, { ...last, text: last.text + next.text })
    else pieces.push(next)
  }
  return pieces
}

function toElement({ text, url, styles }: Inline): Json {
  const style = styles.length === 0 ? {} : { style: Object.fromEntries(styles.map((one) => [one, true])) }
  return url === '' ? { type: 'text', text, ...style } : { type: 'link', url, text, ...style }
}

type Line = { readonly list: 'bullet' | 'ordered' | null; readonly follows: boolean; readonly inlines: Inline[] }

/** An editor's content line by line: browsers write a line as a block, or end it with a break. */
function linesIn(editor: HTMLElement): readonly Line[] {
  const lines: Line[] = []
  let open: Line | null = null
  const start = (list: Line['list'], follows: boolean): Line => {
    const line: Line = { list, follows, inlines: [] }
    lines.push(line)
    open = line
    return line
  }
  const walk = (node: Node, styles: readonly Style[], url: string) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = (node.textContent ?? '').replaceAll('\u00a0', ' ')
      if (text !== '') (open ?? start(null, false)).inlines.push({ text, url, styles })
      return
    }
    if (!(node instanceof HTMLElement)) return
    const inside = (more: readonly Style[], link: string) => {
      for (const child of node.childNodes) walk(child, more, link)
    }
    if (node.tagName === 'BR') {
      if (open === null) start(null, false)
      open = null
    } else if (node.tagName === 'LI') {
      start(node.parentElement?.tagName === 'OL' ? 'ordered' : 'bullet', node.previousElementSibling !== null)
      inside(styles, url)
      open = null
    } else if (/^(DIV|P|UL|OL)$/.test(node.tagName)) {
      open = null
      inside(styles, url)
      open = null
    } else {
      const style = styleTags[node.tagName]
      const more = style === undefined || styles.includes(style) ? styles : [...styles, style]
      inside(more, node.tagName === 'A' ? (node.getAttribute('href') ?? '') : url)
    }
  }
  for (const child of editor.childNodes) walk(child, [], '')
  return lines
}

/** The reverse, for what the app preset or the server kept. */
export function fillEditor(editor: HTMLElement, block: Json): void {
  editor.replaceChildren(...toList(block.elements).flatMap(partNodes))
}

function partNodes(part: Json): readonly Node[] {
  if (part.type === 'rich_text_list') {
    const list = document.createElement(part.style === 'ordered' ? 'ol' : 'ul')
    for (const item of toList(part.elements)) {
      const line = document.createElement('li')
      line.append(...toList(item.elements).flatMap(inlineNodes))
      list.append(line)
    }
    return [list]
  }
  return toList(part.elements).flatMap(inlineNodes)
}

function inlineNodes(element: Json): readonly Node[] {
  const styles = toJson(element.style)
  const text =
    toText(element.text) || toText(element.url) || (element.type === 'emoji' ? `:${toText(element.name)}:` : '')
  const pieces = text.split('\n').flatMap((piece, index) => {
    const words: Node[] = piece === '' ? [] : [document.createTextNode(piece)]
    return index === 0 ? words : [document.createElement('br'), ...words]
  })
  const wrapped = (Object.keys(tagOf) as Style[])
    .filter((style) => styles[style] === true)
    .reduce((inner, style) => [wrap(tagOf[style], inner)], pieces)
  const url = toText(element.url)
  if (element.type !== 'link' || !isAddress(url)) return wrapped
  const link = wrap('a', wrapped)
  link.setAttribute('href', url)
  return [link]
}

function wrap(tag: string, inner: readonly Node[]): HTMLElement {
  const element = document.createElement(tag)
  element.append(...inner)
  return element
}

export const isAddress = (url: string): boolean => /^(https?:\/\/|mailto:)\S+$/i.test(url)
