import type { App } from '@slack/bolt'
import { retirePlan } from '../../operations/retire-plan.ts'
import { scopeOf } from '../../operations/transact.ts'
import { findPlan } from '../../store/plans.ts'
import { controls, forms, inputs } from '../controls.ts'
import { aboutOf, answersOf } from '../form.ts'
import { submit, under } from '../interaction.ts'
import { openForm, openingOf } from '../open-form.ts'
import { id, onControl, onForm } from '../routes.ts'
import type { Slack } from '../slack.ts'
import { retireForm } from '../views/forms/retire.ts'

/** What plan admins do with whole plans. */
export function handlePlans(app: App, slack: Slack): void {
  const { deps } = slack

  onControl(app, slack, { control: controls.retirePlan, value: id }, (click, plan) =>
    openForm(slack, openingOf(click), async () => {
      const found = await findPlan(scopeOf(deps), plan)
      return found ? retireForm({ plan, title: found.plan.title }) : { kind: 'no-plan' }
    }),
  )

  onForm(app, forms.retire, (submission) => {
    const { plan } = aboutOf(forms.retire, submission.view)
    const why = answersOf(submission.view).text(inputs.note)
    return submit(slack, submission, async (by, receipt) => {
      const retired = await retirePlan(deps, { plan, why, by, receipt })
      return 'kind' in retired ? under(inputs.note, retired, slack.zone()) : undefined
    })
  })
}
