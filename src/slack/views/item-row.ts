import type { Button, Overflow, SectionBlock } from '@slack/types'
import { type Checklist, type ChecklistItem, isAnswerable, isSplit, type Settlement } from '../../domain/checklist.ts'
import type { Issue } from '../../domain/issue.ts'
import { judge } from '../../domain/reading/judge.ts'
import type { Reading } from '../../domain/reading/reading.ts'
import {
  actionFor,
  askedInWords,
  comparisonsInWords,
  missedInWords,
  readingInWords,
  targetInWords,
} from '../../domain/reading/words.ts'
import { controls, type ItemRef, itemValue, menuValue } from '../controls.ts'
import { code, joined, label, type Mrkdwn, mention, mrkdwn, place, plain, truncate } from '../text/mrkdwn.ts'
import { dayTime, shortTimeNear, timeNear } from '../text/time.ts'
import { button, overflow, section } from './blocks.ts'
import { clockInWords } from './clock.ts'

export type Issues = Readonly<Record<string, Issue>>
type Failure = Extract<Settlement, { readonly state: 'failed' }>
export type PlacedItem = { readonly item: ChecklistItem; readonly position: number }

/** Characters that the words about an item may take beside its title; keeps a full card within one message. */
export const rowWords = { title: 110, reading: 50, remark: 80 }

/** Items with their positions: what controls carry. */
export function placed(checklist: Checklist): readonly PlacedItem[] {
  return checklist.items.map((item, position) => ({ item, position }))
}

/** One item, with the one button that it needs now. */
export function itemRow(checklist: Checklist, { item, position }: PlacedItem, issues: Issues): SectionBlock {
  const ref = { checklist: checklist.id, position }
  const line = itemLine(checklist, item, issues)
  if (isAnswerable(item))
    return section(joined([line, howTo(item, roomFor(checklist, item))], '\n'), settleButton(item, ref))
  return item.settlement.state === 'open' || item.compute ? section(line) : section(line, menu(ref))
}

/** `✓ Database backup — @maria 09:04`: an item and what became of it, on its own. */
export function itemLine(checklist: Checklist, item: ChecklistItem, issues: Issues): Mrkdwn {
  const { settlement } = item
  const title = titleOf(item)
  const settledAt = (at: Date) => shortTimeNear(at, checklist.opensAt, checklist.zone)
  switch (settlement.state) {
    case 'open':
      return joined([openTitle(item), hintsOf(item)], '\n')
    case 'done': {
      const { reading } = settlement
      const by = item.compute ? mrkdwn`` : mrkdwn` — ${mention(settlement.by)} ${settledAt(settlement.at)}`
      const meantFor = item.owner === settlement.by ? null : forOwner(item)
      const line = mrkdwn`${markOf(item, reading)} ${title}${readingOf(item, reading)}${aboutReading(item, reading)}${by}`
      return joined([line, meantFor], ' ')
    }
    case 'failed': {
      const issue = issues[settlement.issue]
      const deadline = (at: Date, dayed = false) =>
        dayed ? dayTime(at, checklist.zone) : timeNear(at, checklist.opensAt, checklist.zone)
      const about = issue
        ? mrkdwn`issue ${issue.number}, ${plain(issue.severity)} · ${clockInWords(issue, deadline)}`
        : mrkdwn`${mention(settlement.by)} ${settledAt(settlement.at)}`
      return joined(
        [
          mrkdwn`✗ ${title}${readingOf(item, settlement.reading)}${remarkOf(item, settlement)} — ${about}`,
          adviceOn(item, settlement.reading),
        ],
        ' · ',
      )
    }
    case 'not-applicable': {
      const why = settlement.note?.trim() ? mrkdwn`: ${truncate(plain(settlement.note), rowWords.remark)}` : mrkdwn``
      return mrkdwn`– ${title} — not applicable, ${mention(settlement.by)} ${settledAt(settlement.at)}${why}`
    }
  }
}

function titleOf(item: ChecklistItem): Mrkdwn {
  return truncate(plain(item.title), rowWords.title)
}

function openTitle(item: ChecklistItem): Mrkdwn {
  const asked = askedInWords(item)
  const target = asked === '' ? null : mrkdwn`(${truncate(plain(asked), rowWords.reading + 7)})`
  const counted = item.compute ? mrkdwn`· counted by itself` : null
  return joined([titleOf(item), target, item.optional ? mrkdwn`(optional)` : null, forOwner(item), counted], ' ')
}

/** Anybody may settle it, and then it says whose it was. */
function forOwner({ owner, ownerTitle }: ChecklistItem): Mrkdwn | null {
  const named = owner && (ownerTitle === undefined ? mention(owner) : plain(ownerTitle))
  return named ? mrkdwn`· for ${truncate(named, rowWords.reading)}` : null
}

