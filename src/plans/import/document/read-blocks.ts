import type { Code as CodeNode, List, ListItem, Nodes, Parent, Table as TableNode } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfmTable } from 'micromark-extension-gfm-table'
import { toldBy } from '../outline/told.ts'
import type { Block, Entry, Marker } from './block.ts'
import { isProse } from './code.ts'
import { type InlineLine, linesOf } from './inline.ts'

/** A Markdown document, or plain text, as blocks; what stands in a fence and is no code is read as the rest is. */
export function readBlocks(source: string, firstLine = 1): readonly Block[] {
  const tree = fromMarkdown(source, {
    extensions: [gfmTable(), ...(firstLine === 1 ? [frontmatter()] : [])],
    mdastExtensions: [gfmTableFromMarkdown(), ...(firstLine === 1 ? [frontmatterFromMarkdown()] : [])],
  })
  return blocksIn(tree.children, { source, rows: source.split('\n'), shift: firstLine - 1 })
}

type Page = {
  readonly source: string
  readonly rows: readonly string[]
  /** How many lines of the document stand before its first. */
  readonly shift: number
}

function blocksIn(nodes: readonly Nodes[], page: Page): Block[] {
  return nodes.flatMap((node) => blocksOf(node, page))
}

function blocksOf(node: Nodes, page: Page): readonly Block[] {
  const line = (node.position?.start.line ?? 1) + page.shift
  switch (node.type) {
    case 'heading': {
      const text = linesOf(node, page.source)
        .map((one) => one.text)
        .join(' ')
      const bare = text.replace(/^#+\s*/u, '').replace(/\s+#*$|\s*[-=]{3,}$/u, '')
      return [{ kind: 'heading', line, apart: true, text: bare, rank: node.depth }]
    }
    case 'paragraph':
      return rowsOf(node, page)
    case 'list':
      return entriesOf(node, page)
    case 'code':
      return codeOf(node, line)
    case 'yaml':
      return readBlocks(node.value, line + 1)
    case 'table':
      return [tableOf(node, page, line)]
    case 'thematicBreak':
      return [ruleOf(page, line)]
    case 'blockquote':
      return blocksIn(node.children, page)
    default:
      return []
  }
}

const box = /^(?:\[[ xX]?\]|[\u2610-\u2612\u25A1\u25A2\u25FB\u2B1C\u25CB\u274F\u2751])\s*/u

/** Each line of a paragraph stands for itself: checklists are often written without the marks of a list. */
function rowsOf(node: Parent & Nodes, page: Page): readonly Block[] {
  return linesOf(node, page.source).flatMap((row) => {
    const line = row.line + page.shift
    return rowOf({ ...row, line }, isApart(line, page)) ?? []
  })
}

function rowOf(row: InlineLine, apart: boolean): Block | null {
  const { line, text, lead } = row
  if (!says(text)) return null
  if (box.test(text) && boxesIn(text) === 1) return entryOf(row, 'box', apart, [])
  if (isLabel(row)) return { kind: 'label', line, apart, text: text.replace(/\s*:$/u, ''), bold: lead !== null }
  return { kind: 'said', line, apart, text }
}

/** Letters, figures, or a blank behind a box. */
function says(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) || (/_{2,}/u.test(text) && box.test(text))
}

function isApart(line: number, { rows, shift }: Page): boolean {
  return (rows[line - shift - 2] ?? '').trim() === ''
}

/** A long line of underscores is there to be written on. */
function ruleOf(page: Page, line: number): Block {
  const isBlank = /^\s*_{6,}\s*$/u.test(page.rows[line - page.shift - 1] ?? '')
  return isBlank ? blank(line, page) : { kind: 'rule', line, apart: isApart(line, page) }
}

function blank(line: number, page: Page): Entry {
  return {
    kind: 'entry',
    line,
    apart: isApart(line, page),
    text: '____',
    marker: 'bullet',
    bold: false,
    more: [],
    blocks: [],
  }
}

/** In bold from end to end, or short and with a colon at its end. */
function isLabel({ text, lead }: InlineLine): boolean {
  const whole = lead !== null && text.slice(lead.length).replace(/^[\s\d.)]+|[\s:*\p{P}]/gu, '') === ''
  if (whole && toldBy(text, 0) === null) return true
  if (lead !== null && /:$/u.test(text) && text.length <= 100) return true
  if (lead !== null && text.startsWith(lead) && /^\s*\([^)]*\)\s*:?$/u.test(text.slice(lead.length))) return true
  return /:$/u.test(text) && text.length <= 60
}

function boxesIn(text: string): number {
  return text.match(/[\u2610-\u2612\u25A1\u2B1C]|\[[ xX]\]/gu)?.length ?? 0
}

function entriesOf(list: List, page: Page): readonly Block[] {
  return list.children.flatMap((item) => itemOf(item, list, page))
}

function itemOf(item: ListItem, list: List, page: Page): readonly Block[] {
  const [first, ...rest] = item.children
  if (first === undefined) return []
  // What is only to be written on is read as a line across the page.
  if (first.type === 'thematicBreak') return [blank((item.position?.start.line ?? 1) + page.shift, page)]
  if (first.type !== 'paragraph') return blocksIn(item.children, page)
  const [row, ...more] = linesOf(first, page.source).map((one) => ({ ...one, line: one.line + page.shift }))
  if (!row || !(says(row.text) || /_{2,}/u.test(row.text))) return blocksIn(rest, page)
  const ends = more.findIndex((one) => rowOf(one, false)?.kind !== 'said' || isFilledIn(one.text))
  const wrapped = ends < 0 ? more : more.slice(0, ends)
  const below = more.slice(wrapped.length).flatMap((one) => rowOf(one, false) ?? [])
  const text = [row, ...wrapped].map((one) => one.text).join(' ')
  const marker = box.test(row.text) && boxesIn(row.text) === 1 ? 'box' : list.ordered ? 'number' : 'bullet'
  const blocks = [...below, ...blocksIn(rest, page)]
  const entry = entryOf({ ...row, text }, marker, isApart(row.line, page), blocks)
  return [{ ...entry, more: wrapped.map(({ line }) => line) }]
}

/** `Notes: ____` under a list entry is a line of its own. */
function isFilledIn(text: string): boolean {
  return /^[^:]{1,60}:\s/u.test(text)
}

function entryOf({ line, text, lead }: InlineLine, marker: Marker, apart: boolean, blocks: readonly Block[]): Entry {
  const bare = text.replace(box, '')
  const bold = lead !== null && bare.startsWith(lead)
  return { kind: 'entry', line, apart, text: bare, marker, bold, more: [], blocks }
}

function codeOf(node: CodeNode, line: number): readonly Block[] {
  const language = node.lang ?? ''
  // An indented block has no fence before it.
  const fenced =
    (node.position?.end.line ?? line) - (node.position?.start.line ?? line) + 1 > node.value.split('\n').length
  const first = fenced ? line + 1 : line
  const rows = node.value.split('\n').map((text, index) => ({ line: first + index, text }))
  if (isProse(language, node.value)) return readBlocks(node.value, first)
  return [{ kind: 'code', line: first, apart: true, language, rows }]
}

function tableOf(node: TableNode, page: Page, line: number): Block {
  const [header, ...rows] = node.children.map((row) => ({
    line: (row.position?.start.line ?? 1) + page.shift,
    cells: row.children.map((cell) =>
      linesOf(cell, page.source)
        .map(({ text }) => text.replace(/^\|\s*|\s*\|$/gu, '').trim())
        .join(' '),
    ),
  }))
  return { kind: 'table', line, apart: true, header: header?.cells ?? [], rows }
}
