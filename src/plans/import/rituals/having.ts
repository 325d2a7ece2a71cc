import { once } from '../outline/once.ts'
import { type Part, rankOf } from '../outline/part.ts'
import { choiceIn } from '../reading/choice.ts'

/** What a part has in it. */

export const hasItems: (part: Part) => boolean = once(
  (part) => part.body.some((block) => block.kind !== 'said' || asks(block.text)) || part.parts.some(hasItems),
)

/** A line that is to be filled in. */
export function asks(text: string): boolean {
  return /_{2,}|\.{5,}/u.test(text) || choiceIn(text)?.kind !== undefined
}

export const hasBoxes: (part: Part) => boolean = once(
  (part) =>
    part.body.some(
      (block) => (block.kind === 'entry' && block.marker === 'box') || (block.kind === 'said' && asks(block.text)),
    ) || part.parts.some(hasBoxes),
)

/** A bold label over what is mostly filled in. */
export function isForm(part: Part): boolean {
  if (part.kind !== 'label' || part.rank !== rankOf.bold) return false
  const lines = within(part).flatMap(({ body }) => body.flatMap((block) => ('text' in block ? [block.text] : [])))
  return lines.length >= 2 && lines.filter(asks).length * 2 >= lines.length
}

/** Everything below it, itself first. */
export const within: (part: Part) => readonly Part[] = once((part) => [part, ...part.parts.flatMap(within)])

/** The lines of a part that say something, in order: headings, entries, and what is told. */
export function linesWithin(part: Part): readonly number[] {
  const own = part.body.flatMap((block) => {
    if (block.kind === 'entry') return [block.line, ...block.more]
    return 'rows' in block ? block.rows.map(({ line }) => line) : [block.line]
  })
  return [part.line, ...own, ...part.told.map(({ line }) => line), ...part.parts.flatMap(linesWithin)]
}
