import type { Platform } from '../platform.ts'
import { fileBytesMax, type UploadResult } from '../protocol.ts'
import { fileInfo, keepFile } from '../workspace/files.ts'

/** Keeps what a member chose; nobody sees it before a message or a form names it. */
export function storeFile(platform: Platform, member: string, name: string, bytes: Uint8Array): UploadResult {
  const clean = cut(name.replaceAll(/[\p{Cc}/\\]/gu, '_').trim())
  if (clean === '') return { ok: false, error: 'A file needs a name.' }
  if (bytes.length === 0) return { ok: false, error: `${clean} is empty. Choose a file with something in it.` }
  if (bytes.length > fileBytesMax) return { ok: false, error: tooLarge(clean) }
  return { ok: true, file: fileInfo(keepFile(platform.workspace, { name: clean, user: member, bytes })) }
}

export const tooLarge = (name: string): string => `${name} is too large. Files have up to 20 MB here.`

const nameMax = 255

/** Between characters; the ending stays, because it says what kind of file it is. */
function cut(name: string): string {
  const characters = [...name]
  if (characters.length <= nameMax) return name
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? ''
  return characters.slice(0, nameMax - ending.length).join('') + ending
}
