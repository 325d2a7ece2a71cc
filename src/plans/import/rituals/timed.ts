import type { Said } from '../document/block.ts'
import { once } from '../outline/once.ts'
import type { Part } from '../outline/part.ts'
import { type Told, toldOf } from '../outline/told.ts'
import { saysWhen, type Timing, timingOf, untimed } from '../timing/timing.ts'

/** What a part says of time in its heading and in the lines that tell of it. */
export const timingOfPart: (part: Part) => Timing = once((part) => {
  const own = part.told.reduce(withTold, part.timing)
  const line = isExact(own) ? null : whenLine(part)
  if (!line) return own
  const said = timingOf(line.text)
  const takesMinutes = own.takesMinutes ?? said.takesMinutes
  if (!saysWhen(own)) return { ...said, takesMinutes }
  const closer = said.frequency && said.frequency.kind !== 'window' && said.frequency.kind !== 'regular'
  return {
    ...own,
    takesMinutes,
    at: said.at,
    times: own.times ?? said.times,
    openForMinutes: own.openForMinutes ?? said.openForMinutes,
    hours: own.hours.length > 0 ? own.hours : said.hours,
    days: own.days ?? said.days,
    months: own.months ?? said.months,
    frequency: closer ? said.frequency : own.frequency,
    apart: closer ? said.apart : own.apart,
    hoursApart: closer ? said.hoursApart : own.hoursApart,
  }
})

/** Whether nothing is left open by it. */
function isExact({ at, span, frequency }: Timing): boolean {
  return at.length > 0 || span !== null || frequency?.kind === 'on-demand'
}

/** A sentence right under a heading may say when: "Monday to Saturday at 5:45, before the first round." */
export function whenLine({ kind, rank, body }: Part): Said | null {
  if (kind !== 'heading' || rank <= 1) return null
  const first = body.findIndex((block) => block.kind !== 'said')
  const leading = first < 0 ? body : body.slice(0, first)
  return leading.find((block): block is Said => block.kind === 'said' && leadsWithTime(block.text)) ?? null
}

function leadsWithTime(text: string): boolean {
  const { frequency, at, times } = timingOf(text.split(/(?<=[.!;])\s/u)[0] ?? '')
  if (frequency === null && times === null) return false
  const lead = text.split(/\s+/u).slice(0, 3).join(' ')
  return at.length > 0 || times !== null || timingOf(lead).frequency !== null
}

function withTold(timing: Timing, { name, value }: Told): Timing {
  if (name !== 'frequency' && name !== 'when' && name !== 'time' && name !== 'takes') return timing
  const told = timingOf(value)
  if (name === 'takes') return { ...timing, takesMinutes: told.takesMinutes ?? timing.takesMinutes }
  return {
    ...timing,
    frequency: timing.frequency ?? told.frequency,
    apart: timing.frequency ? timing.apart : told.apart,
    hoursApart: timing.frequency ? timing.hoursApart : told.hoursApart,
    span: timing.span ?? told.span,
    at: timing.at.length > 0 ? timing.at : told.at,
    part: timing.part ?? told.part,
    times: timing.times ?? told.times,
    hours: timing.hours.length > 0 ? timing.hours : told.hours,
    days: timing.days ?? told.days,
    months: timing.months ?? told.months,
    openForMinutes: timing.openForMinutes ?? told.openForMinutes,
    takesMinutes: timing.takesMinutes ?? (name === 'time' ? told.takesMinutes : null),
  }
}

/** What holds for the parts below one that says `own` where it stands within `around`. */
export function aroundOf(own: Timing, around: Timing): Timing {
  return {
    ...untimed,
    frequency: own.frequency ?? (own.span ? null : around.frequency),
    span: own.span ?? around.span,
    at: own.at,
    part: own.part,
    hours: own.hours,
    days: own.days ?? around.days,
    months: own.months ?? around.months,
  }
}

export function isTimed(part: Part): boolean {
  return saysWhen(timingOfPart(part))
}

/** Whether a line of its own says how often, as "Frequency: every 2 weeks". */
export function tellsFrequency(part: Part): boolean {
  return toldOf(part.told, 'frequency') !== null
}
