import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ApiCall } from '../controls/traffic.ts'
import type { Platform } from '../platform.ts'
import { fail, stoppedAfter, stoppedBefore } from '../web-api/met-faults.ts'
import { appSees, type StoredFile } from '../workspace/files.ts'
import { sendFile } from './send-file.ts'

export const signInPath = '/sign-in'

/** Traffic and faults know a file that the app downloads as the method `url_private`. */
export async function servePrivateFile(
  platform: Platform,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): Promise<void> {
  const call = platform.traffic.startCall('url_private', { file: id })
  try {
    if (platform.board.meets('outage')) return void fail(call, response, 503)
    const faults = platform.board.take(call.method)
    call.faults = faults.map(({ kind }) => kind)
    if (await stoppedBefore(faults, call, response)) return
    if (!isSignedIn(platform, request)) return leadToSignIn(call, response)
    const file = readableFile(platform, id)
    if (file === undefined) return void fail(call, response, 404)
    call.response = { ok: true }
    if (await stoppedAfter(faults, call, response)) return
    call.status = 200
    sendFile(response, file)
  } finally {
    platform.traffic.finish(call)
  }
}

/** A page for people, with status 200: whoever does not look at what it is takes it for the file. */
export function sendSignIn(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  response.end('<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in to your workspace</body></html>')
}

function isSignedIn({ rules, tokens, manifest, board }: Platform, request: IncomingMessage): boolean {
  if (board.meets('token-revoked')) return false
  const isOurs = request.headers.authorization === `Bearer ${tokens.bot}`
  const mayRead = manifest.botScopes.includes('files:read')
  return (
    (isOurs || !rules.holds('a private file takes a token of the app')) &&
    (mayRead || !rules.holds('a private file takes files:read'))
  )
}

function leadToSignIn(call: ApiCall, response: ServerResponse): void {
  call.status = 302
  response.writeHead(302, { location: signInPath })
  response.end()
}

function readableFile({ workspace, rules }: Platform, id: string): StoredFile | undefined {
  const file = workspace.files.get(id)
  if (file === undefined || file.deleted) return undefined
  return appSees(workspace, file) || !rules.holds('a private file is one that the app knows') ? file : undefined
}
