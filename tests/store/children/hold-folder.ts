import { writeSync } from 'node:fs'
import { FolderInUse } from '../../../src/store/database/folder-lock.ts'
import { openDatabase } from '../../../src/store/database/open.ts'

const [folder = ''] = process.argv.slice(2)
try {
  await openDatabase({ kind: 'embedded', folder })
  writeSync(1, 'open\n')
  setInterval(() => {}, 60_000)
} catch (error) {
  if (!(error instanceof FolderInUse)) throw error
  writeSync(1, `${JSON.stringify({ name: error.name, pid: error.pid, folder: error.folder })}\n`)
}
