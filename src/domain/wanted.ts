import type { Item } from './item.ts'
import { targetsInWords } from './reading.ts'

/** Which answers are in order: `< 10`, or of a choice `Excellent or Good`; empty where any is. */
export function wantedInWords(item: Item): string {
  if (item.targets.length > 0) return targetsInWords(item)
  if (item.flag.length === 0) return ''
  const flagged = new Set(item.flag.map((word) => word.toLowerCase()))
  const answers = item.kind === 'yes-no' ? ['Yes', 'No'] : item.options
  const wanted = answers.filter((word) => !flagged.has(word.toLowerCase()))
  return [wanted.slice(0, -1).join(', '), ...wanted.slice(-1)].filter((part) => part !== '').join(' or ')
}
