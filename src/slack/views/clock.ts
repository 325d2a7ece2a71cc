import { type Issue, nextAsk } from '../../domain/issue.ts'
import { joined, type Mrkdwn, mention, mrkdwn, plain, truncate } from '../text/mrkdwn.ts'

/** How the times in a sentence are written: in the reader's zone, or as a card's own clock shows them. */
export type WriteTime = (instant: Date) => Mrkdwn

/** Where an issue stands against its clocks: `respond by 11:04, then Technical Lead`. */
export function clockInWords(issue: Issue, time: WriteTime): Mrkdwn {
  if (issue.withdrawnAt) return mrkdwn`withdrawn ${time(issue.withdrawnAt)}`
  if (issue.resolved) return mrkdwn`resolved ${time(issue.resolved.at)} by ${mention(issue.resolved.by)}`
  const taken = issue.acknowledged ? mrkdwn`${mention(issue.acknowledged.by)} has it` : null
  return joined([taken, nextAskInWords(issue, time)], ' · ')
}

/** When the next clock runs out and who is asked then; null where none runs. */
export function nextAskInWords(issue: Issue, time: WriteTime): Mrkdwn | null {
  const next = nextAsk(issue)
  if (next === null) return null
  const verb = next.clock === 'response' ? mrkdwn`respond` : mrkdwn`resolve`
  return mrkdwn`${verb} by ${time(next.at)}, then ${nextLevel(issue) ?? mrkdwn`nobody else`}`
}

/** Who is asked when the next clock runs out: `Technical Lead`, or `Technical Lead again`. */
export function nextLevel(issue: Issue): Mrkdwn | null {
  const next = nextAsk(issue)
  if (next === null) return null
  const last = issue.asks.at(-1)
  const again = last !== undefined && issue.ladder[last.level] === next.level
  const title = truncate(plain(next.level.title), 60)
  return again ? mrkdwn`${title} again` : title
}

/** `P0 incident 14` or `P2 issue 15`. */
export function issueName(issue: Issue): Mrkdwn {
  return mrkdwn`${plain(issue.severity)} ${issue.incident ? mrkdwn`incident` : mrkdwn`issue`} ${issue.number}`
}
