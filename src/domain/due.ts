import { differenceInMilliseconds, min } from 'date-fns'
import { localDateOf } from './cadence/time.ts'
import { type DueWindow, nextWindows, windowsBetween } from './cadence/window.ts'
import type { Checklist, ChecklistItem } from './checklist.ts'
import type { LedgerState } from './ledger.ts'
import { calendarOf, ownerTitle, type Plan, type Ritual } from './plan.ts'
import { titleAt } from './plan-facts.ts'
import { inForceOn } from './reading/in-force.ts'
import { holdersOf } from './role.ts'
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

export type DueStep = CursorStand & { readonly entries: readonly DueEntry[] }

/** How far the due times of a ritual have been entered, and when it must be looked at again; null: never. */
export type CursorStand = { readonly reached: Date; readonly nextAt: Date | null }

/** Milliseconds by which an opening may lag before the card says that it is late: two beats of a slow minute. */
const punctualWithin = 2 * 60_000

/**
 * Everything that fell due since `reached`. What opens about now is opened; of what was due while Rounds was
 * away, the newest that is still inside its window is opened late, and the rest is nobody's miss. What waits for a
 * holiday to pass holds up nothing behind it, only `reached`: the days behind are then told again, and entered once.
 */
export function dueSince(plan: Plan, ritual: Ritual, reached: Date, now: Date): DueStep {
  const windows = windowsBetween(plan, ritual, reached, now)
  const waits = ({ opensAt }: DueWindow) => opensAt > now
  const come = windows.filter((window) => !waits(window))
  const newest = come.findLast(({ holiday, closesAt }) => !holiday && closesAt > now)
  const entries = come.map(({ holiday, ...window }): DueEntry => {
    if (holiday) return { ...window, state: 'holiday', reason: 'holiday', late: false }
    const late = differenceInMilliseconds(now, window.opensAt) > punctualWithin
    if (window.closesAt > now && (!late || window.dueAt === newest?.dueAt)) {
      return { ...window, state: 'open', reason: null, late }
    }
    return { ...window, state: 'bot-down', reason: 'Rounds was not running', late: false }
  })
  const firstWaiting = windows.findIndex(waits)
  const behind = firstWaiting < 0 ? windows : windows.slice(0, firstWaiting)
  return {
    entries,
    reached: behind.at(-1)?.dueAt ?? reached,
    nextAt: firstOpening([...windows.filter(waits), ...nextWindows(plan, ritual, now)]),
  }
}

/** Where a cursor stands that has reached an instant: what opened since then is looked at without delay. */
export function cursorAt(plan: Plan, ritual: Ritual, reached: Date, now: Date): CursorStand {
  const windows = [...windowsBetween(plan, ritual, reached, now), ...nextWindows(plan, ritual, now)]
  return { reached, nextAt: firstOpening(windows) }
}

function firstOpening(windows: readonly DueWindow[]): Date | null {
  return windows.length === 0 ? null : min(windows.map(({ opensAt }) => opensAt))
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
  const zone = ritual.timezone ?? plan.timezone
  const calendar = calendarOf(plan, ritual)
  const day = localDateOf(occurrence.dueAt, zone)
  const items = ritual.sections.flatMap((section, index) =>
    section.items.map((item): ChecklistItem => {
      const title = item.owner === null ? null : ownerTitle(plan, item.owner)
      const asked = { ...inForceOn(item, day, calendar), ...(title === null ? {} : { ownerTitle: title }) }
      return { ...asked, section: index, settlement: { state: 'open' } }
    }),
  )
  const checklist: Checklist = {
    ...occurrence,
    plan: plan.name,
    planTitle: titleAt(plan, now),
    ritual: ritual.id,
    title: ritual.title,
    channel: ritual.channel ?? plan.channel,
    zone,
    owners: holdersOf(plan, ritual.owner, now),
    ownerTitle: ownerTitle(plan, ritual.owner),
    openedAt: now,
    state: 'open',
    severity: ritual.severity,
    takesMinutes: ritual.takesMinutes,
    ifFailed: ritual.ifFailed,
    sections: ritual.sections.map(({ items: _, due: __, ...section }) => section),
    items,
    remindedAt: null,
    signedOff: null,
    wakeAt: null,
    procedure: ritual.procedure ?? false,
  }
  return { ...checklist, wakeAt: nextWake(checklist) }
}
