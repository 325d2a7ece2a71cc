import type { ItemState } from '../../domain/checklist.ts'
import type { Action } from '../../domain/permission.ts'
import type { Refusal, RefusalKind } from '../../domain/refusal.ts'
import {
  joined,
  listed,
  type Mrkdwn,
  markdownOf,
  mention,
  mentions,
  mrkdwn,
  plain,
  truncate,
  when,
} from '../text/mrkdwn.ts'
import { counted } from '../text/words.ts'
import { documentSentences } from './document-refusals.ts'

/** Why not, and what to do next, to the person who asked. */
export function refusalSentence(refusal: Refusal, zone: string): Mrkdwn {
  const tell = sentences[refusal.kind] as (refusal: Refusal, zone: string) => Mrkdwn
  return tell(refusal, zone)
}

/** The same under an input of a form, whose label names the item, and where Slack formats nothing and shows no names. */
export function plainRefusal(refusal: Refusal, zone: string): string {
  const sentence = ('title' in refusal && unnamed(refusal, zone)) || refusalSentence(refusal, zone)
  const text = sentence
    .replace(/ask <@[^>]+>(?:(?:, | and )<@[^>]+>)*/gu, 'ask its owner')
    .replace(/<@[^>]+>/gu, 'somebody')
  const plainText = markdownOf(text as Mrkdwn)
  return `${plainText.slice(0, 1).toUpperCase()}${plainText.slice(1)}`
}

type Titled = Extract<Refusal, { readonly title: string }>

function unnamed(refusal: Titled, zone: string): Mrkdwn | null {
  switch (refusal.kind) {
    case 'item-already-settled':
      return alreadySettled(refusal, zone)
    case 'reading-not-understood':
      return readingWanted(refusal)
    case 'item-not-settled':
    case 'item-needs-reading':
    case 'item-is-computed':
    case 'ritual-already-open':
    case 'plan-retired':
    case 'last-plan-retired':
    case 'plan-changed-meanwhile':
      return null
  }
}

/** What is said for each kind. */
export type Sentences<Kinds extends RefusalKind> = {
  readonly [Kind in Kinds]: (refusal: Extract<Refusal, { kind: Kind }>, zone: string) => Mrkdwn
}

const sentences: Sentences<RefusalKind> = {
  'item-already-settled': (refusal, zone) => mrkdwn`${named(refusal.title)}: ${alreadySettled(refusal, zone)}`,
  'item-not-settled': ({ title }) => mrkdwn`${named(title)} is already open, so there is nothing to undo.`,
  'item-unknown': () => mrkdwn`This item is no longer on the checklist. Please use the newest card in the channel.`,
  'item-needs-reading': ({ title }) =>
    mrkdwn`${named(title)} wants a reading. Press Enter beside it and write what you read.`,
  'item-is-computed': ({ title, from }) =>
    mrkdwn`${named(title)} is counted from ${listed(from.map(named))}: correct what it is counted from, and it follows.`,
  'reading-not-understood': (refusal) => mrkdwn`${named(refusal.title)}: ${readingWanted(refusal)}`,
  'items-still-open': ({ count }) =>
    mrkdwn`${counted(count, 'item')} ${count === 1 ? mrkdwn`is` : mrkdwn`are`} still open. Settle ${
      count === 1 ? mrkdwn`it` : mrkdwn`them`
    } first; an item that does not apply today can be marked so.`,
  'already-signed-off': ({ by, at }, zone) =>
    mrkdwn`${mention(by)} signed this off ${when(at, zone)}, so it can no longer be changed. If something is wrong now, declare an incident.`,
  'checklist-unknown': () => mrkdwn`I can no longer find this checklist. The Rounds Home tab shows those of today.`,
  'issue-unknown': () => mrkdwn`I can no longer find this issue. The Rounds Home tab shows the open ones.`,
  'already-acknowledged': ({ by, at }, zone) =>
    mrkdwn`${mention(by)} acknowledged it ${when(at, zone)}. You can help by adding an update.`,
  'already-resolved': ({ by, at }, zone) =>
    mrkdwn`It was resolved ${when(at, zone)}${by === null ? mrkdwn`` : mrkdwn` by ${mention(by)}`}. If it is back, declare a new incident.`,
  'issue-withdrawn': () =>
    mrkdwn`This issue was withdrawn, because the failed item was opened again. Nothing more is needed.`,
  'not-permitted': ({ action, ask }) => joined([mrkdwn`You cannot ${actions[action]} here.`, whomToAsk(ask)], ' '),
  'external-member': () =>
    mrkdwn`People from other workspaces can follow this, but not change it. Please ask somebody in the channel to do it.`,
  'no-plan': () =>
    mrkdwn`No plan is set up yet. The Rounds Home tab has a button that makes one of your maintenance document.`,
  'ritual-unknown': ({ name, known }) =>
    joined([mrkdwn`I know no ritual called “${named(name)}”.`, thoseKnown(known)], ' '),
  'plan-retired': ({ title, at }, zone) =>
    mrkdwn`${named(title)} was retired ${when(at, zone)} already. Applying it again brings it back.`,
  'last-plan-retired': ({ title, at, issues }, zone) =>
    joined(
      [
        mrkdwn`${named(title)} was retired ${when(at, zone)}, and no plan is in force any more.`,
        stillAsking(issues),
        mrkdwn`Applying the plan again brings it back.`,
      ],
      ' ',
    ),
  'procedure-unknown': ({ name }) =>
    mrkdwn`The plan has no procedure ${named(name)} any more. Please choose one of those it has.`,
  'ritual-already-open': ({ title }) => mrkdwn`${named(title)} is already open. Please use its card in the channel.`,
  'nothing-written': () => mrkdwn`Nothing was written. Please add a few words, so that the others know.`,
  'fact-left-out': () => mrkdwn`Fill in what stands as …, or take it out.`,
  'launch-not-understood': ({ got }) =>
    mrkdwn`I could not read “${named(got)}” as a launch date. Write a day, or a day and a time, such as 2026-12-01 09:00.`,
  'minutes-not-understood': ({ got }) =>
    mrkdwn`I could not read “${named(got)}” as minutes. Write a whole number such as 15, or leave it empty.`,
  ...documentSentences,
}

