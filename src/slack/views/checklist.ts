import type { KnownBlock, Overflow } from '@slack/types'
import {
  type Checklist,
  isAnswerable,
  isSplit,
  itemsOfSection,
  nameIn,
  progressOf,
  requiredOpen,
} from '../../domain/checklist.ts'
import type { Issue } from '../../domain/issue.ts'
import { controls, itemValue, menuValue } from '../controls.ts'
import type { Drawing } from '../drawing.ts'
import { bold, joined, type Mrkdwn, mentions, mrkdwn, plain, truncate } from '../text/mrkdwn.ts'
import { dayOf, endNear, localTime } from '../text/time.ts'
import { counted, sentence } from '../text/words.ts'
import { actions, button, charactersOf, context, header, message, messageRoom, overflow, section } from './blocks.ts'
import { viewChecklistButton } from './checklist-buttons.ts'
import { issueHeadline } from './issue-words.ts'
import { type Issues, rowWords } from './item-row.ts'
import { progressBar, progressInWords } from './progress.ts'
import {
  fillButton,
  firstOpenSection,
  headingText,
  onFailure,
  openSections,
  rowsByNeed,
  type SectionRef,
  sectionHeading,
  sectionLine,
  sectionRows,
} from './section-rows.ts'
import { dueInWords, ownersInWords, signedOffInWords, standingInWords } from './standing.ts'

export type ChecklistState = { readonly checklist: Checklist; readonly issues: Issues }
export type SectionState = ChecklistState & { readonly section: number }
export type ReminderState = { readonly checklist: Checklist }

/** The card of a checklist; once missed, where it stands; once signed off, one line. */
export function drawChecklist({ checklist, issues }: ChecklistState): Drawing {
  const signedOff = signedOffInWords(checklist)
  if (signedOff !== null) return condensed(checklist, signedOff)
  if (checklist.state === 'paused') {
    return message(outcomeOf(checklist), standingOf(checklist), actions(viewChecklistButton(checklist)))
  }
  if (checklist.state === 'missed' && !checklist.procedure) return drawMissed(checklist)
  const body = isSplit(checklist)
    ? checklist.sections.map((_, index) => sectionLine({ checklist, section: index }))
    : rowsOf(checklist, issues)
  return message(outcomeOf(checklist), [...headOf(checklist, issues), ...body], footOf(checklist))
}

/** One section of a split checklist, in its thread; null where the checklist has no such section. */
export function drawSection({ checklist, issues, section: index }: SectionState): Drawing | null {
  const found = checklist.sections[index]
  if (found === undefined) return null
  const ref = { checklist, section: index }
  const items = itemsOfSection(checklist, index)
  const progress = progressOf(items)
  const title = mrkdwn`${plain(found.title || checklist.title)}`
  const called = callToOwners(checklist, index)
  const line = mrkdwn`${plain(checklist.title)}, section ${index + 1}, ${title}: ${progressInWords(progress)}.`
  const text = joined([called, line], ' ')
  if (checklist.signedOff) return message(text, [section(mrkdwn`${bold(title)} — ${progressInWords(progress)}`)])
  const rows = sectionRows(ref, issues)
  const head = [sectionHeadOf(ref), context(progressBar(progress))]
  const open = items.some(isAnswerable)
  const buttons = actions(
    open ? fillButton(ref) : null,
    open ? failButton(checklist) : null,
    viewChecklistButton(checklist),
  )
  const foot = [...buttons, ...(called === null ? [] : [context(called)])]
  const crowded = head.length + rows.length + foot.length > messageRoom.blocks || tooLong(rows)
  return message(text, [...head, ...(crowded ? rowsByNeed(ref, issues) : rows)], foot)
}

/**
 * While it is open, the last section tells the owners that the whole is there: one notification, however many
 * sections there are.
 */
