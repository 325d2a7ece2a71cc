import type { DraftTold, Sourced } from '../draft.ts'
import type { Part } from '../outline/part.ts'
import type { Told } from '../outline/told.ts'
import { type Timing, timingOf } from '../timing/timing.ts'
import { timingOfPart } from './timed.ts'

/** What a summary at the end of a checklist tells of how long and how often belongs to the whole. */
export function timingWithSummary(part: Part): Timing {
  const own = timingOfPart(part)
  const told = summaryOf(part)
  return told.length === 0 ? own : timingOfPart({ ...part, timing: own, told })
}

/** The lines at the end of a checklist that tell of all of it: how often, how long, by whom. */
function summaryOf({ parts }: Part): readonly Told[] {
  const ofAll = (told: readonly Told[]) =>
    told.filter(({ name }) => /^(?:frequency|when|time|takes|owner)$/u.test(name))
  return ofAll(parts.findLast(({ told }) => ofAll(told).length > 1)?.told ?? [])
}

/** Which lines tell of the ritual what it says; what they tell otherwise stays for people to look at. */
export function agreeing(part: Part, own: Timing): readonly DraftTold[] {
  return [...part.told, ...summaryOf(part)].flatMap((told) => {
    const of = agrees(told, own)
    return of ? [{ of, line: told.line }] : []
  })
}

/** What of its timing a line tells as it is; null where it tells something else. */
export function agrees({ name, value }: Told, own: Timing): DraftTold['of'] | null {
  const { takesMinutes, frequency, span, at, part } = timingOf(value)
  if (name === 'takes' || (name === 'time' && takesMinutes !== null))
    return takesMinutes !== null && takesMinutes === own.takesMinutes ? 'takes' : null
  if (name !== 'frequency' && name !== 'when' && name !== 'time') return null
  const says = frequency !== null || span !== null || at.length > 0 || part !== null
  const same = (told: unknown, known: unknown) => told === null || JSON.stringify(told) === JSON.stringify(known)
  const fits = same(frequency, own.frequency) && same(span, own.span) && (own.at.length > 0 || same(part, own.part))
  return says && fits && at.every((time) => own.at.includes(time)) ? 'every' : null
}

/** What is told beside when, how long and by whom has no key of its own. */
export function besidesTiming(part: Part): readonly Sourced[] {
  return part.told.flatMap(({ name, text, line }) => (ofDocument.test(name) ? [] : [{ text, line }]))
}

const ofDocument = /^(?:frequency|when|time|takes|owner|version|updated|review|zone)$/u
