import type { Token } from 'markdown-it'

/** One line of a paragraph without its markup; `lead` is what it begins with in bold. */
export type InlineLine = { readonly line: number; readonly text: string; readonly lead: string | null }

type Line = { text: string; lead: string; leads: boolean }

/** The lines of a paragraph, heading or cell as a reader sees them; `first` is the number of its first line. */
export function linesOf(inline: Token, first: number): readonly InlineLine[] {
  const lines: Line[] = [empty()]
  let bold = 0
  for (const token of inline.children ?? []) {
    const line = lines.at(-1) as Line
    // What is to be filled in by hand, `____`, is no markup, and neither is one underscore.
    if (token.markup.startsWith('_')) add(line, token.markup, false)
    else if (token.type === 'strong_open') bold++
    else if (token.type === 'strong_close') bold--
    else if (token.type === 'softbreak' || token.type === 'hardbreak') lines.push(empty())
    if (token.type === 'text' || token.type === 'code_inline' || token.type === 'text_special')
      add(line, token.content, bold > 0)
  }
  return lines.map(({ text, lead }, index) => ({
    line: first + index,
    text: tidied(text),
    lead: lead.trim() === '' ? null : tidied(lead),
  }))
}

function empty(): Line {
  return { text: '', lead: '', leads: true }
}

function add(line: Line, said: string, bold: boolean): void {
  if (bold && line.leads) line.lead += said
  else if (!isMarker(line.text + said)) line.leads = false
  line.text += said
}

/** `1. ` or `[x] ` before what is in bold. */
function isMarker(text: string): boolean {
  return /^\s*(?:\d{1,3}[.)]?\s*)?(?:\[[ xX]?\]?|[\u2610-\u2612\u25A1])?\s*$/u.test(text)
}

function tidied(text: string): string {
  return text.replace(/[\s\u00A0]+/gu, ' ').trim()
}