/** Why it failed: what somebody wrote, else what the answer should have been; and what it was compared with. */
function remarkOf(item: ChecklistItem, { note, reading }: Failure): Mrkdwn {
  const why = note?.trim() ? note : reading === null ? null : missedInWords(item, reading)
  const beside = reading === null ? [] : comparisonsInWords(item, reading)
  return bracketed([...new Set([...(why ? [why] : []), ...beside])])
}

/** What asks for attention or praise in a reading that is done, and what it was compared with. */
function aboutReading(item: ChecklistItem, reading: Reading | null): Mrkdwn {
  if (reading === null) return mrkdwn``
  const { grade, threshold } = judge(item, reading)
  const warning = threshold ? `warning ${targetInWords(item, threshold.when)}` : 'warning'
  const stretch = item.stretch ? `stretch ${targetInWords(item, item.stretch)} reached` : ''
  const said = grade === 'warning' ? [warning] : grade === 'stretch' ? [stretch] : []
  const action = adviceOn(item, reading)
  const remark = bracketed([...said, ...comparisonsInWords(item, reading)])
  return action === null ? remark : mrkdwn`${remark} · ${action}`
}

/** What has no room is left out as a whole, for half a comparison says nothing. */
function bracketed(parts: readonly string[]): Mrkdwn {
  const fits = (count: number) => parts.slice(0, count).join(', ').length <= rowWords.remark
  const count = parts.findLastIndex((_, place) => fits(place + 1)) + 1
  if (count === 0) return parts[0] === undefined ? mrkdwn`` : mrkdwn` (${truncate(plain(parts[0]), rowWords.remark)})`
  return mrkdwn` (${plain([...parts.slice(0, count), ...(count < parts.length ? ['…'] : [])].join(', '))})`
}

function adviceOn(item: ChecklistItem, reading: Reading | null): Mrkdwn | null {
  const action = actionFor(item, reading)
  return action === null ? null : mrkdwn`to do: ${truncate(plain(action), rowWords.remark)}`
}

function markOf(item: ChecklistItem, reading: Reading | null): Mrkdwn {
  const grade = reading === null ? 'in-order' : judge(item, reading).grade
  return grade === 'warning' ? mrkdwn`⚠` : grade === 'stretch' ? mrkdwn`★` : mrkdwn`✓`
}

function hintsOf(item: ChecklistItem): Mrkdwn {
  return truncate(allHints(item), rowWords.remark)
}

/** Where to look and what to mind, where a row of the card has no room for all of it. */
export function cutHints(item: ChecklistItem): Mrkdwn | null {
  return hintsOf(item) === allHints(item) ? null : allHints(item)
}

function allHints({ look, note }: ChecklistItem): Mrkdwn {
  return joined([look ? mrkdwn`Look: ${place(look)}` : null, note ? plain(note) : null], ' · ')
}

/** How an item is done: its steps, its command and what that should answer; in the room that a row of the card has. */
export function howTo({ steps = [], run, expect }: ChecklistItem, room: number): Mrkdwn | null {
  const lines = [
    ...steps.map((step, place) => mrkdwn`${place + 1}. ${truncate(plain(step), 300)}`),
    run === undefined ? null : mrkdwn`Run: ${code(label(run, 300))}`,
    expect === undefined ? null : mrkdwn`Expect: ${truncate(plain(expect), 300)}`,
  ].filter((line) => line !== null)
  const fitting = lines.filter((_, place) => joined(lines.slice(0, place + 1), '\n').length <= room)
  if (fitting.length === lines.length) return fitting.length === 0 ? null : joined(fitting, '\n')
  return joined([...fitting, mrkdwn`… Fill in shows how`], '\n')
}

/** A card of few items has room to tell how each is done. */
function roomFor(checklist: Checklist, { section: own }: ChecklistItem): number {
  const beside = isSplit(checklist) ? checklist.items.filter((item) => item.section === own) : checklist.items
  return beside.length > 12 ? 0 : Math.floor(4800 / beside.length) - 100
}

/** `Error count: 60`, and after a question `On track? Yes`. */
function readingOf(item: ChecklistItem, reading: Reading | null): Mrkdwn {
  if (reading === null) return mrkdwn``
  const text = truncate(plain(readingInWords(item, reading)), rowWords.reading)
  return item.title.trim().endsWith('?') ? mrkdwn` ${text}` : mrkdwn`: ${text}`
}

function settleButton(item: ChecklistItem, ref: ItemRef): Button {
  const value = itemValue(ref)
  return item.kind === 'check'
    ? button('Done', { action: controls.tickItem, value, says: `Mark done: ${item.title}` })
    : button('Enter', { action: controls.enterItem, value, says: `Enter: ${item.title}` })
}

/** Failing a settled item begins with undoing it, so the menu offers only what can be done. */
function menu(ref: ItemRef): Overflow {
  return overflow(controls.itemMenu, [
    { text: 'Undo', value: menuValue('undo', ref) },
    { text: 'History', value: menuValue('history', ref) },
  ])
}
