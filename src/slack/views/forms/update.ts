import type { ModalView } from '@slack/types'
import { type Issue, issueStatuses } from '../../../domain/issue.ts'
import { forms, inputs } from '../../controls.ts'
import { bold, mrkdwn, plain } from '../../text/mrkdwn.ts'
import { sentence } from '../../text/words.ts'
import { section } from '../blocks.ts'
import { issueName } from '../clock.ts'
import { input, radios, textInput } from './inputs.ts'
import { modal } from './modal.ts'

export type IssueFormState = { readonly issue: Issue }

/** Resolving has a button and a form of its own. */
export function updateForm({ issue }: IssueFormState): ModalView {
  const statuses = issueStatuses
    .filter((status) => status !== 'resolved')
    .map((status) => ({ value: status, text: sentence(plain(status)) }))
  return modal({
    title: `Update ${issue.incident ? 'incident' : 'issue'} ${issue.number}`,
    submit: 'Send update',
    form: { id: forms.update.id, about: { issue: issue.id } },
    blocks: [
      section(mrkdwn`${bold(issueName(issue))} — ${plain(issue.title)}`),
      input(inputs.status, 'Where does it stand?', radios(statuses, issue.status)),
      input(inputs.text, 'What should everybody know?', textInput({ long: true, max: 2000 })),
    ],
  })
}
