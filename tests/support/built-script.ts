import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** What `buildChildren` made of a script, for `node`. */
export function builtScript(path: string): string {
  return join(inject('children'), relative(root, path).replace(/\.ts$/, '.mjs'))
}

/** For processes that live for seconds: to optimize the database's code would take them longer than it saves. */
export const shortLived = ['--liftoff-only'] as const
