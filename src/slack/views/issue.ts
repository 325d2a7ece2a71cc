import type { KnownBlock } from '@slack/types'
import { progressOf } from '../../domain/checklist.ts'
import { askedIn } from '../../domain/escalation.ts'
import { type Issue, nextAsk } from '../../domain/issue.ts'
import type { Drawing } from '../drawing.ts'
import { bold, joined, type Mrkdwn, mention, mentions, mrkdwn, plain, quoted, truncate } from '../text/mrkdwn.ts'
import { dayTime } from '../text/time.ts'
import { sentence, stopped } from '../text/words.ts'
import { actions, context, fields, header, message, section } from './blocks.ts'
import { viewChecklistButton, viewSourceButton } from './checklist-buttons.ts'
import { clockInWords, contactsInWords, issueName } from './clock.ts'
import { timelineLine } from './happenings.ts'
import { type IssueState, readersTime } from './issue-state.ts'
import {
  durationsInWords,
  endInWords,
  issueButtons,
  issueHeadline,
  issueTitle,
  procedureButton,
  resolutionInWords,
  viewIssueButton,
} from './issue-words.ts'
import { progressInWords } from './progress.ts'

export { drawAsk } from './ask.ts'
export type { IssueState } from './issue-state.ts'

/** The small card in the thread of the checklist that found it. Until somebody takes it, it names whom it asks. */
export function drawIssue(state: IssueState): Drawing {
  const { issue } = state
  const over = ended(state)
  if (over !== null) return over
  const clock = clockOf(state)
  const called = callOf(issue)
  const lines = [
    joined([called, mrkdwn`${bold(issueName(issue))} — ${issueTitle(issue)}`], ' '),
    issue.detail === null ? null : quoted(issue.detail),
    issue.owner === null || issue.owner === issue.acknowledged?.by ? null : mrkdwn`Owner ${mention(issue.owner)}`,
    clock,
    milestoneOf(state),
    lastUpdateOf(state),
  ]
  const text = joined([called, mrkdwn`${issueName(issue)}: ${issueTitle(issue)}. ${clock}.`], ' ')
  return message(text, [section(joined(lines, '\n'))], actions(...issueButtons(issue)))
}

/** The card in the incidents channel. */
export function drawIncident(state: IssueState): Drawing {
  const { issue, planTitle } = state
  const over = ended(state)
  if (over !== null) return over
  const clock = clockOf(state)
  return message(
    mrkdwn`${issueName(issue)}: ${issueTitle(issue)}. ${statusOf(issue)}. ${clock}.`,
    [
      header(`${issueName(issue)}: ${issue.title}`),
      context(joined([truncate(plain(planTitle), 150), foundIn(state)], ' · ')),
      ...(issue.detail === null ? [] : [section(quoted(issue.detail))]),
      factsOf(issue),
      section(joined([clock, milestoneOf(state)], '\n')),
      ...reachOf(issue),
      ...stepsOf(state),
      ...lastEntries(state),
    ],
    actions(
      ...issueButtons(issue),
      state.hasProcedures ? procedureButton(issue) : null,
      state.source ? viewSourceButton(state.source) : null,
    ),
  )
}

/** What is over is told in three lines, with its times against the clocks. */
function ended({ issue, milestone }: IssueState): Drawing | null {
  const end = resolutionInWords(issue) ?? endInWords(issue)
  if (end === null) return null
  const durations = durationsInWords(issue, milestone)
  const headline = issueHeadline(issue)
  const title = mrkdwn`${issue.resolved ? mrkdwn`✓` : mrkdwn`–`} ${bold(headline)}`
  const text = joined([mrkdwn`${headline}.`, stopped(end), durations === '' ? null : mrkdwn`${durations}.`], ' ')
  return message(text, [section(joined([title, end, durations], '\n'), viewIssueButton(issue))])
}

/** `Fixing: Restarted the compressor — @ben` */
function lastUpdateOf({ timeline }: IssueState): Mrkdwn | null {
  const last = timeline.findLast(({ what }) => what.kind === 'issue-updated')
  if (last?.what.kind !== 'issue-updated') return null
  const { status, text } = last.what
  return mrkdwn`${sentence(plain(status))}: ${truncate(plain(text), 300)}${last.by === null ? mrkdwn`` : mrkdwn` — ${mention(last.by)}`}`
}

function callOf(issue: Issue): Mrkdwn | null {
  const first = issue.asks[0]
  const people = first === undefined ? [] : askedIn(issue, first).people
  return issue.acknowledged || people.length === 0 ? null : truncate(mentions(people), 1500)
}

function clockOf({ issue, zone }: IssueState): Mrkdwn {
  return sentence(clockInWords(issue, readersTime(zone, issue.openedAt)))
}

const shownEntries = 5
const shownSteps = 5

function factsOf(issue: Issue): KnownBlock {
  const nobody = mrkdwn`Nobody yet`
  return fields(
    mrkdwn`${bold(mrkdwn`Status`)}\n${statusOf(issue)}`,
    mrkdwn`${bold(mrkdwn`Severity`)}\n${plain(issue.severity)}`,
    mrkdwn`${bold(mrkdwn`Commander`)}\n${issue.commander ? mention(issue.commander) : nobody}`,
    mrkdwn`${bold(mrkdwn`Opened by`)}\n${issue.openedBy ? mention(issue.openedBy) : mrkdwn`Rounds`}`,
  )
}

/** What it is to be resolved by, where no clock runs for that. */
function milestoneOf({ milestone, issue }: IssueState): Mrkdwn | null {
  return milestone && issue.resolveBy === null
    ? mrkdwn`To be resolved by the ${truncate(plain(milestone), 150)}.`
    : null
}

/** How far the procedures are that were started for it; their cards stand in the same channel. */
function stepsOf({ steps = [] }: IssueState): KnownBlock[] {
  return steps.slice(0, shownSteps).map((steps) => {
    const title = bold(truncate(plain(steps.title), 150))
    return section(mrkdwn`${title} — ${progressInWords(progressOf(steps.items))}`, viewChecklistButton(steps))
  })
}

/** How to reach those who were asked and whoever is asked next, while somebody may have to telephone. */
function reachOf(issue: Issue): KnownBlock[] {
  const next = nextAsk(issue)?.level
  const asked = issue.asks.flatMap(({ level }) => issue.ladder[level] ?? [])
  const levels = [...new Set([...asked, ...(next ? [next] : [])])]
  const lines = levels.map(contactsInWords).filter((line) => line !== null)
  return lines.length === 0 ? [] : [context(truncate(joined(lines, '\n'), 1900))]
}

/** Whoever is woken by an item knows it by what it stands in: `found in Opening round: Backups, Fri 20 Nov 09:00`. */
function foundIn({ issue, source }: IssueState): Mrkdwn | null {
  if (!source) return null
  const item = source.items.find(({ id }) => id === issue.source?.item)
  const heading = source.sections[item?.section ?? 0]?.title ?? ''
  const name = [source.title, heading].filter((part) => part.trim() !== '').join(': ')
  return mrkdwn`found in ${truncate(plain(name), 300)}, ${dayTime(source.dueAt, source.zone)}`
}

function statusOf({ status }: Issue): Mrkdwn {
  return sentence(plain(status))
}

function lastEntries({ issue, timeline, zone }: IssueState): KnownBlock[] {
  const time = readersTime(zone, issue.openedAt)
  const lines = timeline.slice(-shownEntries).map((entry) => truncate(timelineLine(entry, time), 390))
  return lines.length === 0 ? [] : [context(joined(lines, '\n'))]
}
