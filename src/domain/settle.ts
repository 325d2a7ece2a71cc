import {
  type Checklist,
  type ChecklistItem,
  type ChecklistStep,
  requiredOpen,
  type Settlement,
  stateWith,
  stepTo,
} from './checklist.ts'
import { count, tells } from './computed.ts'
import type { IssueDraft } from './issue.ts'
import type { Item } from './item.ts'
import type { Happening } from './journal.ts'
import { accept, type Outcome, refuse } from './outcome.ts'
import { type Actor, forbids } from './permission.ts'
import type { Person } from './plan.ts'
import { readAnswer } from './reading/answer.ts'
import { judge, type Verdict } from './reading/judge.ts'
import { besidePast } from './reading/past.ts'
import type { Past } from './reading/period.ts'
import type { Reading } from './reading/reading.ts'
import { actionFor, missedInWords, readingInWords } from './reading/words.ts'
import type { Severity } from './severity.ts'
import { nextWake } from './wake-checklist.ts'

/** What every decision over an item is made from. `newId` names the issues that failures open. */
type Settle = {
  readonly item: string
  readonly by: Actor
  readonly now: Date
  readonly newId: () => string
  /** Earlier readings of the items that are compared with them. */
  readonly past?: Past
}

/** Ticks a check. */
export function tick(checklist: Checklist, settle: Settle): Outcome<ChecklistStep> {
  const found = openItem(checklist, settle.item, settle.by)
  if (!found.ok) return found
  const item = found.next
  if (item.kind !== 'check') return refuse({ kind: 'item-needs-reading', title: item.title })
  return accept(settled(checklist, settle, done(item, null, settle)))
}

/** Takes a reading. One outside its target fails the item at once, with the threshold's severity. */
export function enter(checklist: Checklist, settle: Settle & { readonly answer: string }): Outcome<ChecklistStep> {
  const { now, answer } = settle
  const found = openItem(checklist, settle.item, settle.by)
  if (!found.ok) return found
  const item = found.next
  const read = readAnswer(item, answer, { now, zone: checklist.zone })
  if ('wants' in read) {
    return refuse({ kind: 'reading-not-understood', title: item.title, wants: read.wants, got: read.got ?? answer })
  }
  return accept(settled(checklist, settle, judged(checklist, item, read, settle)))
}

/** Fails an item by hand, with what the person saw. */
export function fail(
  checklist: Checklist,
  settle: Settle & {
    readonly note: string | null
    readonly severity: Severity | null
    readonly owner: Person | null
  },
): Outcome<ChecklistStep> {
  const found = openItem(checklist, settle.item, settle.by)
  if (!found.ok) return found
  const severity = settle.severity ?? found.next.severity ?? checklist.severity
  const { note, owner } = settle
  return accept(
    settled(checklist, settle, failed(checklist, found.next, { reading: null, note, severity, owner }, settle)),
  )
}

export function markNotApplicable(
  checklist: Checklist,
  settle: Settle & { readonly note: string | null },
): Outcome<ChecklistStep> {
  const found = openItem(checklist, settle.item, settle.by)
  if (!found.ok) return found
  return accept(settled(checklist, settle, notApplicable(found.next, settle.note, settle)))
}

/** Opens a settled item again. Its own settler may; anybody else's is the owner's or an admin's to undo. */
export function undo(checklist: Checklist, settle: Settle): Outcome<ChecklistStep> {
  const { by } = settle
  const item = checklist.items.find((candidate) => candidate.id === settle.item)
  if (!item) return refuse({ kind: 'item-unknown' })
  const { settlement } = item
  if (item.compute) return refuse(countedFrom(checklist, item))
  if (settlement.state === 'open') return refuse({ kind: 'item-not-settled', title: item.title })
  if (checklist.signedOff) return refuse({ kind: 'already-signed-off', ...checklist.signedOff })
  const action = settlement.by === by.id ? 'undo-own' : 'undo-others'
  const forbidden = forbids(action, by, { owners: checklist.owners, ask: [settlement.by, ...checklist.owners] })
  if (forbidden) return forbidden
  return accept(settled(checklist, settle, reopened(item)))
}

/** The owner's word that it was done, with the time that it took. */
export function signOff(
  checklist: Checklist,
  { by, now, minutes }: { readonly by: Actor; readonly now: Date; readonly minutes: number | null },
): Outcome<ChecklistStep> {
  const forbidden = forbids('sign-off', by, { owners: checklist.owners })
  if (forbidden) return forbidden
  if (checklist.signedOff) return refuse({ kind: 'already-signed-off', ...checklist.signedOff })
  const open = requiredOpen(checklist).length
  if (open > 0) return refuse({ kind: 'items-still-open', count: open })
  const signedOff = { by: by.id, at: now, minutes }
  const state = stateWith(checklist, checklist.items, now)
  return accept(stepTo({ ...checklist, state, signedOff, wakeAt: null }, [{ kind: 'checklist-signed-off', minutes }]))
}

function openItem(checklist: Checklist, id: string, by: Actor): Outcome<ChecklistItem> {
  const forbidden = forbids('settle', by, { owners: checklist.owners })
  if (forbidden) return forbidden
  const item = checklist.items.find((candidate) => candidate.id === id)
  if (!item) return refuse({ kind: 'item-unknown' })
  if (checklist.signedOff) return refuse({ kind: 'already-signed-off', ...checklist.signedOff })
  if (item.compute) return refuse(countedFrom(checklist, item))
  const { settlement } = item
  if (settlement.state !== 'open') {
    return refuse({
      kind: 'item-already-settled',
      title: item.title,
      state: settlement.state,
      by: settlement.by,
      at: settlement.at,
    })
  }
  return accept(item)
}

