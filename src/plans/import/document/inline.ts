import type { Nodes, Parent } from 'mdast'

/** One line of a paragraph without its markup; `lead` is what it begins with in bold. */
export type InlineLine = { readonly line: number; readonly text: string; readonly lead: string | null }

type Span = { readonly from: number; readonly to: number }

/** The lines of a paragraph, heading or cell as a reader sees them. */
export function linesOf(node: Parent & Nodes, source: string): readonly InlineLine[] {
  const start = node.position?.start
  const end = node.position?.end
  if (start?.offset === undefined || end?.offset === undefined) return []
  const cuts: Span[] = []
  const bold: Span[] = []
  for (const child of node.children) gather(child as Nodes, source, cuts, bold)
  const marks = new Uint8Array(end.offset - start.offset)
  for (const { from, to } of bold) marks.fill(isBold, from - start.offset, to - start.offset)
  for (const { from, to } of cuts) marks.fill(isCut, from - start.offset, to - start.offset)
  const lines: InlineLine[] = []
  let at = 0
  for (const [index, row] of source.slice(start.offset, end.offset).split('\n').entries()) {
    lines.push({ line: start.line + index, ...seen(row, marks.subarray(at, at + row.length)) })
    at += row.length + 1
  }
  return lines
}

const isBold = 1
const isCut = 2

function gather(node: Nodes, source: string, cuts: Span[], bold: Span[]): void {
  const from = node.position?.start.offset
  const to = node.position?.end.offset
  if (from === undefined || to === undefined) return
  if (node.type === 'image' || node.type === 'html') cuts.push({ from, to })
  if (node.type === 'inlineCode') {
    const ticks = /^`+/.exec(source.slice(from, to))?.[0].length ?? 0
    cuts.push({ from, to: from + ticks }, { from: to - ticks, to })
  }
  if (!('children' in node)) return
  const first = node.children[0]?.position?.start.offset
  const last = node.children.at(-1)?.position?.end.offset
  // What is to be filled in by hand, `____`, is no markup.
  const marked =
    first !== undefined &&
    last !== undefined &&
    !/_{3}/u.test(source.slice(Math.max(0, from - 2), from + 3) + source.slice(to - 3, to + 2)) &&
    /[\p{L}\p{N}]/u.test(source.slice(first, last))
  if (marked && node.type !== 'linkReference') cuts.push({ from, to: first }, { from: last, to })
  if (marked && node.type === 'strong') bold.push({ from: first, to: last })
  for (const child of node.children) gather(child, source, cuts, bold)
}

function seen(row: string, marks: Uint8Array): Omit<InlineLine, 'line'> {
  let text = ''
  let lead = ''
  let leads = true
  for (let at = 0; at < row.length; at++) {
    if (marks[at] === isCut) continue
    const sign = row[at] as string
    text += sign
    if (marks[at] === isBold) lead += leads ? sign : ''
    else if (/[\p{L}\p{N}(_$]/u.test(sign) && !isMarker(text)) leads = false
  }
  return { text: tidied(text), lead: lead.trim() === '' ? null : tidied(lead) }
}

/** `1. ` or `[x] ` before what is in bold. */
function isMarker(text: string): boolean {
  return /^\s*(\d{1,3}[.)]?\s*)?(\[[ xX]?\]?)?\s*$/u.test(text)
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ' }

function tidied(text: string): string {
  return text
    .replace(/^\s*(>\s?)+/u, '')
    .replace(/\\([!-/:-@[-`{-~])/gu, '$1')
    .replace(/&(lt|gt|amp|quot|nbsp);/gu, (_, name: string) => entities[name] ?? '')
    .replace(/[\s\u00A0]+/gu, ' ')
    .trim()
}
