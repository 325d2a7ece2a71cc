import type { App } from '@slack/bolt'
import type { Refusal } from '../../domain/refusal.ts'
import { type Answer, fillIn } from '../../operations/fill-in.ts'
import { signOffChecklist } from '../../operations/sign-off.ts'
import { startRitual } from '../../operations/start-ritual.ts'
import { scopeOf } from '../../operations/transact.ts'
import { findChecklist } from '../../store/checklists.ts'
import { controls, forms, inputs, itemRef } from '../controls.ts'
import { type Answers, aboutOf, answersOf } from '../form.ts'
import { act, type FormOutcome, type Submission, submit, under } from '../interaction.ts'
import { openForm, openingOf } from '../open-form.ts'
import { id, onControl, onForm } from '../routes.ts'
import type { Slack } from '../slack.ts'
import type { Mrkdwn } from '../text/mrkdwn.ts'
import { fillInForm } from '../views/forms/fill-in.ts'
import { signOffForm } from '../views/forms/sign-off.ts'
import { plainRefusal } from '../views/refusals.ts'
import { overtakenMessages } from '../views/whispers.ts'
import { checklistUnknown, failureForm, record } from './forms.ts'

/** Buttons on whole checklists and their sections, and the forms they open. */
export function handleChecklists(app: App, slack: Slack): void {
  const { deps } = slack

  onControl(
    app,
    slack,
    { control: controls.fillSection, value: itemRef },
    (click, { checklist: id, position: section }) =>
      openForm(slack, openingOf(click), async () => {
        const checklist = await findChecklist(scopeOf(deps), id)
        return checklist ? fillInForm({ checklist, section }) : checklistUnknown
      }),
  )

  onControl(app, slack, { control: controls.failSomething, value: id }, (click, checklist) =>
    openForm(slack, openingOf(click), () => failureForm(slack, checklist, null)),
  )

  onControl(app, slack, { control: controls.viewChecklist, value: id }, (click, checklist) =>
    openForm(slack, openingOf(click), () => record(slack, checklist)),
  )

  onControl(app, slack, { control: controls.signOff, value: id }, (click, found) =>
    openForm(slack, openingOf(click), async () => {
      const checklist = await findChecklist(scopeOf(deps), found)
      return checklist ? signOffForm({ checklist }) : checklistUnknown
    }),
  )

  onControl(app, slack, { control: controls.startRitual, value: id }, (click, ritual) =>
    act(slack, click, async (by) => {
      const started = await startRitual(deps, { ritual, by, receipt: click.body.trigger_id })
      return started && 'kind' in started ? started : undefined
    }),
  )

  onForm(app, forms.fillIn, (submission) => {
    const { checklist } = aboutOf(forms.fillIn, submission.view)
    const answers = filledIn(answersOf(submission.view))
    return submit(slack, submission, async (by, receipt) => {
      const filled = await fillIn(deps, { checklist, by, answers, receipt })
      if ('kind' in filled) return filled
      if (filled.faults.size > 0) return errorsOf(filled.faults, slack.zone())
      if (filled.overtaken.length === 0) return undefined
      return { tell: () => tellAll(submission, overtakenMessages(filled, slack.zone())) }
    })
  })

  onForm(app, forms.signOff, (submission) => {
    const { checklist } = aboutOf(forms.signOff, submission.view)
    const minutes = answersOf(submission.view).text(inputs.minutes)
    return submit(slack, submission, async (by, receipt) =>
      under(inputs.minutes, await signOffChecklist(deps, { checklist, by, minutes, receipt }), slack.zone()),
    )
  })
}

/** By direct message, which stays where a small view or a whisper would go. */
async function tellAll({ client, body }: Submission, messages: readonly Mrkdwn[]): Promise<void> {
  for (const text of messages) await client.chat.postMessage({ channel: body.user.id, text })
}

/** Only what somebody typed or ticked; what was left empty stays open. */
function filledIn(answers: Answers): readonly Answer[] {
  return answers.inputs.flatMap((input): readonly Answer[] => {
    const [, kind, number] = /^(item|ticks)-(\d+)$/u.exec(input) ?? []
    if (kind === 'ticks') return answers.chosen(input).map((position) => ({ position: Number(position), ticked: true }))
    const text = answers.text(input)
    return kind === 'item' && text !== '' ? [{ position: Number(number), text }] : []
  })
}

function errorsOf(faults: ReadonlyMap<number, Refusal>, zone: string): FormOutcome {
  const errors = [...faults].map(([position, refusal]) => [inputs.reading(position), plainRefusal(refusal, zone)])
  return { errors: Object.fromEntries(errors) }
}
