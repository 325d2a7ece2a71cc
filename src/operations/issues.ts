import type { Issue, IssueDraft, IssueStep } from '../domain/issue.ts'
import { openIssue } from '../domain/issue.ts'
import type { Happening } from '../domain/journal.ts'
import type { Person, PlanFrame } from '../domain/plan.ts'
import { findChecklist } from '../store/checklists.ts'
import { insertIssue, nextIssueNumber, saveIssue } from '../store/issues.ts'
import type { Unit } from './transact.ts'
import { issueWishes, itemWishes } from './wishes.ts'

/** Opens an issue in the same transaction as whatever caused it. */
export async function open(unit: Unit, plan: PlanFrame, draft: IssueDraft, channel: string): Promise<Issue> {
  const place = draft.incident ? plan.incidents : channel
  const step = openIssue(plan, draft, await nextIssueNumber(unit), place, unit.now)
  await insertIssue(unit, step.issue)
  await tell(unit, step, draft.by)
  return step.issue
}

/** Keeps the next state of an issue, and makes every message that speaks of it stale. */
export async function keep(unit: Unit, step: IssueStep, by: Person | null): Promise<void> {
  await saveIssue(unit, step.issue)
  await tell(unit, step, by)
  const { source } = step.issue
  const checklist = source && (await findChecklist(unit, source.checklist))
  if (checklist) unit.wish(...itemWishes(checklist, source.item))
}

async function tell(unit: Unit, { issue, happenings }: IssueStep, by: Person | null): Promise<void> {
  await unit.record({ plan: issue.plan, subject: issue.id, by }, happenings)
  unit.wish(...issueWishes(issue, happenings.every(({ kind }) => leaveOldAsks.has(kind)) ? 'newest' : 'all'))
}

/** What was asked before stays as it was told. */
const leaveOldAsks: ReadonlySet<Happening['kind']> = new Set(['issue-asked', 'issue-updated'])