function countedFrom({ items }: Checklist, { title, compute }: ChecklistItem) {
  const from = compute?.items.flatMap((id) => items.find((one) => one.id === id)?.title ?? []) ?? []
  return { kind: 'item-is-computed', title, from } as const
}

/** One item in its next state, with what that opens, takes back and is recorded as. */
type Turn = {
  readonly item: ChecklistItem
  readonly happening: Happening
  readonly opens: IssueDraft | null
  readonly corrects: string | null
}

function turn(
  item: ChecklistItem,
  settlement: Settlement,
  happening: Happening,
  opens: IssueDraft | null = null,
): Turn {
  const { settlement: before } = item
  const corrects = before.state === 'failed' ? before.issue : null
  return { item: { ...item, settlement }, happening, opens, corrects }
}

function done(item: ChecklistItem, reading: Reading | null, { by, now }: Settle): Turn {
  const happening: Happening = { kind: 'item-done', ...named(item), reading }
  return turn(item, { state: 'done', by: by.id, at: now, reading }, happening)
}

function named({ id, title, compute }: ChecklistItem) {
  return { item: id, title, ...(compute && { computed: true as const }) }
}

function notApplicable(item: ChecklistItem, note: string | null, { by, now }: Settle): Turn {
  const happening: Happening = { kind: 'item-not-applicable', ...named(item), reason: note }
  return turn(item, { state: 'not-applicable', by: by.id, at: now, note }, happening)
}

function reopened(item: ChecklistItem): Turn {
  const { id, title, settlement } = item
  return turn(item, { state: 'open' }, { kind: 'item-undone', item: id, title, was: settlement.state })
}

/** A reading beside what it is compared with, done or failed by what the item asks for. */
function judged(checklist: Checklist, item: ChecklistItem, answer: Reading, settle: Settle): Turn {
  const reading = besidePast(item, answer, settle.past ?? {}, checklist)
  const verdict = judge(item, reading)
  if (verdict.grade !== 'failed') return done(item, reading, settle)
  const severity = verdict.severity ?? checklist.severity
  const failure = { reading, note: missedInWords(item, reading), severity, owner: null, verdict }
  return failed(checklist, item, failure, settle)
}

type Failure = {
  readonly reading: Reading | null
  readonly note: string | null
  readonly severity: Severity
  readonly owner: Person | null
  readonly verdict?: Verdict
}

function failed(checklist: Checklist, item: ChecklistItem, failure: Failure, { by, now, newId }: Settle): Turn {
  const { reading, note, severity, owner, verdict } = failure
  const issue = newId()
  const settlement: Settlement = { state: 'failed', by: by.id, at: now, reading, note, issue }
  const happening: Happening = { kind: 'item-failed', ...named(item), reading, note, issue }
  const respondMinutes = verdict?.threshold?.respondMinutes
  return turn(item, settlement, happening, {
    id: issue,
    title: reading === null ? item.title : `${item.title}: ${readingInWords(item, reading)}`,
    severity,
    detail: detailOf(item, reading, note),
    owner: owner ?? item.owner,
    incident: severity === 'P0',
    source: { checklist: checklist.id, item: item.id },
    by: by.id,
    ...(respondMinutes !== undefined && { respondMinutes }),
  })
}

/** What was seen, and what is to be done about it. */
function detailOf(item: Item, reading: Reading | null, note: string | null): string | null {
  const action = actionFor(item, reading)
  const lines = [note, action === null ? null : `To do: ${action}`].filter(
    (line) => line !== null && line.trim() !== '',
  )
  return lines.length === 0 ? null : lines.join('\n')
}

/** The whole with one item settled or reopened, and with it what is counted from it and what the ledger says. */
function settled(before: Checklist, settle: Settle, first: Turn): ChecklistStep {
  const turns = [first]
  let items = replaced(before.items, first.item)
  for (let next = nextCount(before, items, settle); next; next = nextCount(before, items, settle)) {
    turns.push(next)
    items = replaced(items, next.item)
  }
  const after = { ...before, items, state: stateWith(before, items, settle.now) }
  return {
    checklist: { ...after, wakeAt: nextWake(after) },
    happenings: turns.map(({ happening }) => happening),
    opens: turns.flatMap(({ opens }) => opens ?? []),
    corrects: turns.flatMap(({ corrects }) => corrects ?? []),
  }
}

function replaced(items: readonly ChecklistItem[], changed: ChecklistItem): readonly ChecklistItem[] {
  return items.map((item) => (item.id === changed.id ? changed : item))
}

/** The first item whose figure is no longer what it is counted from; the reader of plans lets none count itself. */
function nextCount(checklist: Checklist, items: readonly ChecklistItem[], settle: Settle): Turn | null {
  for (const item of items) {
    if (!item.compute) continue
    const counted = count(item, item.compute, items)
    if (tells(item.settlement, counted)) continue
    switch (counted.state) {
      case 'open':
        return reopened(item)
      case 'not-applicable':
        return notApplicable(item, counted.why, settle)
      case 'counted':
        return judged(checklist, item, { text: counted.text, value: counted.value }, settle)
    }
  }
  return null
}
