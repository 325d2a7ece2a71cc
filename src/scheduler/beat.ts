import { openDue } from '../operations/open-due.ts'
import type { Deps } from '../operations/transact.ts'
import { wakeDue } from '../operations/wake-due.ts'

/** Asks what is due, and has it done. Decides nothing, posts nothing; any number of processes may beat. */
export async function beat(deps: Deps): Promise<void> {
  await openDue(deps)
  await wakeDue(deps)
}
