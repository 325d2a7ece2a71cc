import type { KnownBlock } from '@slack/types'
import type { Issue } from '../../domain/issue.ts'
import type { Drawing } from '../drawing.ts'
import { bold, joined, type Mrkdwn, mention, mrkdwn, plain, quoted, truncate } from '../text/mrkdwn.ts'
import { sentence } from '../text/words.ts'
import { actions, context, fields, header, message, section } from './blocks.ts'
import { clockInWords, issueName } from './clock.ts'
import { timelineLine } from './happenings.ts'
import { type IssueState, readersTime } from './issue-state.ts'
import { durationsInWords, endInWords, issueButtons, issueTitle, viewIssueButton } from './issue-words.ts'

export { drawAsk } from './ask.ts'
export type { IssueState } from './issue-state.ts'

/** The small card in the thread of the checklist that found it. */
export function drawIssue({ issue, zone }: IssueState): Drawing {
  const end = endInWords(issue)
  if (end !== null) return message(end, [section(joined([end, durationsInWords(issue)], '\n'), viewIssueButton(issue))])
  const clock = sentence(clockInWords(issue, readersTime(zone)))
  const lines = [
    mrkdwn`${bold(issueName(issue))} — ${issueTitle(issue)}`,
    issue.detail === null ? null : quoted(issue.detail),
    issue.owner === null ? null : mrkdwn`Owner ${mention(issue.owner)}`,
    clock,
  ]
  const text = mrkdwn`${issueName(issue)}: ${issueTitle(issue)}. ${clock}.`
  return message(text, [section(joined(lines, '\n'))], actions(...issueButtons(issue)))
}

/** The card in the incidents channel. */
export function drawIncident(state: IssueState): Drawing {
  const { issue, planTitle, zone } = state
  const end = endInWords(issue)
  if (end !== null) {
    return message(end, [section(joined([end, durationsInWords(issue)], '\n'), viewIssueButton(issue))])
  }
  const clock = sentence(clockInWords(issue, readersTime(zone)))
  const text = mrkdwn`${sentence(issueName(issue))}: ${issueTitle(issue)}. ${statusOf(issue)}. ${clock}.`
  return message(
    text,
    [
      header(`${issueName(issue)}: ${issue.title}`),
      context(mrkdwn`${truncate(plain(planTitle), 150)}`),
      ...(issue.detail === null ? [] : [section(quoted(issue.detail))]),
      factsOf(issue),
      section(clock),
      ...lastEntries(state),
    ],
    actions(...issueButtons(issue)),
  )
}

const shownEntries = 5

function factsOf(issue: Issue): KnownBlock {
  const nobody = mrkdwn`nobody yet`
  return fields(
    mrkdwn`${bold(mrkdwn`Status`)}\n${statusOf(issue)}`,
    mrkdwn`${bold(mrkdwn`Severity`)}\n${plain(issue.severity)}`,
    mrkdwn`${bold(mrkdwn`Commander`)}\n${issue.commander ? mention(issue.commander) : nobody}`,
    mrkdwn`${bold(mrkdwn`Opened by`)}\n${issue.openedBy ? mention(issue.openedBy) : mrkdwn`Rounds`}`,
  )
}

function statusOf({ status }: Issue): Mrkdwn {
  return sentence(plain(status))
}

function lastEntries({ timeline, zone }: IssueState): KnownBlock[] {
  const lines = timeline.slice(-shownEntries).map((entry) => truncate(timelineLine(entry, zone), 390))
  return lines.length === 0 ? [] : [context(joined(lines, '\n'))]
}
