import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { openDatabase } from '../../../src/store/database/open.ts'

const [url = ''] = process.argv.slice(2)
const opened = await openDatabase({ kind: 'server', url })
writeSync(1, 'ready\n')
await once(process.stdin, 'data')
const { applied } = await opened.migrate()
writeSync(1, `${applied}\n`)
await opened.close()
process.stdin.destroy()
