import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openMemory } from '../../src/store/database/embedded.ts'

const migrationsFolder = fileURLToPath(new URL('../../drizzle', import.meta.url))

/** A migrated database as an archive, kept between runs for as long as the migrations and PGlite stay the same. */
export async function embeddedTemplate(): Promise<string> {
  const path = join(tmpdir(), `rounds-test-template-${fingerprint()}.tar`)
  if (existsSync(path)) return path
  const opened = await openMemory(undefined, {})
  if (existsSync(join(migrationsFolder, 'meta/_journal.json'))) await opened.migrate()
  const unfinished = `${path}.${process.pid}`
  writeFileSync(unfinished, Buffer.from(await (await opened.dump()).arrayBuffer()))
  renameSync(unfinished, path)
  await opened.close()
  return path
}

function fingerprint(): string {
  const hash = createHash('sha256')
  const files = readdirSync(migrationsFolder, { recursive: true, encoding: 'utf8' }).sort()
  for (const file of files.map((name) => join(migrationsFolder, name))) {
    if (statSync(file).isFile()) hash.update(file).update(readFileSync(file))
  }
  hash.update(readFileSync(createRequire(import.meta.url).resolve('@electric-sql/pglite')))
  return hash.digest('hex').slice(0, 16)
}
