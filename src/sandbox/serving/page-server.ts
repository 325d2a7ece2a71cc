import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { wait } from '../deferred.ts'
import { drained, readBody, sendJson, sendText } from '../http-exchange.ts'
import { act } from '../interaction/act.ts'
import { suggest } from '../interaction/suggestions.ts'
import { isRecord, parseJson, record, string } from '../json.ts'
import type { Platform } from '../platform.ts'
import type { Act, ElementPlace } from '../protocol.ts'
import { changed, findMember, type Member } from '../workspace/workspace.ts'
import { receiveFile, sendStoredFile } from './file-server.ts'
import { changeBetween, pictureOf, wholeOf } from './picture.ts'
import { snapshot, visibleMessages } from './snapshot.ts'
import { serveTraffic } from './traffic-route.ts'

const pageFiles: Readonly<Record<string, { readonly file: string; readonly type: string }>> = {
  '/': { file: 'index.html', type: 'text/html' },
  '/page.js': { file: 'page.js', type: 'text/javascript' },
  '/page.css': { file: 'page.css', type: 'text/css' },
}

const pageFolder = new URL('../../../dist/page/', import.meta.url)
const eventIntervalMs = 50
/** Of a clock that is running through days nobody reads every step, and each would cost time. */
const playingIntervalMs = 200

/** Answers the page's requests; false for a path that is not the page's. */
export async function servePage(
  platform: Platform,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  const { pathname } = url
  if (pathname === '/sandbox/events')
    return withMember(platform, response, url, (member) => streamEvents(platform, response, member))
  if (pathname === '/sandbox/state')
    return withMember(platform, response, url, (member) => sendJson(response, 200, snapshot(platform, member.id)))
  if (pathname === '/sandbox/act' && request.method === 'POST') return serveAct(platform, request, response)
  if (pathname === '/sandbox/suggest' && request.method === 'POST') return serveSuggestions(platform, request, response)
  if (pathname === '/sandbox/upload' && request.method === 'POST') return serveUpload(platform, request, response, url)
  if (pathname.startsWith('/sandbox/files/')) {
    sendStoredFile(platform, response, pathname.slice('/sandbox/files/'.length))
    return true
  }
  if (pathname.startsWith('/archives/')) return showMessage(response, url)
  if (serveTraffic(platform, response, pathname)) return true
  const page = pageFiles[pathname]
  if (page === undefined) return false
  await serveFile(response, page.file, page.type)
  return true
}

function withMember(platform: Platform, response: ServerResponse, url: URL, then: (member: Member) => void): true {
  const people = [...platform.workspace.members.values()].filter((one) => !one.isBot)
  const name = url.searchParams.get('as') ?? people[0]?.name ?? ''
  const member = findMember(platform.workspace, name)
  if (member !== undefined && !member.isBot) then(member)
  else {
    const choice = people.map((one) => `@${one.name}`).join(', ')
    sendText(response, 404, `Nobody called ${name} is here. Choose one of ${choice} with ?as=.`)
  }
  return true
}

async function serveAct(platform: Platform, request: IncomingMessage, response: ServerResponse): Promise<true> {
  const body = record(parseJson(await readBody(request)))
  const member = findMember(platform.workspace, string(body.as))
  if (member === undefined || member.isBot || !isRecord(body.act)) {
    sendJson(response, 400, { ok: false, error: 'Send { as, act } with a member of this workspace.' })
    return true
  }
  // What the page sends is typed by the protocol; each deed answers for ids that do not exist.
  sendJson(response, 200, await act(platform, member.id, body.act as Act))
  return true
}

async function serveSuggestions(platform: Platform, request: IncomingMessage, response: ServerResponse): Promise<true> {
  const body = record(parseJson(await readBody(request)))
  const member = findMember(platform.workspace, string(body.as))
  const { where, blockId, actionId, value } = record(body.ask)
  if (member === undefined || member.isBot || !isRecord(where)) {
    sendJson(response, 400, { ok: false, error: 'Send { as, ask } with a member of this workspace.' })
    return true
  }
  const ask = {
    where: where as ElementPlace,
    blockId: string(blockId),
    actionId: string(actionId),
    value: string(value),
  }
  sendJson(response, 200, await suggest(platform, member.id, ask))
  return true
}

async function serveUpload(
  platform: Platform,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<true> {
  const member = findMember(platform.workspace, url.searchParams.get('as') ?? '')
  if (member === undefined || member.isBot) {
    sendJson(response, 400, { ok: false, error: 'Send ?as= with a member of this workspace.' })
    return true
  }
  sendJson(response, 200, await receiveFile(platform, member.id, url.searchParams.get('name') ?? '', request))
  return true
}

/** A permalink opens the page at its message. */
function showMessage(response: ServerResponse, url: URL): true {
  const [, , channel = '', p = ''] = url.pathname.split('/')
  const hash = new URLSearchParams({ in: channel, at: p.replace(/^p(\d+)(\d{6})$/, '$1.$2') })
  const thread = url.searchParams.get('thread_ts')
  if (thread !== null) hash.set('thread', thread)
  response.writeHead(302, { location: `/#${hash}` })
  response.end()
  return true
}

function streamEvents(platform: Platform, response: ServerResponse, member: Member): void {
  forgetShownEphemerals(platform, member.id)
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    connection: 'keep-alive',
  })
  let sent = pictureOf(platform, member.id)
  let scheduled = false
  const send = (event: string) => {
    for (const one of visibleMessages(platform, member.id)) if (one.ephemeralFor !== null) one.shown = true
    response.write(event)
  }
  const sendSoon = async () => {
    if (scheduled) return
    scheduled = true
    await wait(platform.time.playing ? playingIntervalMs : eventIntervalMs)
    // A slow reader gets all that happens until then in one event.
    await drained(response)
    scheduled = false
    if (response.destroyed) return
    const before = sent
    sent = pictureOf(platform, member.id)
    send(`event: change\ndata: ${changeBetween(before, sent)}\n\n`)
  }
  platform.workspace.listeners.add(sendSoon)
  response.on('close', () => platform.workspace.listeners.delete(sendSoon))
  send(`data: ${wholeOf(sent)}\n\n`)
}

/** A reload loses the ephemeral messages that the page had shown. */
export function forgetShownEphemerals(platform: Platform, member: string): void {
  if (!platform.rules.holds('an ephemeral message does not survive a reload')) return
  for (const messages of platform.workspace.messages.values()) {
    const kept = messages.filter((one) => one.ephemeralFor !== member || !one.shown)
    if (kept.length === messages.length) continue
    messages.splice(0, messages.length, ...kept)
    changed(platform.workspace)
  }
}

async function serveFile(response: ServerResponse, file: string, type: string): Promise<void> {
  const content = await readFile(new URL(file, pageFolder)).catch(() => undefined)
  if (content === undefined) return sendText(response, 503, 'The page is not built yet: run npm run build.')
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' })
  response.end(content)
}
