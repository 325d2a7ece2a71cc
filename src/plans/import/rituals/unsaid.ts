import type { DraftUnsaid, Sourced } from '../draft.ts'
import type { Part } from '../outline/part.ts'
import { rankOf } from '../outline/part.ts'
import { titleIn } from '../outline/titles.ts'
import type { Told } from '../outline/told.ts'
import { type Due, isSaid, saysLimits, saysSeason, saysWhen } from '../timing/unsaid.ts'
import { isTimed, whenLine } from './timed.ts'

/** Its title, with the words about time that the plan does not say otherwise. */
export function titleBeside(part: Part, due: Due): string {
  return hasOwnTitle(part) ? titleIn(part.heading, (words) => isSaid(words, due)) : part.title
}

/** The lines of a part that say more of when than the plan does, and where their words are kept. */
export function unsaidIn(part: Part, due: Due): readonly DraftUnsaid[] {
  const { every } = due
  const title = titleBeside(part, due)
  const heading = hasOwnTitle(part) && (title !== part.title || !saysLimits(part.heading, due))
  const line = whenLine(part)
  return [
    ...(heading ? [{ line: part.line, every, where: 'title' as const }] : []),
    ...(line && !saysLimits(line.text, due) ? [{ line: line.line, every, where: 'note' as const }] : []),
    ...part.told
      .filter((told) => isOfWhen(told) && !saysWhen(told.value, due))
      .map((told) => ({ line: told.line, every, where: 'note' as const })),
  ]
}

/** The headings around a part that limit it to months which the plan does not say. */
export function seasonsAround(around: readonly Part[], due: Due): readonly Sourced[] {
  return around
    .filter((one) => isTimed(one) && hasOwnTitle(one) && !saysSeason(one.heading, due))
    .map(({ heading, line }) => ({ text: heading, line }))
}

/** What is told of when, where the plan does not say all of its words. */
export function toldBeside({ told }: Part, due: Due): readonly Sourced[] {
  return told.filter((one) => isOfWhen(one) && !isSaid(one.value, due)).map(({ text, line }) => ({ text, line }))
}

function isOfWhen({ name }: Told): boolean {
  return name === 'frequency' || name === 'when' || name === 'time'
}

function hasOwnTitle({ kind, rank }: Part): boolean {
  return kind !== 'document' && rank !== rankOf.plain
}
