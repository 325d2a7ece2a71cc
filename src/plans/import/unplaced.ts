import type { Placed, Unplaced } from './imported.ts'

/** Why some lines are not in the plan, or of some no more than the beginning. */
export type Reasons = { readonly left: ReadonlyMap<number, string>; readonly cut: ReadonlyMap<number, string> }

/** The lines of a document that say something and went nowhere, or not as a whole, each with the reason. */
export function unplacedOf(text: string, placed: readonly Placed[], { left, cut }: Reasons): readonly Unplaced[] {
  const known = new Set(placed.map(({ line }) => line))
  return text.split('\n').flatMap((row, index) => {
    const line = index + 1
    const said = row.trim()
    const isCut = cut.has(line)
    if ((known.has(line) && !isCut) || !/[\p{L}\p{N}]/u.test(said) || /^(?:```|~~~)/u.test(said)) return []
    return [{ line, text: said, reason: cut.get(line) ?? left.get(line) ?? reasonOf(said) }]
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
