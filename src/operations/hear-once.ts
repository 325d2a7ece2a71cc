import { firstTime } from '../store/receipts.ts'
import { type Deps, transact } from './transact.ts'

/** Whether this is heard for the first time: Slack sends again what it believes was not heard. */
export function hearOnce(deps: Deps, message: string): Promise<boolean> {
  return transact(deps, (unit) => firstTime(unit, message, unit.now))
}
