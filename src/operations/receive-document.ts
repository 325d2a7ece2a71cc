import { startingFrom } from '../domain/document.ts'
import { type Actor, forbids } from '../domain/permission.ts'
import type { Refusal } from '../domain/refusal.ts'
import { findDocument, insertDocument, type KeptDocument, lockDocument, saveDocument } from '../store/documents.ts'
import { alreadyCarriedOut } from '../store/receipts.ts'
import { importer } from './importer.ts'
import { type Deps, scopeOf, transact, type Unit } from './transact.ts'
import { documentWishes } from './wishes.ts'

export type Received = {
  readonly fileName: string
  readonly by: Actor
  /** Where a plan belongs whose document names no place: where it was asked for, and where whoever imports it lives. */
  readonly channel: string | null
  readonly timezone: string | null
  readonly receipt: string
}

/** A document whose text is at hand: it is previewed to whoever sent it. What cannot be a plan is refused, and not kept. */
export async function receiveDocument(
  deps: Deps,
  { content, ...received }: Received & { readonly content: Uint8Array | string },
): Promise<Refusal | undefined> {
  const read = (await importer()).readDocument(received.fileName, content, received)
  return transact(deps, async (unit) => {
    const forbidden = forbids('import', received.by, nobody)
    if (forbidden) return forbidden.refusal
    if (await alreadyCarriedOut(unit, received.receipt, !('fault' in read))) return undefined
    if ('fault' in read) return read.fault
    await keep(unit, { ...newDocument(unit, received), ...read, state: 'read' })
    return undefined
  })
}

/** A document that has still to be fetched, and is shown once it is. Undefined where it had come before. */
export function announceDocument(
  deps: Deps,
  { url, ...received }: Received & { readonly url: string },
): Promise<{ readonly id: string } | Refusal | undefined> {
  return transact(deps, async (unit) => {
    const forbidden = forbids('import', received.by, nobody)
    if (forbidden) return forbidden.refusal
    if (await alreadyCarriedOut(unit, received.receipt, true)) return undefined
    const document: KeptDocument = { ...newDocument(unit, received), choices: startingFrom(received), url }
    await insertDocument(unit, document)
    return { id: document.id }
  })
}

/** Fetching it takes a while, which whoever waits for it should see. */
export function showDocument(deps: Deps, id: string): Promise<void> {
  return transact(deps, async (unit) => {
    const document = await findDocument(unit, id)
    if (document) unit.wish(...documentWishes(document))
  })
}

/** A document of which nothing can come, told to whoever sent it as any other is. */
export function refuseDocument(
  deps: Deps,
  { fault, ...received }: Received & { readonly fault: Refusal },
): Promise<Refusal | undefined> {
  return transact(deps, async (unit) => {
    const forbidden = forbids('import', received.by, nobody)
    if (forbidden) return forbidden.refusal
    if (await alreadyCarriedOut(unit, received.receipt, true)) return undefined
    const settled = { by: null, at: unit.now }
    await keep(unit, { ...newDocument(unit, received), choices: {}, state: 'refused', fault, settled })
    return undefined
  })
}

/** What was fetched, or why it could not be; whoever comes second changes nothing. */
export async function takeFetched(deps: Deps, id: string, fetched: Uint8Array | Refusal): Promise<void> {
  const found = await findDocument(scopeOf(deps), id)
  if (found?.state !== 'fetching') return
  const read =
    'kind' in fetched ? { fault: fetched } : (await importer()).readDocument(found.fileName, fetched, found.choices)
  await transact(deps, async (unit) => {
    const document = await lockDocument(unit, id)
    if (document?.state !== 'fetching') return
    const settled = { by: null, at: unit.now }
    const taken: KeptDocument =
      'fault' in read
        ? { ...document, ...read, state: 'refused', url: null, settled }
        : { ...document, ...read, state: 'read', url: null }
    await saveDocument(unit, taken)
    unit.wish(...documentWishes(taken))
  })
}

const nobody = { owners: [] }

async function keep(unit: Unit, document: KeptDocument): Promise<void> {
  await insertDocument(unit, document)
  unit.wish(...documentWishes(document))
}

function newDocument(unit: Unit, { fileName, by }: Pick<Received, 'fileName' | 'by'>): Omit<KeptDocument, 'choices'> {
  return {
    id: unit.newId(),
    fileName,
    state: 'fetching',
    by: by.id,
    receivedAt: unit.now,
    url: null,
    source: null,
    draft: null,
    shownTo: [by.id],
    fault: null,
    became: null,
    settled: null,
  }
}
