import type { Person, Plan } from '../domain/plan.ts'
import { type Directory, resolvePlan } from '../domain/resolve.ts'
import { readPlanFiles } from '../plans/files.ts'
import { readPlan } from '../plans/load.ts'
import { type AppliedPlan, currentPlans, findPlan } from '../store/plans.ts'
import { type Applied, applyPlan } from './apply-plan.ts'
import { retirePlan } from './retire-plan.ts'
import { type Deps, scopeOf } from './transact.ts'

export type AppliedFiles = {
  readonly applied: readonly Applied[]
  /** Plans that no file holds any more: they were taken out of use, and their history stays. */
  readonly retired: readonly string[]
}

/**
 * Puts a plan file, or every one of a folder, in force. Nothing is applied where one of them has a fault, told as
 * `file:line:column: message`. A plan that names no owner is owned by whoever applies it; one whose file is gone is
 * retired.
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
  for (const one of resolved) {
    if ('unresolved' in one) continue
    const before = await findPlan(scopeOf(deps), one.plan.name)
    const plan = withMovedLaunch({ ...one.plan, owner: one.plan.owner ?? by }, before)
    applied.push(await applyPlan(deps, { plan, source: one.source, by }))
  }
  const names = (await currentPlans(scopeOf(deps))).map(({ plan }) => plan.name)
  const gone = names.filter((name) => !applied.some(({ plan }) => plan === name))
  for (const plan of gone) await retirePlan(deps, { plan, why: 'The plan has no file any more.', by: null })
  return { applied, retired: gone }
}

/** A launch that was moved since the file was applied stays moved, until the file itself says another. */
function withMovedLaunch(plan: Plan, before: AppliedPlan | undefined): Plan {
  if (!before) return plan
  const said = readPlan(before.source, plan.name).plan?.launch
  if (before.plan.launch === undefined || before.plan.launch === said || plan.launch !== said) return plan
  return { ...plan, launch: before.plan.launch }
}
