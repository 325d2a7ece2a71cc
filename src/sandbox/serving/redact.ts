import type { Platform } from '../platform.ts'

const hidden = '(not shown)'

/** A copy without secrets: tokens of any kind, also those inside texts, and the tickets of socket URLs. */
export function withoutTokens<T>({ tokens }: Platform, value: T): T {
  const own = [tokens.bot, tokens.app, tokens.signingSecret]
  const clean = (text: string) =>
    own
      .reduce((rest, secret) => rest.replaceAll(secret, hidden), text)
      .replaceAll(/\bx(?:ox[a-z]|app)-[\w-]+/g, hidden)
      .replaceAll(/\bticket=[\w-]+/g, `ticket=${hidden}`)
  const replacer = (key: string, one: unknown) =>
    typeof one !== 'string' ? one : key === 'token' ? hidden : clean(one)
  return JSON.parse(JSON.stringify(value, replacer)) as T
}
