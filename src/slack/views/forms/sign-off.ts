import type { ModalView } from '@slack/types'
import { type Checklist, progressOf, requiredOpen } from '../../../domain/checklist.ts'
import { forms, inputs } from '../../controls.ts'
import { mrkdwn, plain } from '../../text/mrkdwn.ts'
import { counted } from '../../text/words.ts'
import { context, section } from '../blocks.ts'
import { progressInWords } from '../progress.ts'
import { input, textInput } from './inputs.ts'
import { modal } from './modal.ts'

export type SignOffState = { readonly checklist: Checklist }

export function signOffForm({ checklist }: SignOffState): ModalView {
  const { takesMinutes } = checklist
  const open = requiredOpen(checklist).length
  const about = { checklist: checklist.id }
  if (open > 0) {
    const wait = mrkdwn`${plain(checklist.title)} has ${counted(open, 'item')} open. Settle them first, then sign off.`
    return modal({ title: 'Sign off', form: { id: forms.signOff.id, about }, blocks: [section(wait)] })
  }
  return modal({
    title: 'Sign off',
    submit: 'Sign off',
    form: { id: forms.signOff.id, about },
    blocks: [
      section(mrkdwn`${plain(checklist.title)}: ${progressInWords(progressOf(checklist.items))}.`),
      input(
        inputs.minutes,
        'How many minutes did it take?',
        textInput({ max: 20, ...(takesMinutes === null ? {} : { example: `The plan says about ${takesMinutes}` }) }),
        { optional: true },
      ),
      context(mrkdwn`After signing off, its items can no longer be changed.`),
    ],
  })
}
