import type { Rulebook } from '../rules/rulebook.ts'

export type ResponseUrl = {
  readonly channel: string
  readonly member: string
  /** The message whose element was used; null for a slash command or a modal. */
  readonly source: string | null
  readonly issuedAtMs: number
  uses: number
}

export type ResponseUrls = {
  issue(channel: string, member: string, source: string | null): string
  /** Counts one use, or refuses as Slack does. */
  use(id: string): ResponseUrl
}

export const responseUrlUsesMax = 5

type Around = {
  readonly rules: Rulebook
  readonly monotonicMs: () => number
  readonly lifetimeMs: number
  readonly origin: () => string
}

export function createResponseUrls({ rules, monotonicMs, lifetimeMs, origin }: Around): ResponseUrls {
  const issued = new Map<string, ResponseUrl>()
  return {
    issue: (channel, member, source) => {
      const id = crypto.randomUUID()
      issued.set(id, { channel, member, source, issuedAtMs: monotonicMs(), uses: 0 })
      return `${origin()}/response/${id}`
    },
    use: (id) => {
      const url = rules.found('a response_url was issued', issued.get(id))
      rules.refuse('a response_url lasts thirty minutes', monotonicMs() - url.issuedAtMs > lifetimeMs)
      rules.refuse('a response_url is used five times', url.uses >= responseUrlUsesMax)
      url.uses += 1
      return url
    },
  }
}
