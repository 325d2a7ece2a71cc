import { addMinutes, differenceInMinutes, isEqual } from 'date-fns'
import { type Ask, askedIn, type Level } from '../../domain/escalation.ts'
import { type Issue, isOver, nextAsk } from '../../domain/issue.ts'
import type { AskReason } from '../../domain/journal.ts'
import type { Drawing } from '../drawing.ts'
import { bold, joined, type Mrkdwn, mention, mentions, mrkdwn, truncate } from '../text/mrkdwn.ts'
import { durationInWords } from '../text/time.ts'
import { actions, context, message, section } from './blocks.ts'
import { asksAgain, contactsInWords, issueName, levelName, titleInWords } from './clock.ts'
import { type IssueState, readersTime } from './issue-state.ts'
import { earlierButtons, endInWords, issueButtons, issueHeadline, issueTitle } from './issue-words.ts'

export type AskState = Pick<IssueState, 'issue' | 'zone' | 'ask'>

/** Asks somebody for something now; one line without mentions once it no longer holds; null if it was never asked. */
export function drawAsk({ issue, zone, ask: index }: AskState): Drawing | null {
  const ask = index === undefined ? issue.asks.at(-1) : issue.asks[index]
  if (ask === undefined) return null
  const over = answered(issue, ask, zone)
  if (over !== null) return message(over, [context(over)])
  const level = askedIn(issue, ask)
  const what = mrkdwn`${bold(issueName(issue))}: ${issueTitle(issue)}.`
  const text = joined([called(level), what, reasons[ask.why](issue, ask), wanted(issue, ask, zone)], ' ')
  const latest = ask.why === 'update-due' || isLatest(issue, ask)
  const reach = ask.why === 'update-due' ? null : contactsInWords(level)
  return message(
    text,
    [section(text), ...(reach === null ? [] : [context(reach)])],
    actions(...(latest ? issueButtons(issue) : earlierButtons(issue))),
  )
}

/** What became of the ask, once nobody need answer it any more. */
function answered(issue: Issue, ask: Ask, zone: string): Mrkdwn | null {
  if (isOver(issue)) return joined([mrkdwn`${issueHeadline(issue)}.`, endInWords(issue)], ' ')
  if (ask.why === 'update-due') return updated(issue, ask, zone)
  if (issue.acknowledged === null || ask.why === 'not-resolved') return null
  const { by, at } = issue.acknowledged
  const time = readersTime(zone, issue.openedAt)
  return mrkdwn`${issueHeadline(issue)}. ${mention(by)} acknowledged it (${time(at)}).`
}

/** The next update falls due later than it did when this one was asked for: somebody has sent one, or was asked again. */
function updated(issue: Issue, { at }: Ask, zone: string): Mrkdwn | null {
  const { updateAskAt, updatesMinutes } = issue
  if (updateAskAt !== null && updateAskAt <= addMinutes(at, updatesMinutes ?? 0)) return null
  return mrkdwn`${issueHeadline(issue)}. An update was due (${readersTime(zone, issue.openedAt)(at)}).`
}

function isLatest({ asks }: Issue, ask: Ask): boolean {
  return ask === asks.findLast(({ why }) => why !== 'update-due')
}

function called({ title, people }: Level): Mrkdwn {
  if (people.length > 0) return truncate(mentions(people), 1500)
  const role = titleInWords(title)
  return mrkdwn`Nobody is named ${role ? mrkdwn`for ${role}` : mrkdwn`as its owner`}; whoever reads this, please step in.`
}

const reasons: Readonly<Record<AskReason, (issue: Issue, ask: Ask) => Mrkdwn>> = {
  opened: () => mrkdwn`It has just been opened, and you are asked first.`,
  'not-acknowledged': (issue, ask) => mrkdwn`Nobody has acknowledged it for ${since(issue, ask)}.`,
  'update-due': ({ updatesMinutes }) =>
    mrkdwn`Nobody has said where it stands for ${durationInWords(updatesMinutes ?? 0)} or more.`,
  'not-resolved': (issue, ask) => mrkdwn`It has been open for ${since(issue, ask)} without being resolved.`,
}

function wanted(issue: Issue, ask: Ask, zone: string): Mrkdwn {
  if (ask.why === 'update-due') return mrkdwn`Please send an update, even if nothing is new.`
  const please = wish(issue, ask)
  const next = nextAsk(issue)
  if (!isLatest(issue, ask)) {
    const same = issue.asks.findLast(({ why }) => why !== 'update-due')?.level === ask.level
    return mrkdwn`${please}. ${same ? mrkdwn`You have been asked again` : mrkdwn`Others have been asked`} since.`
  }
  if (next === null) return mrkdwn`${please}.`
  const time = readersTime(zone, ask.at)
  const then = asksAgain(issue) ? mrkdwn`you are asked again` : mrkdwn`${levelName(issue, next.level)} is asked`
  if (next.overdue || isEqual(next.deadline, next.at))
    return mrkdwn`${please} by ${time(next.at)}; after that, ${then}.`
  return mrkdwn`${please} by ${time(next.deadline)}; after ${time(next.at)}, ${then}.`
}

function wish(issue: Issue, ask: Ask): Mrkdwn {
  if (issue.acknowledged === null) return mrkdwn`Please acknowledge`
  const { by } = issue.acknowledged
  const theirs = askedIn(issue, ask).people.includes(by)
  return theirs ? mrkdwn`Please resolve it or say where it stands` : mrkdwn`Please help ${mention(by)} to resolve it`
}

function since({ openedAt }: Issue, { at }: Ask): Mrkdwn {
  return durationInWords(differenceInMinutes(at, openedAt))
}
