import type { InputBlock, ModalView } from '@slack/types'
import type { Checklist } from '../../../domain/checklist.ts'
import { nameOfItem } from '../../../domain/item.ts'
import type { Severity, SeverityRules } from '../../../domain/severity.ts'
import { forms, inputs } from '../../controls.ts'
import { bold, mrkdwn, plain } from '../../text/mrkdwn.ts'
import { context, section } from '../blocks.ts'
import { openItemChoices, severityChoices, whereFrom } from './choices.ts'
import { groupedSelect, input, personSelect, select, textInput } from './inputs.ts'
import { modal } from './modal.ts'

export type FailState = {
  readonly checklist: Checklist
  /** The item's position; null where the form itself asks which one. */
  readonly item: number | null
  readonly severities: SeverityRules
  /** The item's own severity, else the checklist's, where it is left out. */
  readonly suggested?: Severity
}

/** What was seen, how bad it is and who sees to it. */
export function failForm({ checklist, item, severities, suggested }: FailState): ModalView {
  const choices = openItemChoices(checklist)
  const form = { id: forms.fail.id, about: { checklist: checklist.id, item } }
  const chosen = item === null ? undefined : checklist.items[item]
  if (choices.length === 0 || (chosen && chosen.settlement.state !== 'open')) {
    return modal({ title: 'Something failed', form, blocks: [section(nothingOpen)] })
  }
  return modal({
    title: 'Something failed',
    submit: 'Open an issue',
    form,
    blocks: [
      context(whereFrom(checklist, item)),
      chosen ? section(bold(plain(nameOfItem(chosen)))) : input(inputs.item, 'What failed?', groupedSelect(choices)),
      noteInput(),
      input(
        inputs.severity,
        'How bad is it?',
        select(severityChoices(severities), suggested ?? (chosen ? (chosen.severity ?? checklist.severity) : null)),
        // Which item it is, and so how bad the plan says that is, is known only once it is sent.
        chosen ? {} : { optional: true, hint: 'Left empty, it is as bad as the plan says.' },
      ),
      input(inputs.owner, 'Who sees to it?', personSelect(), {
        optional: true,
        hint: 'Left empty, the plan decides who is asked.',
      }),
      context(mrkdwn`Sending this opens an issue and asks somebody at once.`),
    ],
  })
}

const nothingOpen = mrkdwn`Nothing is open here. To fail a settled item, undo it first; for anything else, declare an incident.`

function noteInput(): InputBlock {
  const element = textInput({ long: true, max: 2000, example: 'The queue has been growing since 08:50' })
  return input(inputs.note, 'What did you see?', element, { optional: true })
}
