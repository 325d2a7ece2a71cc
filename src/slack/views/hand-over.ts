import type { Issue } from '../../domain/issue.ts'
import type { HandOver } from '../../domain/role.ts'
import type { Drawing } from '../drawing.ts'
import { bold, joined, type Mrkdwn, mentions, mrkdwn, plain, timeForAll, truncate } from '../text/mrkdwn.ts'
import { context, message, section } from './blocks.ts'
import { issueHeadline } from './issue-words.ts'

export type HandOverState = HandOver & {
  /** What the role is called. */
  readonly title: string
  /** When it may change hands again; null where it never does. */
  readonly until: Date | null
  readonly zone: string
  /** What whoever takes over finds. */
  readonly open: readonly Issue[]
}

/** Tells those who leave and those who take over, and what is open at that moment. */
export function drawHandOver({ from, to, title, until, zone, open }: HandOverState): Drawing {
  const role = bold(truncate(plain(title), 150))
  const what = mrkdwn`${passed(from, to)}: ${role}${untilInWords(until, zone)}.`
  const found = openInWords(open)
  return message(joined([what, found], ' '), [section(what), context(found)])
}

const shownIssues = 5

function passed(from: HandOver['from'], to: HandOver['to']): Mrkdwn {
  const [before, after] = [truncate(mentions(from), 300), truncate(mentions(to), 300)]
  if (from.length === 0) return mrkdwn`${after} takes over`
  return to.length === 0
    ? mrkdwn`${before} hands over, and nobody takes over`
    : mrkdwn`${before} hands over to ${after}`
}

function untilInWords(until: Date | null, zone: string): Mrkdwn {
  return until === null ? mrkdwn`` : mrkdwn` until ${timeForAll(until, zone)}`
}

function openInWords(open: readonly Issue[]): Mrkdwn {
  if (open.length === 0) return mrkdwn`No issue is open.`
  const more = open.length > shownIssues ? mrkdwn` and ${open.length - shownIssues} more` : mrkdwn``
  return mrkdwn`Open now: ${joined(open.slice(0, shownIssues).map(issueHeadline), ', ')}${more}.`
}
