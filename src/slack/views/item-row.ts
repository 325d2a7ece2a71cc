import type { Button, Overflow, SectionBlock } from '@slack/types'
import type { Checklist, ChecklistItem, Settlement } from '../../domain/checklist.ts'
import type { Issue } from '../../domain/issue.ts'
import { wantedInWords } from '../../domain/wanted.ts'
import { controls, type ItemRef, itemValue, menuValue } from '../controls.ts'
import { joined, type Mrkdwn, mention, mrkdwn, place, plain, truncate } from '../text/mrkdwn.ts'
import { shortTimeNear, timeNear } from '../text/time.ts'
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
  return section(
    itemLine(checklist, item, issues),
    item.settlement.state === 'open' ? settleButton(item, ref) : menu(ref),
  )
}

/** `✓ Database backup — @maria 09:04`: an item and what became of it, on its own. */
export function itemLine(checklist: Checklist, item: ChecklistItem, issues: Issues): Mrkdwn {
  const { settlement } = item
  const title = titleOf(item)
  const settledAt = (at: Date) => shortTimeNear(at, checklist.opensAt, checklist.zone)
  switch (settlement.state) {
    case 'open':
      return joined([openTitle(item), hintsOf(item)], '\n')
    case 'done':
      return mrkdwn`✓ ${title}${readingOf(item, settlement.reading)} — ${mention(settlement.by)} ${settledAt(settlement.at)}`
    case 'failed': {
      const issue = issues[settlement.issue]
      const deadline = (at: Date) => timeNear(at, checklist.opensAt, checklist.zone)
      const about = issue
        ? mrkdwn`issue ${issue.number}, ${plain(issue.severity)} · ${clockInWords(issue, deadline)}`
        : mrkdwn`${mention(settlement.by)} ${settledAt(settlement.at)}`
      return mrkdwn`✗ ${title}${readingOf(item, settlement.reading)}${remarkOf(item, settlement)} — ${about}`
    }
    case 'not-applicable': {
      const why = settlement.note ? mrkdwn`: ${truncate(plain(settlement.note), rowWords.remark)}` : mrkdwn``
      return mrkdwn`– ${title} — not applicable, ${mention(settlement.by)} ${settledAt(settlement.at)}${why}`
    }
  }
}

function titleOf(item: ChecklistItem): Mrkdwn {
  return truncate(plain(item.title), rowWords.title)
}

function openTitle(item: ChecklistItem): Mrkdwn {
  const wanted = wantedInWords(item)
  const target = wanted === '' ? null : mrkdwn`(${truncate(plain(`target ${wanted}`), rowWords.reading + 7)})`
  const owner = item.owner ? mrkdwn`· for ${truncate(mention(item.owner), rowWords.reading)}` : null
  return joined([titleOf(item), target, item.optional ? mrkdwn`(optional)` : null, owner], ' ')
}

/** Why it failed: what somebody wrote, else what the answer should have been. */
function remarkOf(item: ChecklistItem, { note, reading }: Failure): Mrkdwn {
  const wanted = reading === null ? '' : wantedInWords(item)
  const why = note?.trim() ? note : wanted && `target ${wanted}`
  return why === '' ? mrkdwn`` : mrkdwn` (${truncate(plain(why), rowWords.remark)})`
}

function hintsOf(item: ChecklistItem): Mrkdwn | null {
  const hints = [item.look ? mrkdwn`Look: ${place(item.look)}` : null, item.note ? plain(item.note) : null]
  return truncate(joined(hints, ' · '), rowWords.remark)
}

/** `Error count: 60`, and after a question `On track? Yes`. */
function readingOf({ title }: ChecklistItem, reading: { readonly text: string } | null): Mrkdwn {
  if (reading === null) return mrkdwn``
  const text = truncate(plain(reading.text), rowWords.reading)
  return title.trim().endsWith('?') ? mrkdwn` ${text}` : mrkdwn`: ${text}`
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
