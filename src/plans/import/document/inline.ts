import type { Token } from 'markdown-it'

/** One line of a paragraph without its markup; `lead` is what it begins with in bold. */
export type InlineLine = {
  readonly line: number
  readonly text: string
  readonly lead: string | null
  /** Where its words lead. */
  readonly links: readonly string[]
}

type Line = { text: string; lead: string; leads: boolean; links: string[] }

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
    if (token.type === 'link_open' && token.markup === '') line.links.push(...addressOf(token))
    // `<hostname>` is a word of the text, whatever HTML would make of it.
    if (token.type === 'html_inline' && !isHtml(token.content)) add(line, token.content, bold > 0)
    if (token.type === 'text' || token.type === 'code_inline' || token.type === 'text_special')
      add(line, token.content, bold > 0)
  }
  return lines.map(({ text, lead, links }, index) => ({
    links,
    line: first + index,
    text: tidied(text),
    lead: lead.trim() === '' ? null : tidied(lead),
  }))
}

function empty(): Line {
  return { text: '', lead: '', leads: true, links: [] }
}

/** What leads to another place of the document says nothing outside of it. */
function addressOf(token: Token): readonly string[] {
  const address = String(token.attrGet('href') ?? '')
  return address === '' || address.startsWith('#') ? [] : [address]
}

function isHtml(tag: string): boolean {
  return /^<(?:!--|\/?(?:a|b|br|code|del|details|div|em|font|hr|i|img|input|ins|kbd|li|mark|ol|p|s|small|span|strike|strong|sub|summary|sup|table|td|th|tr|u|ul)\b)/iu.test(
    tag,
  )
}

function add(line: Line, said: string, bold: boolean): void {
  if (bold && line.leads) line.lead += said
  else if (line.leads && !isMarker(line.text + said)) line.leads = false
  line.text += said
}

/** `1. ` or `[x] ` before what is in bold. */
function isMarker(text: string): boolean {
  return /^\s*(?:\d{1,3}[.)]?\s*)?(?:\[[ xX]?\]?|[\u2610-\u2612\u25A1])?\s*$/u.test(text)
}

function tidied(text: string): string {
  return text.replace(/[\s\u00A0]+/gu, ' ').trim()
}
