import type { Platform } from '../platform.ts'
import { Refused } from '../refused.ts'
import type { Method } from './call.ts'

export function checkToken(platform: Platform, method: Method, token: string): void {
  if (method.token === 'none') return
  if (token === '') throw new Refused('not_authed')
  const { bot, app } = platform.tokens
  if (token !== bot && token !== app) throw new Refused('invalid_auth')
  if (platform.board.meets('token-revoked')) throw new Refused('token_revoked')
  if (token !== (method.token === 'bot' ? bot : app)) throw new Refused('not_allowed_token_type')
}

export function checkScopes(platform: Platform, method: Method): void {
  const provided = platform.manifest.botScopes
  const granted = method.scopes.length === 0 || method.scopes.some((scope) => provided.includes(scope))
  if (!granted) throw new Refused('missing_scope', { needed: method.scopes.join(','), provided: provided.join(',') })
}
