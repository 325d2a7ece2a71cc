import type { Opened, OpenOptions, Where } from './database.ts'
import { openFolder, openMemory } from './embedded.ts'
import { openServer } from './server.ts'

/** Opens without migrating, so that `rounds doctor` can look at a database it must not change. */
export async function openDatabase(where: Where, options: OpenOptions = {}): Promise<Opened> {
  switch (where.kind) {
    case 'embedded':
      return openFolder(where.folder, options)
    case 'embedded-memory':
      return openMemory(where.template, options)
    case 'server':
      return openServer(where, options)
  }
}
