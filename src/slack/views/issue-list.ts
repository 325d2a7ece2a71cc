import type { Issue } from '../../domain/issue.ts'
import { bold, channelLink, joined, type Mrkdwn, mrkdwn, truncate } from '../text/mrkdwn.ts'
import { clockInWords, issueName } from './clock.ts'
import { readersTime } from './issue-state.ts'
import { issueTitle } from './issue-words.ts'

/** What is open, the worst first, with where it is and what its clock says. */
export function issueListText(issues: readonly Issue[], zone: string): Mrkdwn {
  if (issues.length === 0) return mrkdwn`No open issues or incidents.`
  const lines = issues.map((issue) =>
    joined(
      [
        mrkdwn`${bold(issueName(issue))} — ${issueTitle(issue)}`,
        channelLink(issue.channel),
        clockInWords(issue, readersTime(zone)),
      ],
      ' · ',
    ),
  )
  return truncate(joined([bold(mrkdwn`Open issues`), ...lines], '\n'), 3900)
}
