import { type Ask, type Issue, isOver, type Level, nextAsk } from '../../domain/issue.ts'
import type { AskReason } from '../../domain/journal.ts'
import type { Drawing } from '../drawing.ts'
import { bold, joined, type Mrkdwn, mention, mentions, mrkdwn, plain, truncate, when } from '../text/mrkdwn.ts'
import { durationInWords, minutesBetween } from '../text/time.ts'
import { sentence } from '../text/words.ts'
import { actions, context, message, section } from './blocks.ts'
import { issueName, nextLevel } from './clock.ts'
import type { IssueState } from './issue-state.ts'
import { endInWords, issueButtons, issueTitle } from './issue-words.ts'

/** Asks somebody for something now; one line without mentions once it no longer holds; null if it was never asked. */
export function drawAsk({ issue, zone, ask: index }: IssueState): Drawing | null {
  const ask = index === undefined ? issue.asks.at(-1) : issue.asks[index]
  if (ask === undefined) return null
  const over = answered(issue, ask, zone)
  if (over !== null) return message(over, [context(over)])
  const level = issue.ladder[ask.level] ?? { title: 'Owner', people: [] }
  const what = mrkdwn`${bold(issueName(issue))}: ${issueTitle(issue)}.`
  const text = joined([called(level), what, reasons[ask.why](issue, ask), wanted(issue, ask, zone)], ' ')
  return message(text, [section(text)], actions(...issueButtons(issue)))
}

/** What became of the ask, once nobody need answer it any more. */
function answered(issue: Issue, ask: Ask, zone: string): Mrkdwn | null {
  if (isOver(issue)) return endInWords(issue)
  if (issue.acknowledged === null || ask.why === 'not-resolved') return null
  const { by, at } = issue.acknowledged
  return mrkdwn`${issueName(issue)}, ${issueTitle(issue)}: ${mention(by)} acknowledged it ${when(at, zone)}.`
}

function called({ title, people }: Level): Mrkdwn {
  const name = truncate(plain(title), 100)
  return people.length > 0
    ? truncate(mentions(people), 1500)
    : mrkdwn`Nobody is named for ${name}; whoever reads this, please step in.`
}

const reasons: Readonly<Record<AskReason, (issue: Issue, ask: Ask) => Mrkdwn>> = {
  opened: (issue, ask) => mrkdwn`It has just been opened, and ${role(issue, ask)} is asked first.`,
  'not-acknowledged': (issue, ask) => mrkdwn`Nobody has acknowledged it for ${since(issue, ask)}.`,
  'not-resolved': (issue, ask) => mrkdwn`It has not been resolved for ${since(issue, ask)}.`,
}

function wanted(issue: Issue, ask: Ask, zone: string): Mrkdwn {
  const please = issue.acknowledged
    ? mrkdwn`please help ${mention(issue.acknowledged.by)} to resolve it, or say where it stands`
    : mrkdwn`please acknowledge`
  const next = nextAsk(issue)
  if (ask !== issue.asks.at(-1)) return mrkdwn`${sentence(please)}. Others have been asked since.`
  if (next === null) return mrkdwn`${sentence(please)}.`
  return mrkdwn`${sentence(please)} by ${when(next.at, zone)}; then it goes to ${nextLevel(issue) ?? mrkdwn`nobody else`}.`
}

function role(issue: Issue, { level }: Ask): Mrkdwn {
  return truncate(plain(issue.ladder[level]?.title ?? 'the owner'), 100)
}

function since({ openedAt }: Issue, { at }: Ask): Mrkdwn {
  return durationInWords(minutesBetween(openedAt, at))
}
