import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { comesFromHere, urlOf } from '../http-exchange.ts'
import { parseJson, record, string } from '../json.ts'
import type { Rulebook } from '../rules/rulebook.ts'
import type { Ack, Attempt, Transport } from './delivery.ts'

export type SocketMode = Transport & {
  /** A URL that works once, as from apps.connections.open. */
  newUrl(origin: string): string
  disconnect(reason: 'link' | 'warning' | 'refresh_requested'): void
  count(): number
  close(): Promise<void>
}

type Options = {
  readonly appId: string
  readonly pingMs: number
  readonly refuses: () => boolean
  readonly changed: () => void
  readonly rules: Rulebook
  /** `socket_mode_enabled` of the manifest. */
  readonly enabled: boolean
}

type Pending = { readonly socket: WebSocket; readonly settle: (ack: Ack) => void; readonly takesPayload: boolean }

export const connectionsMax = 10

export function createSocketMode(server: Server, options: Options): SocketMode {
  const sockets: WebSocket[] = []
  const tickets = new Set<string>()
  const pending = new Map<string, Pending>()
  const listener = new WebSocketServer({ noServer: true })
  let turn = 0

  server.on('upgrade', accept)
  const pings = setInterval(() => {
    for (const socket of sockets) socket.ping()
  }, options.pingMs)
  pings.unref()

  function accept(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    stream.on('error', () => stream.destroy())
    const ticket = urlOf(request).searchParams.get('ticket') ?? ''
    const isHere = comesFromHere(request)
    const welcome = isHere && tickets.has(ticket) && !options.refuses()
    if (isHere && options.rules.holds('a socket URL works once')) tickets.delete(ticket)
    if (!welcome) {
      stream.end(`HTTP/1.1 ${options.refuses() ? '503 Service Unavailable' : '403 Forbidden'}\r\n\r\n`)
      return
    }
    listener.handleUpgrade(request, stream, head, greet)
  }

  function greet(socket: WebSocket): void {
    sockets.push(socket)
    socket.on('message', (data) => acknowledge(String(data)))
    socket.on('error', () => socket.terminate())
    socket.on('close', () => forget(socket))
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: sockets.length,
        connection_info: { app_id: options.appId },
        debug_info: { host: 'sandbox', approximate_connection_time: 18_060 },
      }),
    )
    options.changed()
  }

  function acknowledge(source: string): void {
    const { envelope_id: id, payload } = record(parseJson(source))
    const waiting = pending.get(string(id))
    if (waiting === undefined) return
    pending.delete(string(id))
    waiting.settle({ ok: true, payload: waiting.takesPayload ? record(payload) : {} })
  }

  function forget(socket: WebSocket): void {
    const at = sockets.indexOf(socket)
    if (at >= 0) sockets.splice(at, 1)
    for (const [id, waiting] of pending) {
      if (waiting.socket !== socket) continue
      pending.delete(id)
      waiting.settle({ ok: false, reason: 'connection_failed' })
    }
    options.changed()
  }

  function next(): WebSocket | undefined {
    const open = sockets.filter((socket) => socket.readyState === socket.OPEN)
    turn += 1
    return open[turn % Math.max(open.length, 1)]
  }

  function send(attempt: Attempt, timeoutMs: number): Promise<Ack> {
    const socket = next()
    if (socket === undefined) return Promise.resolve({ ok: false, reason: 'connection_failed' })
    const id = crypto.randomUUID()
    const takesPayload = attempt.type !== 'events_api'
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        pending.delete(id)
        resolve({ ok: false, reason: 'timeout' })
      }, timeoutMs)
      const settle = (ack: Ack) => {
        clearTimeout(timer)
        resolve(ack)
      }
      pending.set(id, { socket, settle, takesPayload })
      socket.send(JSON.stringify(envelope(id, attempt, takesPayload)))
    })
  }

  return {
    connected: () => sockets.length > 0,
    count: () => sockets.length,
    send,
    newUrl: (origin) => {
      options.rules.refuse('Socket Mode is on', !options.enabled)
      options.rules.refuse('an app holds at most ten sockets', sockets.length >= connectionsMax)
      const ticket = crypto.randomUUID()
      tickets.add(ticket)
      return `${origin.replace('http', 'ws')}/link?ticket=${ticket}&app_id=${options.appId}`
    },
    disconnect: (reason) => {
      for (const socket of [...sockets]) cut(socket, reason)
    },
    close: async () => {
      clearInterval(pings)
      await Promise.all([...listener.clients].map(hangUp))
      await new Promise((resolve) => listener.close(resolve))
    },
  }
}

const goodbyeMs = 1000

/** Closed in both directions, so that the app's client need not wait for an answer; then cut, if it gives none. */
function hangUp(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const cutOff = setTimeout(() => socket.terminate(), goodbyeMs)
    socket.once('close', () => {
      clearTimeout(cutOff)
      resolve()
    })
    socket.close(1000)
  })
}

/** The platform announces a refresh, and the app closes; a lost link says nothing. */
function cut(socket: WebSocket, reason: 'link' | 'warning' | 'refresh_requested'): void {
  if (reason === 'link') socket.terminate()
  else socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'sandbox' } }))
}

function envelope(id: string, attempt: Attempt, takesPayload: boolean): object {
  return {
    envelope_id: id,
    type: attempt.type,
    payload: attempt.payload,
    accepts_response_payload: takesPayload,
    ...(attempt.type === 'events_api'
      ? { retry_attempt: attempt.number, retry_reason: attempt.retryReason ?? '' }
      : {}),
  }
}
