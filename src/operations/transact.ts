import type { Happening } from '../domain/journal.ts'
import type { Person } from '../domain/plan.ts'
import type { Wish } from '../domain/surface.ts'
import type { Database } from '../store/database/database.ts'
import { record } from '../store/journal.ts'
import type { KnownPlans } from '../store/known-plans.ts'
import { type MessageKey, show } from '../store/messages.ts'
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
        for (const wish of wanted) wishes.set(keyOf(wish), wish)
      },
      record: (about, what) => record(scope, { at: now, ...about }, what),
    })
    const ids = new Map<string, string>()
    for (const wish of inOrder(wishes)) {
      const threadOf = wish.thread && ids.get(keyOf(wish.thread))
      ids.set(keyOf(wish), await show(scope, wish, { id: deps.newId(), now, threadOf }))
    }
    return outcome
  })
  if (wishes.size > 0) deps.committed()
  return result
}

/** The scope for reading outside a transaction. */
export function scopeOf(deps: Deps): Scope {
  return { db: deps.db, workspace: deps.workspace, knownPlans: deps.knownPlans }
}

function keyOf({ surface, subject, channel }: MessageKey): string {
  return [surface, subject, channel].join(' ')
}

/** Parents before their threads, and all transactions in the same order, so that none waits for another in a circle. */
function inOrder(wishes: ReadonlyMap<string, Wish>): readonly Wish[] {
  const rank = (wish: Wish) => `${wish.thread ? 1 : 0} ${keyOf(wish)}`
  return [...wishes.values()].sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
}
