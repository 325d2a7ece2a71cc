import { addMinutes, differenceInSeconds, isEqual, min } from 'date-fns'
import { type Ask, askedIn, type Clock, holdersNow, type Level, ladderOf, nextLevel, ownPause } from './escalation.ts'
import type { AskReason, Happening } from './journal.ts'
import { nextMaintenance } from './maintenance.ts'
import { accept, type Outcome, refuse } from './outcome.ts'
import { type Actor, forbids } from './permission.ts'
import type { Person, PlanFrame } from './plan.ts'
import { holdersOf } from './role.ts'
import { maintenanceMilestone, type Severity, type SeverityRule } from './severity.ts'

export const issueStatuses = ['investigating', 'identified', 'fixing', 'monitoring', 'resolved'] as const
export type IssueStatus = (typeof issueStatuses)[number]

/** Something with a severity, an owner and clocks; an incident where it is run as one. */
export type Issue = {
  readonly id: string
  /** One series for issues and incidents of a workspace. */
  readonly number: number
  readonly plan: string
  readonly title: string
  readonly detail: string | null
  readonly severity: Severity
  readonly incident: boolean
  readonly status: IssueStatus
  readonly owner: Person | null
  readonly commander: Person | null
  readonly channel: string
  readonly source: { readonly checklist: string; readonly item: string } | null
  readonly openedBy: Person | null
  readonly openedAt: Date
  readonly respondMinutes: number
  readonly respondBy: Date
  readonly resolveMinutes: number | null
  readonly resolveBy: Date | null
  readonly acknowledged: { readonly by: Person; readonly at: Date } | null
  readonly resolved: { readonly by: Person; readonly at: Date; readonly text: string } | null
  readonly withdrawnAt: Date | null
  /** Copied from the plan when the issue was opened. */
  readonly ladder: readonly Level[]
  readonly asks: readonly Ask[]
  /** When each clock next asks; null once it has been met. */
  readonly responseAskAt: Date | null
  readonly resolutionAskAt: Date | null
  /** How often an incident that somebody has wants an update; null where the plan does not say. */
  readonly updatesMinutes: number | null
  /** When the next update is due; null while nobody has it. */
  readonly updateAskAt: Date | null
  readonly wakeAt: Date | null
}

export type IssueDraft = {
  readonly id: string
  readonly title: string
  readonly detail: string | null
  readonly severity: Severity
  readonly incident: boolean
  /** A role's name or a person, asked before the escalation's levels. */
  readonly owner: string | null
  readonly source: Issue['source']
  readonly by: Person | null
  /** Where it is not that of the severity. */
  readonly respondMinutes?: number
}

export type IssueStep = { readonly issue: Issue; readonly happenings: readonly Happening[] }

/** Opens an issue: its clocks run, and the first level is asked at once. */
export function openIssue(plan: PlanFrame, draft: IssueDraft, number: number, channel: string, now: Date): IssueStep {
  const rule = plan.severities[draft.severity]
  const respondMinutes = draft.respondMinutes ?? rule.respondMinutes
  const resolveBy = resolutionDue(plan, rule, now)
  const resolveMinutes = resolveBy && Math.ceil(differenceInSeconds(resolveBy, now) / 60)
  const issue: Issue = {
    id: draft.id,
    number,
    plan: plan.name,
    title: draft.title,
    detail: draft.detail,
    severity: draft.severity,
    incident: draft.incident,
    status: 'investigating',
    owner: soleOwner(plan, draft.owner, now),
    commander: null,
    channel,
    source: draft.source,
    openedBy: draft.by,
    openedAt: now,
    respondMinutes,
    respondBy: addMinutes(now, respondMinutes),
    resolveMinutes,
    resolveBy,
    acknowledged: null,
    resolved: null,
    withdrawnAt: null,
    ladder: ladderOf(plan, rule, draft.owner, now),
    asks: [],
    responseAskAt: addMinutes(now, respondMinutes),
    resolutionAskAt: resolveBy,
    updatesMinutes: draft.incident ? (rule.updatesMinutes ?? null) : null,
    updateAskAt: null,
    wakeAt: null,
  }
  const { number: no, severity, title } = issue
  const asked = ask(plan, issue, 'opened', now)
  const pause = ownPause(asked.issue, 'response')
  const responseAskAt = pause === null ? issue.responseAskAt : addMinutes(now, pause)
  return {
    issue: rearm({ ...asked.issue, responseAskAt }),
    happenings: [{ kind: 'issue-opened', number: no, severity, title }, ...asked.happenings],
  }
}

/** Somebody takes it: the response clock stops. On an incident without commander, they become it. */
export function acknowledge(issue: Issue, by: Actor, now: Date): Outcome<IssueStep> {
  const forbidden = forbids('acknowledge', by, { owners: ownersOf(issue) }) ?? whyOver(issue)
  if (forbidden) return forbidden
  if (issue.acknowledged) return refuse({ kind: 'already-acknowledged', ...issue.acknowledged })
  const next: Issue = {
    ...issue,
    acknowledged: { by: by.id, at: now },
    owner: issue.owner ?? by.id,
    commander: issue.incident ? (issue.commander ?? by.id) : null,
    responseAskAt: null,
    updateAskAt: updateDue(issue, now),
  }
  return accept({ issue: rearm(next), happenings: [{ kind: 'issue-acknowledged' }] })
}

