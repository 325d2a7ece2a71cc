import type { Button } from '@slack/types'
import { type Issue, isOver } from '../../domain/issue.ts'
import { controls } from '../controls.ts'
import { joined, type Mrkdwn, mention, mrkdwn, plain, truncate } from '../text/mrkdwn.ts'
import { durationInWords, minutesBetween } from '../text/time.ts'
import { button } from './blocks.ts'
import { issueName } from './clock.ts'

export function issueTitle(issue: Issue): Mrkdwn {
  return truncate(plain(issue.title), 300)
}

/** `Acknowledged in 3 min (clock 15 min) · resolved in 42 min (clock 1 h)` */
export function durationsInWords(issue: Issue, milestone: string | null = null): Mrkdwn {
  const { openedAt, acknowledged, resolved, respondMinutes } = issue
  // How long it happened to be until a milestone is nothing to be measured by.
  const resolveMinutes = milestone === null ? issue.resolveMinutes : null
  return joined(
    [
      acknowledged && lasted(mrkdwn`Acknowledged`, openedAt, acknowledged.at, respondMinutes),
      resolved && lasted(mrkdwn`resolved`, openedAt, resolved.at, resolveMinutes),
    ],
    ' · ',
  )
}

/** `P0 incident 14: payments are down` */
export function issueHeadline(issue: Issue): Mrkdwn {
  return mrkdwn`${issueName(issue)}: ${issueTitle(issue)}`
}

/** What became of it, in a sentence; null while it is open. How it was resolved stands on its card alone. */
export function endInWords({ withdrawnAt, resolved }: Issue): Mrkdwn | null {
  if (withdrawnAt) return mrkdwn`Withdrawn: the failed item was opened again.`
  return resolved && mrkdwn`Resolved by ${mention(resolved.by)}.`
}

/** `Resolved by @dana: Restarted the gateway.` */
export function resolutionInWords({ resolved }: Issue): Mrkdwn | null {
  if (!resolved?.text.trim()) return null
  return mrkdwn`Resolved by ${mention(resolved.by)}: ${truncate(plain(resolved.text), 600)}`
}

/** What is left to those who were asked before others were: the later ask has the call. */
export function earlierButtons(issue: Issue): (Button | null)[] {
  return [issue.acknowledged ? null : acknowledgeButton(issue, false), viewIssueButton(issue)]
}

/** Only what can still be done. */
export function issueButtons(issue: Issue): (Button | null)[] {
  const value = issue.id
  const says = (verb: string) => `${verb} issue ${issue.number}: ${issue.title}`
  if (isOver(issue)) return [viewIssueButton(issue)]
  return [
    issue.acknowledged ? null : acknowledgeButton(issue),
    button('Update', { action: controls.updateIssue, value, says: says('Update') }),
    button('Resolve', { action: controls.resolveIssue, value, says: says('Resolve') }),
    viewIssueButton(issue),
  ]
}

/** Opens the form that asks which of the plan's procedures is to be started. */
export function procedureButton(issue: Issue): Button {
  const says = `Start a procedure for issue ${issue.number}: ${issue.title}`
  return button('Procedures', { action: controls.startProcedure, value: issue.id, says })
}

export function acknowledgeButton(issue: Issue, primary = true): Button {
  const says = `Acknowledge issue ${issue.number}: ${issue.title}`
  return button('Acknowledge', { action: controls.acknowledgeIssue, value: issue.id, says, primary })
}

export function viewIssueButton(issue: Issue): Button {
  return button('View', {
    action: controls.viewIssue,
    value: issue.id,
    says: `View issue ${issue.number}: ${issue.title}`,
  })
}

function lasted(verb: Mrkdwn, start: Date, end: Date, clock: number | null): Mrkdwn {
  const against = clock === null ? mrkdwn`` : mrkdwn` (clock ${durationInWords(clock)})`
  return mrkdwn`${verb} in ${durationInWords(minutesBetween(start, end))}${against}`
}
