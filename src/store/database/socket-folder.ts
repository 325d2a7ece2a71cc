import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type SocketFolder = { readonly path: string; close(): void }

/**
 * A place for sockets inside the folder, so that containers which share the volume meet there.
 * Addresses of sockets are short (104 bytes on macOS); a deep folder is reached by its descriptor, or stands in tmpdir.
 */
export function socketFolder(folder: string): SocketFolder {
  const path = join(realpathSync(folder), 'lock')
  mkdirSync(path, { recursive: true, mode: 0o700 })
  if (Buffer.byteLength(path) <= pathBytesMax) return { path, close: () => {} }
  if (existsSync('/proc/self/fd')) return byDescriptor(path)
  return temporarySocketFolder(folder)
}

/** For folders that take no sockets, as some mounts of a desktop's disk into a container do not. */
export function temporarySocketFolder(folder: string): SocketFolder {
  const name = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 16)
  const path = join(tmpdir(), `rounds-${name}`)
  mkdirSync(path, { recursive: true, mode: 0o700 })
  return { path, close: () => {} }
}

const addressBytesMax = 103
const nameBytesMax = 32
const pathBytesMax = addressBytesMax - nameBytesMax

function byDescriptor(path: string): SocketFolder {
  const descriptor = openSync(path, 'r')
  return { path: `/proc/self/fd/${descriptor}`, close: () => closeSync(descriptor) }
}
