import type { ModalView } from '@slack/types'
import { severities as all, type Severity, type SeverityRules } from '../../../domain/severity.ts'
import { forms, inputs } from '../../controls.ts'
import { context } from '../blocks.ts'
import { severityChoices, severityGuide } from './choices.ts'
import { input, select, textInput } from './inputs.ts'
import { modal } from './modal.ts'

export type DeclareState = {
  readonly severities: SeverityRules
  readonly suggested?: Severity
  /** Where it was declared, which decides the plan. */
  readonly channel?: string | null
  /** What the person had already written. */
  readonly text?: string
}

/** Two questions: at 03:10 nobody wants a third. */
export function declareForm({ severities, suggested = 'P0', channel = null, text = '' }: DeclareState): ModalView {
  return modal({
    title: 'Declare an incident',
    submit: 'Declare',
    form: { id: forms.declare.id, about: { channel } },
    blocks: [
      input(inputs.title, 'What is happening?', textInput({ max: 200, initial: text, example: 'Payments are down' })),
      input(inputs.severity, 'How bad is it?', select(severityChoices(severities), suggested)),
      input(inputs.text, 'What do you know so far?', textInput({ long: true, max: 2000 }), { optional: true }),
      ...all.map((severity) => context(severityGuide(severities, severity))),
    ],
  })
}
