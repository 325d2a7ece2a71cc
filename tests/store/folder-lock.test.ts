import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
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
})