function callToOwners(checklist: Checklist, index: number): Mrkdwn | null {
  const { owners, title, closesAt, opensAt, zone, items, sections, state } = checklist
  if (state !== 'open' || index < sections.length - 1 || owners.length === 0) return null
  const until = closesAt === null ? mrkdwn`` : mrkdwn` until ${endNear(closesAt, opensAt, zone)}`
  return mrkdwn`${mentions(owners)} ${plain(title)} is open${until}: ${counted(items.length, 'item')} in ${counted(sections.length, 'section')}.`
}

/** Asks the owners for what is still open; a line without mentions once it no longer holds; null before it was due. */
export function drawReminder({ checklist }: ReminderState): Drawing | null {
  if (checklist.remindedAt === null) return null
  const title = plain(checklist.title)
  const open = requiredOpen(checklist)
  if (checklist.signedOff || open.length === 0) {
    const text = mrkdwn`${title}: everything has been settled since the reminder.`
    return message(text, [context(text)])
  }
  if (checklist.state !== 'open') {
    const is = checklist.procedure ? mrkdwn`goes on` : mrkdwn`is closed`
    const text = mrkdwn`${title} ${is} with ${counted(open.length, 'item')} open. The card above says more.`
    return message(text, [context(text)])
  }
  const text = reminderText(
    checklist,
    open.map((item) => truncate(plain(nameIn(checklist, item)), rowWords.title)),
  )
  return message(text, [section(text)], actions(fillFirst(checklist)))
}

/** From this many items on, the card may not show them all. */
const viewFrom = 30

/** Header, due line, incident, progress, standing, what to do on failure, foot: with one to spare. */
const blocksAround = 8

function condensed(checklist: Checklist, signedOff: Mrkdwn): Drawing {
  const day = dayOf(checklist.dueAt, checklist.zone)
  const line = mrkdwn`✓ ${bold(plain(checklist.title))} ${day} — ${signedOff}`
  return message(mrkdwn`${plain(checklist.title)}, ${day}: ${signedOff}.`, [
    section(line, viewChecklistButton(checklist)),
  ])
}

/** Its rows have had their day: what is left of it is filled in section by section. */
function drawMissed(checklist: Checklist): Drawing {
  const menu = otherSections(checklist)
  const blocks = standingOf(checklist, menu ? { menu } : {})
  return message(outcomeOf(checklist), blocks, actions(fillFirst(checklist), viewChecklistButton(checklist)))
}

/** Beside the standing: one row of buttons cannot hold the same control twice. */
function otherSections(checklist: Checklist) {
  const first = firstOpenSection(checklist)
  const others = openSections(checklist).filter((index) => index !== first)
  const options = others.map((index) => ({
    text: `Fill in: ${checklist.sections[index]?.title || 'Items'}`,
    value: itemValue({ checklist: checklist.id, position: index }),
  }))
  return options.length === 0 ? undefined : overflow(controls.fillSection, options)
}

function headOf(checklist: Checklist, issues: Issues): KnownBlock[] {
  const { ifFailed } = checklist
  const incident = checklist.incident ? issues[checklist.incident] : undefined
  return [
    ...standingOf(checklist, incident ? { incident } : {}),
    ...(ifFailed === null || (firstOpenSection(checklist) === null && progressOf(checklist.items).failed === 0)
      ? []
      : [context(onFailure(mrkdwn`If something fails`, ifFailed))]),
  ]
}

function standingOf(
  checklist: Checklist,
  { menu, incident }: { menu?: Overflow; incident?: Issue } = {},
): KnownBlock[] {
  const standing = standingInWords(checklist)
  return [
    header(checklist.title),
    context(truncate(mrkdwn`${truncate(plain(checklist.planTitle), 150)} · ${dueInWords(checklist)}`, 1500)),
    ...(incident ? [context(mrkdwn`For ${issueHeadline(incident)}`)] : []),
    section(progressBar(progressOf(checklist.items))),
    ...(standing === null ? [] : [section(standing, menu)]),
  ]
}

