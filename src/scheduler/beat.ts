import { openDue } from '../operations/open-due.ts'
import type { Deps } from '../operations/transact.ts'
import { wakeDue } from '../operations/wake-due.ts'

/** Asks what is due, and has it done. Decides nothing, posts nothing; any number of processes may beat. */
export async function beat(deps: Deps): Promise<void> {
  // What fails in one must not hold up the other: clocks of incidents above all.
  const [woken, opened] = [await settled(wakeDue(deps)), await settled(openDue(deps))]
  const faults = [woken, opened].filter((fault) => fault !== undefined)
  if (faults.length > 0) throw new AggregateError(faults, faults.map(String).join('; '))
}

function settled(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (fault: unknown) => fault,
  )
}
