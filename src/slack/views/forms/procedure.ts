import type { ModalView } from '@slack/types'
import type { Issue } from '../../../domain/issue.ts'
import type { Ritual } from '../../../domain/plan.ts'
import { forms, inputs } from '../../controls.ts'
import { bold, mrkdwn, plain, truncate } from '../../text/mrkdwn.ts'
import { durationInWords } from '../../text/time.ts'
import { section } from '../blocks.ts'
import { issueName } from '../clock.ts'
import { input, select } from './inputs.ts'
import { modal } from './modal.ts'

export type ProcedureFormState = { readonly issue: Issue; readonly procedures: readonly Ritual[] }

/** Which of the plan's procedures is to be started for an issue. */
export function procedureForm({ issue, procedures }: ProcedureFormState): ModalView {
  const about = { issue: issue.id }
  const headline = section(mrkdwn`${bold(issueName(issue))} — ${truncate(plain(issue.title), 300)}`)
  if (procedures.length === 0) {
    const none = section(mrkdwn`The plan has no procedures. Whoever keeps it can add some under "procedures".`)
    return modal({ title: 'Procedures', blocks: [headline, none] })
  }
  const choices = procedures.map(({ id, title, openForMinutes }) => ({
    value: id,
    text: title,
    ...(openForMinutes === null ? {} : { description: `limit ${durationInWords(openForMinutes)}` }),
  }))
  return modal({
    title: 'Start a procedure',
    submit: 'Start',
    form: { id: forms.procedure.id, about },
    blocks: [headline, input(inputs.procedure, 'Which one?', select(choices))],
  })
}
