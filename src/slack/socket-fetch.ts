/**
 * For the client that asks for socket URLs: where its request meets an HTTP error or no connection, it gives up for
 * good, and the process ends with it. An answer that only says so lets it wait and ask again.
 */
export function untilSlackIsBack(fetch: typeof globalThis.fetch = globalThis.fetch): typeof globalThis.fetch {
  return async (url, init) => {
    try {
      const answer = await fetch(url, init)
      return answer.ok || answer.status === 429 ? answer : unreachable()
    } catch {
      return unreachable()
    }
  }
}

const unreachable = (): Response => Response.json({ ok: false, error: 'slack_unreachable' })
