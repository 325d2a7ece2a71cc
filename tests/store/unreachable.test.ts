import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/store/database/open.ts'
import { DatabaseUnreachable } from '../../src/store/database/unreachable.ts'

describe('a server that cannot be reached', () => {
  it('is named in one sentence, without the password', async () => {
    const error = await refusalOf('postgres://rounds:secret@127.0.0.1:1/ledger')
    expect(error).toBeInstanceOf(DatabaseUnreachable)
    expect(error.message).toBe(
      'PostgreSQL at rounds@127.0.0.1:1/ledger refused the connection; start the server, or correct DATABASE_URL.',
    )
  })

  it('is given up on when it accepts and says nothing', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1')
    await new Promise((resolve) => silent.once('listening', resolve))
    const { port } = silent.address() as { readonly port: number }
    const error = await refusalOf(`postgres://rounds@127.0.0.1:${port}/ledger`)
    silent.close()
    expect(error.message).toContain('did not answer in time')
  })

  it('is not guessed at from an address that is none, nor is that repeated', async () => {
    const error = await refusalOf('rounds:secret')
    expect(error).toBeInstanceOf(DatabaseUnreachable)
    expect(error.message).not.toContain('secret')
  })
})

function refusalOf(url: string): Promise<Error> {
  return openDatabase({ kind: 'server', url }, { connectTimeoutSeconds: 1 }).then(
    () => expect.fail('it opened'),
    (error: Error) => error,
  )
}
