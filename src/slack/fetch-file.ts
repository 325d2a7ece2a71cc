import { documentBytesMost } from '../domain/document.ts'
import type { Refusal } from '../domain/refusal.ts'

export type NamedFile = { readonly name: string; readonly url: string }

/** The bytes of a file that Slack keeps, or why they cannot be had. */
export type FetchFile = (file: NamedFile) => Promise<Uint8Array | Refusal>

type Given = {
  readonly token: string
  /** Where the Web API is, whose own host keeps files too; absent: Slack's. */
  readonly apiUrl?: string | null
  readonly fetch?: typeof globalThis.fetch
  readonly timeoutMs?: number
}

/** Asks twice: what nobody waits for behind a button may take a second try. */
export function fileFetcher({ token, apiUrl, fetch = globalThis.fetch, timeoutMs = 10_000 }: Given): FetchFile {
  const once = async ({ name, url }: NamedFile): Promise<Uint8Array | Refusal | undefined> => {
    const answer = await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(timeoutMs),
    }).catch(() => undefined)
    if (answer === undefined || answer.status >= 500 || answer.status === 429) return undefined
    // Whom Slack does not let in it leads to a page for people, with status 200.
    if (!answer.ok || isSignInPage(answer, name)) return { kind: 'document-not-downloaded', name }
    const bytes = await readUpTo(answer, documentBytesMost + 1).catch(() => undefined)
    return bytes && bytes.length > documentBytesMost ? { kind: 'document-too-large', name, bytes: bytes.length } : bytes
  }
  return async (file) => {
    const unknown: Refusal = { kind: 'document-not-downloaded', name: file.name }
    if (!isSlacks(file.url, apiUrl ?? null)) return unknown
    return (await once(file)) ?? (await once(file)) ?? unknown
  }
}

/** Whether a file stands with Slack itself: the token goes nowhere else. */
export function isSlacks(url: string, apiUrl: string | null): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, origin } = new URL(url)
  if (apiUrl !== null && origin === new URL(apiUrl).origin) return true
  return protocol === 'https:' && /(^|\.)slack(-files)?\.com$/u.test(hostname)
}

function isSignInPage({ headers, redirected }: Response, name: string): boolean {
  const isPage = /^text\/html/u.test(headers.get('content-type') ?? '')
  return isPage && (redirected || !/\.html?$/iu.test(name))
}

/** No more than so many bytes are taken, whatever was announced. */
async function readUpTo({ body }: Response, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body ?? []) {
    parts.push(part)
    size += part.length
    if (size >= most) break
  }
  return Buffer.concat(parts)
}
