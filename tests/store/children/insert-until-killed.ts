import { writeSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { openDatabase } from '../../../src/store/database/open.ts'

const [folder = ''] = process.argv.slice(2)
const { db, maintain } = await openDatabase({ kind: 'embedded', folder })
await db.execute(sql`create table if not exists tallies (n integer primary key)`)
for (let n = 1; ; n += 1) {
  await db.execute(sql`insert into tallies values (${n})`)
  writeSync(1, `${n}\n`)
  if (n % 50 === 0) await maintain()
}
