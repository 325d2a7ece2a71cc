import { isEqual } from 'date-fns'
import type { Clock, Level } from '../../domain/escalation.ts'
import { type Issue, type NextAsk, nextAsk } from '../../domain/issue.ts'
import { joined, type Mrkdwn, mention, mentions, mrkdwn, plain, truncate } from '../text/mrkdwn.ts'

/**
 * How the times in a sentence are written: in the reader's zone, or as a card's own clock shows them; `dayed` with their
 * day in any case.
 */
export type WriteTime = (instant: Date, dayed?: boolean) => Mrkdwn

/** Where an issue stands against its clocks: `respond by 11:04, then Technical Lead`. */
export function clockInWords(issue: Issue, time: WriteTime): Mrkdwn {
  if (issue.withdrawnAt) return mrkdwn`withdrawn ${time(issue.withdrawnAt)}`
  if (issue.resolved) return mrkdwn`resolved ${time(issue.resolved.at)} by ${mention(issue.resolved.by)}`
  const taken = issue.acknowledged ? mrkdwn`${mention(issue.acknowledged.by)} has it` : null
  return joined([taken, nextAskInWords(issue, time)], ' · ')
}

/** When the next clock runs out, or since when it is over, and who is asked then; null where none runs. */
export function nextAskInWords(issue: Issue, time: WriteTime): Mrkdwn | null {
  const next = nextAsk(issue)
  if (next === null) return null
  const again = asksAgain(issue) ? mrkdwn` again` : mrkdwn``
  const ahead = nextClockInWords(next, mrkdwn`${levelName(issue, next.level)}${again}`, time)
  return joined([otherOverdue(issue, next, time), ahead], ' · ')
}

/** The clock that asks later may be the one that has run out. */
function otherOverdue(issue: Issue, next: NextAsk, time: WriteTime): Mrkdwn | null {
  const other = next.clock === 'response' ? 'resolution' : 'response'
  const deadline = other === 'resolution' ? issue.resolveBy : issue.acknowledged ? null : issue.respondBy
  const isOverdue = deadline !== null && deadline <= (issue.asks.at(-1)?.at ?? issue.openedAt)
  return isOverdue ? mrkdwn`${clockWords[other].noun} overdue since ${time(deadline, true)}` : null
}

/** `respond by 11:04, then Technical Lead`; `resolution overdue since 10:00; asked next: CTO, 11:00`. */
export function nextClockInWords({ clock, at, deadline, overdue }: ClockAhead, level: Mrkdwn, time: WriteTime): Mrkdwn {
  const { verb, noun } = clockWords[clock]
  if (isEqual(deadline, at)) return mrkdwn`${verb} by ${time(at)}, then ${level}`
  // Of two times beside each other neither may leave its day to the other.
  const by = time(deadline, true)
  const due = overdue ? mrkdwn`${noun} overdue since ${by}` : mrkdwn`${verb} by ${by}`
  return mrkdwn`${due}; asked next: ${level}, ${time(at, true)}`
}

type ClockAhead = Omit<NextAsk, 'level'>

const clockWords = {
  response: { verb: mrkdwn`respond`, noun: mrkdwn`response` },
  resolution: { verb: mrkdwn`resolve`, noun: mrkdwn`resolution` },
} as const satisfies Readonly<Record<Clock, unknown>>

/** Whether the last level has been reached, so that the same people are asked once more. */
export function asksAgain(issue: Issue): boolean {
  const last = issue.asks.findLast(({ why }) => why !== 'update-due')
  return last !== undefined && issue.ladder[last.level] === nextAsk(issue)?.level
}

/** A level by its title. People without one are mentioned only once they have been asked: a mention wakes them. */
export function levelName(issue: Issue, level: Level): Mrkdwn {
  const title = titleInWords(level.title)
  if (title !== null) return title
  if (level.people.length === 0) return mrkdwn`the owner`
  const asked = issue.asks.some((ask) => issue.ladder[ask.level] === level)
  return asked ? truncate(mentions(level.people), 300) : mrkdwn`the next person`
}

/** What a level is called in the plan; null where it is only a person, whose ID says nothing to anybody. */
export function titleInWords(title: string): Mrkdwn | null {
  const isId = /^(?=.*\d)[UWS][A-Z0-9]{5,}$/u.test(title)
  return isId || title.trim() === '' ? null : truncate(plain(title), 60)
}

/** `Technical Lead: Ben, ben@example.com, +1 555 0100`; null where the plan says nothing of how to reach a level. */
export function contactsInWords({ title, contacts = [] }: Level): Mrkdwn | null {
  const ways = contacts.map(({ name, phone, email }) =>
    joined(
      [name, phone, email].map((part) => (part === undefined ? null : truncate(plain(part), 150))),
      ', ',
    ),
  )
  if (ways.length === 0) return null
  const of = titleInWords(title)
  return truncate(joined([of && mrkdwn`${of}:`, joined(ways, ' · ')], ' '), 1000)
}

/** `P0 incident 14` or `P2 issue 15`. */
export function issueName(issue: Issue): Mrkdwn {
  return mrkdwn`${plain(issue.severity)} ${issue.incident ? mrkdwn`incident` : mrkdwn`issue`} ${issue.number}`
}
