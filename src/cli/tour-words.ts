import { type Checklist, type ChecklistItem, isSplit } from '../domain/checklist.ts'
import type { Plan } from '../domain/plan.ts'
import { bold, channelLink, code, type Mrkdwn, mrkdwn, plain } from '../slack/text/mrkdwn.ts'
import type { Post } from '../store/messages.ts'

export type StepId = 'tick' | 'read' | 'fail' | 'declare' | 'weekly' | 'summary'

/** Of a card that is open: what there is to tick, to read and to fail on it. */
export type Card = {
  readonly checklist: Checklist
  readonly post: Post
  readonly check: ChecklistItem | undefined
  readonly reading: ChecklistItem | undefined
  /** Another one than is told to be ticked, where there are several. */
  readonly failing: ChecklistItem | undefined
}

type Known = {
  readonly plan: Plan
  readonly card: Card | null
  /** What the time machine's buttons are called; null where nothing lies ahead. */
  readonly weekly: string | null
  readonly ritual: string | null
}

type Words = { readonly title: string; readonly text: Mrkdwn }

/** What to press and to type, step by step, in the words that stand on the page. */
export function stepWords(known: Known): Readonly<Record<StepId, Words>> {
  const { plan, card, weekly } = known
  return {
    tick: { title: 'Tick an item', text: card?.check ? tickWords(card, card.check) : waiting(known) },
    read: { title: 'Type a reading', text: card?.reading ? readWords(card.reading) : waiting(known) },
    fail: { title: 'Report a failure', text: card?.failing ? failWords(card.failing) : waiting(known) },
    declare: {
      title: 'Declare an incident',
      text: mrkdwn`In the message box write ${code('/incident Card payments are down')} and send it. Its card is in ${channelLink(plan.incidents)}, and somebody is asked at once.`,
    },
    weekly: {
      title: `Jump to ${weekly ?? 'the weekly post'}`,
      text: mrkdwn`At the top of the page press ${bold(plain(weekly ?? 'Friday'))}. The whole week is played in a few seconds.`,
    },
    summary: {
      title: 'Read the summary',
      text: mrkdwn`Open ${channelLink(plan.summary.channel)}. One post tells how the week went.`,
    },
  }
}

function tickWords({ checklist, post }: Card, check: ChecklistItem): Mrkdwn {
  const press = mrkdwn`press ${bold(mrkdwn`Done`)} beside “${plain(check.title)}”. That is all a healthy item takes.`
  return isSplit(checklist)
    ? mrkdwn`Open the thread of the checklist in ${channelLink(post.channel)} and ${press}`
    : mrkdwn`In ${channelLink(post.channel)} ${press}`
}

function readWords(reading: ChecklistItem): Mrkdwn {
  const example = exampleOf(reading)
  const type = example === null ? mrkdwn`fill in the form` : mrkdwn`type ${code(example)}`
  return mrkdwn`Press ${bold(mrkdwn`Enter`)} beside “${plain(reading.title)}”, ${type} and press ${bold(mrkdwn`Save`)}.`
}

/** A number that meets the target. */
function exampleOf({ kind, targets: [target] }: ChecklistItem): string | null {
  if (!target || kind === 'yes-no' || kind === 'choice' || kind === 'text') return null
  switch (target.op) {
    case '<':
    case '<=':
      return String(target.value - 1)
    case '>':
    case '>=':
      return String(target.value + 1)
    case '=':
      return String(target.value)
    case 'between':
      return String(target.low)
    default:
      return null
  }
}

function failWords(failing: ChecklistItem): Mrkdwn {
  return mrkdwn`Under the checklist press ${bold(mrkdwn`Something failed`)}, choose “${plain(failing.title)}” and press ${bold(mrkdwn`Open an issue`)}. A clock starts, and somebody is asked.`
}

function waiting({ ritual }: Known): Mrkdwn {
  if (ritual === null) return mrkdwn`No checklist is open, and none is due.`
  return mrkdwn`No checklist is open now. At the top of the page press ${bold(plain(ritual))}, and one appears.`
}

/** Where to go from here. */
export const goodbye = mrkdwn`You have seen a week of Rounds. For your own team write a plan as README.md shows, and try it here: ${code('npm run demo -- --fresh --plan my-plan.yaml')}. ${code('npx rounds check my-plan.yaml')} says what is wrong with it.`
