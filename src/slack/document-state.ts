import type { Person } from '../domain/plan.ts'
import { firstAhead, placesOf, ritualsAhead } from '../domain/plan-preview.ts'
import { previewDocument } from '../operations/preview-document.ts'
import { whichPlan } from '../operations/which-plan.ts'
import { findDocument, type KeptDocument } from '../store/documents.ts'
import { findVersion } from '../store/plans.ts'
import type { Scope } from '../store/scope.ts'
import type { AppliedFacts, DocumentViewState } from './views/document-state.ts'

/** A document as one person sees it; the subject is `document/person`. */
export async function documentState(
  scope: Scope,
  subject: string,
  now: Date,
  admins: ReadonlySet<string>,
): Promise<DocumentViewState | undefined> {
  const [id = '', viewer = ''] = subject.split('/')
  const document = await findDocument(scope, id)
  if (!document) return undefined
  const { preview = null, before } = (await previewDocument(scope, document, now)) ?? {}
  const ofPlan: readonly Person[] = before?.plan.admins ?? []
  return {
    document,
    viewer,
    mayApply: admins.has(viewer) || ofPlan.includes(viewer),
    admins: [...new Set([...ofPlan, ...admins])],
    preview,
    applied: await appliedFacts(scope, document),
    zone: (await whichPlan(scope, null))?.plan.timezone ?? 'UTC',
  }
}

/** What was put in force, as it was told then. */
async function appliedFacts(scope: Scope, { became, settled }: KeptDocument): Promise<AppliedFacts | null> {
  const applied = became && (await findVersion(scope, became.plan, became.version))
  if (!applied || !settled) return null
  const { plan } = applied
  const ahead = ritualsAhead(plan, settled.at)
  return { title: plan.title, rituals: plan.rituals.length, channels: placesOf(plan), first: firstAhead(ahead) }
}
