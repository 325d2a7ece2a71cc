import { subMinutes } from 'date-fns'
import { documentBytesMost } from '../domain/document.ts'
import type { Refusal } from '../domain/refusal.ts'
import { showDocument, takeFetched } from '../operations/receive-document.ts'
import { scopeOf } from '../operations/transact.ts'
import { documentsToFetch, findDocument } from '../store/documents.ts'
import type { NamedFile } from './fetch-file.ts'
import type { SlackFile } from './form.ts'
import { tooLong, withPatience } from './patience.ts'
import type { Slack } from './slack.ts'

type Fetching = Pick<Slack, 'deps' | 'fetchFile' | 'log' | 'patience'>

/** Fetches a document that was announced, and tells what it is; what takes longer is told to be under way. */
async function fetchDocument({ deps, fetchFile, log, patience }: Fetching, id: string): Promise<void> {
  const document = await findDocument(scopeOf(deps), id)
  if (!document?.url) return
  const { fileName: name, url } = document
  const fetching = fetchFile({ name, url })
  if ((await withPatience(fetching, patience / 2)) === tooLong) await showDocument(deps, id)
  const fetched = await fetching
  try {
    await takeFetched(deps, id, fetched)
  } catch (error) {
    log.error({ error, document: id }, 'A document could not be read.')
    await takeFetched(deps, id, { kind: 'document-not-understood', name })
  }
}

/** Whoever was about to fetch these has stopped since. */
export async function fetchForgotten(fetching: Fetching): Promise<void> {
  const { deps } = fetching
  const before = subMinutes(deps.clock(), fetchedWithinMinutes)
  for (const id of await documentsToFetch(scopeOf(deps), before)) await fetchQuietly(fetching, id)
}

/** For whoever does not wait for it. */
export async function fetchQuietly(fetching: Fetching, id: string): Promise<void> {
  try {
    await fetchDocument(fetching, id)
  } catch (error) {
    fetching.log.error({ error, document: id }, 'A document could not be fetched; housekeeping tries again.')
  }
}

const fetchedWithinMinutes = 2

/** Where a file is to be had, or why it cannot be read: before a byte of it is fetched. */
export function findFile({ name, size = 0, mode, url_private_download: url }: SlackFile): NamedFile | Refusal {
  const called = name || 'This file'
  if (size > documentBytesMost) return { kind: 'document-too-large', name: called, bytes: size }
  if (mode === 'external' || !url) return { kind: 'document-not-downloaded', name: called }
  return { name: called, url }
}
