import MarkdownIt, { type Token } from 'markdown-it'
import { toldBy } from '../outline/told.ts'
import type { Block, Entry, Marker } from './block.ts'
import { isProse } from './code.ts'
import { type InlineLine, linesOf } from './inline.ts'

const markdown = new MarkdownIt({ html: true })

/** A Markdown document, or plain text, as blocks; what stands in a fence and is no code is read as the rest is. */
export function readBlocks(source: string): readonly Block[] {
  const front = /^---\n([\s\S]*?)\n(?:---|\.\.\.)\n/u.exec(source)
  if (!front) return pageOf(source, 1)
  const [whole, told = ''] = front
  // Of what stands before the text, only names and values say something of the document.
  const values = pageOf(told, 2).filter(({ kind }) => kind === 'said')
  return [...values, ...pageOf(source.slice(whole.length), whole.split('\n').length)]
}

type Page = {
  readonly rows: readonly string[]
  /** Of the document. */
  readonly firstLine: number
}

function pageOf(source: string, firstLine: number): readonly Block[] {
  const tokens = markdown.parse(source, {})
  return blocksOf(treeOf(tokens), { rows: source.split('\n'), firstLine })
}

/** A token with what stands between its beginning and its end. */
type Tree = { readonly token: Token; readonly inner: Tree[] }

function treeOf(tokens: readonly Token[]): readonly Tree[] {
  const whole: Tree[] = []
  const open: Tree[][] = [whole]
  for (const token of tokens) {
    if (token.nesting < 0) {
      open.pop()
      continue
    }
    const tree: Tree = { token, inner: [] }
    open.at(-1)?.push(tree)
    if (token.nesting > 0) open.push(tree.inner)
  }
  return whole
}

function blocksOf(trees: readonly Tree[], page: Page): readonly Block[] {
  return trees.flatMap((tree) => blockOf(tree, page))
}

function blockOf(tree: Tree, page: Page): readonly Block[] {
  const { token, inner } = tree
  const line = lineOf(token, page)
  switch (token.type) {
    case 'heading_open': {
      const text = inlineOf(tree, line).map((one) => one.text)
      return [{ kind: 'heading', line, apart: true, text: text.join(' '), rank: Number(token.tag.slice(1)) }]
    }
    case 'paragraph_open':
      return rowsOf(tree, line, page)
    case 'bullet_list_open':
    case 'ordered_list_open':
      return inner.flatMap((item) => entryOfItem(item, token.type === 'ordered_list_open', page))
    case 'blockquote_open':
      return blocksOf(inner, page)
    case 'fence':
    case 'code_block':
      return codeOf(token, line)
    case 'table_open':
      return [tableOf(inner, page, line)]
    case 'hr':
      return [ruleOf(page, line)]
    default:
      return []
  }
}

function lineOf({ map }: Token, { firstLine }: Page): number {
  return (map?.[0] ?? 0) + firstLine
}

function inlineOf({ inner }: Tree, line: number): readonly InlineLine[] {
  return inner.flatMap(({ token }) => (token.type === 'inline' ? linesOf(token, line) : []))
}

const box = /^(?:\[[ xX]?\]|[\u2610-\u2612\u25A1\u25A2\u25FB\u2B1C\u25CB\u274F\u2751])\s*/u

/** Lines of boxes that are set in belong to the box above them. */
function rowsOf(tree: Tree, first: number, page: Page): readonly Block[] {
  const indent = (line: number) => /^\s*/u.exec(page.rows[line - page.firstLine] ?? '')?.[0].length ?? 0
  const blocks: Block[] = []
  for (const row of inlineOf(tree, first)) {
    const block = rowOf(row, isApart(row.line, page))
    const above = blocks.at(-1)
    if (!block) continue
    if (block.kind === 'entry' && above?.kind === 'entry' && indent(block.line) > indent(above.line) + 1)
      blocks[blocks.length - 1] = { ...above, blocks: [...above.blocks, block] }
    else blocks.push(block)
  }
  return blocks
}

/** Each line of a paragraph stands for itself: checklists are often written without the marks of a list. */
function rowOf(row: InlineLine, apart: boolean): Block | null {
  const { line, text, lead } = row
  if (!says(text)) return null
  if (box.test(text) && boxesIn(text) === 1) return entryOf(row, 'box', apart, [])
  if (isLabel(row)) return { kind: 'label', line, apart, text: text.replace(/\s*:$/u, ''), bold: lead !== null }
  return { kind: 'said', line, apart, text: withLinks(row) }
}

function withLinks({ text, links }: InlineLine): string {
  return links.length === 0 || /_{2,}/u.test(text) ? text : `${text} (${links.join(', ')})`
}

