import { type Issue, whyOver } from '../domain/issue.ts'
import { refuse } from '../domain/outcome.ts'
import { type Actor, forbids } from '../domain/permission.ts'
import type { Person } from '../domain/plan.ts'
import { procedureWindow } from '../domain/procedure.ts'
import type { Refusal } from '../domain/refusal.ts'
import { lockIssue } from '../store/issues.ts'
import { type AppliedPlan, findPlan } from '../store/plans.ts'
import { alreadyCarriedOut } from '../store/receipts.ts'
import { enterByHand } from './open-due.ts'
import { type Deps, transact, type Unit } from './transact.ts'
import { issueWishes } from './wishes.ts'

/** Starts a procedure for an issue, from its card. Undefined where it was started, also by an earlier sending. */
export function startProcedureFor(
  deps: Deps,
  request: { readonly issue: string; readonly procedure: string; readonly by: Actor; readonly receipt: string },
): Promise<Refusal | undefined> {
  return transact(deps, async (unit) => {
    const forbidden = forbids('start', request.by, { owners: [] })
    if (forbidden) return forbidden.refusal
    const issue = await lockIssue(unit, request.issue)
    const applied = issue && (await findPlan(unit, issue.plan))
    if (!issue || !applied) return refuse({ kind: 'issue-unknown' }).refusal
    const ended = whyOver(issue)
    if (await alreadyCarriedOut(unit, request.receipt, ended === undefined)) return undefined
    if (ended) return ended.refusal
    const started = await startSteps(unit, applied, { issue, name: request.procedure, by: request.by.id })
    if (!started) return refuse({ kind: 'procedure-unknown', name: request.procedure }).refusal
    const [card] = issueWishes(issue)
    if (card) unit.wish(card)
    return undefined
  })
}

/** The steps of an incident, where its severity names a procedure; in the transaction that opened it. */
export async function startStepsOf(unit: Unit, issue: Issue): Promise<void> {
  const applied = issue.incident ? await findPlan(unit, issue.plan) : undefined
  const named = applied?.plan.severities[issue.severity].procedure
  if (applied && named !== undefined) await startSteps(unit, applied, { issue, name: named, by: null })
}

/** False where the plan has no such procedure. */
async function startSteps(
  unit: Unit,
  applied: AppliedPlan,
  { issue, name, by }: { readonly issue: Issue; readonly name: string; readonly by: Person | null },
): Promise<boolean> {
  const procedure = applied.plan.rituals.find(({ id, procedure }) => procedure && id === name)
  if (!procedure) return false
  const window = procedureWindow(applied.plan, procedure, unit.now)
  await enterByHand(unit, applied, { ritual: procedure, window, incident: issue })
  await unit.record({ plan: issue.plan, subject: issue.id, by }, [
    { kind: 'procedure-started', title: procedure.title },
  ])
  return true
}
