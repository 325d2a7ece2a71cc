import type { Code } from '../document/block.ts'
import type { DraftText } from '../draft.ts'

/** What a fence of code says: the first comment, the command, and the answer it should give. */
export type Command = {
  readonly says: { readonly text: string; readonly line: number } | null
  readonly run: DraftText | null
  readonly expect: DraftText | null
}

const comment = /^\s*(?:#|--|\/\/)\s*(.*\p{L}.*)$/u
const answer = /^\s*(?:#|--|\/\/)\s*(?:expected|should|output|response|returns?|erwartet|attendu)\b.*$/iu

export function commandIn({ rows }: Code): Command {
  const filled = rows.filter(({ text }) => text.trim() !== '')
  const turn = filled.findIndex(({ text }) => answer.test(text))
  const before = turn < 0 ? filled : filled.slice(0, turn)
  const after = turn < 0 ? [] : filled.slice(turn + 1)
  const first = before.find(({ text }) => comment.test(text))
  const says = first ? { text: comment.exec(first.text)?.[1]?.trim() ?? '', line: first.line } : null
  return { says, run: textOf(before), expect: textOf(after, filled[turn]?.line) }
}

function textOf(rows: Code['rows'], heading?: number): DraftText | null {
  if (rows.length === 0) return null
  const margin = Math.min(...rows.map(({ text }) => /^\s*/u.exec(text)?.[0].length ?? 0))
  const lines = rows.map(({ line }) => line)
  return {
    text: rows.map(({ text }) => text.slice(margin).trimEnd()).join('\n'),
    lines: heading === undefined ? lines : [heading, ...lines],
  }
}
