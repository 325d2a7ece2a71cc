import type { Platform } from '../platform.ts'
import type { Method } from './call.ts'

export function checkToken(platform: Platform, method: Method, token: string): void {
  if (method.token === 'none') return
  const { rules } = platform
  rules.refuse('a call carries a token', token === '')
  const { bot, app } = platform.tokens
  rules.refuse('a token belongs to the app', token !== bot && token !== app)
  rules.refuse('a revoked token is refused', platform.board.meets('token-revoked'))
  rules.refuse('a method takes its own type of token', token === (method.token === 'bot' ? app : bot))
}

export function checkScopes(platform: Platform, method: Method): void {
  const provided = platform.manifest.botScopes
  const granted = method.scopes.length === 0 || method.scopes.some((scope) => provided.includes(scope))
  const details = { needed: method.scopes.join(','), provided: provided.join(',') }
  platform.rules.refuse('a method needs its scope', !granted, details)
}
