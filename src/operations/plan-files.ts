import type { KeptDocument } from '../store/documents.ts'
import { findVersion } from '../store/plans.ts'
import type { Scope } from '../store/scope.ts'

export type NamedText = { readonly name: string; readonly content: string }

/** The plan as a file, and beside it what of the document was not placed; of one that was applied, the plan as it was applied. */
export async function planFilesOf(scope: Scope, { became, draft }: KeptDocument): Promise<readonly NamedText[]> {
  if (became !== null) {
    const applied = await findVersion(scope, became.plan, became.version)
    return applied ? [{ name: `${became.plan}.yaml`, content: applied.source }] : []
  }
  if (draft === null) return []
  const { plan, file, unplaced } = draft
  const lines = unplaced.map(({ line, text, reason }) => `line ${line}: ${text}\n    ${reason}\n`)
  return [
    { name: `${plan.name}.yaml`, content: file },
    ...(lines.length > 0 ? [{ name: `${plan.name}-not-placed.txt`, content: lines.join('') }] : []),
  ]
}
