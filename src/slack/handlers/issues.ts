import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { type Issue, issueStatuses } from '../../domain/issue.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { severities } from '../../domain/severity.ts'
import { declareIncident } from '../../operations/declare-incident.ts'
import { acknowledgeIssue, resolveIssue, updateIssue } from '../../operations/on-issue.ts'
import { reading } from '../../operations/transact.ts'
import { whichPlan } from '../../operations/which-plan.ts'
import { findIssue } from '../../store/issues.ts'
import { timelineOf } from '../../store/journal.ts'
import { getPlanFrame } from '../../store/plans.ts'
import { controls, forms, inputs } from '../controls.ts'
import { aboutOf, answersOf } from '../form.ts'
import { act, openForm, openingOf, submit, under } from '../interaction.ts'
import { id, onControl, onForm } from '../routes.ts'
import type { Slack } from '../slack.ts'
import { declareForm } from '../views/forms/declare.ts'
import { issueView } from '../views/forms/issue.ts'
import { resolveForm } from '../views/forms/resolve.ts'
import { updateForm } from '../views/forms/update.ts'

/** Buttons on issues and incidents, and the forms they open. */
export function handleIssues(app: App, slack: Slack): void {
  const { deps } = slack

  onControl(app, slack, { control: controls.acknowledgeIssue, value: id }, (click, issue) =>
    act(slack, click, (by) => acknowledgeIssue(deps, { issue, by })),
  )

  const opens = (control: string, draw: (issue: Issue) => ModalView | Promise<ModalView>) =>
    onControl(app, slack, { control, value: id }, (click, found) =>
      openForm(slack, openingOf(click), async () => {
        const issue = await findIssue(reading(deps), found)
        return issue ? draw(issue) : { kind: 'issue-unknown' }
      }),
    )
  opens(controls.updateIssue, (issue) => updateForm({ issue }))
  opens(controls.resolveIssue, (issue) => resolveForm({ issue }))
  opens(controls.viewIssue, async (issue) => {
    const scope = reading(deps)
    const plan = await getPlanFrame(scope, issue.plan)
    return issueView({ issue, timeline: await timelineOf(scope, issue.id), zone: plan.timezone, planTitle: plan.title })
  })

  onControl(app, slack, { control: controls.declareIncident, value: id }, (click) =>
    openForm(slack, openingOf(click), () => declarationForm(slack, null)),
  )
  app.shortcut(forms.declare.id, async ({ ack, client, shortcut }) => {
    const opening = { ack: () => ack(), client, trigger: shortcut.trigger_id, onTop: false }
    await openForm(slack, opening, () => declarationForm(slack, null))
  })

  onForm(app, forms.declare, (submission) => {
    const { channel } = aboutOf(forms.declare, submission.view)
    const answers = answersOf(submission.view)
    const declaration = {
      channel,
      title: answers.text(inputs.title),
      severity: severities.find((severity) => severity === answers.text(inputs.severity)) ?? 'P0',
      detail: answers.text(inputs.text) || null,
    }
    return submit(slack, submission, async (by, receipt) => {
      const declared = await declareIncident(deps, { ...declaration, by, receipt })
      return declared && 'kind' in declared ? under(inputs.title, declared, slack.zone()) : undefined
    })
  })

  onForm(app, forms.update, (submission) => {
    const { issue } = aboutOf(forms.update, submission.view)
    const answers = answersOf(submission.view)
    const status = issueStatuses.find((each) => each === answers.text(inputs.status)) ?? 'investigating'
    const text = answers.text(inputs.text)
    return submit(slack, submission, async (by, receipt) =>
      under(inputs.text, await updateIssue(deps, { issue, by, receipt, text, status }), slack.zone()),
    )
  })

  onForm(app, forms.resolve, (submission) => {
    const { issue } = aboutOf(forms.resolve, submission.view)
    const text = answersOf(submission.view).text(inputs.text)
    return submit(slack, submission, async (by, receipt) =>
      under(inputs.text, await resolveIssue(deps, { issue, by, receipt, text }), slack.zone()),
    )
  })
}

/** The form to declare an incident, with the severities of the plan that the channel means. */
export async function declarationForm(slack: Slack, channel: string | null): Promise<ModalView | Refusal> {
  const found = await whichPlan(reading(slack.deps), channel)
  return found ? declareForm({ severities: found.plan.severities, channel }) : { kind: 'no-plan' }
}
