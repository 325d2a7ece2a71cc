import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Json, UploadResult } from '../../src/sandbox/protocol.ts'
import { chatApp } from './chat-app.ts'
import type { Running } from './little-app.ts'

let running: Running

beforeEach(async () => {
  running = await chatApp()
})
afterEach(() => running.close())

const ops = () => running.sandbox.channel('#ops').id
const client = () => running.app.client

async function upload(name: string): Promise<UploadResult> {
  const query = new URLSearchParams({ as: 'maria', name })
  const answer = await fetch(`${running.sandbox.url}/sandbox/upload?${query}`, { method: 'POST', body: 'x' })
  return (await answer.json()) as UploadResult
}

/** One call as it goes over the wire: the SDK would not send half a character, and would wait after a 429. */
async function call(method: string, args: object): Promise<Json> {
  const answer = await fetch(`${running.sandbox.apiUrl}files.${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${running.sandbox.botToken}` },
    body: JSON.stringify(args),
  })
  return (await answer.json()) as Json
}

/** Announces a file of three bytes. */
async function announced(filename = 'a.txt') {
  const { upload_url: url, file_id: id } = await call('getUploadURLExternal', { filename, length: 3 })
  return { url: String(url), id: String(id) }
}

const send = async ({ url }: { readonly url: string }) => (await fetch(url, { method: 'POST', body: 'abc' })).status

describe('a very long name', () => {
  test('is cut between characters, and keeps its ending', async () => {
    const result = await upload(`${'🦊'.repeat(300)}.pdf`)
    expect(result).toMatchObject({ ok: true, file: { name: `${'🦊'.repeat(251)}.pdf`, mimetype: 'application/pdf' } })
    await running.sandbox.member('@maria').says('', {
      in: '#ops',
      files: [{ name: `${'x'.repeat(254)}🦊`, content: 'y' }],
    })
    expect((await client().conversations.history({ channel: ops() })).messages).toHaveLength(1)
  })

  test('may hold half a character where the app names it', async () => {
    const file = await announced('half \ud83e.txt')
    await send(file)
    await call('completeUploadExternal', { files: [{ id: file.id }], channel_id: ops() })
    expect((await client().conversations.history({ channel: ops() })).messages?.[0]?.files).toMatchObject([
      { name: 'half \ufffd.txt' },
    ])
  })
})

test('a file is not kept by the browser, whose next workspace counts its files from one again', async () => {
  const result = await upload('a.txt')
  const answer = await fetch(`${running.sandbox.url}/sandbox/files/${result.ok ? result.file.id : ''}`)
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

describe('in trouble', () => {
  test('an outage takes no bytes and gives none', async () => {
    const file = await announced()
    running.sandbox.faults.outage = true
    expect(await send(file)).toBe(503)
    const { status } = await fetch(`${running.sandbox.url}/files-pri/T0SANDBOX-${file.id}/a.txt`)
    expect(status).toBe(503)
    running.sandbox.faults.outage = false
    expect(await send(file)).toBe(200)
  })

  test('a revoked token reads no file', async () => {
    await client().filesUploadV2({ content: 'abc', filename: 'a.txt' })
    const { file } = await client().files.info({ file: 'F000000001' })
    const read = async () => {
      const headers = { authorization: `Bearer ${running.sandbox.botToken}` }
      return (await fetch(file?.url_private ?? '', { headers })).text()
    }
    expect(await read()).toBe('abc')
    running.sandbox.faults.tokenRevoked = true
    expect(await read()).toContain('Sign in')
  })
})

describe('a file that the app shares', () => {
  const share = async (more: object = {}) => {
    const file = await announced()
    await send(file)
    const { error = 'ok' } = await call('completeUploadExternal', {
      files: [{ id: file.id }],
      channel_id: ops(),
      ...more,
    })
    return error
  }

  test('counts as a post', async () => {
    running.sandbox.faults.rateLimits = true
    for (let count = 0; count < 3; count += 1) expect(await share()).toBe('ok')
    expect(await share()).toBe('ratelimited')
    expect(running.sandbox.messages('#ops')).toHaveLength(3)
  })

  test('has a comment that keeps the rules of a text', async () => {
    expect(await share({ initial_comment: 'For <@U404>' })).toBe('invalid_blocks')
    expect(await share({ initial_comment: 'x'.repeat(4_001) })).toBe('msg_too_long')
    expect(await share({ initial_comment: 'For &lt;them&gt;' })).toBe('ok')
    expect(running.sandbox.messages('#ops')).toHaveLength(1)
  })
})
