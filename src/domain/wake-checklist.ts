import { differenceInMilliseconds, max, subHours, subMilliseconds } from 'date-fns'
import { type Checklist, type ChecklistStep, progressOf, stepTo } from './checklist.ts'
import type { LedgerState } from './ledger.ts'

/** Time before closing at which the owners are reminded of what is still open: a quarter of the window, at most an hour. */
export function reminderAt(opensAt: Date, closesAt: Date): Date {
  return max([subMilliseconds(closesAt, differenceInMilliseconds(closesAt, opensAt) / 4), subHours(closesAt, 1)])
}

/**
 * What must happen to a checklist by `now`: a reminder, then its closing. `seenAt` is when its card became visible;
 * nobody is reminded of steps whose incident is over.
 */
export function wakeChecklist(
  checklist: Checklist,
  seenAt: Date | null,
  now: Date,
  { incidentOver = false }: { readonly incidentOver?: boolean } = {},
): ChecklistStep {
  const { closesAt } = checklist
  if (checklist.state !== 'open' || closesAt === null) return stepTo({ ...checklist, wakeAt: null }, [])
  if (now >= closesAt) return close(checklist, seenAt, closesAt)
  if (wantsReminder(checklist) && now >= reminderAt(checklist.openedAt, closesAt)) {
    if (incidentOver) return stepTo({ ...checklist, wakeAt: closesAt }, [])
    const reminded = { ...checklist, remindedAt: now, wakeAt: closesAt }
    return stepTo(reminded, [{ kind: 'checklist-reminded', people: checklist.owners }])
  }
  return stepTo({ ...checklist, wakeAt: nextWake(checklist) }, [])
}

function close(checklist: Checklist, seenAt: Date | null, closesAt: Date): ChecklistStep {
  const state = closedState(checklist, seenAt, closesAt)
  const goesOn = checklist.procedure === true && state === 'missed'
  const closed = { kind: 'checklist-closed', state, ...(goesOn && { goesOn }) } as const
  return stepTo({ ...checklist, state, wakeAt: null }, [closed])
}

/** Complete and still open is what has only optional items, and nobody had anything to say. */
function closedState(checklist: Checklist, seenAt: Date | null, closesAt: Date): LedgerState {
  if (seenAt === null || seenAt >= closesAt) return 'not-delivered'
  return progressOf(checklist.items).complete ? 'done' : 'missed'
}

export function nextWake(checklist: Checklist): Date | null {
  if (checklist.state !== 'open' || checklist.closesAt === null) return null
  return wantsReminder(checklist) ? reminderAt(checklist.openedAt, checklist.closesAt) : checklist.closesAt
}

/** Nobody is asked for what is optional. */
function wantsReminder({ remindedAt, items }: Checklist): boolean {
  return remindedAt === null && !progressOf(items).complete
}
