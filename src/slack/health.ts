import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Opened } from '../store/database/database.ts'
import { countBehind } from '../store/messages.ts'
import type { Scope } from '../store/scope.ts'
import type { Delivery } from './delivery/delivery.ts'

type Parts = { readonly scope: Scope; readonly opened: Opened; readonly delivery: Delivery }

type Answer = { readonly status: number; readonly body: string }

/** Routes for supervisors: alive, ready to serve, and figures in Prometheus' text format. */
export function healthRoutes(parts: () => Parts | undefined) {
  const route = (path: string, answer: (parts: Parts) => Promise<Answer>) => ({
    path,
    method: 'GET',
    handler: (_: IncomingMessage, response: ServerResponse) => {
      const known = parts()
      const answered = known ? answer(known) : Promise.resolve({ status: 503, body: 'starting\n' })
      answered
        .catch(
          (error: unknown): Answer => ({ status: 503, body: `${error instanceof Error ? error.message : error}\n` }),
        )
        .then(({ status, body }) => {
          response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
          response.end(body)
        })
    },
  })
  return [
    route('/healthz', async () => ({ status: 200, body: 'ok\n' })),
    route('/readyz', async ({ opened, delivery }) => {
      await opened.ping()
      const halted = delivery.halted()
      return halted ? { status: 503, body: `Slack refuses the token: ${halted}\n` } : { status: 200, body: 'ok\n' }
    }),
    route('/metrics', async ({ scope, delivery }) => {
      const { stale, parked } = await countBehind(scope)
      const counters = Object.entries(delivery.counters).map(
        ([name, value]) => `rounds_messages_${name}_total ${value}`,
      )
      const gauges = [`rounds_messages_stale ${stale}`, `rounds_messages_parked_now ${parked}`]
      return { status: 200, body: `${[...counters, ...gauges].join('\n')}\n` }
    }),
  ]
}
