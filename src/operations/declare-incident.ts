import type { Issue } from '../domain/issue.ts'
import { refuse } from '../domain/outcome.ts'
import { type Actor, forbids } from '../domain/permission.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Severity } from '../domain/severity.ts'
import { firstTime } from '../store/receipts.ts'
import { open } from './issues.ts'
import { startStepsOf } from './start-procedure.ts'
import { type Deps, transact } from './transact.ts'
import { whichPlan, whyNoPlan } from './which-plan.ts'

export type Declaration = {
  /** Where it was declared; decides the plan. */
  readonly channel: string | null
  readonly title: string
  readonly severity: Severity
  readonly detail: string | null
  readonly by: Actor
  /** The command's trigger or the form's view: declared once, however often it arrives. */
  readonly receipt: string
}

/** Declares an incident. Undefined where this very declaration had arrived before. */
export function declareIncident(deps: Deps, declaration: Declaration): Promise<Issue | Refusal | undefined> {
  return transact(deps, async (unit) => {
    const { title, severity, detail, by } = declaration
    const forbidden = forbids('declare', by, { owners: [] })
    if (forbidden) return forbidden.refusal
    if (title.trim() === '') return refuse({ kind: 'nothing-written' }).refusal
    const found = await whichPlan(unit, declaration.channel)
    if (!found) return whyNoPlan(unit)
    if (!(await firstTime(unit, declaration.receipt, unit.now))) return undefined
    const draft = { id: unit.newId(), title: title.trim(), detail, severity, incident: true, owner: null, source: null }
    const issue = await open(unit, found.plan, { ...draft, by: by.id }, found.plan.incidents)
    await startStepsOf(unit, issue)
    return issue
  })
}
