import type { ModalView } from '@slack/types'
import { forms, inputs } from '../../controls.ts'
import { bold, mrkdwn, plain, truncate } from '../../text/mrkdwn.ts'
import { context, section } from '../blocks.ts'
import { input, textInput } from './inputs.ts'
import { modal } from './modal.ts'

export type RetireFormState = { readonly plan: string; readonly title: string }

/** Says what will happen before it does; the reason is kept with what is paused. */
export function retireForm({ plan, title }: RetireFormState): ModalView {
  return modal({
    title: 'Retire a plan',
    submit: 'Retire',
    form: { id: forms.retire.id, about: { plan } },
    blocks: [
      section(
        mrkdwn`${bold(truncate(plain(title), 150))} stops: nothing of it falls due any more, and what is open of it is paused. Its history, its figures and its open issues stay.`,
      ),
      input(inputs.note, 'Why?', textInput({ max: 300, example: 'The service was switched off' })),
      context(
        mrkdwn`Applying the plan again brings it back. While its file is among the plans of Rounds, the next start does.`,
      ),
    ],
  })
}