/** Long words can fill a card before many items do: then what is open comes first, and the rest waits behind *View*. */
function rowsOf(checklist: Checklist, issues: Issues): KnownBlock[] {
  const rows = checklist.sections.flatMap((_, index) => wholeSection({ checklist, section: index }, issues))
  return rows.length + blocksAround > messageRoom.blocks || tooLong(rows)
    ? checklist.sections.flatMap((_, index) => rowsByNeed({ checklist, section: index }, issues))
    : rows
}

function wholeSection(ref: SectionRef, issues: Issues): KnownBlock[] {
  const heading = sectionHeading(ref)
  return [...(heading === null ? [] : [heading]), ...sectionRows(ref, issues)]
}

function sectionHeadOf(ref: SectionRef): KnownBlock {
  return section(headingText(ref) || bold(plain(ref.checklist.title)))
}

function footOf(checklist: Checklist): KnownBlock[] {
  const { complete } = progressOf(checklist.items)
  const open = firstOpenSection(checklist) !== null
  return actions(
    fillFirst(checklist, !complete),
    open ? failButton(checklist) : null,
    complete ? button('Sign off', { action: controls.signOff, value: checklist.id, primary: true }) : null,
    open ? moreMenu(checklist) : null,
    isSplit(checklist) || checklist.items.length > viewFrom ? viewChecklistButton(checklist) : null,
  )
}

function fillFirst(checklist: Checklist, primary = false) {
  const first = firstOpenSection(checklist)
  return first === null ? null : fillButton({ checklist, section: first }, primary)
}

function failButton({ id }: Checklist) {
  return button('Something failed', { action: controls.failSomething, value: id })
}

/** An open row has one button, so what is rarely wanted of it is here: the form asks which item is meant. */
function moreMenu(checklist: Checklist) {
  const position = checklist.items.findIndex(isAnswerable)
  const ref = { checklist: checklist.id, position }
  return overflow(controls.itemMenu, [
    { text: 'Not applicable…', value: menuValue('not-applicable', ref) },
    { text: 'History', value: menuValue('history', ref) },
  ])
}

function outcomeOf(checklist: Checklist): Mrkdwn {
  const { planTitle, title, dueAt, zone } = checklist
  const { total, settled, failed } = progressOf(checklist.items)
  const done = total === 0 ? mrkdwn`No items` : mrkdwn`${settled} of ${total} settled`
  return joined(
    [
      mrkdwn`${plain(title)}, ${plain(planTitle)}, ${localTime(dueAt, zone)}`,
      failed > 0 ? mrkdwn`${done}, ${failed} failed` : done,
      restOf(checklist),
    ],
    '. ',
  )
}

function restOf(checklist: Checklist): Mrkdwn | null {
  const standing = standingInWords(checklist)
  if (standing !== null) return standing
  const { closesAt, opensAt, zone } = checklist
  const until = closesAt === null ? null : mrkdwn`open until ${endNear(closesAt, opensAt, zone)}`
  const rest = joined([until, ownersInWords(checklist)], ', ')
  return rest === '' ? null : mrkdwn`${sentence(rest)}.`
}

function reminderText(
  { title, owners, opensAt, closesAt, zone, procedure }: Checklist,
  open: readonly Mrkdwn[],
): Mrkdwn {
  const named = open.slice(0, 5)
  const more = open.length > named.length ? mrkdwn` and ${open.length - named.length} more` : mrkdwn``
  const until =
    closesAt === null
      ? mrkdwn`is open`
      : mrkdwn`${procedure ? mrkdwn`reaches its limit` : mrkdwn`closes`} at ${endNear(closesAt, opensAt, zone)}`
  const list = mrkdwn`${plain(title)} ${until}. Still open: ${joined(named, ', ')}${more}.`
  return joined([mentions(owners), list], ' ')
}

function tooLong(rows: readonly KnownBlock[]): boolean {
  return charactersOf(rows) > messageRoom.characters - 3500
}
