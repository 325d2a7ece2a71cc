import { createHmac } from 'node:crypto'
import { realSeconds } from '../clocks.ts'
import { isRecord, parseJson, record, string } from '../json.ts'
import type { Json } from '../protocol.ts'
import type { Rulebook } from '../rules/rulebook.ts'
import type { Ack, Attempt, Transport } from './delivery.ts'

/** Signed requests to the app's request URL, as Slack sends them. */
export function createHttpTransport(url: string, signingSecret: string, rules: Rulebook): Transport {
  return {
    connected: () => true,
    send: async (attempt, timeoutMs) => {
      try {
        const redirect = rules.holds('a redirect is no acknowledgement') ? 'manual' : 'follow'
        return await answerOf(await request({ url, signingSecret, redirect, timeoutMs }, attempt))
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
  const to: Endpoint = { url, signingSecret, redirect: 'manual', timeoutMs }
  const response = await post(to, body, 'application/json')
  const answer = await response.text()
  const echoed = answer === challenge || record(parseJson(answer)).challenge === challenge
  if (!response.ok || !echoed)
    throw new Error(`${url} did not answer the url_verification challenge (HTTP ${response.status}).`)
}

type Endpoint = {
  readonly url: string
  readonly signingSecret: string
  readonly redirect: 'manual' | 'follow'
  readonly timeoutMs: number
}

function request(to: Endpoint, attempt: Attempt): Promise<Response> {
  if (attempt.type === 'events_api') {
    const retry = { 'x-slack-retry-num': String(attempt.number), 'x-slack-retry-reason': attempt.retryReason ?? '' }
    const headers = attempt.number > 0 ? retry : {}
    return post(to, JSON.stringify(attempt.payload), 'application/json', headers)
  }
  return post(to, formBody(attempt), 'application/x-www-form-urlencoded')
}

function formBody(attempt: Attempt): string {
  if (attempt.type === 'interactive')
    return new URLSearchParams({ payload: JSON.stringify(attempt.payload) }).toString()
  const fields = Object.entries(attempt.payload).map(([name, value]): [string, string] => [name, String(value)])
  return new URLSearchParams(fields).toString()
}

function post(
  { url, signingSecret, redirect, timeoutMs }: Endpoint,
  body: string,
  contentType: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const timestamp = String(realSeconds())
  const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')
  return fetch(url, {
    method: 'POST',
    body,
    redirect,
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
  if (response.status >= 300 && response.status < 400) return { ok: false, reason: 'too_many_redirects' }
  const final = response.headers.get('x-slack-no-retry') === '1'
  if (!response.ok) return { ok: false, reason: 'http_error', final }
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
