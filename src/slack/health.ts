import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Opened } from '../store/database/database.ts'
import { countBehind } from '../store/messages.ts'
import type { Scope } from '../store/scope.ts'
import type { Delivery } from './delivery/delivery.ts'

type Parts = { readonly scope: Scope; readonly opened: Opened; readonly delivery: Delivery }

type Answer = { readonly status: number; readonly body: string }

/** Routes for supervisors: alive, ready to serve, and figures in Prometheus' text format. */
export function healthRoutes({ scope, opened, delivery }: Parts) {
  const route = (path: string, answer: () => Promise<Answer>) => ({
    path,
    method: 'GET',
    handler: (_: IncomingMessage, response: ServerResponse) => {
      answer()
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
    route('/readyz', async () => {
      await opened.ping()
      const halted = delivery.halted()
      return halted ? { status: 503, body: `Slack refuses the token: ${halted}\n` } : { status: 200, body: 'ok\n' }
    }),
    route('/metrics', async () => {
      const { stale, parked } = await countBehind(scope)
      const counters = Object.entries(delivery.counters).map(
        ([name, value]) => `rounds_messages_${name}_total ${value}`,
      )
      const gauges = [`rounds_messages_stale ${stale}`, `rounds_messages_parked_now ${parked}`]
      return { status: 200, body: `${[...counters, ...gauges].join('\n')}\n` }
    }),
  ]
}
