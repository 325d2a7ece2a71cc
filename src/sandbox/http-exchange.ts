import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'

const bodyBytesMax = 4_000_000

class BodyTooLarge extends Error {}

export async function readBody(request: IncomingMessage): Promise<string> {
  const body = await readBytes(request, bodyBytesMax)
  if (body === undefined) throw new BodyTooLarge('Send up to 4 MB at once.')
  return body.toString('utf8')
}

/** What the sender hears where a request could not be served; an answer that has begun can only be cut off. */
export function sendFailure(response: ServerResponse, error: unknown): void {
  if (response.headersSent) response.destroy()
  else if (error instanceof BodyTooLarge) sendText(response, 413, error.message)
  else sendText(response, 500, 'internal_error')
}

/** Undefined where there are more than `max`; the rest is read all the same, so that the sender hears the answer. */
export async function readBytes(request: IncomingMessage, max: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    size += part.length
    if (size <= max) parts.push(part)
  }
  return size <= max ? Buffer.concat(parts) : undefined
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  response.end(JSON.stringify(body))
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
  response.end(`${text}\n`)
}

/** Resolves once a slow reader has taken what was written, or has gone. */
export function drained(response: ServerResponse): Promise<void> {
  if (!response.writableNeedDrain || response.destroyed) return Promise.resolve()
  return new Promise((resolve) => {
    const go = () => {
      response.off('drain', go).off('close', go)
      resolve()
    }
    response.on('drain', go).on('close', go)
  })
}

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Other sites open in the same browser must not reach the sandbox by name, from their pages, or by framing its own. */
export function comesFromHere({ headers }: IncomingMessage): boolean {
  const { host = '', origin } = headers
  const own = `http://${host}`
  const isLoopback = URL.canParse(own) && loopback.has(new URL(own).hostname)
  return isLoopback && (origin === undefined || origin === new URL(own).origin) && isOwnOrLink(headers)
}

/** What browsers say of a request's cause; a link may come from anywhere, and is opened as a document of its own. */
function isOwnOrLink({ 'sec-fetch-site': site = 'none', 'sec-fetch-dest': target }: IncomingHttpHeaders): boolean {
  return site === 'same-origin' || site === 'none' || target === 'document'
}

/** Whatever was asked for, `//` too, is a path here. */
export const urlOf = ({ url = '/' }: IncomingMessage): URL => new URL(`http://sandbox/${url.replace(/^\/+/, '')}`)
