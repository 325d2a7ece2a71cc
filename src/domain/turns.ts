import {
  type Checklist,
  type ChecklistItem,
  type ChecklistStep,
  nameIn,
  type Settlement,
  stateWith,
} from './checklist.ts'
import type { IssueDraft } from './issue.ts'
import type { Happening } from './journal.ts'
import type { Actor } from './permission.ts'
import type { Person } from './plan.ts'
import { count, tells } from './reading/computed.ts'
import { judge, type Verdict } from './reading/judge.ts'
import { besidePast } from './reading/past.ts'
import type { Past } from './reading/period.ts'
import type { Reading } from './reading/reading.ts'
import { actionFor, missedInWords, readingInWords } from './reading/words.ts'
import type { Severity } from './severity.ts'
import { nextWake } from './wake-checklist.ts'

/** What every decision over an item is made from. `newId` names the issues that failures open. */
export type Settle = {
  readonly item: string
  readonly by: Actor
  readonly now: Date
  readonly newId: () => string
  /** Earlier readings of the items that are compared with them. */
  readonly past?: Past
  /** The items that the same form answers after this one. */
  readonly ahead?: ReadonlySet<string>
}

/** One item in its next state, with what that opens, takes back and is recorded as. */
export type Turn = {
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

export function done(item: ChecklistItem, reading: Reading | null, { by, now }: Settle): Turn {
  const happening: Happening = { kind: 'item-done', ...named(item), reading }
  return turn(item, { state: 'done', by: by.id, at: now, reading }, happening)
}

function named({ id, title, compute }: ChecklistItem) {
  return { item: id, title, ...(compute && { computed: true as const }) }
}

export function notApplicable(item: ChecklistItem, note: string | null, { by, now }: Settle): Turn {
  const happening: Happening = { kind: 'item-not-applicable', ...named(item), reason: note }
  return turn(item, { state: 'not-applicable', by: by.id, at: now, note }, happening)
}

export function reopened(item: ChecklistItem): Turn {
  const { id, title, settlement } = item
  return turn(item, { state: 'open' }, { kind: 'item-undone', item: id, title, was: settlement.state })
}

/** A reading beside what it is compared with, done or failed by what the item asks for. */
export function judged(checklist: Checklist, item: ChecklistItem, answer: Reading, settle: Settle): Turn {
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

export function failed(checklist: Checklist, item: ChecklistItem, failure: Failure, { by, now, newId }: Settle): Turn {
  const { reading, note, severity, owner, verdict } = failure
  const issue = newId()
  const name = nameIn(checklist, item)
  const settlement: Settlement = { state: 'failed', by: by.id, at: now, reading, note, issue }
  const happening: Happening = { kind: 'item-failed', ...named(item), reading, note, issue }
  const respondMinutes = verdict?.threshold?.respondMinutes
  return turn(item, settlement, happening, {
    id: issue,
    title: reading === null ? name : `${name}: ${readingInWords(item, reading)}`,
    severity,
    detail: detailOf(checklist, item, reading, note),
    owner: owner ?? item.owner,
    incident: severity === 'P0',
    source: { checklist: checklist.id, item: item.id },
    by: by.id,
    ...(respondMinutes !== undefined && { respondMinutes }),
  })
}

/** What was seen, and what is to be done about it: by the item, else by its section, else by the ritual. */
function detailOf(
  { sections, ifFailed }: Checklist,
  item: ChecklistItem,
  reading: Reading | null,
  note: string | null,
): string | null {
  const action = actionFor(item, reading) ?? sections[item.section]?.ifFailed ?? ifFailed
  const lines = [note, action === null ? null : `To do: ${action}`].filter(
    (line) => line !== null && line.trim() !== '',
  )
  return lines.length === 0 ? null : lines.join('\n')
}

/** The whole with one item settled or reopened, and with it what is counted from it and what the ledger says. */
export function settled(before: Checklist, settle: Settle, first: Turn): ChecklistStep {
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
    const counted = count(item, item.compute, items, settle.ahead)
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
