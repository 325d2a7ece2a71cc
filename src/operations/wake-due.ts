import { isOver } from '../domain/issue.ts'
import { wakeChecklist } from '../domain/wake-checklist.ts'
import { wakeIssue } from '../domain/wake-issue.ts'
import { lockWakingChecklists } from '../store/checklists.ts'
import { findIssue, lockWakingIssues } from '../store/issues.ts'
import { seenAt } from '../store/messages.ts'
import { getPlanFrame } from '../store/plans.ts'
import { keep } from './issues.ts'
import { hasCome } from './next-moment.ts'
import { keepChecklist } from './on-checklist.ts'
import { type Deps, transact } from './transact.ts'

const atOnce = 20

/** Carries out everything whose moment has come: reminders, closings, clocks that ran out. */
export async function wakeDue(deps: Deps): Promise<number> {
  return (await untilNone(deps, 'issue', wakeIssues)) + (await untilNone(deps, 'checklist', wakeChecklists))
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

async function untilNone(
  deps: Deps,
  waiting: 'issue' | 'checklist',
  some: (deps: Deps) => Promise<number>,
): Promise<number> {
  let handled = 0
  while (await hasCome(deps, waiting)) {
    const count = await some(deps)
    // What is left is held by another process.
    if (count === 0) break
    handled += count
  }
  return handled
}
