import { type PlanPreview, previewOf } from '../domain/plan-preview.ts'
import type { KeptDocument } from '../store/documents.ts'
import { type AppliedPlan, findPlan } from '../store/plans.ts'
import type { Scope } from '../store/scope.ts'

export type Previewed = { readonly preview: PlanPreview; readonly before: AppliedPlan | undefined }

/** What a kept document would be as a plan now, and the plan that it would change; undefined of one that was settled. */
export async function previewDocument(
  scope: Scope,
  { draft }: KeptDocument,
  now: Date,
): Promise<Previewed | undefined> {
  if (draft === null) return undefined
  const before = await findPlan(scope, draft.plan.name)
  return { preview: previewOf(draft, before, now), before }
}
