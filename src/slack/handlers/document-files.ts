import { planFilesOf } from '../../operations/plan-files.ts'
import { scopeOf } from '../../operations/transact.ts'
import { findDocument } from '../../store/documents.ts'
import { type Click, whisperTo } from '../interaction.ts'
import type { Slack } from '../slack.ts'
import { refusalSentence } from '../views/refusals.ts'
import { filesNeedScope, filesNotSent } from '../views/whispers.ts'

/** Puts the plan as a file, and what was not placed, into the thread of the message that was clicked. */
export function sendFiles(slack: Slack, click: Click, document: string): Promise<void> {
  return slack.inFlight.during(send(slack, click, document))
}

async function send(slack: Slack, click: Click, id: string): Promise<void> {
  const { body, client } = click
  await click.ack()
  try {
    const scope = scopeOf(slack.deps)
    const document = await findDocument(scope, id)
    const files = document ? await planFilesOf(scope, document) : []
    if (files.length === 0) {
      await whisperTo(click, refusalSentence({ kind: 'document-unknown' }, slack.zone()))
      return
    }
    const place = { channel_id: body.channel?.id ?? body.user.id, thread_ts: body.message?.ts ?? '' }
    const file_uploads = files.map(({ name, content }) => ({ filename: name, title: name, content }))
    await client.filesUploadV2({ ...place, file_uploads })
  } catch (error) {
    slack.log.error({ error, document: id }, 'A plan could not be sent as a file.')
    const isScope = (error as { data?: { error?: string } }).data?.error === 'missing_scope'
    await whisperTo(click, isScope ? filesNeedScope : filesNotSent).catch(() => undefined)
  }
}
