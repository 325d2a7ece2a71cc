import type { DraftEvery } from '../draft.ts'
import type { Part } from '../outline/part.ts'
import { phraseOf } from '../timing/cadence.ts'
import type { Timing } from '../timing/timing.ts'
import { rhythmOf } from './rhythm.ts'
import { agrees } from './summary.ts'
import { isTimed, timingOfPart } from './timed.ts'

/** When a ritual falls due that says `own` under headings that say `outer`; null where neither says it. */
export function everyOf(part: Part, around: readonly Part[], own: Timing, outer: Timing): DraftEvery | null {
  const phrase = phraseOf(own, outer)
  if (!phrase) return null
  const timed = around.filter(isTimed).map(({ line }) => line)
  const told = [part, ...part.parts].flatMap((one) =>
    one.told.filter((line) => (line.name === 'frequency' || line.name === 'when') && agrees(line, own) !== null),
  )
  return { ...phrase, lines: [part.line, ...timed.slice(-1), ...told.map(({ line }) => line)] }
}

export function onDemand(part: Part): DraftEvery {
  return { every: 'on demand', chosen: 'how often', lines: [part.line] }
}

/** When a section falls due by itself: where it says so, and otherwise than its ritual does. */
export function dueOf(part: Part, outer: Timing, every: DraftEvery | null): DraftEvery | null {
  if (!isTimed(part)) return null
  const own = timingOfPart(part)
  const phrase = phraseOf(own, outer)
  if (!phrase || phrase.every === every?.every) return null
  const isDay = own.frequency?.kind === 'weekdays' || own.frequency?.kind === 'day-of'
  const isVague =
    own.span === null && own.at.length === 0 && !(isDay && /^(?:week|month|quarter|year)$/u.test(every?.every ?? ''))
  if (every && isVague && rhythmOf(phrase.every) === rhythmOf(every.every) && !/ from T\+/u.test(phrase.every))
    return null
  return {
    ...phrase,
    lines: [part.line, ...part.told.filter(({ name }) => name === 'frequency').map(({ line }) => line)],
  }
}
