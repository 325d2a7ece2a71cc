import type { ModalView } from '@slack/types'
import { forms, inputs } from '../../controls.ts'
import { bold, mrkdwn, plain } from '../../text/mrkdwn.ts'
import { context, section } from '../blocks.ts'
import { issueName } from '../clock.ts'
import { input, textInput } from './inputs.ts'
import { modal } from './modal.ts'
import type { IssueFormState } from './update.ts'

export function resolveForm({ issue }: IssueFormState): ModalView {
  return modal({
    title: `Resolve ${issue.incident ? 'incident' : 'issue'} ${issue.number}`,
    submit: 'Resolve',
    form: { id: forms.resolve.id, about: { issue: issue.id } },
    blocks: [
      section(mrkdwn`${bold(issueName(issue))} — ${plain(issue.title)}`),
      input(inputs.text, 'What was it, and what was done?', textInput({ long: true, max: 2000 }), { optional: true }),
      context(mrkdwn`Both clocks stop, and nobody else is asked.`),
    ],
  })
}
