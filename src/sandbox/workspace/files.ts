import type { FileInfo } from '../protocol.ts'
import type { Workspace } from './workspace.ts'

/** A message that shows the file. */
export type FileShare = { readonly channel: string; readonly ts: string; readonly threadTs: string | null }

export type StoredFile = {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly mimetype: string
  /** Slack's word for the kind; mostly what stands behind the name's last dot. */
  readonly filetype: string
  readonly altText: string
  readonly user: string
  readonly createdAt: Date
  readonly bytes: Uint8Array
  readonly shares: FileShare[]
  /** Entered in one of the app's forms, which lets the app read it without a share. */
  handedToApp: boolean
  deleted: boolean
}

type NewFile = {
  readonly id?: string
  readonly name: string
  readonly title?: string
  readonly altText?: string
  readonly user: string
  readonly bytes: Uint8Array
}

export function keepFile(workspace: Workspace, given: NewFile): StoredFile {
  const extension = extensionOf(given.name)
  const file: StoredFile = {
    id: given.id ?? nextFileId(workspace),
    name: given.name,
    title: given.title || given.name,
    mimetype: pictureType(given.bytes) ?? mimetypes[extension] ?? 'application/octet-stream',
    filetype: filetypes[extension] ?? extension,
    altText: given.altText ?? '',
    user: given.user,
    createdAt: workspace.now(),
    bytes: given.bytes,
    shares: [],
    handedToApp: false,
    deleted: false,
  }
  workspace.files.set(file.id, file)
  return file
}

export const nextFileId = (workspace: Workspace): string => {
  workspace.lastFile += 1
  return `F0${String(workspace.lastFile).padStart(8, '0')}`
}

export const fileInfo = ({ id, name, title, mimetype, bytes, user, altText }: StoredFile): FileInfo => ({
  id,
  name,
  title,
  mimetype,
  size: bytes.length,
  user,
  altText,
})

export const isPicture = ({ mimetype }: Pick<StoredFile, 'mimetype'>): boolean =>
  /^image\/(png|jpeg|gif)$/.test(mimetype)

/** The app may use what it uploaded, what was entered in its forms, and what is shared where it is a member. */
export function appSees(workspace: Workspace, file: StoredFile): boolean {
  if (file.user === workspace.botUser || file.handedToApp) return true
  return file.shares.some((share) => workspace.channels.get(share.channel)?.members.has(workspace.botUser) === true)
}

export const extensionOf = (name: string): string => /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? 'binary'

const filetypes: Readonly<Record<string, string>> = { md: 'markdown', txt: 'text', yml: 'yaml', jpeg: 'jpg' }

const mimetypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
  json: 'application/json',
  log: 'text/plain',
  markdown: 'text/markdown',
  md: 'text/markdown',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  svg: 'image/svg+xml',
  text: 'text/plain',
  txt: 'text/plain',
  webp: 'image/webp',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  yaml: 'application/x-yaml',
  yml: 'application/x-yaml',
  zip: 'application/zip',
}

const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
]

/** By its first bytes: a name proves nothing. */
function pictureType(bytes: Uint8Array): string | undefined {
  return signatures.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte))?.[0]
}
