import { forbidsSettling, type PlanDocument } from '../domain/document.ts'
import { refuse } from '../domain/outcome.ts'
import { type Actor, actingIn, forbids } from '../domain/permission.ts'
import type { Person } from '../domain/plan.ts'
import type { Refusal } from '../domain/refusal.ts'
import { forgottenDocuments, type KeptDocument, lockDocument, saveDocument } from '../store/documents.ts'
import { findPlan } from '../store/plans.ts'
import { alreadyCarriedOut } from '../store/receipts.ts'
import { type Deps, scopeOf, transact, type Unit } from './transact.ts'
import { documentToldWishes, documentWishes } from './wishes.ts'

export type DocumentRequest = {
  readonly document: string
  readonly by: Actor
  /** Plan admins of every plan. */
  readonly admins: readonly Person[]
  readonly receipt: string
}

/** Nothing comes of it, and its text is forgotten. */
export function discardDocument(deps: Deps, request: DocumentRequest): Promise<Refusal | undefined> {
  return transact(deps, async (unit) => {
    const document = await lockDocument(unit, request.document)
    if (!document) return refuse({ kind: 'document-unknown' }).refusal
    const { actor, admins } = await administering(unit, document, request)
    const standing = { owners: [document.by], ask: [document.by, ...admins] }
    const refusal = (forbids('discard', actor, standing) ?? forbidsSettling(document))?.refusal
    if (await alreadyCarriedOut(unit, request.receipt, refusal === undefined)) return undefined
    if (refusal) return refusal
    await settle(unit, document, { state: 'discarded', settled: { by: request.by.id, at: unit.now } })
    return undefined
  })
}

/** Shows it to the plan admins, who may apply it. Undefined where they have been asked before. */
export function askPlanAdmins(
  deps: Deps,
  request: DocumentRequest,
): Promise<{ readonly asked: readonly Person[] } | Refusal | undefined> {
  return transact(deps, async (unit) => {
    const document = await lockDocument(unit, request.document)
    if (!document) return refuse({ kind: 'document-unknown' }).refusal
    const refusal = (forbids('import', request.by, { owners: [] }) ?? forbidsSettling(document))?.refusal
    if (refusal) return refusal
    const { admins } = await administering(unit, document, request)
    const asked = admins.filter((person) => person !== request.by.id).slice(0, mostAsked)
    if (asked.length === 0) return refuse({ kind: 'nobody-administers' }).refusal
    if (await alreadyCarriedOut(unit, request.receipt, true)) return undefined
    const shown = { ...document, shownTo: [...new Set([...document.shownTo, ...asked])] }
    await saveDocument(unit, shown)
    unit.wish(...documentWishes(shown))
    return { asked }
  })
}

/** The plan that it would change may name admins of its own. */
async function administering(unit: Unit, { draft }: KeptDocument, { by, admins }: DocumentRequest) {
  const plan = draft ? (await findPlan(unit, draft.plan.name))?.plan : undefined
  return plan ? { actor: actingIn(plan, by), admins: [...plan.admins, ...admins] } : { actor: by, admins }
}

/** A document that nobody applied in all that time is forgotten. */
export async function forgetDocuments(deps: Deps, before: Date): Promise<void> {
  for (const id of await forgottenDocuments(scopeOf(deps), before)) {
    await transact(deps, async (unit) => {
      const document = await lockDocument(unit, id)
      if (document?.state !== 'fetching' && document?.state !== 'read') return
      await settle(unit, document, { state: 'expired', settled: { by: null, at: unit.now } })
    })
  }
}

/** Asking many would ask nobody. */
const mostAsked = 3

/** Its text goes, and everybody who was shown it learns what became of it. */
export async function settle(
  unit: Unit,
  document: KeptDocument,
  outcome: Pick<PlanDocument, 'state' | 'settled'> & Partial<Pick<PlanDocument, 'became' | 'choices'>>,
): Promise<void> {
  const settled: KeptDocument = { ...document, ...outcome, url: null, source: null, draft: null }
  await saveDocument(unit, settled)
  unit.wish(...documentWishes(settled))
  if (settled.settled?.by) unit.wish(...documentToldWishes(settled))
}
