import { acknowledge, type Issue, type IssueStatus, type IssueStep, resolve, update } from '../domain/issue.ts'
import { type Outcome, refuse } from '../domain/outcome.ts'
import { type Actor, actingIn } from '../domain/permission.ts'
import type { PlanFrame } from '../domain/plan.ts'
import type { Refusal } from '../domain/refusal.ts'
import { leavesUnknown } from '../domain/template.ts'
import { lockIssue } from '../store/issues.ts'
import { getPlanFrame } from '../store/plans.ts'
import { alreadyCarriedOut } from '../store/receipts.ts'
import { keep } from './issues.ts'
import { tellStakeholders } from './tell-stakeholders.ts'
import { type Deps, transact, type Unit } from './transact.ts'

/** `receipt` is the id of the form that asked; the same form sent again changes nothing. */
export type IssueRequest = { readonly issue: string; readonly by: Actor; readonly receipt?: string }

export function acknowledgeIssue(deps: Deps, request: IssueRequest): Promise<Refusal | undefined> {
  return onIssue(deps, request, (issue, by, now) => acknowledge(issue, by, now))
}

export function updateIssue(
  deps: Deps,
  request: IssueRequest & {
    readonly text: string
    readonly status: IssueStatus
    /** The template in whose channel it is told too. */
    readonly template?: string | null
  },
): Promise<Refusal | undefined> {
  const { text, status, template } = request
  return onIssue(
    deps,
    request,
    (issue, by, now) => {
      const outcome = update(issue, { by, text, status, now })
      return outcome.ok && template && leavesUnknown(text) ? refuse({ kind: 'fact-left-out' }) : outcome
    },
    (unit, plan, issue) =>
      tellStakeholders(unit, { issue, template: plan.templates?.[template ?? ''], text, by: request.by.id }),
  )
}

export function resolveIssue(
  deps: Deps,
  request: IssueRequest & { readonly text: string },
): Promise<Refusal | undefined> {
  return onIssue(deps, request, (issue, by, now) => resolve(issue, { by, text: request.text, now }))
}

async function onIssue(
  deps: Deps,
  request: IssueRequest,
  decide: (issue: Issue, by: Actor, now: Date) => Outcome<IssueStep>,
  also?: (unit: Unit, plan: PlanFrame, issue: Issue) => Promise<void>,
): Promise<Refusal | undefined> {
  return transact(deps, async (unit) => {
    const issue = await lockIssue(unit, request.issue)
    if (!issue) return refuse({ kind: 'issue-unknown' }).refusal
    const plan = await getPlanFrame(unit, issue.plan)
    const outcome = decide(issue, actingIn(plan, request.by), unit.now)
    if (await alreadyCarriedOut(unit, request.receipt, outcome.ok)) return undefined
    if (!outcome.ok) return outcome.refusal
    await keep(unit, outcome.next, request.by.id)
    await also?.(unit, plan, outcome.next.issue)
    return undefined
  })
}
