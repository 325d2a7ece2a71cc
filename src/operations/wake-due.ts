import { isOver } from '../domain/issue.ts'
import { wakeChecklist } from '../domain/wake-checklist.ts'
import { wakeIssue } from '../domain/wake-issue.ts'
import { lockWakingChecklists } from '../store/checklists.ts'
import { findIssue, lockWakingIssues } from '../store/issues.ts'
import { seenAt } from '../store/messages.ts'
import { getPlanFrame } from '../store/plans.ts'
import { keep } from './issues.ts'
import { keepChecklist } from './on-checklist.ts'
import { type Deps, transact } from './transact.ts'

const atOnce = 20

/** Carries out everything whose moment has come: reminders, closings, clocks that ran out. */
export async function wakeDue(deps: Deps): Promise<number> {
  return (await untilNone(() => wakeIssues(deps))) + (await untilNone(() => wakeChecklists(deps)))
}

async function wakeIssues(deps: Deps): Promise<number> {
  return transact(deps, async (unit) => {
    const waking = await lockWakingIssues(unit, unit.now, atOnce)
    for (const issue of waking) {
      const plan = await getPlanFrame(unit, issue.plan)
      await keep(unit, wakeIssue(plan, issue, unit.now), null)
    }
    return waking.length
  })
}

async function wakeChecklists(deps: Deps): Promise<number> {
  return transact(deps, async (unit) => {
    const waking = await lockWakingChecklists(unit, unit.now, atOnce)
    for (const checklist of waking) {
      const plan = await getPlanFrame(unit, checklist.plan)
      const seen = await seenAt(unit, 'checklist', checklist.id)
      const incident = checklist.incident ? await findIssue(unit, checklist.incident) : undefined
      const incidentOver = incident !== undefined && isOver(incident)
      const step = wakeChecklist(checklist, seen ?? null, unit.now, { incidentOver })
      await keepChecklist(unit, plan, checklist, step, null)
    }
    return waking.length
  })
}

async function untilNone(some: () => Promise<number>): Promise<number> {
  let handled = 0
  for (let count = await some(); count > 0; count = await some()) handled += count
  return handled
}
