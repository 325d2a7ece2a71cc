import type { ModalView } from '@slack/types'
import { documentBytesMost } from '../../../domain/document.ts'
import { forms, inputs } from '../../controls.ts'
import { type Mrkdwn, mrkdwn } from '../../text/mrkdwn.ts'
import { context, section } from '../blocks.ts'
import { fileInput, input, textInput } from './inputs.ts'
import { modal } from './modal.ts'

export type ImportFormState = {
  /** Where it was asked for; null in a direct message and in Home. */
  readonly channel: string | null
  /** False where the app was installed without the scope for it. */
  readonly takesFiles: boolean
}

/** A maintenance document as a file, or pasted. */
export function importForm({ channel, takesFiles }: ImportFormState): ModalView {
  const text = textInput({ long: true, max: pastedMost, example: '# Opening round, every day at 9:00' })
  return modal({
    title: 'Import a document',
    submit: 'Read it',
    form: { id: forms.importDocument.id, about: { channel } },
    blocks: [
      section(
        mrkdwn`The document in which your team has written down what it looks after: headings that say when, and lists of what to do. You see what I make of it before anything is in force.`,
      ),
      ...(takesFiles
        ? [input(inputs.file, 'The document', fileInput(documentEndings), { optional: true, hint: fileHint })]
        : []),
      input(inputs.text, takesFiles ? 'Or its text' : 'Its text', text, {
        optional: takesFiles,
        hint: `Up to ${pastedMost} characters${takesFiles ? '; a longer one as a file' : ''}.`,
      }),
      context(takesFiles ? mrkdwn`You can also drop the file on Rounds, in your messages with it.` : noFiles),
    ],
  })
}

/** Shown when it was read: the preview stands somewhere else. */
export function sentForm(fileName: Mrkdwn): ModalView {
  return modal({
    title: 'Import a document',
    blocks: [
      section(mrkdwn`I am showing you what I make of ${fileName} in your messages with Rounds.`),
      context(mrkdwn`Nothing of it is in force before a plan admin applies it.`),
    ],
  })
}

export const documentEndings = ['md', 'markdown', 'txt'] as const

/** Slack takes no more in a text input. */
const pastedMost = 3000

const fileHint = `Markdown or plain text, up to ${documentBytesMost / 1000} kB.`

const noFiles = mrkdwn`Rounds may not read files here: whoever administers the app can add the scope files:read and install it again.`
