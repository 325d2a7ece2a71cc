import type { App } from '@slack/bolt'
import type { Refusal } from '../../domain/refusal.ts'
import { announceDocument, type Received, receiveDocument, showDocument } from '../../operations/receive-document.ts'
import { askPlanAdmins, type DocumentRequest, discardDocument } from '../../operations/settle-document.ts'
import { controls, forms, inputs } from '../controls.ts'
import { fetchQuietly, findFile } from '../fetch-document.ts'
import { aboutOf, answersOf, type SlackFile } from '../form.ts'
import { act, type Click, type FormOutcome, type Submission, submit } from '../interaction.ts'
import { type Opening, openForm, openingOf } from '../open-form.ts'
import { tooLong, withPatience } from '../patience.ts'
import { id, onControl, onForm } from '../routes.ts'
import { actorOf, type Slack } from '../slack.ts'
import { plain } from '../text/mrkdwn.ts'
import { importForm, sentForm } from '../views/forms/import-document.ts'
import { plainRefusal } from '../views/refusals.ts'
import { handleApplying } from './apply-document.ts'
import { sendFiles } from './document-files.ts'
import { handleDropped } from './dropped-documents.ts'

/** A maintenance document on its way to a plan: the form for it, files that are dropped, and the buttons of its preview. */
export function handleDocuments(app: App, slack: Slack): void {
  const { deps } = slack
  handleDropped(app, slack)
  handleApplying(app, slack)

  onControl(app, slack, { control: controls.importDocument, value: id }, (click) =>
    openImportForm(slack, openingOf(click), null),
  )

  onControl(app, slack, { control: controls.discardDocument, value: id }, (click, document) =>
    act(slack, click, () => discardDocument(deps, requestOf(slack, click, document))),
  )

  onControl(app, slack, { control: controls.askPlanAdmins, value: id }, (click, document) =>
    act(slack, click, async () => {
      const asked = await askPlanAdmins(deps, requestOf(slack, click, document))
      return asked && 'kind' in asked ? asked : undefined
    }),
  )

  onControl(app, slack, { control: controls.documentFiles, value: id }, (click, document) =>
    sendFiles(slack, click, document),
  )

  onForm(app, forms.importDocument, (submission) => {
    const { channel } = aboutOf(forms.importDocument, submission.view)
    const answers = answersOf(submission.view)
    return submit(slack, submission, (_, receipt) =>
      read(slack, submission, {
        ...{ channel, receipt },
        file: answers.files(inputs.file)[0] ?? null,
        text: answers.text(inputs.text),
        takesFiles: answers.inputs.includes(inputs.file),
      }),
    )
  })
}

/** Without the scope to read files Slack refuses a form that asks for one: then the text can still be pasted. */
export function openImportForm(slack: Slack, opening: Opening, channel: string | null): Promise<void> {
  return openForm(
    slack,
    opening,
    async () => importForm({ channel, takesFiles: true }),
    () => importForm({ channel, takesFiles: false }),
  )
}

function requestOf(slack: Slack, { body }: Click, document: string): DocumentRequest {
  return { document, by: actorOf(slack, body), admins: [...slack.admins], receipt: body.trigger_id }
}

type Sent = {
  readonly channel: string | null
  readonly receipt: string
  readonly file: SlackFile | null
  readonly text: string
  readonly takesFiles: boolean
}

/** What cannot be read leaves the form open, with what was chosen and typed in it. */
async function read(slack: Slack, { body }: Submission, sent: Sent): Promise<FormOutcome> {
  const { file, text, takesFiles } = sent
  const at = file ? inputs.file : inputs.text
  if (file && text !== '') return { errors: { [inputs.text]: 'There is a file too. Please leave one of the two out.' } }
  if (!file && text === '')
    return { errors: { [takesFiles ? inputs.file : inputs.text]: 'Choose a file, or paste the text.' } }
  const by = actorOf(slack, body)
  const fileName = file?.name || 'Pasted text'
  const received: Received = {
    ...{ fileName, by, channel: sent.channel, receipt: sent.receipt },
    timezone: slack.directory.now().zones.get(by.id) ?? null,
  }
  const refusal = file
    ? await readFile(slack, file, received)
    : await receiveDocument(slack.deps, { ...received, content: text })
  if (refusal === undefined) return { show: sentForm(plain(fileName)) }
  return refusal.kind.startsWith('document-') ? { errors: { [at]: plainRefusal(refusal, slack.zone()) } } : refusal
}

/** Told in the form where Slack gives it in time; else fetched meanwhile, and told where its preview will stand. */
async function readFile(slack: Slack, file: SlackFile, received: Received): Promise<Refusal | undefined> {
  const { deps, fetchFile, patience } = slack
  const found = findFile(file)
  if ('kind' in found) return found
  const fetched = await withPatience(fetchFile(found), patience / 2)
  if (fetched !== tooLong) {
    return 'kind' in fetched ? fetched : receiveDocument(deps, { ...received, content: fetched })
  }
  const announced = await announceDocument(deps, { ...received, url: found.url })
  if (announced && 'kind' in announced) return announced
  if (announced) {
    await showDocument(deps, announced.id)
    void slack.inFlight.during(fetchQuietly(slack, announced.id))
  }
  return undefined
}
