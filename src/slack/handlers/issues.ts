import type { App } from '@slack/bolt'
import { type IssueStatus, issueStatuses } from '../../domain/issue.ts'
import { proceduresOf } from '../../domain/procedure.ts'
import { severities } from '../../domain/severity.ts'
import { declareIncident } from '../../operations/declare-incident.ts'
import { acknowledgeIssue, resolveIssue, updateIssue } from '../../operations/on-issue.ts'
import { startProcedureFor } from '../../operations/start-procedure.ts'
import { scopeOf } from '../../operations/transact.ts'
import { findIssue } from '../../store/issues.ts'
import { findPlan } from '../../store/plans.ts'
import { controls, forms, inputs } from '../controls.ts'
import { aboutOf, answersOf } from '../form.ts'
import { act, submit, under } from '../interaction.ts'
import { openForm, openingOf } from '../open-form.ts'
import { id, onControl, onForm, onTemplate } from '../routes.ts'
import { actorOf, type Slack } from '../slack.ts'
import { procedureForm } from '../views/forms/procedure.ts'
import { declarationForm, type IssueForm, issueForm, templateForm } from './forms.ts'

/** Buttons on issues and incidents, and the forms they open. */
export function handleIssues(app: App, slack: Slack): void {
  const { deps } = slack

  onControl(app, slack, { control: controls.acknowledgeIssue, value: id }, (click, issue) =>
    act(slack, click, (by) => acknowledgeIssue(deps, { issue, by })),
  )

  const opens = (control: string, form: IssueForm) =>
    onControl(app, slack, { control, value: id }, (click, found) =>
      openForm(slack, openingOf(click), async () => {
        const issue = await findIssue(scopeOf(deps), found)
        return issue ? issueForm(slack, form, issue, actorOf(slack, click.body)) : { kind: 'issue-unknown' }
      }),
    )
  opens(controls.updateIssue, 'update')
  opens(controls.resolveIssue, 'resolve')
  opens(controls.viewIssue, 'view')

  onControl(app, slack, { control: controls.startProcedure, value: id }, (click, found) =>
    openForm(slack, openingOf(click), async () => {
      const issue = await findIssue(scopeOf(deps), found)
      const applied = issue && (await findPlan(scopeOf(deps), issue.plan))
      return issue && applied
        ? procedureForm({ issue, procedures: proceduresOf(applied.plan) })
        : { kind: 'issue-unknown' }
    }),
  )

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
    const { issue, template } = aboutOf(forms.update, submission.view)
    const input = inputs.templateText(template)
    const answers = answersOf(submission.view)
    const status = statusIn(answers.text(inputs.status))
    const text = answers.text(input)
    return submit(slack, submission, async (by, receipt) =>
      under(input, await updateIssue(deps, { issue, by, receipt, text, status, template }), slack.zone()),
    )
  })

  onTemplate(app, slack, async (click, template) => {
    const { view } = click.body
    if (!view) return
    const { issue } = aboutOf(forms.update, view)
    const status = statusIn(answersOf(view).text(inputs.status))
    const form = await templateForm(slack, { issue, template, status })
    if (!('kind' in form)) await click.client.views.update({ view_id: view.id, hash: view.hash, view: form })
  })

  onForm(app, forms.procedure, (submission) => {
    const { issue } = aboutOf(forms.procedure, submission.view)
    const procedure = answersOf(submission.view).text(inputs.procedure)
    return submit(slack, submission, async (by, receipt) =>
      under(inputs.procedure, await startProcedureFor(deps, { issue, procedure, by, receipt }), slack.zone()),
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

function statusIn(answer: string): IssueStatus {
  return issueStatuses.find((each) => each === answer) ?? 'investigating'
}
