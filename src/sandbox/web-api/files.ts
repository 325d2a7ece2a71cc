import { records, string } from '../json.ts'
import type { Platform } from '../platform.ts'
import { fileBytesMax, type Json } from '../protocol.ts'
import { shareFiles, takeBack } from '../workspace/file-sharing.ts'
import { appSees, keepFile, nextFileId, type StoredFile } from '../workspace/files.ts'
import { type Call, type Methods, messages, needed, optional, structured, tsOf } from './call.ts'
import { postableChannel } from './channels.ts'
import { requireThread } from './chat.ts'
import { readComment } from './content.ts'
import { describeFile } from './file-payload.ts'
import { countPost } from './rate-limits.ts'
import type { Upload } from './uploads.ts'

const writing = { token: 'bot', scopes: ['files:write'] } as const

export const fileMethods: Methods = {
  'files.getUploadURLExternal': { ...writing, tier: 4, run: announce },
  'files.completeUploadExternal': { ...writing, tier: 4, run: complete },
  'files.delete': { ...writing, tier: 3, run: remove },
  'files.info': { token: 'bot', scopes: ['files:read'], tier: 4, run: info },
}

const altTextMax = 1_000
const snippetBytesMax = 1_000_000
const channelsMax = 100

function announce({ platform, args }: Call): Json {
  const { rules, uploads, workspace, origin } = platform
  // Half a surrogate pair could not be written into a URL.
  const name = Buffer.from(needed(args, 'filename')).toString()
  const length = Number(args.length)
  const altText = optional(args, 'alt_txt') ?? ''
  rules.refuse('an announced file has a length', !Number.isInteger(length) || length < 1)
  rules.refuse('an announced file is small enough', length > fileBytesMax)
  rules.refuse('a text alternative has up to 1,000 characters', altText.length > altTextMax)
  rules.refuse('a snippet has up to 1 MB', optional(args, 'snippet_type') !== undefined && length > snippetBytesMax)
  const upload: Upload = { id: nextFileId(workspace), name, length, altText, bytes: null }
  const ticket = crypto.randomUUID()
  uploads.byTicket.set(ticket, upload)
  uploads.byFile.set(upload.id, upload)
  return { upload_url: `${origin}/upload/v1/${ticket}`, file_id: upload.id }
}

function complete({ platform, args }: Call): Json {
  const named = records(structured(args, 'files'))
  platform.rules.refuse('a required argument is given', named.length === 0, because('missing required field: files'))
  const ready = named.map(({ id, title }) => ({ upload: readyUpload(platform, string(id)), title: string(title) }))
  const places = placesIn({ platform, args })
  const text = readComment(platform, args)
  for (const { channel } of places) countPost(platform, channel)
  const files = ready.map(({ upload, title }) => keep(platform, upload, title))
  for (const { channel, threadTs } of places) {
    shareFiles(platform, channel, { user: platform.workspace.botUser, text, threadTs, files })
  }
  // What was shared where is told by files.info only.
  return { files: files.map((file) => ({ ...describeFile(platform, file), shares: undefined })) }
}

function readyUpload(platform: Platform, id: string): Upload & { readonly bytes: Uint8Array } {
  const upload = platform.uploads.byFile.get(id)
  const bytes = upload?.bytes ?? undefined
  const ready = upload === undefined || bytes === undefined ? undefined : { ...upload, bytes }
  return platform.rules.found('an upload is completed once, and after its bytes', ready)
}

function keep({ workspace, uploads }: Platform, upload: Upload & { readonly bytes: Uint8Array }, title: string) {
  uploads.byFile.delete(upload.id)
  return keepFile(workspace, { ...upload, title, user: workspace.botUser })
}

/** Without a channel the file stays the app's own. */
function placesIn({ platform, args }: Pick<Call, 'platform' | 'args'>) {
  const listed = [optional(args, 'channel_id') ?? '', ...(optional(args, 'channels') ?? '').split(',')]
  const ids = [...new Set(listed.map((one) => one.trim()).filter((one) => one !== ''))]
  const threadTs = tsOf({ platform, args }, 'thread_ts') ?? null
  const { rules } = platform
  rules.refuse('an upload goes to up to 100 channels', ids.length > channelsMax, because('channels has more than 100'))
  const scattered = threadTs !== null && ids.length !== 1
  rules.refuse('an upload to a thread goes to one channel', scattered, because('thread_ts needs exactly one channel'))
  return ids.map((id) => {
    const channel = postableChannel(platform, id)
    if (threadTs !== null) requireThread(platform, channel, threadTs)
    return { channel, threadTs }
  })
}

const because = (words: string): Json => messages(`[ERROR] ${words}`)

function info({ platform, args }: Call): Json {
  return { file: describeFile(platform, knownFile(platform, needed(args, 'file'))), comments: [] }
}

function remove({ platform, args }: Call): Json {
  const file = knownFile(platform, needed(args, 'file'))
  platform.rules.refuse('an app deletes its own files', file.user !== platform.workspace.botUser)
  takeBack(platform, file)
  return {}
}

function knownFile(platform: Platform, id: string): StoredFile {
  const stored = platform.workspace.files.get(id)
  const known = stored !== undefined && appSees(platform.workspace, stored) ? stored : undefined
  const file = platform.rules.found('an app knows the file it asks for', known)
  platform.rules.refuse('a deleted file is gone', file.deleted)
  return file
}
