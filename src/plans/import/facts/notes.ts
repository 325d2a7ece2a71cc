import type { DraftNotes, Sourced } from '../draft.ts'
import type { Part } from '../outline/part.ts'
import { withoutLeadingOrnament } from '../reading/ornaments.ts'

/** Lines under headings. */
export function notesOf(part: Part): readonly DraftNotes[] {
  const own = linesOf(part)
  const heading = { text: part.title, line: part.line }
  return [...(own.length > 0 ? [{ heading, lines: own }] : []), ...part.parts.flatMap(notesOf)]
}

/** What a part says, without the marks of a list. */
export function linesOf(part: Part): readonly Sourced[] {
  return part.body.flatMap((block) =>
    block.kind === 'entry' || block.kind === 'said'
      ? [{ text: withoutLeadingOrnament(block.text), line: block.line }]
      : [],
  )
}
