import { monotonicMs } from '../clocks.ts'

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
  /** Counts one use, or names why it no longer works. */
  use(id: string): ResponseUrl | 'expired_url' | 'used_url' | 'not_found'
}

export const responseUrlUsesMax = 5

export function createResponseUrls(origin: () => string, lifetimeMs: number): ResponseUrls {
  const issued = new Map<string, ResponseUrl>()
  return {
    issue: (channel, member, source) => {
      const id = crypto.randomUUID()
      issued.set(id, { channel, member, source, issuedAtMs: monotonicMs(), uses: 0 })
      return `${origin()}/response/${id}`
    },
    use: (id) => {
      const url = issued.get(id)
      if (url === undefined) return 'not_found'
      if (monotonicMs() - url.issuedAtMs > lifetimeMs) return 'expired_url'
      if (url.uses >= responseUrlUsesMax) return 'used_url'
      url.uses += 1
      return url
    },
  }
}
