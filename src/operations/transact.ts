import type { Happening } from '../domain/journal.ts'
import type { Person } from '../domain/plan.ts'
import type { Wish } from '../domain/surface.ts'
import type { Database } from '../store/database/database.ts'
import { record } from '../store/journal.ts'
import type { KnownPlans } from '../store/known-plans.ts'
import { nameOf, show } from '../store/messages.ts'
import type { Scope, Workspace } from '../store/scope.ts'

/** What every operation is given; made in `main.ts`. */
export type Deps = {
  readonly db: Database
  readonly workspace: Workspace
  readonly knownPlans?: KnownPlans
  /** Dates facts, due and wake times. */
  readonly clock: () => Date
  readonly newId: () => string
  /** Called after each commit that left a message stale. */
  readonly committed: () => void
}

/** One transaction: its scope, its moment, and what it wants shown when it commits. */
export type Unit = Scope & {
  readonly now: Date
  readonly newId: () => string
  wish(...wishes: readonly Wish[]): void
  record(
    about: { readonly plan: string; readonly subject: string; readonly by: Person | null },
    what: readonly Happening[],
  ): Promise<void>
}

/** State, journal and stale messages commit together or not at all. */
export async function transact<Result>(deps: Deps, work: (unit: Unit) => Promise<Result>): Promise<Result> {
  const wishes = new Map<string, Wish>()
  const result = await deps.db.transaction(async (db) => {
    const scope: Scope = { ...scopeOf(deps), db }
    const now = deps.clock()
    const outcome = await work({
      ...scope,
      now,
      newId: deps.newId,
      wish: (...wanted) => {
        for (const wish of wanted) wishes.set(nameOf(wish), wish)
      },
      record: (about, what) => record(scope, { at: now, ...about }, what),
    })
    await show(scope, [...wishes.values()], { newId: deps.newId, now })
    return outcome
  })
  if (wishes.size > 0) deps.committed()
  return result
}

/** The scope for reading outside a transaction. */
export function scopeOf(deps: Deps): Scope {
  return { db: deps.db, workspace: deps.workspace, knownPlans: deps.knownPlans }
}
