import type { Sourced } from '../draft.ts'
import type { Part } from '../outline/part.ts'
import { within } from '../rituals/having.ts'
import { type Level, levelOf } from './levels.ts'
import { linesOf } from './notes.ts'

/** Metrics with their limits by severity: the lists under a heading about alerts. */
export function alertsIn(document: Part): Readonly<Partial<Record<Level, readonly Sourced[]>>> {
  const found: Partial<Record<Level, readonly Sourced[]>> = {}
  const lists = within(document).filter(({ title }) =>
    /\balert(?:s|ing)?\b.*\b(?:thresholds?|levels?|rules)\b|\balert thresholds?\b/iu.test(title),
  )
  for (const list of lists.flatMap(within)) {
    // A warning that wants an answer is P1; what only informs is P3.
    const level = /^\s*warning\b/iu.test(list.title) ? 'P1' : levelOf(list.title, 0)
    if (level && list.parts.length === 0 && linesOf(list).length > 0) found[level] ??= linesOf(list)
  }
  return found
}
