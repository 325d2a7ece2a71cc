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

/** What is told of the ritual as it is said elsewhere too; what is told otherwise stays for people to look at. */
export function agreeing(part: Part, own: Timing): readonly Told[] {
  return [...part.told, ...summaryOf(part)].filter(({ name, value }) => {
    const told = timingOf(value)
    if (told.takesMinutes !== null && (name === 'time' || name === 'takes'))
      return told.takesMinutes === own.takesMinutes
    return true
  })
}
