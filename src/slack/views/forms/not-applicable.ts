import type { ModalView } from '@slack/types'
import type { Checklist } from '../../../domain/checklist.ts'
import { forms, inputs } from '../../controls.ts'
import { mrkdwn } from '../../text/mrkdwn.ts'
import { context, section } from '../blocks.ts'
import { openItemChoices, whereFrom } from './choices.ts'
import { groupedSelect, input, textInput } from './inputs.ts'
import { modal } from './modal.ts'

export type NotApplicableState = {
  readonly checklist: Checklist
  /** The position that the form starts with; its select may name another one. */
  readonly item: number
}

export function notApplicableForm({ checklist, item }: NotApplicableState): ModalView {
  const choices = openItemChoices(checklist)
  const form = { id: forms.notApplicable.id, about: { checklist: checklist.id, item } }
  if (choices.length === 0) {
    return modal({ title: 'Not applicable', form, blocks: [section(mrkdwn`Nothing is open here.`)] })
  }
  return modal({
    title: 'Not applicable',
    submit: 'Save',
    form,
    blocks: [
      context(whereFrom(checklist)),
      input(inputs.item, 'Which item does not apply this time?', groupedSelect(choices, String(item))),
      input(inputs.note, 'Why?', textInput({ max: 500, example: 'The shop is closed today' }), { optional: true }),
      context(mrkdwn`It counts as settled and opens no issue. You can undo it.`),
    ],
  })
}
