import { subDays } from 'date-fns'
import { documentKeptDays } from '../domain/document.ts'
import type { Groups } from '../domain/resolve.ts'
import { dropReceiptsBefore } from '../store/receipts.ts'
import { refreshGroups } from './refresh-groups.ts'
import { forgetDocuments } from './settle-document.ts'
import { type Deps, scopeOf } from './transact.ts'

const receiptsKeptDays = 7

/** What has to be done every now and then: who is in which group is read again, and what nobody needs any more goes. */
export async function keepHouse(deps: Deps, groups: () => Promise<Groups>): Promise<void> {
  await refreshGroups(deps, groups)
  await dropReceiptsBefore(scopeOf(deps), subDays(deps.clock(), receiptsKeptDays))
  await forgetDocuments(deps, subDays(deps.clock(), documentKeptDays))
}