/** Letters, figures, or a blank behind a box. */
function says(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) || (/_{2,}/u.test(text) && box.test(text))
}

function isApart(line: number, { rows, firstLine }: Page): boolean {
  return (rows[line - firstLine - 1] ?? '').trim() === ''
}

/** In bold from end to end, or short and with a colon at its end. */
function isLabel({ text, lead }: InlineLine): boolean {
  if (lead !== null) {
    const rest = text.startsWith(lead) ? text.slice(lead.length) : text.slice(text.indexOf(lead) + lead.length)
    if (!/[\p{L}\p{N}]/u.test(rest) && toldBy(text, 0) === null) return true
    if (/:$/u.test(text) && text.length <= 100) return true
    if (/^\s*\([^)]*\)\s*:?$/u.test(rest)) return true
  }
  return /:$/u.test(text) && text.length <= 60
}

function boxesIn(text: string): number {
  return text.match(/[\u2610-\u2612\u25A1\u2B1C]|\[[ xX]\]/gu)?.length ?? 0
}

function entryOfItem(item: Tree, ordered: boolean, page: Page): readonly Block[] {
  const [first, ...rest] = item.inner
  if (first === undefined) return []
  // What is only to be written on is read as a line across the page.
  if (first.token.type === 'hr') return blankOf(page, lineOf(first.token, page))
  if (first.token.type !== 'paragraph_open') return blocksOf(item.inner, page)
  const [row, ...more] = inlineOf(first, lineOf(first.token, page))
  if (!row || !(says(row.text) || /_{2,}/u.test(row.text))) return blocksOf(rest, page)
  const ends = more.findIndex((one) => rowOf(one, false)?.kind !== 'said' || isFilledIn(one.text))
  const wrapped = ends < 0 ? more : more.slice(0, ends)
  const below = more.slice(wrapped.length).flatMap((one) => rowOf(one, false) ?? [])
  const text = [row, ...wrapped].map((one) => one.text).join(' ')
  const marker = box.test(row.text) && boxesIn(row.text) === 1 ? 'box' : ordered ? 'number' : 'bullet'
  const blocks = [...below, ...blocksOf(rest, page)]
  const entry = entryOf({ ...row, text }, marker, isApart(row.line, page), blocks)
  return [
    {
      ...entry,
      more: wrapped.map(({ line }) => line),
      links: [...row.links, ...wrapped.flatMap(({ links }) => links)],
    },
  ]
}

/** `Notes: ____` under a list entry is a line of its own. */
function isFilledIn(text: string): boolean {
  return /^[^:]{1,60}:\s/u.test(text)
}

function entryOf(
  { line, text, lead, links }: InlineLine,
  marker: Marker,
  apart: boolean,
  blocks: readonly Block[],
): Entry {
  const bare = text.replace(box, '')
  const bold = lead !== null && bare.startsWith(lead)
  return { kind: 'entry', line, apart, text: bare, marker, bold, more: [], links, blocks }
}

function blankOf(page: Page, line: number): readonly Block[] {
  return /_{3}/u.test(page.rows[line - page.firstLine] ?? '') ? [blank(line, page)] : []
}

/** A long line of underscores is there to be written on. */
function ruleOf(page: Page, line: number): Block {
  const isBlank = /^\s*_{6,}\s*$/u.test(page.rows[line - page.firstLine] ?? '')
  return isBlank ? blank(line, page) : { kind: 'rule', line, apart: isApart(line, page) }
}

function blank(line: number, page: Page): Entry {
  const apart = isApart(line, page)
  return { kind: 'entry', line, apart, text: '____', marker: 'bullet', bold: false, more: [], links: [], blocks: [] }
}

function codeOf({ type, info, content }: Token, line: number): readonly Block[] {
  const first = type === 'fence' ? line + 1 : line
  const text = content.replace(/\n$/u, '')
  if (isProse(info.trim().split(/\s+/u)[0] ?? '', text)) return pageOf(text, first)
  const rows = text.split('\n').map((row, index) => ({ line: first + index, text: row }))
  return [{ kind: 'code', line: first, apart: true, language: info.trim(), rows }]
}

function tableOf(inner: readonly Tree[], page: Page, line: number): Block {
  const [header, ...rows] = inner
    .flatMap((part) => part.inner)
    .map((row) => ({
      line: lineOf(row.token, page),
      cells: row.inner.map((cell) =>
        inlineOf(cell, 0)
          .map(({ text }) => text)
          .join(' '),
      ),
    }))
  return { kind: 'table', line, apart: true, header: header?.cells ?? [], rows }
}
