import type { ServerResponse } from 'node:http'
import { isPicture, type StoredFile } from '../workspace/files.ts'

/** Pictures may be looked at; nothing is ever run: whatever it holds, it is a file to keep. */
export function sendFile(response: ServerResponse, file: StoredFile): void {
  const shown = isPicture(file)
  response.writeHead(200, {
    'content-type': shown ? file.mimetype : 'application/octet-stream',
    'content-length': file.bytes.length,
    'content-disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeName(file.name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    // The next workspace on this port gives the same ids to other files.
    'cache-control': 'no-store',
  })
  response.end(file.bytes)
}

const encodeName = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
