import { request } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts'
import { manifest } from './manifest.ts'

let sandbox: Sandbox

beforeEach(async () => {
  sandbox = await startSandbox({ manifest })
})
afterEach(() => sandbox.close())

const port = () => Number(new URL(sandbox.url).port)

/** The status of a request with these headers, as a browser would send them. */
const status = (headers: Readonly<Record<string, string>>, path = '/sandbox/state', method = 'GET') =>
  new Promise<number | undefined>((resolve, reject) => {
    request({ port: port(), host: '127.0.0.1', path, method, headers }, (answer) => {
      resolve(answer.statusCode)
      answer.destroy()
    })
      .on('error', reject)
      .end()
  })

describe('another site in the same browser', () => {
  test('reaches nothing by a name of its own', async () => {
    for (const path of ['/', '/sandbox/events', '/api/api.test', '/sandbox/files/F1', '/sandbox/traffic/events'])
      expect(await status({ host: 'evil.example.com' }, path)).toBe(403)
    expect(await status({ host: `localhost:${port()}` })).toBe(200)
  })

  test('reaches nothing from its pages, not even from another port of this machine', async () => {
    const from = (origin: string, path?: string) => status({ host: `127.0.0.1:${port()}`, origin }, path, 'POST')
    expect(await from('https://evil.example.com', '/sandbox/act')).toBe(403)
    expect(await from('null', '/sandbox/act')).toBe(403)
    expect(await from('http://localhost:1', '/sandbox/act')).toBe(403)
    expect(await from(sandbox.url, '/sandbox/act')).toBe(400)
  })

  test('can neither frame the page nor load from it, and can link to it', async () => {
    const site = { 'sec-fetch-site': 'cross-site' }
    const own = { 'sec-fetch-site': 'same-origin' }
    expect(await status({ ...site, 'sec-fetch-dest': 'iframe' }, '/')).toBe(403)
    expect(await status({ ...site, 'sec-fetch-dest': 'image' }, '/sandbox/events')).toBe(403)
    expect(await status({ ...site, 'sec-fetch-dest': 'document' }, '/archives/C1/p1')).toBe(302)
    expect(await status({ ...own, 'sec-fetch-dest': 'iframe' }, '/archives/C1/p1')).toBe(302)
  })

  test('opens no socket', async () => {
    const answer = await fetch(`${sandbox.apiUrl}apps.connections.open`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.appToken}` },
    })
    const { url } = (await answer.json()) as { url: string }
    const outcome = (headers: Readonly<Record<string, string>>) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(url, { headers })
        socket.once('open', () => resolve('open'))
        socket.once('error', ({ message }) => resolve(message))
      })
    expect(await outcome({ origin: 'https://evil.example.com' })).toContain('403')
    expect(await outcome({ host: 'evil.example.com' })).toContain('403')
    expect(await outcome({})).toBe('open')
  })
})

test.each(['//', '/link//', '*'])('an upgrade to %s is turned away, and nothing ends', async (path) => {
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(port(), '127.0.0.1')
    socket.on('error', reject)
    socket.on('data', (data) => resolve(String(data)))
    socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`)
  })
  expect(answer).toContain('403')
  expect(await status({}, '//sandbox/state')).toBe(200)
})

describe('a name that every object knows', () => {
  test('is no method', async () => {
    for (const name of ['constructor', 'toString', '__proto__']) {
      const answer = await fetch(`${sandbox.apiUrl}${name}`, { method: 'POST' })
      expect(await answer.json()).toMatchObject({ ok: false, error: 'unknown_method' })
    }
  })

  test('is no act', async () => {
    for (const kind of ['constructor', 'toString', '__proto__']) {
      const body = `{"as":"maria","act":{"kind":"${kind}"}}`
      const answer = await fetch(`${sandbox.url}/sandbox/act`, { method: 'POST', body })
      expect(await answer.json()).toEqual({ ok: false, error: 'The sandbox does not know this action.' })
    }
  })
})

test('who sends too much hears how much there may be', async () => {
  for (const path of ['/sandbox/act', '/api/api.test']) {
    const answer = await fetch(`${sandbox.url}${path}`, { method: 'POST', body: 'x'.repeat(4_000_001) })
    expect([answer.status, await answer.text()]).toEqual([413, 'Send up to 4 MB at once.\n'])
  }
})
