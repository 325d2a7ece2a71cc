import { type Checklist, nameIn, requiredOpen } from '../../domain/checklist.ts'
import type { Drawing } from '../drawing.ts'
import { joined, type Mrkdwn, mentions, mrkdwn, plain, truncate } from '../text/mrkdwn.ts'
import { durationInWords, endNear, minutesBetween } from '../text/time.ts'
import { counted } from '../text/words.ts'
import { actions, context, message, section } from './blocks.ts'
import { rowWords } from './item-row.ts'
import { fillButton, firstOpenSection } from './section-rows.ts'

export type LimitState = { readonly checklist: Checklist }

/** Tells those at work that a procedure has passed its limit; one line once nothing is left of it. */
export function drawLimit({ checklist }: LimitState): Drawing | null {
  const { closesAt, opensAt, zone, owners } = checklist
  if (closesAt === null) return null
  const title = truncate(plain(checklist.title), 150)
  const limit = durationInWords(minutesBetween(opensAt, closesAt))
  const open = requiredOpen(checklist)
  const first = firstOpenSection(checklist)
  if (open.length === 0 || first === null) {
    const text = mrkdwn`${title} passed its limit of ${limit}, and was finished after it.`
    return message(text, [context(text)])
  }
  const left = mrkdwn`${title} passed its limit of ${limit} at ${endNear(closesAt, opensAt, zone)} with ${counted(open.length, 'step')} open: ${named(open.map((item) => nameIn(checklist, item)))}.`
  const text = joined([called(checklist, owners), left, mrkdwn`Please go on with it, or escalate.`], ' ')
  return message(text, [section(text)], actions(fillButton({ checklist, section: first }, true)))
}

const namedSteps = 5

/** Those who own it and those who have worked on it. */
function called({ items }: Checklist, owners: readonly string[]): Mrkdwn {
  const hands = items.flatMap(({ settlement }) => ('by' in settlement ? [settlement.by] : []))
  return truncate(mentions([...new Set([...owners, ...hands])]), 1000)
}

function named(open: readonly string[]): Mrkdwn {
  const names = open.slice(0, namedSteps).map((name) => truncate(plain(name), rowWords.title))
  const more = open.length > namedSteps ? mrkdwn` and ${open.length - namedSteps} more` : mrkdwn``
  return mrkdwn`${joined(names, ', ')}${more}`
}
