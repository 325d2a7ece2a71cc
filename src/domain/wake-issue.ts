import { addMinutes } from 'date-fns'
import { dayMinutes } from './cadence/time.ts'
import { type Clock, ownPause } from './escalation.ts'
import { ask, type Issue, type IssueStep, isOver, rearm, updateDue } from './issue.ts'
import type { PlanFrame } from './plan.ts'

/**
 * A clock that has run out asks the next level, and again each time it runs out once more. The last level is asked
 * again at growing distances: whoever sleeps through four notices is not woken by the fortieth.
 */
export function wakeIssue(plan: PlanFrame, issue: Issue, now: Date): IssueStep {
  if (isOver(issue)) return { issue: { ...issue, wakeAt: null }, happenings: [] }
  const unanswered = due(issue.responseAskAt, now)
  const unresolved = due(issue.resolutionAskAt, now)
  if (!unanswered && !unresolved)
    return due(issue.updateAskAt, now) ? askForUpdate(issue, now) : { issue: rearm(issue), happenings: [] }
  // Both may have run out while Rounds was away: one notice tells it, and its level has its time.
  const asked = ask(plan, issue, unanswered ? 'not-acknowledged' : 'not-resolved', now)
  const again = (clock: Clock, period: number) =>
    addMinutes(now, ownPause(asked.issue, clock) ?? pauseAfter(asked.issue, period))
  const clocks = {
    ...(unanswered ? { responseAskAt: again('response', issue.respondMinutes) } : {}),
    ...(unresolved ? { resolutionAskAt: again('resolution', resolutionPeriod(plan, issue)) } : {}),
  }
  return { ...asked, issue: rearm({ ...asked.issue, ...clocks }) }
}

/** How long it happened to be until a milestone says nothing of how long to wait behind it. */
function resolutionPeriod(plan: PlanFrame, { severity, resolveMinutes, respondMinutes }: Issue): number {
  return plan.severities[severity].resolveBy === undefined ? (resolveMinutes ?? respondMinutes) : respondMinutes
}

/** Whoever runs it is asked to say where it stands, and the others are not. */
function askForUpdate(issue: Issue, now: Date): IssueStep {
  const people = [issue.commander ?? issue.owner].filter((person) => person !== null)
  const level = issue.asks.at(-1)?.level ?? 0
  const why = 'update-due'
  return {
    issue: rearm({
      ...issue,
      asks: [...issue.asks, { level, at: now, why, people }],
      updateAskAt: updateDue(issue, now),
    }),
    happenings: [{ kind: 'issue-asked', level: '', people, why }],
  }
}

function due(at: Date | null, now: Date): boolean {
  return at !== null && now >= at
}

/** A level that is asked for the first time has one period to answer; each repetition doubles it, up to a day. */
function pauseAfter(issue: Issue, periodMinutes: number): number {
  const asks = issue.asks.filter(({ why }) => why !== 'update-due')
  const times = asks.filter(({ level }) => level === asks.at(-1)?.level).length
  return Math.max(periodMinutes, Math.min(periodMinutes * 2 ** (times - 1), dayMinutes))
}
