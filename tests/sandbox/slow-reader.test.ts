import { once } from 'node:events'
import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { drained } from '../../src/sandbox/http-exchange.ts'

const server = createServer()
let response: ServerResponse
let reader: IncomingMessage

beforeEach(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const asked = get({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' })
  response = (await once(server, 'request'))[1]
  response.flushHeaders()
  reader = (await once(asked, 'response'))[0]
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
})

const isWaitedFor = () => response.listenerCount('drain') + response.listenerCount('close')
const muchMore = 'x'.repeat(20_000_000)

test('is waited for again and again, and nothing piles up meanwhile', async () => {
  const before = isWaitedFor()
  for (let time = 0; time < 3; time += 1) {
    reader.pause()
    expect(response.write(muchMore)).toBe(false)
    const taken = drained(response)
    expect(isWaitedFor()).toBe(before + 2)
    reader.resume()
    await taken
    expect(isWaitedFor()).toBe(before)
  }
})

test('is not waited for once gone', async () => {
  response.write(muchMore)
  const taken = drained(response)
  reader.on('error', () => undefined).destroy()
  await taken
  expect(response.destroyed).toBe(true)
  await drained(response)
})
