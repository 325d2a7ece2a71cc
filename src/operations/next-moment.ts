import { nextChecklistWake } from '../store/checklists.ts'
import { nextDueAt } from '../store/cursors.ts'
import { nextIssueWake } from '../store/issues.ts'
import { nextRetryAt } from '../store/messages.ts'
import type { Scope } from '../store/scope.ts'

/** The next instant at which something falls due, wakes or is tried again; null when nothing waits. */
export async function nextMoment(scope: Scope): Promise<Date | null> {
  const moments = [
    await nextDueAt(scope),
    await nextChecklistWake(scope),
    await nextIssueWake(scope),
    await nextRetryAt(scope),
  ]
  return moments.reduce<Date | null>((soonest, at) => (at && (soonest === null || at < soonest) ? at : soonest), null)
}
