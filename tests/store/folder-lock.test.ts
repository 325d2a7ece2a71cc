import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FolderInUse, type FolderLock, lockFolder } from '../../src/store/database/folder-lock.ts'
import { killChildren, startChild } from './children/child.ts'

describe('the lock on an embedded folder', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rounds-lock-'))
  })
  afterEach(() => {
    killChildren()
    rmSync(folder, { recursive: true })
  })

  it('refuses the second, and is free again after release', async () => {
    const first = await lockFolder(folder)
    const refusal = await lockFolder(folder).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(FolderInUse)
    expect(refusal).toMatchObject({ name: 'FolderInUse', pid: process.pid, folder })
    first.release()
    const next = await lockFolder(folder)
    next.release()
  })

  it('goes to exactly one of many that ask at the same instant', async () => {
    for (let round = 0; round < 30; round += 1) {
      const contenders = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)))
      const winners = contenders.filter((contender) => contender.status === 'fulfilled')
      expect(winners).toHaveLength(1)
      for (const { value } of winners as PromiseFulfilledResult<FolderLock>[]) value.release()
    }
  })

  it('goes to exactly one of several processes, over and over, though each is killed', async () => {
    for (let round = 0; round < 4; round += 1) {
      const processes = Array.from({ length: 4 }, () => startChild('lock-when-told.ts', folder))
      for (const child of processes) expect(await child.line()).toBe('ready')
      for (const child of processes) child.say('go')
      const answers = await Promise.all(processes.map((child) => child.line()))
      expect(answers.sort()).toEqual(['FolderInUse', 'FolderInUse', 'FolderInUse', 'locked'])
      await Promise.all(processes.map((child) => child.kill()))
    }
  })

  it('holds while its process is stopped', async () => {
    const child = startChild('lock-when-told.ts', folder)
    await child.line()
    child.say('go')
    expect(await child.line()).toBe('locked')
    process.kill(child.pid, 'SIGSTOP')
    await expect(lockFolder(folder)).rejects.toMatchObject({ pid: child.pid })
    await child.kill()
    const next = await lockFolder(folder)
    next.release()
  })

  it('holds in a folder whose path is longer than the address of a socket may be', async () => {
    const deep = join(folder, ...Array.from({ length: 12 }, () => 'a-long-name-for-a-folder'))
    mkdirSync(deep, { recursive: true })
    const first = await lockFolder(deep)
    await expect(lockFolder(deep)).rejects.toBeInstanceOf(FolderInUse)
    first.release()
    const next = await lockFolder(deep)
    next.release()
  })

  it('waits for an undecided contender of higher name, and takes its word', async () => {
    const yielding = await contender(folder, 'ffffffffffffffff.4711')
    const attempt = lockFolder(folder)
    await yielding.wasAsked
    yielding.answer('withdrawn')
    const lock = await attempt
    lock.release()

    const holding = await contender(folder, 'fffffffffffffffe.4712')
    const refusal = lockFolder(folder).catch((error: unknown) => error)
    await holding.wasAsked
    holding.answer('held')
    expect(await refusal).toMatchObject({ name: 'FolderInUse', pid: 4712 })
  })

  it('gives way at once to an undecided contender of lower name', async () => {
    const lower = await contender(folder, '0000000000000000.4713')
    await expect(lockFolder(folder)).rejects.toMatchObject({ pid: 4713 })
    lower.answer('withdrawn')
  })

  it('clears away what dead contenders left', async () => {
    const child = startChild('lock-when-told.ts', folder)
    await child.line()
    child.say('go')
    await child.line()
    await child.kill()
    expect(readdirSync(join(folder, 'lock'))).toHaveLength(1)
    const lock = await lockFolder(folder)
    expect(readdirSync(join(folder, 'lock'))).toHaveLength(1)
    lock.release()
    expect(readdirSync(join(folder, 'lock'))).toEqual([])
  })
})

/** A process in the middle of asking for the lock, which decides when the test says so. */
async function contender(folder: string, name: string) {
  mkdirSync(join(folder, 'lock'), { recursive: true })
  const server = createServer().listen(join(folder, 'lock', name))
  const connected = once(server, 'connection') as Promise<[Socket]>
  await once(server, 'listening')
  return {
    wasAsked: connected,
    async answer(decision: string) {
      const [socket] = await connected
      socket.on('error', () => {})
      socket.end(decision)
      server.close()
    },
  }
}
