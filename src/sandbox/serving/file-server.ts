import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBytes, sendText } from '../http-exchange.ts'
import { storeFile, tooLarge } from '../interaction/uploads.ts'
import type { Platform } from '../platform.ts'
import { fileBytesMax, type UploadResult } from '../protocol.ts'
import { appSees, isPicture, type StoredFile } from '../workspace/files.ts'

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
  else send(response, file)
}

const uploadPath = /^\/upload\/v1\/([\w-]+)$/
const privateFile = /^\/files-pri\/T\w+-(F\w+)\//

/** For the app: `url_private` with its token and `files:read`; bytes of its own uploads to their URL. */
export async function serveAppFiles(
  platform: Platform,
  request: IncomingMessage,
  response: ServerResponse,
  { pathname }: URL,
): Promise<boolean> {
  const ticket = uploadPath.exec(pathname)?.[1]
  const id = privateFile.exec(pathname)?.[1]
  if (ticket === undefined && id === undefined) return false
  if (platform.board.meets('outage')) sendText(response, 503, 'Something went wrong')
  else if (ticket !== undefined) await platform.inFlight.track(takeUpload(platform, request, response, ticket))
  else if (id !== undefined) sendPrivateFile(platform, request, response, id)
  return true
}

function sendPrivateFile(platform: Platform, request: IncomingMessage, response: ServerResponse, id: string): void {
  const file = platform.workspace.files.get(id)
  const allowed =
    request.headers.authorization === `Bearer ${platform.tokens.bot}` &&
    platform.manifest.botScopes.includes('files:read') &&
    !platform.board.meets('token-revoked')
  if (!allowed) sendText(response, 403, 'url_private takes the bot token as a bearer, and needs files:read.')
  else if (file === undefined || file.deleted || !appSees(platform.workspace, file))
    sendText(response, 404, 'The app knows no such file.')
  else send(response, file)
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

/** Pictures may be looked at; nothing is ever run: whatever it holds, it is a file to keep. */
function send(response: ServerResponse, file: StoredFile): void {
  const shown = isPicture(file)
  response.writeHead(200, {
    'content-type': shown ? file.mimetype : 'application/octet-stream',
    'content-length': file.bytes.length,
    'content-disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeName(file.name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    // The next workspace on this port gives the same ids to other files.
    'cache-control': 'no-store',
  })
  response.end(file.bytes)
}

const encodeName = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
