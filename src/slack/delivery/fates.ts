import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api'

/** What an unsuccessful call means for the message it was about. */
export type Fate =
  /** Slack may have done it or may still do it. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'rate-limited'; readonly seconds: number }
  /** The message, or the thread it belongs to, is no longer there. */
  | { readonly kind: 'gone' }
  /** It is there and can't be changed. */
  | { readonly kind: 'fixed' }
  /** The channel or person can't be reached by us. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** The content was refused; `pointers` say where. */
  | { readonly kind: 'refused'; readonly reason: string; readonly pointers: readonly string[] }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'revoked'; readonly reason: string }
  /** Nothing was done, and the same call may succeed later. */
  | { readonly kind: 'failed'; readonly reason: string }

export function fateOf(error: unknown): Fate {
  if (error instanceof WebAPIRateLimitedError) return { kind: 'rate-limited', seconds: error.retryAfter }
  if (error instanceof WebAPIPlatformError) return fateOfAnswer(error.data)
  if (error instanceof WebAPIHTTPError) return fateOfStatus(error.statusCode)
  if (error instanceof WebAPIRequestError) return neverSent(error) ? failed(error.message) : unknown
  const message = error instanceof Error ? error.message : String(error)
  // The client has no class for a 429 without Retry-After.
  return /retry-after/iu.test(message) ? { kind: 'rate-limited', seconds: secondsWithoutRetryAfter } : failed(message)
}

type Answer = WebAPIPlatformError['data']

const unknown: Fate = { kind: 'unknown' }
const failed = (reason: string): Fate => ({ kind: 'failed', reason })
const secondsWithoutRetryAfter = 30

function fateOfAnswer(answer: Answer): Fate {
  const reason = answer.error
  // What is not even Slack's JSON comes as the text of the answer.
  if (!/^\w+$/.test(reason)) return unknown
  if (reason.startsWith('restricted_action')) return { kind: 'unreachable', reason }
  const decide = fatesByReason[reason]
  return decide ? decide(reason, answer) : failed(reason)
}

const fateOfStatus = (status: number): Fate => (status >= 500 ? unknown : failed(`HTTP ${status}`))

const notSentCodes = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']

function neverSent(error: WebAPIRequestError): boolean {
  const { code } = (error.original.cause ?? {}) as { readonly code?: string }
  return code !== undefined && notSentCodes.includes(code)
}

type Decide = (reason: string, answer: Answer) => Fate

const each = (reasons: readonly string[], decide: Decide) => reasons.map((reason) => [reason, decide] as const)

const fatesByReason: Readonly<Record<string, Decide>> = Object.fromEntries([
  ...each(['internal_error', 'fatal_error', 'request_timeout', 'service_unavailable'], () => unknown),
  ...each(['ratelimited', 'rate_limited', 'message_limit_exceeded'], () => ({
    kind: 'rate-limited',
    seconds: secondsWithoutRetryAfter,
  })),
  ...each(['message_not_found', 'thread_not_found', 'cannot_reply_to_message'], () => ({ kind: 'gone' })),
  ...each(['edit_window_closed', 'cant_update_message', 'streaming_state_conflict'], () => ({ kind: 'fixed' })),
  ...each(
    ['channel_not_found', 'not_in_channel', 'is_archived', 'is_inactive', 'messages_tab_disabled', 'user_not_found'],
    (reason) => ({ kind: 'unreachable', reason }),
  ),
  ...each(['user_disabled', 'cannot_dm_bot', 'user_not_visible', 'not_enabled'], (reason) => ({
    kind: 'unreachable',
    reason,
  })),
  ...each(
    ['invalid_blocks', 'invalid_blocks_format', 'invalid_arguments', 'msg_blocks_too_long', 'msg_too_long', 'no_text'],
    (reason, answer) => ({ kind: 'refused', reason, pointers: answer.response_metadata?.messages ?? [] }),
  ),
  ...each(['missing_scope', 'no_permission'], (reason) => ({ kind: 'unreadable', reason })),
  ...each(
    ['token_revoked', 'token_expired', 'invalid_auth', 'not_authed', 'account_inactive', 'app_uninstalled'],
    (reason) => ({ kind: 'revoked', reason }),
  ),
])
