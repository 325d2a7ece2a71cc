import type { App } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import { hearOnce } from '../../operations/hear-once.ts'
import { announceDocument, type Received, refuseDocument } from '../../operations/receive-document.ts'
import { fetchQuietly, findFile } from '../fetch-document.ts'
import { type SlackFile, slackFile } from '../form.ts'
import { actorOf, type Slack } from '../slack.ts'
import { howToImport, notReceived } from '../views/whispers.ts'

/** What people write to Rounds in their direct message with it; edits, deletions and its own messages are none of it. */
const written = z.object({
  channel_type: z.literal('im'),
  subtype: z.literal('file_share').optional(),
  bot_id: z.undefined().optional(),
  channel: z.string(),
  user: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  files: z.array(slackFile).default([]),
})

type Written = z.infer<typeof written>

/** A file that is dropped on Rounds is read as a document; whoever writes words instead is told so. */
export function handleDropped(app: App, slack: Slack): void {
  app.event('message', async ({ event, body, client }) => {
    const heard = written.safeParse(event)
    if (!heard.success) return
    const { user, channel } = heard.data
    const sender = { user: { id: user }, team: { id: body.team_id } }
    await slack.inFlight.during(
      take(slack, client, heard.data, sender).catch(async (error: unknown) => {
        slack.log.error({ error }, 'A message to Rounds could not be taken.')
        // Slack has been told that it arrived, and does not send it again.
        await client.chat.postMessage({ channel, text: notReceived }).catch(() => undefined)
      }),
    )
  })
}

type Sender = Parameters<typeof actorOf>[1]

async function take(slack: Slack, client: WebClient, heard: Written, sender: Sender): Promise<void> {
  const { channel, ts, files, thread_ts: thread } = heard
  for (const file of files) await takeFile(slack, file, { ...heard, sender })
  if (files.length > 0 || thread !== undefined) return
  if (await hearOnce(slack.deps, `${channel}/${ts}`))
    await client.chat.postMessage({ channel, text: howToImport(slack.commands) })
}

type From = Pick<Written, 'channel' | 'ts' | 'user'> & { readonly sender: Sender }

async function takeFile(slack: Slack, file: SlackFile, { channel, ts, user, sender }: From): Promise<void> {
  const { deps } = slack
  const found = findFile(file)
  const received: Received = {
    fileName: file.name || 'This file',
    by: actorOf(slack, sender),
    channel: null,
    timezone: await zoneOf(slack, user),
    receipt: `${channel}/${ts}/${file.id}`,
  }
  if ('kind' in found) {
    await refuseDocument(deps, { ...received, fault: found })
    return
  }
  const announced = await announceDocument(deps, { ...received, url: found.url })
  if (announced && 'id' in announced) await fetchQuietly(slack, announced.id)
}

/** A document need not wait for Slack to say where somebody lives who has only just come. */
async function zoneOf({ directory }: Slack, person: string): Promise<string | null> {
  const known = await directory.knowing([person]).catch(() => directory.now())
  return known.zones.get(person) ?? null
}
