import { isRecord, parseJson } from '../json.ts'
import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import { Refused } from '../refused.ts'
import { refusedBy } from '../rules/rulebook.ts'
import { checkScopes, checkToken } from './access.ts'
import type { Methods } from './call.ts'

export type Answer = {
  readonly status: number
  readonly body: Json
  readonly headers: Readonly<Record<string, string>>
}

export type Incoming = {
  readonly method: string
  readonly args: Json
  readonly token: string
  readonly isForm: boolean
}

/** Does one Web API call, and answers what Slack would. */
export async function dispatch(platform: Platform, methods: Methods, incoming: Incoming): Promise<Answer> {
  try {
    const named = Object.hasOwn(methods, incoming.method) ? methods[incoming.method] : undefined
    const method = platform.rules.found('a method is known', named, { req_method: incoming.method })
    checkToken(platform, method, incoming.token)
    checkScopes(platform, method)
    if (platform.board.faults.rateLimits) platform.rateLimits.count(incoming.method, method.tier)
    const result = await method.run({ platform, ...incoming })
    return { status: 200, body: { ok: true, ...result }, headers: scopeHeaders(platform, method.scopes, method.token) }
  } catch (error) {
    if (error instanceof Refused) return refusal(platform.rules.worded(error))
    throw error
  }
}

export function refusal(error: Refused): Answer {
  const limited = error.retryAfterSeconds !== undefined
  return {
    status: limited ? 429 : 200,
    body: { ok: false, error: error.code, ...error.details },
    headers: limited ? { 'retry-after': String(error.retryAfterSeconds) } : {},
  }
}

function scopeHeaders(
  platform: Platform,
  accepted: readonly string[],
  token: string,
): Readonly<Record<string, string>> {
  if (token !== 'bot') return {}
  return { 'x-oauth-scopes': platform.manifest.botScopes.join(','), 'x-accepted-oauth-scopes': accepted.join(',') }
}

/** Form values arrive as text and JSON bodies as they are; only an object is a set of arguments. */
export function argumentsIn(
  body: string,
  contentType: string,
  query: URLSearchParams,
): { args: Json; isForm: boolean } {
  const fromQuery = Object.fromEntries(query)
  if (contentType.includes('application/json')) {
    const parsed = body === '' ? {} : parseJson(body)
    if (!isRecord(parsed)) throw refusedBy(parsed === undefined ? 'a JSON body is JSON' : 'a JSON body is an object')
    return { args: { ...fromQuery, ...parsed }, isForm: false }
  }
  return { args: { ...fromQuery, ...Object.fromEntries(new URLSearchParams(body)) }, isForm: true }
}
