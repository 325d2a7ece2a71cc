import { asc, desc, eq, sql } from 'drizzle-orm'
import type { Maintenance } from '../domain/maintenance.ts'
import type { Plan, PlanFrame, PlanOrigin, Ritual } from '../domain/plan.ts'
import { knownOr, type RowName } from './known-plans.ts'
import { plans } from './schema.ts'
import { readOnce, type Scope, within } from './scope.ts'
import { given, statement } from './statement.ts'

export type AppliedPlan = {
  readonly plan: Plan
  readonly version: number
  readonly source: string
  /** When it was taken out of use; null while it is in force. */
  readonly retiredAt: Date | null
  readonly origin: PlanOrigin
}

/** The plans in force, the first applied one first: it is the default. */
export async function currentPlans(scope: Scope): Promise<readonly AppliedPlan[]> {
  const rows = await newestRows(scope, {})
  const inForce = rows.filter(({ retiredAt }) => retiredAt === null)
  const firsts = inForce.length < 2 ? [] : await firstAppliedNames(scope)
  const current: AppliedPlan[] = []
  for (const newest of inForce.toSorted((a, b) => firsts.indexOf(a.name) - firsts.indexOf(b.name))) {
    const applied = await knownOr(scope.knownPlans, newest, () => readPlan(scope, newest.name))
    if (applied) current.push(applied)
  }
  return current
}

const rowName = sql<string>`${plans.version} || ' ' || xmin`

const newestRows = statement<Record<never, never>, (RowName & Pick<AppliedPlan, 'retiredAt'>)[]>((scope) =>
  scope.db
    .selectDistinctOn([plans.name], { name: plans.name, row: rowName, retiredAt: plans.retiredAt })
    .from(plans)
    .where(within(scope, plans))
    .orderBy(asc(plans.name), desc(plans.version)),
)

export function findPlan(scope: Scope, name: string): Promise<AppliedPlan | undefined> {
  return readOnce(scope, `plan ${name}`, async () => {
    const [newest] = await newestRow(scope, { name })
    return newest && knownOr(scope.knownPlans, { name, row: newest.row }, () => readPlan(scope, name))
  })
}

const newestRow = statement<{ name: string }, { row: string }[]>((scope) =>
  scope.db
    .select({ row: rowName })
    .from(plans)
    .where(within(scope, plans, eq(plans.name, given('name'))))
    .orderBy(desc(plans.version))
    .limit(1),
)

async function readPlan(scope: Scope, name: string): Promise<AppliedPlan | undefined> {
  const [row] = await scope.db
    .select(appliedColumns)
    .from(plans)
    .where(within(scope, plans, eq(plans.name, name)))
    .orderBy(desc(plans.version))
    .limit(1)
  return row
}

const appliedColumns = {
  plan: plans.body,
  version: plans.version,
  source: plans.source,
  retiredAt: plans.retiredAt,
  origin: plans.origin,
}

/** A plan as it was applied once, whatever has become of it since. */
export async function findVersion(scope: Scope, name: string, version: number): Promise<AppliedPlan | undefined> {
  const [row] = await scope.db
    .select(appliedColumns)
    .from(plans)
    .where(within(scope, plans, eq(plans.name, name), eq(plans.version, version)))
  return row
}

/** The words that a plan's file had when it was applied last. */
export async function lastFileOf(scope: Scope, name: string): Promise<string | undefined> {
  const [row] = await scope.db
    .select({ source: plans.source })
    .from(plans)
    .where(within(scope, plans, eq(plans.name, name), eq(plans.origin, 'file')))
    .orderBy(desc(plans.version))
    .limit(1)
  return row?.source
}

/** Takes the version in force out of use; a later one is in force again. */
export async function markRetired(scope: Scope, name: string, version: number, at: Date): Promise<void> {
  await scope.db
    .update(plans)
    .set({ retiredAt: at })
    .where(within(scope, plans, eq(plans.name, name), eq(plans.version, version)))
}

/** Plans of which only the history is left, by name. */
export async function retiredPlans(scope: Scope): Promise<readonly { readonly name: string; readonly at: Date }[]> {
  const newest = await newestRows(scope, {})
  return newest.flatMap(({ name, retiredAt }) => (retiredAt === null ? [] : [{ name, at: retiredAt }]))
}

/** A maintenance window as the newest version of a plan has it that has it at all. */
export async function lastMaintenance(scope: Scope, name: string, id: string): Promise<Maintenance | undefined> {
  const rows = await scope.db
    .select({ maintenance: sql<readonly Maintenance[] | null>`${plans.body} -> 'maintenance'` })
    .from(plans)
    .where(within(scope, plans, eq(plans.name, name)))
    .orderBy(desc(plans.version))
  return rows.flatMap(({ maintenance }) => maintenance ?? []).find((window) => window.id === id)
}

/**
 * What a plan says apart from its rituals: people, places, severities, escalation. They are a hundredth of it, so that
 * the whole is not read for them; it is given where it is known.
 */
export async function getPlanFrame(scope: Scope, name: string): Promise<Plan | PlanFrame> {
  const known = scope.knownPlans && (await findPlan(scope, name))
  if (known) return known.plan
  const [row] = await scope.db
    .select({ frame: sql<PlanFrame>`${plans.body} - 'rituals'` })
    .from(plans)
    .where(within(scope, plans, eq(plans.name, name)))
    .orderBy(desc(plans.version))
    .limit(1)
  if (!row) throw new Error(`There is no plan named ${name}.`)
  return row.frame
}

/** One ritual of a plan, without reading all the others. */
export async function findRitual(scope: Scope, plan: Plan | PlanFrame, ritual: string): Promise<Ritual | undefined> {
  if ('rituals' in plan) return plan.rituals.find(({ id }) => id === ritual)
  const [row] = await scope.db
    .select({
      ritual: sql<Ritual | null>`jsonb_path_query_first(${plans.body}, '$.rituals[*] ? (@.id == $id)',
        jsonb_build_object('id', ${ritual}::text))`,
    })
    .from(plans)
    .where(within(scope, plans, eq(plans.name, plan.name)))
    .orderBy(desc(plans.version))
    .limit(1)
  return row?.ritual ?? undefined
}

/** Holds a plan's name until the transaction ends, also one that no row has yet, so that it is applied by one at a time. */
export async function lockPlanName({ db, workspace }: Scope, name: string): Promise<void> {
  const key = ['plan', workspace.enterprise, workspace.team, name].join(' ')
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
}

export async function insertPlan(
  scope: Scope,
  row: {
    plan: Plan
    version: number
    source: string
    origin: PlanOrigin
    appliedAt: Date
    appliedBy: string | null
  },
): Promise<void> {
  const { plan, ...rest } = row
  await scope.db.insert(plans).values({ ...scope.workspace, name: plan.name, body: plan, ...rest })
}

async function firstAppliedNames(scope: Scope): Promise<readonly string[]> {
  const rows = await scope.db
    .select({ name: plans.name })
    .from(plans)
    .where(within(scope, plans, eq(plans.version, 1)))
    .orderBy(asc(plans.appliedAt), asc(plans.name))
  return rows.map(({ name }) => name)
}
