import type { Document, YAMLError } from 'yaml'
import { hiddenEndOf, misreadOf, secondColonOf } from './misreads.ts'
import type { Place, SourceComplaint } from './yaml.ts'

const sentences: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'a tab stands where spaces belong: indent with spaces',
  BAD_INDENT: 'this line is indented otherwise than the lines it belongs to',
  MULTIPLE_DOCS: 'a file holds one plan: "---" begins a second one',
  BLOCK_AS_IMPLICIT_KEY: 'a key stands inside the value of another: put it on a line of its own, or quote the value',
  MULTILINE_IMPLICIT_KEY: 'a colon and a space are missing after this key',
  UNEXPECTED_TOKEN: 'this cannot stand here: a quote, a comma or a line break is missing before it',
}

/** What YAML itself refuses: every line with a known misreading, else the first place at which reading failed. */
export function syntaxComplaints(
  document: Document.Parsed,
  source: string,
  at: (offset: number) => Place,
): SourceComplaint[] {
  const lines = source.split('\n')
  const misreads = new Map<number, SourceComplaint>()
  for (const error of document.errors) {
    const { line } = at(error.pos[0])
    const text = (lines[line - 1] ?? '').replace(/\r$/, '')
    for (const near of [line - 1, line]) {
      const hidden = hiddenEndOf(lines[near - 1] ?? '')
      if (hidden) misreads.set(near, { line: near, rule: 'misread', ...hidden })
    }
    const misread = misreadOf(text) ?? (error.code === 'BLOCK_AS_IMPLICIT_KEY' ? secondColonOf(text) : null)
    if (misread) misreads.set(line, { line, column: misread.column, rule: 'misread', message: misread.message })
  }
  if (misreads.size > 0) return [...misreads.values()]
  const [first] = [...document.errors].sort((a, b) => a.pos[0] - b.pos[0])
  return first ? [{ ...at(first.pos[0]), rule: 'yaml', message: sentenceOf(first, at) }] : []
}

function sentenceOf(error: YAMLError, at: (offset: number) => Place): string {
  if (/closing .quote/.test(error.message)) return 'a quote is opened before this and never closed'
  if (error.code === 'MISSING_CHAR')
    return `${lowerFirst(error.message.split('\n')[0] ?? '')}, from line ${at(error.pos[0]).line} on`
  if (/call stack/i.test(error.message)) return 'the file is nested too deeply to be a plan'
  return sentences[error.code] ?? `this is not YAML: ${lowerFirst(error.message.split('\n')[0] ?? '')}`
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
