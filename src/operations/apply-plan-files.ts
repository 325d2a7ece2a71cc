import type { Person, Plan } from '../domain/plan.ts'
import { type Directory, resolvePlan } from '../domain/resolve.ts'
import { readPlanFiles } from '../plans/files.ts'
import { readPlan } from '../plans/load.ts'
import { type AppliedPlan, currentPlans, findPlan, lastFileOf } from '../store/plans.ts'
import { type Applied, applyPlan } from './apply-plan.ts'
import { retirePlan } from './retire-plan.ts'
import { type Deps, scopeOf } from './transact.ts'

export type AppliedFiles = {
  readonly applied: readonly Applied[]
  /** Plans that no file holds any more: they were taken out of use, and their history stays. */
  readonly retired: readonly string[]
  /** Plans into which a document was imported since their file was written: the document holds until the file changes. */
  readonly overtaken: readonly string[]
}

/**
 * Puts a plan file, or every one of a folder, in force. Nothing is applied where one of them has a fault, told as
 * `file:line:column: message`. A plan that names no owner is owned by whoever applies it; one that came from a file
 * which is gone is retired.
 */
export async function applyPlanFiles(
  deps: Deps,
  path: string,
  { directory, by }: { readonly directory: Directory; readonly by: Person | null },
): Promise<AppliedFiles | { readonly faults: readonly string[] }> {
  const read = readPlanFiles(path)
  if ('faults' in read) return read
  const resolved = read.plans.map(({ file, source, plan }) => ({ file, source, ...resolvePlan(plan, directory) }))
  const faults = resolved.flatMap((one) =>
    'unresolved' in one ? one.unresolved.map(({ message }) => `${one.file}: ${message}`) : [],
  )
  if (faults.length > 0) return { faults }
  const applied: Applied[] = []
  const overtaken: string[] = []
  for (const one of resolved) {
    if ('unresolved' in one) continue
    const before = await findPlan(scopeOf(deps), one.plan.name)
    if (before && (await isOvertaken(deps, before, one.source))) {
      overtaken.push(one.plan.name)
      continue
    }
    const plan = withMovedLaunch({ ...one.plan, owner: one.plan.owner ?? by }, before)
    applied.push(await applyPlan(deps, { plan, source: one.source, origin: 'file', by }))
  }
  const found = [...applied.map(({ plan }) => plan), ...overtaken]
  const gone = (await currentPlans(scopeOf(deps))).flatMap(({ plan, origin }) =>
    origin === 'file' && !found.includes(plan.name) ? [plan.name] : [],
  )
  for (const plan of gone) await retirePlan(deps, { plan, why: 'The plan has no file any more.', by: null })
  return { applied, retired: gone, overtaken }
}

/** A document was imported after the file had been written, and the file is as it was then. */
async function isOvertaken(deps: Deps, { plan, origin, retiredAt }: AppliedPlan, source: string): Promise<boolean> {
  if (origin !== 'document' || retiredAt !== null) return false
  return (await lastFileOf(scopeOf(deps), plan.name)) === source
}

/** A launch that was moved since the file was applied stays moved, until the file itself says another. */
function withMovedLaunch(plan: Plan, before: AppliedPlan | undefined): Plan {
  if (!before) return plan
  const said = readPlan(before.source, plan.name).plan?.launch
  if (before.plan.launch === undefined || before.plan.launch === said || plan.launch !== said) return plan
  return { ...plan, launch: before.plan.launch }
}
