import type { ModalView } from '@slack/types'
import { type Issue, type IssueStatus, type IssueStep, resolve, update } from '../../domain/issue.ts'
import type { Outcome } from '../../domain/outcome.ts'
import { type Actor, actingIn } from '../../domain/permission.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { scopeOf } from '../../operations/transact.ts'
import { whichPlan, whyNoPlan } from '../../operations/which-plan.ts'
import { findChecklist } from '../../store/checklists.ts'
import { findIssue } from '../../store/issues.ts'
import { timelineOf } from '../../store/journal.ts'
import { getPlanFrame } from '../../store/plans.ts'
import type { Slack } from '../slack.ts'
import { checklistState } from '../surfaces.ts'
import { declareForm } from '../views/forms/declare.ts'
import { failForm } from '../views/forms/fail.ts'
import { issueView } from '../views/forms/issue.ts'
import { recordView } from '../views/forms/record.ts'
import { resolveForm } from '../views/forms/resolve.ts'
import { type UpdateFormState, updateForm } from '../views/forms/update.ts'
import { filledTemplate } from '../views/template.ts'

/** Forms that more than one control or command opens. */
type Form = Promise<ModalView | Refusal>

export const checklistUnknown: Refusal = { kind: 'checklist-unknown' }

/** Asks what failed; which item, where `item` is null. */
export async function failureForm(slack: Slack, id: string, item: number | null): Form {
  const scope = scopeOf(slack.deps)
  const checklist = await findChecklist(scope, id)
  if (!checklist) return checklistUnknown
  const plan = await getPlanFrame(scope, checklist.plan)
  return failForm({ checklist, item, severities: plan.severities })
}

/** The whole checklist with who did what and when. */
export async function record(slack: Slack, id: string): Form {
  const scope = scopeOf(slack.deps)
  const state = await checklistState(scope, id)
  return state ? recordView({ ...state, timeline: await timelineOf(scope, id) }) : checklistUnknown
}

/** Asks what is happening, with the severities of the plan that the channel means. */
export async function declarationForm(slack: Slack, channel: string | null): Form {
  const scope = scopeOf(slack.deps)
  const found = await whichPlan(scope, channel)
  return found ? declareForm({ severities: found.plan.severities, channel }) : whyNoPlan(scope)
}

export type IssueForm = 'update' | 'resolve' | 'view'

/** A form about an issue. Whoever could not send it is told so before they write in it. */
export async function issueForm(slack: Slack, form: IssueForm, issue: Issue, by: Actor): Form {
  const scope = scopeOf(slack.deps)
  const plan = await getPlanFrame(scope, issue.plan)
  if (form === 'view') {
    const timeline = await timelineOf(scope, issue.id)
    const milestone = plan.severities[issue.severity].resolveBy ?? null
    return issueView({ issue, timeline, zone: plan.timezone, planTitle: plan.title, milestone })
  }
  const { decide, draw } = sendable[form]
  const outcome = decide(issue, actingIn(plan, by), slack.deps.clock())
  return outcome.ok ? draw({ issue, ...(plan.templates ? { templates: plan.templates } : {}) }) : outcome.refusal
}

/** The form of an update with a template's text filled in; what else was chosen stays, for Slack keeps it. */
export async function templateForm(
  slack: Slack,
  {
    issue: id,
    template: name,
    status,
  }: { readonly issue: string; readonly template: string; readonly status: IssueStatus },
): Form {
  const scope = scopeOf(slack.deps)
  const issue = await findIssue(scope, id)
  if (!issue) return { kind: 'issue-unknown' }
  const plan = await getPlanFrame(scope, issue.plan)
  const { templates = {} } = plan
  const template = templates[name]
  const text = template && filledTemplate(template, { ...issue, status }, plan, slack.deps.clock())
  return updateForm({ issue, templates, chosen: text === undefined ? null : { name, text } })
}

type Sendable = {
  /** What would be decided if it were sent now. */
  readonly decide: (issue: Issue, by: Actor, now: Date) => Outcome<IssueStep>
  readonly draw: (state: UpdateFormState) => ModalView
}

const sendable: Readonly<Record<Exclude<IssueForm, 'view'>, Sendable>> = {
  update: {
    decide: (issue, by, now) => update(issue, { by, now, status: issue.status, text: 'something' }),
    draw: updateForm,
  },
  resolve: { decide: (issue, by, now) => resolve(issue, { by, now, text: '' }), draw: resolveForm },
}
