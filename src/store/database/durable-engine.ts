import { PGlite } from '@electric-sql/pglite'
import { PreparingEngine, planOnce } from './preparing-engine.ts'
import type { SyncedFolder } from './synced-folder.ts'

export class EngineStopped extends Error {
  override readonly name = 'EngineStopped'

  constructor(folder: string, cause: unknown) {
    super(`The database in ${folder} stopped because its disk failed; see to the disk, then start Rounds again.`, {
      cause,
    })
  }
}

/**
 * PGlite with fsync on. When the disk refuses a write of the log, PostgreSQL panics, as it must, and a restart recovers;
 * PGlite would go on in the remains and loop for ever, so here every later query is refused.
 */
export class DurableEngine extends PreparingEngine {
  readonly #files: SyncedFolder

  private constructor(files: SyncedFolder) {
    super({ fs: files, startParams })
    this.#files = files
  }

  static async start(files: SyncedFolder): Promise<DurableEngine> {
    const engine = new DurableEngine(files)
    await engine.waitReady
    return engine
  }

  override execProtocolRawSync(message: Uint8Array): ReturnType<PGlite['execProtocolRawSync']> {
    this.#refuseIfStopped()
    const answer = super.execProtocolRawSync(message)
    this.#refuseIfStopped()
    return answer
  }

  #refuseIfStopped(): void {
    const { failure, folder } = this.#files
    if (failure !== undefined) throw new EngineStopped(folder, failure)
  }
}

const withoutFsync = '-F'

/** fdatasync, the default method, is a no-op in PGlite whatever the file system offers. */
const settings = [
  'fsync=on',
  'wal_sync_method=fsync',
  'synchronous_commit=on',
  'full_page_writes=on',
  'max_wal_size=64MB',
  'min_wal_size=32MB',
]

const startParams = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== withoutFsync),
  ...planOnce,
  ...settings.flatMap((setting) => ['-c', setting]),
]
