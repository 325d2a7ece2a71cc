import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { lockFolder } from '../../../src/store/database/folder-lock.ts'

const [folder = ''] = process.argv.slice(2)
writeSync(1, 'ready\n')
await once(process.stdin, 'data')
await lockFolder(folder).then(
  () => writeSync(1, 'locked\n'),
  (error: Error) => writeSync(1, `${error.name}\n`),
)
