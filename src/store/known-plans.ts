import type { AppliedPlan } from './plans.ts'

/** A row as it stands: another transaction that writes it, or another version, has another name. */
export type RowName = { readonly name: string; readonly row: string }

/**
 * Plans as this process read them last, by name. A plan is as long as a book and seldom changes, so it is asked for
 * which row is the newest, and the row is read only when that is news. For one workspace of one database.
 */
export type KnownPlans = Map<string, { readonly row: string; readonly applied: AppliedPlan }>

/** From memory where that is the very row, else read and kept. */
export async function knownOr(
  known: KnownPlans | undefined,
  { name, row }: RowName,
  read: () => Promise<AppliedPlan | undefined>,
): Promise<AppliedPlan | undefined> {
  const kept = known?.get(name)
  if (kept?.row === row) return kept.applied
  const applied = await read()
  if (applied) known?.set(name, { row, applied })
  return applied
}
