import { Writable } from 'node:stream'
import { DrizzleQueryError } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { boltLog, createLog } from '../../src/log.ts'

/** A log, and the lines that were written to it. */
function listened(level = 'trace') {
  const lines: Record<string, unknown>[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)) as Record<string, unknown>)
      done()
    },
  })
  return { log: createLog(level, stream), lines }
}

test('an error is written with its message and its trace, under either name', () => {
  const { log, lines } = listened()
  log.error({ error: new Error('the disk is full') }, 'A beat failed.')
  log.error({ err: new Error('the disk is full') }, 'A beat failed.')
  expect(lines.map(({ error, err }) => error ?? err)).toEqual([
    expect.objectContaining({ message: 'the disk is full', stack: expect.stringContaining('log.test.ts') }),
    expect.objectContaining({ message: 'the disk is full' }),
  ])
})

test("what Slack's library says of itself is detail, its faults are not", () => {
  const { log, lines } = listened('info')
  const logger = boltLog(log)
  logger.info('Now connected to Slack')
  logger.error('WebSocket error', new Error('refused'))
  expect(lines).toEqual([
    expect.objectContaining({
      level: 50,
      msg: 'WebSocket error',
      error: expect.objectContaining({ message: 'refused' }),
    }),
  ])
})

test('a failed query is written without what it carried', () => {
  const { log, lines } = listened()
  const failed = new DrizzleQueryError('update items set note = $1', ['the till is short'], new Error('no connection'))
  log.error({ error: failed }, 'A beat failed.')
  const written = JSON.stringify(lines)
  expect(written).toContain('update items set note = $1: no connection')
  expect(written).toContain('log.test.ts')
  expect(written).not.toContain('the till is short')
})

test('no token is written', () => {
  const { log, lines } = listened()
  log.info({ slack: { token: 'xoxb-secret' } }, 'configured')
  expect(JSON.stringify(lines)).not.toContain('xoxb-secret')
})
