import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { Plan } from '../../domain/plan.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { type LaunchRequest, moveLaunch, previewLaunch } from '../../operations/move-launch.ts'
import { scopeOf } from '../../operations/transact.ts'
import { whichPlan, whyNoPlan } from '../../operations/which-plan.ts'
import { findPlan } from '../../store/plans.ts'
import { forms, inputs } from '../controls.ts'
import { aboutOf, answersOf } from '../form.ts'
import { submit } from '../interaction.ts'
import { onForm } from '../routes.ts'
import type { Slack } from '../slack.ts'
import { launchForm } from '../views/launch.ts'

/** The confirmation of a moved launch. */
export function handleLaunch(app: App, slack: Slack): void {
  onForm(app, forms.moveLaunch, (submission) => {
    const about = aboutOf(forms.moveLaunch, submission.view)
    const note = answersOf(submission.view).text(inputs.note) || null
    return submit(slack, submission, async (by, receipt) => {
      const moved = await moveLaunch(slack.deps, { ...about, by, note, receipt })
      return moved && 'kind' in moved ? moved : undefined
    })
  })
}

/** `launch [PLAN] DATE [TIME]`: without a plan's name, the one that the channel means. */
export async function launchAsked(
  slack: Slack,
  channel: string,
  words: readonly string[],
): Promise<{ readonly plan: Plan; readonly launch: string } | Refusal> {
  const scope = scopeOf(slack.deps)
  const [first = '', ...rest] = words
  const named = first === '' ? undefined : await findPlan(scope, first)
  const found = named ?? (await whichPlan(scope, channel))
  return found ? { plan: found.plan, launch: (named ? rest : words).join(' ') } : whyNoPlan(scope)
}

/** Before and after; whoever may not move it is told so before they read on. */
export async function launchConfirmation(
  slack: Slack,
  { plan, launch, by }: { readonly plan: Plan; readonly launch: string; readonly by: LaunchRequest['by'] },
): Promise<ModalView | Refusal> {
  const change = await previewLaunch(scopeOf(slack.deps), { plan: plan.name, launch, by }, slack.deps.clock())
  return 'kind' in change ? change : launchForm(change)
}
