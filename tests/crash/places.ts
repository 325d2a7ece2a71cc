import { inject } from 'vitest'
import type { Where } from '../../src/store/database/database.ts'
import { embeddedFolder, serverDatabase } from '../support/databases.ts'

/** Databases that outlive a process: a folder, and a server where there is one; named as scripts/test.js counts. */
export function places() {
  const embedded = { name: 'embedded', where: folder }
  const server = { name: 'postgres', where: onServer }
  return inject('testServer') ? [embedded, server] : [embedded]
}

async function folder(): Promise<Where> {
  return { kind: 'embedded', folder: embeddedFolder() }
}

async function onServer(): Promise<Where> {
  return { kind: 'server', url: await serverDatabase() }
}