function alreadySettled(
  { state, by, at }: { readonly state: Exclude<ItemState, 'open'>; readonly by: string; readonly at: Date },
  zone: string,
): Mrkdwn {
  return mrkdwn`${mention(by)} already ${settled[state]} ${when(at, zone)}. To change it, undo it first.`
}

function stillAsking(issues: number): Mrkdwn {
  if (issues === 0) return mrkdwn`No issue is open.`
  const [go, it] =
    issues === 1 ? [mrkdwn`is still open and goes`, mrkdwn`it`] : [mrkdwn`are still open and go`, mrkdwn`them`]
  return mrkdwn`${counted(issues, 'issue')} ${go} on asking people; the Rounds Home tab shows ${it}.`
}

function readingWanted({ wants, got }: { readonly wants: string; readonly got: string }): Mrkdwn {
  const answer = mrkdwn`please write ${truncate(plain(wants), 300)}.`
  return got.trim() === '' ? answer : mrkdwn`${answer} I could not read “${named(got)}” as that.`
}

const settled: Readonly<Record<Exclude<ItemState, 'open'>, Mrkdwn>> = {
  done: mrkdwn`marked it done`,
  failed: mrkdwn`marked it failed`,
  'not-applicable': mrkdwn`marked it not applicable`,
}

const actions: Readonly<Record<Action, Mrkdwn>> = {
  settle: mrkdwn`settle items`,
  'undo-own': mrkdwn`undo this`,
  'undo-others': mrkdwn`undo what somebody else settled`,
  'sign-off': mrkdwn`sign off`,
  declare: mrkdwn`declare an incident`,
  acknowledge: mrkdwn`acknowledge this`,
  start: mrkdwn`start this`,
  'update-issue': mrkdwn`update this issue`,
  'resolve-issue': mrkdwn`resolve this issue`,
  'move-launch': mrkdwn`move the launch`,
  retire: mrkdwn`retire this plan`,
  import: mrkdwn`import a document`,
  apply: mrkdwn`apply a plan`,
  discard: mrkdwn`discard this document`,
}

function named(title: string): Mrkdwn {
  return truncate(plain(title), 150)
}

function whomToAsk(people: readonly string[]): Mrkdwn {
  return people.length > 0 ? mrkdwn`Please ask ${mentions(people.slice(0, 5))}.` : mrkdwn`Please ask a plan admin.`
}

function thoseKnown(known: readonly string[]): Mrkdwn {
  if (known.length === 0) return mrkdwn`The plan has no rituals yet.`
  const names = joined(
    known.slice(0, 10).map((name) => truncate(plain(name), 80)),
    ', ',
  )
  return mrkdwn`Those I know: ${names}${known.length > 10 ? mrkdwn` and ${known.length - 10} more` : mrkdwn``}.`
}
