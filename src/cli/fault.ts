import { CannotStart } from '../main.ts'
import { EngineStopped } from '../store/database/durable-engine.ts'
import { FolderInUse } from '../store/database/folder-lock.ts'
import { DatabaseUnreachable } from '../store/database/unreachable.ts'
import type { Out } from './plan-file.ts'

/** Says what went wrong in a sentence. What nobody can mend from outside comes with its trace when asked for. */
export function tellFault(error: unknown, out: Out): number {
  const expected = [CannotStart, DatabaseUnreachable, EngineStopped, FolderInUse].some((kind) => error instanceof kind)
  if (expected) out.fault((error as Error).message)
  else {
    out.fault(`Rounds stopped: ${error instanceof Error ? error.message : String(error)}`)
    if (/^(debug|trace)$/u.test(process.env.LOG_LEVEL ?? ''))
      out.fault(error instanceof Error ? (error.stack ?? '') : '')
    else out.fault('Set LOG_LEVEL=debug to see where, and please report it.')
  }
  return 1
}
