import type { Placed, Unplaced } from './imported.ts'

/** The lines of a document that say something and went nowhere, each with the reason. */
export function unplacedOf(
  text: string,
  placed: readonly Placed[],
  reasons: ReadonlyMap<number, string>,
): readonly Unplaced[] {
  const known = new Set(placed.map(({ line }) => line))
  return text.split('\n').flatMap((row, index) => {
    const line = index + 1
    const said = row.trim()
    if (known.has(line) || !/[\p{L}\p{N}]/u.test(said) || /^(?:```|~~~)/u.test(said)) return []
    return [{ line, text: said, reason: reasons.get(line) ?? reasonOf(said) }]
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
