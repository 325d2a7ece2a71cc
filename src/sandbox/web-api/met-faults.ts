import type { ServerResponse } from 'node:http'
import type { ApiFault } from '../controls/faults.ts'
import type { ApiCall } from '../controls/traffic.ts'
import { wait } from '../deferred.ts'
import { sendJson, sendText } from '../http-exchange.ts'
import { Refused } from '../refused.ts'
import { type Answer, refusal } from './dispatch.ts'

/** Faults that keep the call from being done; true where one has answered. */
export async function stoppedBefore(
  faults: readonly ApiFault[],
  call: ApiCall,
  response: ServerResponse,
): Promise<boolean> {
  for (const fault of faults) {
    if (fault.kind === 'hold-before') await fault.pass()
    if (fault.kind === 'drop-before') return drop(response)
    if (fault.kind === 'fail-before') return fail(call, response, fault.status)
    if (fault.kind === 'refuse') return refuse(call, response, new Refused(fault.error))
    if (fault.kind === 'rate-limit')
      return refuse(call, response, new Refused('ratelimited', {}, { retryAfterSeconds: fault.retryAfterSeconds }))
  }
  return false
}

/** Faults between the deed and the answer; true where one has answered. */
export async function stoppedAfter(
  faults: readonly ApiFault[],
  call: ApiCall,
  response: ServerResponse,
): Promise<boolean> {
  for (const fault of faults) {
    if (fault.kind === 'hold-after') await fault.pass()
    if (fault.kind === 'slow') await wait(fault.ms)
    if (fault.kind === 'drop-after') return drop(response)
    if (fault.kind === 'fail-after') return fail(call, response, fault.status)
  }
  return false
}

function drop(response: ServerResponse): true {
  response.socket?.destroy()
  return true
}

export function fail(call: ApiCall, response: ServerResponse, status: number): true {
  call.status = status
  sendText(response, status, 'Something went wrong')
  return true
}

function refuse(call: ApiCall, response: ServerResponse, error: Refused): true {
  send(call, response, refusal(error))
  return true
}

export function send(call: ApiCall, response: ServerResponse, { status, body, headers }: Answer): void {
  call.status = status
  call.response = body
  call.headers = headers
  sendJson(response, status, body, headers)
}
