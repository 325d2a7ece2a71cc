import type { ModalView } from '@slack/types'
import { bold, joined, mention, mrkdwn, plain, quoted } from '../../text/mrkdwn.ts'
import { sentence } from '../../text/words.ts'
import { actions, linesAsSections, section } from '../blocks.ts'
import { clockInWords, issueName } from '../clock.ts'
import { timelineLine } from '../happenings.ts'
import { dayedTime, type IssueState } from '../issue-state.ts'
import { durationsInWords, issueButtons } from '../issue-words.ts'
import { modal } from './modal.ts'

/** The whole of an issue: where it stands, what can be done, and everything that happened. */
export function issueView({ issue, timeline, zone, milestone }: IssueState): ModalView {
  const time = dayedTime(zone)
  const people = [
    issue.owner && mrkdwn`Owner ${mention(issue.owner)}`,
    issue.commander && mrkdwn`Commander ${mention(issue.commander)}`,
    issue.openedBy && mrkdwn`Opened by ${mention(issue.openedBy)}`,
  ]
  const about = [
    mrkdwn`${bold(issueName(issue))} — ${plain(issue.title)}`,
    issue.detail && quoted(issue.detail),
    sentence(mrkdwn`${plain(issue.status)} · ${clockInWords(issue, time)}`),
    durationsInWords(issue, milestone),
    joined(
      people.map((line) => line || null),
      ' · ',
    ),
  ]
  const buttons = issueButtons(issue).slice(0, -1)
  return modal({
    title: `${issue.incident ? 'Incident' : 'Issue'} ${issue.number}`,
    blocks: [
      section(
        joined(
          about.map((line) => line || null),
          '\n',
        ),
      ),
      ...actions(...buttons),
      ...linesAsSections([bold(mrkdwn`What happened`), ...timeline.map((entry) => timelineLine(entry, time))]),
    ],
  })
}
