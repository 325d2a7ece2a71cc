import { type Checklist, isSplit, progressOf, requiredOpen } from '../../domain/checklist.ts'
import type { LedgerState } from '../../domain/ledger.ts'
import { joined, type Mrkdwn, mentions, mrkdwn, plain, timeForAll, truncate } from '../text/mrkdwn.ts'
import { dayTime, durationInWords, endNear, timeNear, workInWords } from '../text/time.ts'
import { counted, sentence } from '../text/words.ts'

/** `Fri 20 Nov 09:00 New York (your time today at 15:00) · open until 11:00 · about 15 min · owner @maria` */
export function dueInWords(checklist: Checklist): Mrkdwn {
  const { dueAt, opensAt, zone, takesMinutes } = checklist
  return joined(
    [
      timeForAll(dueAt, zone),
      opensAt > dueAt ? mrkdwn`moved by a holiday to ${dayTime(opensAt, zone)}` : null,
      untilInWords(checklist),
      takesMinutes === null ? null : mrkdwn`about ${workInWords(takesMinutes)}`,
      ownersInWords(checklist),
    ],
    ' · ',
  )
}

/**
 * `owner @maria`. A card that is told in sections says `owner Operations Manager` instead: whoever it mentioned would
 * be notified of each section's message too. The last of them mentions the owners, once.
 */
export function ownersInWords(checklist: Checklist): Mrkdwn | null {
  const { owners, ownerTitle } = checklist
  if (isSplit(checklist)) return ownerTitle === null ? null : mrkdwn`owner ${truncate(plain(ownerTitle), 150)}`
  return owners.length > 0 ? mrkdwn`owner ${mentions(owners)}` : null
}

/** What a reader must know beside the progress: opened late, ready to sign off, missed and why. Null while it simply runs. */
export function standingInWords(checklist: Checklist): Mrkdwn | null {
  const lines = joined([openedLate(checklist), standings[checklist.state](checklist)], '\n')
  return lines === '' ? null : lines
}

/** One line for what is over: who signed it off, when, and how it went. */
export function signedOffInWords(checklist: Checklist): Mrkdwn | null {
  const { signedOff, opensAt, zone } = checklist
  if (signedOff === null) return null
  const took = signedOff.minutes === null ? null : mrkdwn`took ${durationInWords(signedOff.minutes)}`
  const { total, settled, failed } = progressOf(checklist.items)
  return joined(
    [
      mrkdwn`${settled} of ${total}`,
      failed > 0 ? mrkdwn`${failed} failed` : null,
      checklist.state === 'done-late' ? mrkdwn`finished late` : null,
      mrkdwn`signed off by ${mentions([signedOff.by])} ${timeNear(signedOff.at, opensAt, zone)}`,
      took,
    ],
    ' · ',
  )
}

const standings: Readonly<Record<LedgerState, (checklist: Checklist) => Mrkdwn | null>> = {
  open: () => null,
  done: readyToSignOff,
  'done-late': (checklist) => {
    const late = checklist.procedure ? mrkdwn`its limit passed` : mrkdwn`it closed`
    return mrkdwn`Finished after ${late} at ${closing(checklist)}. ${readyToSignOff(checklist)}`
  },
  missed: (checklist) => {
    if (checklist.procedure) return pastLimit(checklist)
    const open = counted(requiredOpen(checklist).length, 'item')
    return mrkdwn`Missed: it closed at ${closing(checklist)} with ${open} open. It can still be filled in, and then counts as done late.`
  },
  'not-delivered': () =>
    mrkdwn`This card reached Slack only after its time had passed, so it is nobody's miss. It can still be filled in.`,
  excused: () => mrkdwn`Excused: it does not count as missed.`,
  holiday: () => mrkdwn`A holiday: nothing is expected.`,
  paused: () => mrkdwn`Paused: nothing is expected.`,
  'bot-down': () => mrkdwn`Rounds was not running at its time, so it is nobody's miss.`,
}

/** A procedure goes on: whoever is in the middle of it needs its steps more than a verdict. */
function pastLimit(checklist: Checklist): Mrkdwn {
  const open = counted(requiredOpen(checklist).length, 'step')
  return mrkdwn`Past its limit since ${closing(checklist)}, with ${open} open. Please go on; it then counts as done late.`
}

const overStates: ReadonlySet<LedgerState> = new Set(['missed', 'not-delivered', 'done-late'])

/** Only of what is open or ran out: a card that is done may wait for its sign-off long after, and is not drawn again. */
function untilInWords({ closesAt, opensAt, zone, state, procedure }: Checklist): Mrkdwn | null {
  if (closesAt === null || !(state === 'open' || overStates.has(state))) return null
  const over = procedure ? mrkdwn`limit passed at` : mrkdwn`closed at`
  return mrkdwn`${state === 'open' ? mrkdwn`open until` : over} ${endNear(closesAt, opensAt, zone)}`
}

function openedLate({ late, openedAt, opensAt, zone }: Checklist): Mrkdwn | null {
  return late ? mrkdwn`Opened late, at ${timeNear(openedAt, opensAt, zone)}: Rounds was not running at its time.` : null
}

function readyToSignOff({ owners }: Checklist): Mrkdwn {
  return sentence(owners.length > 0 ? mrkdwn`ready to sign off by ${mentions(owners)}.` : mrkdwn`ready to sign off.`)
}

function closing({ closesAt, opensAt, zone }: Checklist): Mrkdwn {
  return closesAt === null ? mrkdwn`its end` : endNear(closesAt, opensAt, zone)
}
