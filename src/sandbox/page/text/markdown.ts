/** The part of Markdown that a `markdown` block is likely to hold: headings, lists, quotes, code, rules and paragraphs. */
export type MarkdownPart =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'quote' | 'paragraph' | 'code'; readonly text: string }
  | { readonly kind: 'rule' }

type Line = { readonly kind: 'bullet' | 'number' | 'quote' | 'text' | 'blank'; readonly text: string }

function classify(line: string): Line {
  const bullet = /^\s*[-*+]\s+(.*)$/.exec(line)
  if (bullet) return { kind: 'bullet', text: bullet[1] ?? '' }
  const numbered = /^\s*\d+[.)]\s+(.*)$/.exec(line)
  if (numbered) return { kind: 'number', text: numbered[1] ?? '' }
  const quoted = /^>\s?(.*)$/.exec(line)
  if (quoted) return { kind: 'quote', text: quoted[1] ?? '' }
  return line.trim() === '' ? { kind: 'blank', text: '' } : { kind: 'text', text: line.trim() }
}

function gather(kind: Line['kind'], texts: readonly string[]): MarkdownPart[] {
  if (kind === 'blank') return []
  if (kind === 'bullet' || kind === 'number') return [{ kind: 'list', ordered: kind === 'number', items: texts }]
  return [{ kind: kind === 'quote' ? 'quote' : 'paragraph', text: texts.join('\n') }]
}

export function parseMarkdown(text: string): readonly MarkdownPart[] {
  const parts: MarkdownPart[] = []
  let run: Line[] = []
  const close = () => {
    const [first] = run
    if (first)
      parts.push(
        ...gather(
          first.kind,
          run.map((line) => line.text),
        ),
      )
    run = []
  }

  text.split(/^```[^\n]*\n([\s\S]*?)^```[ \t]*$/m).forEach((piece, index) => {
    if (index % 2 === 1) {
      parts.push({ kind: 'code', text: piece.replace(/\n$/, '') })
      return
    }
    for (const line of piece.split('\n')) {
      const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line)
      const rule = /^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/.test(line)
      const next = classify(line)
      if (heading || rule || run[0]?.kind !== next.kind) close()
      if (heading) parts.push({ kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' })
      else if (rule) parts.push({ kind: 'rule' })
      else run.push(next)
    }
    close()
  })
  return parts
}

/** Markdown's inline marks said in mrkdwn, so that one renderer draws both. */
export const toMrkdwn = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/!?\[([^\]]*)\]\((https?:[^)\s]+|mailto:[^)\s]+)\)/g, '<$2|$1>')
    .replace(/(?<![\w*])\*(?![\s*])([^*\n]+?)\*(?![\w*])/g, '_$1_')
    .replace(/\*\*(.+?)\*\*/g, '*$1*')
    .replace(/~~(.+?)~~/g, '~$1~')
