import { createHmac } from 'node:crypto'
import { realSeconds } from '../clocks.ts'
import { isRecord, parseJson, record, string } from '../json.ts'
import type { Json } from '../protocol.ts'
import type { Ack, Attempt, Transport } from './delivery.ts'

/** Signed requests to the app's request URL, as Slack sends them. */
export function createHttpTransport(url: string, signingSecret: string, reachable: () => boolean): Transport {
  return {
    connected: reachable,
    send: async (attempt, timeoutMs) => {
      try {
        return await answerOf(await request(url, signingSecret, attempt, timeoutMs))
      } catch (error) {
        return { ok: false, reason: isTimeout(error) ? 'timeout' : 'connection_failed' }
      }
    },
  }
}

/** Slack's check of a new request URL: the app must echo the challenge. */
export async function verifyUrl(url: string, signingSecret: string, timeoutMs: number): Promise<void> {
  const challenge = crypto.randomUUID()
  const body = JSON.stringify({ type: 'url_verification', token: 'sandbox', challenge })
  const response = await post(url, signingSecret, body, 'application/json', {}, timeoutMs)
  const answer = await response.text()
  const echoed = answer === challenge || record(parseJson(answer)).challenge === challenge
  if (!response.ok || !echoed)
    throw new Error(`${url} did not answer the url_verification challenge (HTTP ${response.status}).`)
}

function request(url: string, secret: string, attempt: Attempt, timeoutMs: number): Promise<Response> {
  if (attempt.type === 'events_api') {
    const retry = { 'x-slack-retry-num': String(attempt.number), 'x-slack-retry-reason': attempt.retryReason ?? '' }
    const headers = attempt.number > 0 ? retry : {}
    return post(url, secret, JSON.stringify(attempt.payload), 'application/json', headers, timeoutMs)
  }
  return post(url, secret, formBody(attempt), 'application/x-www-form-urlencoded', {}, timeoutMs)
}

function formBody(attempt: Attempt): string {
  if (attempt.type === 'interactive')
    return new URLSearchParams({ payload: JSON.stringify(attempt.payload) }).toString()
  const fields = Object.entries(attempt.payload).map(([name, value]): [string, string] => [name, String(value)])
  return new URLSearchParams(fields).toString()
}

function post(
  url: string,
  secret: string,
  body: string,
  contentType: string,
  headers: Readonly<Record<string, string>>,
  timeoutMs: number,
): Promise<Response> {
  const timestamp = String(realSeconds())
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')
  return fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': contentType,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
      ...headers,
    },
    signal: AbortSignal.timeout(timeoutMs),
  })
}

async function answerOf(response: Response): Promise<Ack> {
  const body = await response.text()
  if (!response.ok) return { ok: false, reason: 'http_error' }
  return { ok: true, payload: payloadIn(body) }
}

/** A slash command may be answered by plain text as well as by JSON. */
function payloadIn(body: string): Json {
  const parsed = parseJson(body)
  if (isRecord(parsed)) return parsed
  const text = string(parsed) || body
  return text === '' ? {} : { text }
}

const isTimeout = (error: unknown): boolean => error instanceof Error && error.name === 'TimeoutError'
