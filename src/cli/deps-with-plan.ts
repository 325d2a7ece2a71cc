import { randomUUID } from 'node:crypto'
import { machineClock } from '../clock.ts'
import { CannotStart } from '../main.ts'
import type { Deps } from '../operations/transact.ts'
import type { Opened } from '../store/database/database.ts'
import { currentPlans } from '../store/plans.ts'
import { knownWorkspaces } from '../store/workspaces.ts'

/** Every workspace of a database in which a plan of this name is in force, for a command that changes it. */
export async function depsWithPlan(opened: Opened, name: string): Promise<readonly Deps[]> {
  const found: Deps[] = []
  const known: string[] = []
  for (const workspace of await knownWorkspaces(opened.db)) {
    const deps: Deps = { db: opened.db, workspace, clock: machineClock, newId: randomUUID, committed: () => undefined }
    const names = (await currentPlans(deps)).map(({ plan }) => plan.name)
    known.push(...names)
    if (names.includes(name)) found.push(deps)
  }
  if (found.length > 0) return found
  throw new CannotStart(
    known.length === 0
      ? 'No plan has been applied to this database yet; start Rounds with ROUNDS_PLANS set to a plan file.'
      : `There is no plan named ${name} in this database; it holds ${known.join(', ')}.`,
  )
}
