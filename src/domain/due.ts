import { differenceInMilliseconds } from 'date-fns'
import { nextOccurrence, occurrences } from './cadence/occurrences.ts'
import { windowOf } from './cadence/window.ts'
import type { Checklist, ChecklistItem } from './checklist.ts'
import type { LedgerState } from './ledger.ts'
import { calendarOf, ownerTitle, type Plan, peopleOf, type Ritual } from './plan.ts'
import { nextWake } from './wake-checklist.ts'

/** One due time that has come, and what the ledger says of it at first. */
export type DueEntry = {
  readonly dueAt: Date
  readonly opensAt: Date
  readonly closesAt: Date
  readonly state: Extract<LedgerState, 'open' | 'holiday' | 'bot-down'>
  readonly reason: string | null
  /** Opened later than it should have been. */
  readonly late: boolean
}

export type DueStep = {
  readonly entries: readonly DueEntry[]
  readonly reached: Date
  /** When the ritual must be looked at again; null where it never falls due again. */
  readonly nextAt: Date | null
}

/** Milliseconds by which an opening may lag before the card says that it is late: two beats of a slow minute. */
const punctualWithin = 2 * 60_000

/**
 * Everything that fell due since `reached`. What opens about now is opened; of what was due while Rounds was
 * away, the newest that is still inside its window is opened late, and the rest is nobody's miss.
 */
export function dueSince(plan: Plan, ritual: Ritual, reached: Date, now: Date): DueStep {
  const calendar = calendarOf(plan, ritual)
  const windows = occurrences(ritual.every, calendar, reached, now).map((dueAt) => ({
    dueAt,
    ...windowOf(ritual, plan, dueAt),
  }))
  const waiting = windows.findIndex(({ opensAt }) => opensAt > now)
  const come = waiting < 0 ? windows : windows.slice(0, waiting)
  const newest = come.findLast(({ holiday, closesAt }) => !holiday && closesAt > now)
  const entries = come.map(({ holiday, ...window }): DueEntry => {
    if (holiday) return { ...window, state: 'holiday', reason: 'holiday', late: false }
    const late = differenceInMilliseconds(now, window.opensAt) > punctualWithin
    if (window.closesAt > now && (!late || window.dueAt === newest?.dueAt)) {
      return { ...window, state: 'open', reason: null, late }
    }
    return { ...window, state: 'bot-down', reason: 'Rounds was not running', late: false }
  })
  return { entries, ...cursorAfter(plan, ritual, come.at(-1)?.dueAt ?? reached) }
}

/** Where a cursor stands that has reached an instant, and when it must be looked at next. */
export function cursorAfter(plan: Plan, ritual: Ritual, reached: Date): { reached: Date; nextAt: Date | null } {
  const next = nextOccurrence(ritual.every, calendarOf(plan, ritual), reached)
  return { reached, nextAt: next && windowOf(ritual, plan, next).opensAt }
}

/** The checklist that an occurrence opens: the ritual's sections and items as the plan has them now. */
export function openChecklist(
  plan: Plan,
  ritual: Ritual,
  occurrence: {
    readonly id: string
    readonly dueAt: Date
    readonly opensAt: Date
    readonly closesAt: Date
    readonly late: boolean
  },
  now: Date,
): Checklist {
  const items = ritual.sections.flatMap((section, index) =>
    section.items.map((item): ChecklistItem => ({ ...item, section: index, settlement: { state: 'open' } })),
  )
  const checklist: Checklist = {
    ...occurrence,
    plan: plan.name,
    planTitle: plan.title,
    ritual: ritual.id,
    title: ritual.title,
    channel: ritual.channel ?? plan.channel,
    zone: ritual.timezone ?? plan.timezone,
    owners: peopleOf(plan, ritual.owner),
    ownerTitle: ownerTitle(plan, ritual.owner),
    openedAt: now,
    state: 'open',
    severity: ritual.severity,
    takesMinutes: ritual.takesMinutes,
    ifFailed: ritual.ifFailed,
    sections: ritual.sections.map(({ items: _, ...section }) => section),
    items,
    remindedAt: null,
    signedOff: null,
    wakeAt: null,
  }
  return { ...checklist, wakeAt: nextWake(checklist) }
}
