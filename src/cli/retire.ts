import { retirePlan } from '../operations/retire-plan.ts'
import { plainRefusal } from '../slack/views/refusals.ts'
import { openDatabase } from '../store/database/open.ts'
import { depsWithPlan } from './deps-with-plan.ts'
import { databaseHere } from './environment.ts'
import type { Out } from './plan-file.ts'

/** `rounds retire PLAN`: takes a plan out of use; its history stays. */
export async function retire(name: string, out: Out): Promise<number> {
  const opened = await openDatabase(databaseHere())
  try {
    await opened.migrate()
    for (const deps of await depsWithPlan(opened, name)) {
      const retired = await retirePlan(deps, { plan: name, why: 'The plan was retired.', by: null })
      if ('kind' in retired) {
        out.fault(plainRefusal(retired, 'UTC'))
        return 1
      }
      out.line(`${retired.title} is retired: nothing of it falls due any more, and its history stays.`)
      if (retired.paused > 0) out.line(`Open checklists that were paused: ${retired.paused}.`)
    }
    out.line('Take its file out of ROUNDS_PLANS too: while it is there, the next start brings the plan back.')
    return 0
  } finally {
    await opened.close()
  }
}
