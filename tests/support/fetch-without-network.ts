import { type DispatchFunc, type Response as Injected, type InjectOptions, inject } from 'light-my-request'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'

/** A server's own handler in place of its port: the same requests and answers, and none of the sockets between. */
export function fetchWithoutNetwork(answer: Sandbox['answer']): typeof globalThis.fetch {
  return async (url, init = {}) => {
    const asked = {
      url: String(url),
      method: init.method ?? 'GET',
      headers: Object.fromEntries(new Headers(init.headers)),
      ...(init.body && { payload: String(init.body) }),
    } as InjectOptions
    const { statusCode: status, headers, rawPayload }: Injected = await inject(answer as DispatchFunc, asked)
    return new Response(rawPayload, { status, headers: headers as Record<string, string> })
  }
}
