import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBytes, sendText } from '../http-exchange.ts'
import { storeFile, tooLarge } from '../interaction/uploads.ts'
import type { Platform } from '../platform.ts'
import { fileBytesMax, type UploadResult } from '../protocol.ts'
import { sendSignIn, servePrivateFile, signInPath } from './private-files.ts'
import { sendFile } from './send-file.ts'

export async function receiveFile(
  platform: Platform,
  member: string,
  name: string,
  request: IncomingMessage,
): Promise<UploadResult> {
  const bytes = await readBytes(request, fileBytesMax)
  if (bytes === undefined) return { ok: false, error: tooLarge(name) }
  return storeFile(platform, member, name, bytes)
}

/** For the page, where one acts as any member anyway. */
export function sendStoredFile(platform: Platform, response: ServerResponse, id: string): void {
  const file = platform.workspace.files.get(id)
  if (file === undefined || file.deleted) sendText(response, 404, 'This file is no longer here.')
  else sendFile(response, file)
}

const uploadPath = /^\/upload\/v1\/([\w-]+)$/
const privateFile = /^\/files-pri\/T\w+-(F\w+)\//

/** For the app: what `url_private` names, and where the bytes of its own uploads go. */
export async function serveAppFiles(
  platform: Platform,
  request: IncomingMessage,
  response: ServerResponse,
  { pathname }: URL,
): Promise<boolean> {
  const ticket = uploadPath.exec(pathname)?.[1]
  const id = privateFile.exec(pathname)?.[1]
  if (ticket === undefined && id === undefined && pathname !== signInPath) return false
  if (id !== undefined) await platform.inFlight.track(servePrivateFile(platform, request, response, id))
  else if (platform.board.meets('outage')) sendText(response, 503, 'Something went wrong')
  else if (ticket === undefined) sendSignIn(response)
  else await platform.inFlight.track(takeUpload(platform, request, response, ticket))
  return true
}

async function takeUpload(
  { uploads }: Platform,
  request: IncomingMessage,
  response: ServerResponse,
  ticket: string,
): Promise<void> {
  const upload = uploads.byTicket.get(ticket)
  const body = await readBytes(request, fileBytesMax + formBytesMax)
  const bytes = body && (await contentOf(body, request.headers['content-type'] ?? ''))
  if (request.method !== 'POST' || upload === undefined)
    return sendText(response, 404, 'This upload URL was not issued, or has been used.')
  if (bytes?.length !== upload.length)
    return sendText(response, 400, `${upload.length} bytes were announced, and ${bytes?.length ?? 'more'} came.`)
  uploads.byTicket.delete(ticket)
  upload.bytes = bytes
  sendText(response, 200, `OK - ${bytes.length}`)
}

/** What a form adds around the bytes. */
const formBytesMax = 10_000

/** Bytes as they are, or the one file in a form. */
async function contentOf(body: Buffer, type: string): Promise<Uint8Array | undefined> {
  if (!type.startsWith('multipart/form-data')) return body
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined)
  const blob = [...(form?.values() ?? [])].find((one) => typeof one !== 'string')
  return blob && new Uint8Array(await blob.arrayBuffer())
}
