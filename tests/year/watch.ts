import type { ApiCall } from '../../src/sandbox/controls/traffic.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'

/** What the workspace saw over more calls than it keeps. */
export function watch({ traffic }: Pick<Sandbox, 'traffic'>) {
  const calls = new Map<string, number>()
  const refused: string[] = []
  let seen = 0
  let unseen = 0
  let mostBlocks = 0

  function look(call: ApiCall) {
    calls.set(call.method, (calls.get(call.method) ?? 0) + 1)
    const { blocks } = call.args
    const list = typeof blocks === 'string' ? (JSON.parse(blocks) as unknown) : blocks
    if (Array.isArray(list)) mostBlocks = Math.max(mostBlocks, list.length)
    if (call.response?.ok !== true) refused.push(`${call.method} ${JSON.stringify(call.response)}`)
  }

  return {
    /** To be called more often than the workspace forgets. */
    looks() {
      const kept = [...traffic.calls, ...traffic.deliveries].map(({ id }) => id)
      if (seen > 0 && kept.length > 0 && Math.min(...kept) > seen + 1) unseen += 1
      for (const call of traffic.calls) if (call.id > seen) look(call)
      seen = Math.max(seen, ...kept)
    },
    calls,
    refused,
    /** How often something was forgotten before it was looked at. */
    unseen: () => unseen,
    mostBlocks: () => mostBlocks,
  }
}