/** Tells everyone where it stands. */
export function update(
  issue: Issue,
  {
    by,
    text,
    status,
    now,
  }: { readonly by: Actor; readonly text: string; readonly status: IssueStatus; readonly now: Date },
): Outcome<IssueStep> {
  const forbidden = forbids('update-issue', by, standing(issue)) ?? whyOver(issue)
  if (forbidden) return forbidden
  if (status === 'resolved') return resolve(issue, { by, text, now })
  if (text.trim() === '') return refuse({ kind: 'nothing-written' })
  return accept({
    issue: rearm({ ...issue, status, updateAskAt: issue.updateAskAt && updateDue(issue, now) }),
    happenings: [{ kind: 'issue-updated', text: text.trim(), status }],
  })
}

/** It is over: both clocks stop. Resolving what nobody acknowledged acknowledges it too. */
export function resolve(
  issue: Issue,
  { by, text, now }: { readonly by: Actor; readonly text: string; readonly now: Date },
): Outcome<IssueStep> {
  const forbidden = forbids('resolve-issue', by, standing(issue)) ?? whyOver(issue)
  if (forbidden) return forbidden
  const next: Issue = {
    ...issue,
    status: 'resolved',
    acknowledged: issue.acknowledged ?? { by: by.id, at: now },
    resolved: { by: by.id, at: now, text: text.trim() },
    responseAskAt: null,
    resolutionAskAt: null,
    updateAskAt: null,
  }
  return accept({ issue: rearm(next), happenings: [{ kind: 'issue-resolved', text: text.trim() }] })
}

/** The failed item was undone. What nobody has acknowledged is withdrawn; what somebody works on stays, and says so. */
export function correct(issue: Issue, now: Date): IssueStep {
  if (isOver(issue)) return { issue, happenings: [] }
  if (issue.acknowledged) return { issue, happenings: [{ kind: 'issue-item-corrected', title: issue.title }] }
  const withdrawn: Issue = { ...issue, withdrawnAt: now, responseAskAt: null, resolutionAskAt: null, updateAskAt: null }
  return { issue: rearm(withdrawn), happenings: [{ kind: 'issue-withdrawn', why: 'item-undone' }] }
}

export function isOver(issue: Issue): boolean {
  return issue.resolved !== null || issue.withdrawnAt !== null
}

/** What a running clock does next: whom it asks and when, and when it runs out, which may lie before that or behind. */
export type NextAsk = {
  readonly at: Date
  readonly level: Level
  readonly clock: Clock
  readonly deadline: Date
  /** It had run out when somebody was last asked. */
  readonly overdue: boolean
}

/** Of the clock that asks first; null when none runs. */
export function nextAsk(issue: Issue): NextAsk | null {
  const { responseAskAt, resolutionAskAt, respondBy, resolveBy, asks, openedAt } = issue
  const at = earliest(responseAskAt, resolutionAskAt)
  if (isOver(issue) || at === null) return null
  const clock = responseAskAt !== null && isEqual(at, responseAskAt) ? 'response' : 'resolution'
  const level = issue.ladder[nextLevel(issue, clock)]
  const deadline = (clock === 'response' ? respondBy : resolveBy) ?? at
  return level === undefined ? null : { at, level, clock, deadline, overdue: deadline <= (asks.at(-1)?.at ?? openedAt) }
}

/** Who may act as its owner: whoever owns it, opened it, took it or was asked. */
export function ownersOf(issue: Issue): readonly Person[] {
  const asked = issue.asks.flatMap((ask) => askedIn(issue, ask).people)
  return [
    ...new Set([
      ...[issue.owner, issue.openedBy, issue.acknowledged?.by ?? null].filter((person) => person !== null),
      ...asked,
    ]),
  ]
}

function standing(issue: Issue) {
  return { owners: ownersOf(issue), commander: issue.commander }
}

/** Nothing is done about an issue that is over; undefined of one that is not. */
export function whyOver(issue: Issue) {
  if (issue.withdrawnAt) return refuse({ kind: 'issue-withdrawn' })
  return issue.resolved ? refuse({ kind: 'already-resolved', ...issue.resolved }) : undefined
}

/** A clock, or the end of the next maintenance window where the plan has one: in it the work is done. */
function resolutionDue(plan: PlanFrame, { resolveMinutes, resolveBy }: SeverityRule, now: Date): Date | null {
  if (resolveMinutes !== null) return addMinutes(now, resolveMinutes)
  return resolveBy === maintenanceMilestone ? (nextMaintenance(plan, now)?.endsAt ?? null) : null
}

/** Somebody owns it at once only where exactly one person is meant. */
function soleOwner(plan: PlanFrame, owner: string | null, now: Date): Person | null {
  const [only, ...more] = owner === null ? [] : holdersOf(plan, owner, now)
  return only !== undefined && more.length === 0 ? only : null
}

/** Asks the level whose turn it is, whoever has its role by now. */
export function ask(plan: PlanFrame, issue: Issue, why: AskReason, now: Date): IssueStep {
  const level = nextLevel(issue, why === 'not-resolved' ? 'resolution' : 'response')
  const rung = issue.ladder[level] ?? { title: '', people: [] }
  const people = holdersNow(plan, rung, now)
  return {
    issue: { ...issue, asks: [...issue.asks, { level, at: now, why, people }] },
    happenings: [{ kind: 'issue-asked', level: rung.title, people, why }],
  }
}

export function updateDue({ updatesMinutes }: Issue, now: Date): Date | null {
  return updatesMinutes === null ? null : addMinutes(now, updatesMinutes)
}

/** Looked at again when the first of its clocks runs out. */
export function rearm(issue: Issue): Issue {
  const { responseAskAt, resolutionAskAt, updateAskAt } = issue
  return { ...issue, wakeAt: isOver(issue) ? null : earliest(earliest(responseAskAt, resolutionAskAt), updateAskAt) }
}

function earliest(a: Date | null, b: Date | null): Date | null {
  return a === null || b === null ? (a ?? b) : min([a, b])
}
