import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ApiCall } from '../controls/traffic.ts'
import { readBody } from '../http-exchange.ts'
import { string } from '../json.ts'
import type { Platform } from '../platform.ts'
import { Refused } from '../refused.ts'
import { type Methods, optional } from './call.ts'
import { type Answer, argumentsIn, dispatch, refusal } from './dispatch.ts'
import { fail, send, stoppedAfter, stoppedBefore } from './met-faults.ts'
import { respond } from './response-url.ts'

/** Answers one HTTP request to `/api/<method>`, faults included. */
export function serveApi(
  platform: Platform,
  methods: Methods,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const method = url.pathname.replace(/^\/api\//, '')
  return platform.inFlight.track(
    serve(platform, method, request, response, async (body) => {
      const { args, isForm } = argumentsIn(body, request.headers['content-type'] ?? '', url.searchParams)
      const token = bearer(request) || (optional(args, 'token') ?? '')
      const { token: _, ...visible } = args
      return { args: visible, run: () => dispatch(platform, methods, { method, args, token, isForm }) }
    }),
  )
}

/** Answers a post to a response_url; traffic and faults know it as the method `response_url`. */
export function serveResponseUrl(
  platform: Platform,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const id = url.pathname.replace(/^\/response\//, '')
  return platform.inFlight.track(
    serve(platform, 'response_url', request, response, async (body) => {
      const { args } = argumentsIn(body, request.headers['content-type'] ?? '', new URLSearchParams())
      return { args, run: async () => answerResponseUrl(platform, id, args) }
    }),
  )
}

function answerResponseUrl(platform: Platform, id: string, args: ApiCall['args']): Answer {
  try {
    respond(platform, id, args)
    return { status: 200, body: { ok: true }, headers: {} }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    if (error.retryAfterSeconds !== undefined) return refusal(error)
    const gone = ['expired_url', 'used_url', 'not_found'].includes(error.code)
    return { ...refusal(platform.rules.worded(error)), status: gone ? 404 : 400 }
  }
}

type Prepared = { readonly args: ApiCall['args']; readonly run: () => Promise<Answer> }

async function serve(
  platform: Platform,
  method: string,
  request: IncomingMessage,
  response: ServerResponse,
  prepare: (body: string) => Promise<Prepared>,
): Promise<void> {
  const body = await readBody(request)
  const prepared = await prepare(body).catch((error: unknown) => {
    if (error instanceof Refused) return error
    throw error
  })
  const call = platform.traffic.startCall(method, prepared instanceof Refused ? {} : prepared.args)
  try {
    if (platform.board.meets('outage')) return void fail(call, response, 503)
    if (prepared instanceof Refused) return send(call, response, refusal(platform.rules.worded(prepared)))
    await run(platform, call, prepared, response)
  } catch (error) {
    call.status = 500
    throw error
  } finally {
    platform.traffic.finish(call)
  }
}

async function run(platform: Platform, call: ApiCall, prepared: Prepared, response: ServerResponse): Promise<void> {
  const faults = platform.board.take(call.method)
  call.faults = faults.map(({ kind }) => kind)
  if (await stoppedBefore(faults, call, response)) return
  const answer = await prepared.run()
  if (answer.status === 429) platform.board.meets('rate-limits')
  call.response = answer.body
  if (await stoppedAfter(faults, call, response)) return
  send(call, response, answer)
}

const bearer = (request: IncomingMessage): string => string(request.headers.authorization).replace(/^Bearer\s+/i, '')
