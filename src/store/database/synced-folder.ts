import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/**
 * PGlite's folder, with the system call its NodeFS leaves out: when the engine asks for an fsync, one happens.
 * Started with `fsync=on`, PostgreSQL itself then decides what to sync, and when.
 */
export class SyncedFolder extends NodeFS {
  readonly folder: string
  syncs = 0
  /** Why the engine stopped for good. */
  failure: unknown
  #complete: boolean
  readonly #fsync: (descriptor: number) => void

  constructor(folder: string, fsync: (descriptor: number) => void = fsyncSync) {
    discardIfUnfinished(folder)
    super(folder)
    this.folder = folder
    this.#complete = existsSync(completeMark(folder))
    this.#fsync = fsync
  }

  override async init(...[pg, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg as PGlite, options)
    const addFsync = (module: EmscriptenModule) => {
      if (!module.NODEFS) throw new Error('This version of PGlite has no NODEFS; commits would not reach the disk.')
      module.NODEFS.stream_ops.fsync = ({ nfd }) => this.#sync(nfd, module)
    }
    const onAbort = (reason: unknown) => {
      this.failure ??= reason
    }
    const preRun = [...asArray(emscriptenOpts.preRun), addFsync]
    return { emscriptenOpts: { ...emscriptenOpts, preRun, onAbort } as typeof emscriptenOpts }
  }

  /** PGlite calls this when it has written a new database, before it starts on it. */
  override async syncToFs(): Promise<void> {
    if (this.#complete) return
    syncTree(this.rootDir)
    writeFileSync(completeMark(this.rootDir), 'Written when the new database had reached the disk.\n')
    syncPath(completeMark(this.rootDir))
    syncPath(this.rootDir)
    this.#complete = true
  }

  /** The engine understands Emscripten's errors only; any other would unwind it half-way through a commit. */
  #sync(descriptor: number, module: EmscriptenModule): void {
    try {
      this.#fsync(descriptor)
    } catch (error) {
      this.failure ??= error
      throw new module.FS.ErrnoError(inputOutputError)
    }
    this.syncs += 1
  }
}

type EmscriptenModule = {
  readonly NODEFS?: { readonly stream_ops: { fsync?: (stream: { readonly nfd: number }) => void } }
  readonly FS: { readonly ErrnoError: new (errno: number) => Error }
}

/** EIO, as WASI numbers it. */
const inputOutputError = 29

/** The file that says that a database was written to its end. */
export const completeMark = (folder: string): string => join(folder, 'rounds-complete')

/** A creation that was interrupted has promised nothing to anybody, and PostgreSQL would not start on it. */
function discardIfUnfinished(folder: string): void {
  if (existsSync(folder) && !existsSync(completeMark(folder))) rmSync(folder, { recursive: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
}

function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) syncTree(path)
    else if (entry.isFile()) syncPath(path)
  }
  syncPath(folder)
}

function syncPath(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

const asArray = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as T]
