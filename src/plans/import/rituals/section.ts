import type { DraftEvery, DraftLength, DraftSection } from '../draft.ts'
import type { Part } from '../outline/part.ts'
import { stretchIn } from '../timing/length.ts'
import type { Timing } from '../timing/timing.ts'
import type { Due } from '../timing/unsaid.ts'
import { contentOf } from './content.ts'
import type { Customs } from './items.ts'
import { besidesTiming } from './summary.ts'
import { timingOfPart } from './timed.ts'
import { titleBeside, toldBeside, unsaidIn } from './unsaid.ts'

export type SectionOf = {
  readonly part: Part
  readonly customs: Customs
  readonly every: DraftEvery | null
  /** When it falls due, by itself or with its ritual. */
  readonly due: Due
  readonly procedure: boolean
}

export function sectionOf({ part, customs, every, due, procedure }: SectionOf): DraftSection {
  const { items, look, note, ifFailed, run, expect } = contentOf(part, customs)
  // How long is told together with how often is of the whole checklist.
  const timing = part.told.length > 1 ? part.timing : timingOfPart(part)
  const phase = procedure ? stretchIn(bracketsOf(part.heading)) : null
  return {
    title: titleBeside(part, due),
    line: part.line,
    every,
    unsaid: unsaidIn(part, due),
    takes: phase ? null : lengthOf(timing, part.line),
    phase: phase && { ...phase, line: part.line },
    look,
    note: [...besidesTiming(part), ...toldBeside(part, due), ...note],
    run,
    expect,
    ifFailed,
    items,
  }
}

export function lengthOf({ takesMinutes }: Timing, line: number): DraftLength | null {
  return takesMinutes === null ? null : { minutes: takesMinutes, line }
}

function bracketsOf(heading: string): string {
  return [...heading.matchAll(/\(([^()]*)\)/gu)].map(([, inner = '']) => inner).join('; ')
}
