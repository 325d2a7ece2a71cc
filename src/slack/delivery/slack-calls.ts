import type { KnownBlock } from '@slack/types'
import { type WebAPICallResult, WebClient } from '@slack/web-api'
import { silent } from '../silent.ts'
import { CallFailed } from './call-failed.ts'
import { fateOf } from './fates.ts'

export type Content = { readonly text: string; readonly blocks: readonly KnownBlock[] }
export type Place = { readonly channel: string; readonly threadTs?: string }
export type Found = { readonly ts: string; readonly messageId: string | undefined }

/** What delivery asks of Slack; each rejects with `CallFailed`. */
export type SlackCalls = {
  /** `messageId` travels as metadata, by which the message can be found again. */
  post(message: Content & Place & { readonly messageId?: string }): Promise<{ ts: string; channel: string }>
  update(message: Content & { readonly channel: string; readonly ts: string }): Promise<void>
  delete(message: { readonly channel: string; readonly ts: string }): Promise<void>
  publish(home: { readonly user: string; readonly blocks: readonly KnownBlock[] }): Promise<void>
  /** What was posted there since, oldest first. */
  postedSince(place: Place, since: Date): Promise<readonly Found[]>
  openDirect(user: string): Promise<string>
}

export type SlackCallsOptions = {
  readonly token: string
  readonly slackApiUrl?: string
  readonly fetch?: typeof globalThis.fetch
  readonly timeoutMs?: number
}

export const callTimeoutMs = 10_000
const eventType = 'rounds_message_posted'
const pageSize = 200
const pagesMax = 20

/** A client of its own: it neither repeats a post nor makes other calls wait for a rate limit. */
export function slackCalls({ token, timeoutMs = callTimeoutMs, ...options }: SlackCallsOptions): SlackCalls {
  const client = new WebClient(token, {
    ...options,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    logger: silent,
  })
  const call = async (method: string, args: Record<string, unknown>): Promise<Answer> => {
    try {
      return (await client.apiCall(method, args)) as Answer
    } catch (error) {
      throw new CallFailed(method, fateOf(error), error)
    }
  }
  return {
    async post({ channel, threadTs, text, blocks, messageId }) {
      const metadata = messageId && { event_type: eventType, event_payload: { message_id: messageId } }
      const unfurl = { unfurl_links: false, unfurl_media: false }
      const answer = await call('chat.postMessage', {
        channel,
        text,
        blocks,
        ...unfurl,
        ...(threadTs && { thread_ts: threadTs }),
        ...(metadata && { metadata }),
      })
      return { ts: String(answer.ts), channel: String(answer.channel) }
    },
    async update({ channel, ts, text, blocks }) {
      // Left out, `parse` would be 'client' here, other than for the post.
      await call('chat.update', { channel, ts, text, blocks, parse: 'none' })
    },
    async delete({ channel, ts }) {
      await call('chat.delete', { channel, ts })
    },
    async publish({ user, blocks }) {
      await call('views.publish', { user_id: user, view: { type: 'home', blocks } })
    },
    postedSince: (place, since) => readPages(call, place, since),
    async openDirect(user) {
      const answer = await call('conversations.open', { users: user })
      return (answer.channel as { readonly id: string }).id
    },
  }
}

type Answer = WebAPICallResult & Readonly<Record<string, unknown>>
type Call = (method: string, args: Record<string, unknown>) => Promise<Answer>

async function readPages(call: Call, { channel, threadTs }: Place, since: Date): Promise<readonly Found[]> {
  const where = threadTs === undefined ? { channel } : { channel, ts: threadTs }
  const method = threadTs === undefined ? 'conversations.history' : 'conversations.replies'
  const range = { oldest: String(since.getTime() / 1000), limit: pageSize, include_all_metadata: true }
  const found: Found[] = []
  let cursor: string | undefined
  for (let page = 0; page < pagesMax; page += 1) {
    const answer = await call(method, { ...where, ...range, ...(cursor && { cursor }) })
    found.push(...(answer.messages as readonly SlackMessage[]).map(describe))
    cursor = answer.response_metadata?.next_cursor
    if (!cursor) break
  }
  return found.sort((a, b) => Number(a.ts) - Number(b.ts))
}

type SlackMessage = {
  readonly ts: string
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: { readonly message_id?: string } }
}

function describe({ ts, metadata }: SlackMessage): Found {
  const ours = metadata?.event_type === eventType
  return { ts, messageId: ours ? metadata.event_payload?.message_id : undefined }
}
