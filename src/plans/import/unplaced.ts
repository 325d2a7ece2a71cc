import type { Placed, Unplaced } from './imported.ts'

/** Why lines are not in the plan: those of which something had no room there, and those of which more is known. */
export type Reasons = { readonly left: ReadonlyMap<number, string>; readonly known: ReadonlyMap<number, string> }

/** The lines of a document that say something and went nowhere, or not as a whole, each with the reason. */
export function unplacedOf(text: string, placed: readonly Placed[], { left, known }: Reasons): readonly Unplaced[] {
  const lines = new Set(placed.map(({ line }) => line))
  return text.split('\n').flatMap((row, index) => {
    const line = index + 1
    const said = row.trim()
    if (
      (lines.has(line) && !left.has(line) && !known.has(line)) ||
      !/[\p{L}\p{N}]/u.test(said) ||
      /^(?:```|~~~)/u.test(said)
    )
      return []
    return [{ line, text: said, reason: left.get(line) ?? known.get(line) ?? reasonOf(said) }]
  })
}

function reasonOf(said: string): string {
  if (/^#{1,6}\s/u.test(said)) return 'a heading over what follows'
  if (/^\*\*[^*]+\*\*:?$/u.test(said) || /:$/u.test(said)) return 'a label over what follows'
  if (/^\|/u.test(said)) return 'a row of a table that holds no task'
  if (/_{3,}|\[[^\]]*\]$/u.test(said)) return 'a blank that nobody filled in'
  if (/^(?:[-*+•]|\d+[.)])\s/u.test(said)) return 'a line of a list that is part of no checklist'
  return 'a sentence, and no task'
}
