import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { ActRequest, ActResult, Snapshot } from '../../src/sandbox/protocol.ts'
import { firstSnapshot } from './fixture-snapshot.ts'

const types: Readonly<Record<string, string>> = {
  'index.html': 'text/html; charset=utf-8',
  'page.js': 'text/javascript; charset=utf-8',
  'page.css': 'text/css; charset=utf-8',
}

type Change = (snapshot: Snapshot) => Partial<Snapshot>

export type FixtureServer = {
  readonly url: string
  /** Every act the page sent, in order. */
  readonly acts: ActRequest[]
  /** Changes what everybody sees from now on. */
  readonly change: (change: Change) => void
  /** Decides what acts are answered; accepted unless told otherwise. */
  answer: (request: ActRequest) => ActResult
  readonly reset: () => void
  readonly close: () => Promise<void>
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += chunk
  return body
}

/** The page over hand-made snapshots: what the sandbox's server says, without the sandbox. */
export async function startFixtureServer(): Promise<FixtureServer> {
  const readers = new Map<ServerResponse, string>()
  const acts: ActRequest[] = []
  let changes: Change[] = []

  const snapshotFor = (me: string): Snapshot => {
    let snapshot = firstSnapshot(me)
    for (const change of changes) snapshot = { ...snapshot, ...change(snapshot) }
    return snapshot
  }
  const tell = (response: ServerResponse, me: string) =>
    response.write(`data: ${JSON.stringify({ ...snapshotFor(me), version: changes.length + 1 })}\n\n`)

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const file = url.pathname === '/' ? 'index.html' : url.pathname.slice(1)
    if (url.pathname === '/sandbox/events') {
      const me = url.searchParams.get('as') ?? 'U1'
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      readers.set(response, me)
      response.on('close', () => readers.delete(response))
      tell(response, me)
    } else if (url.pathname === '/sandbox/act') {
      const act = JSON.parse(await bodyOf(request)) as ActRequest
      acts.push(act)
      response.setHeader('content-type', 'application/json').end(JSON.stringify(fixture.answer(act)))
    } else if (types[file] === undefined) {
      response.writeHead(404).end()
    } else {
      const path = fileURLToPath(new URL(`../../dist/page/${file}`, import.meta.url))
      response.setHeader('content-type', types[file]).end(await readFile(path))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  const fixture: FixtureServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    acts,
    answer: () => ({ ok: true }),
    change: (change) => {
      changes.push(change)
      for (const [response, me] of readers) tell(response, me)
    },
    reset: () => {
      changes = []
      acts.length = 0
      fixture.answer = () => ({ ok: true })
    },
    close: async () => {
      for (const response of readers.keys()) response.end()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return fixture
}
