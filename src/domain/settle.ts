import {
  type Checklist,
  type ChecklistItem,
  type ChecklistStep,
  requiredOpen,
  type Settlement,
  stateWith,
  stepTo,
} from './checklist.ts'
import type { Happening } from './journal.ts'
import { accept, type Outcome, refuse } from './outcome.ts'
import { type Actor, forbids } from './permission.ts'
import type { Person } from './plan.ts'
import { judge, type Reading, readAnswer, targetsInWords } from './reading.ts'
import type { Severity } from './severity.ts'
import { nextWake } from './wake-checklist.ts'

type Settle = { readonly item: string; readonly by: Actor; readonly now: Date }

/** Ticks a check. */
export function tick(checklist: Checklist, { item: id, by, now }: Settle): Outcome<ChecklistStep> {
  const found = openItem(checklist, id, by)
  if (!found.ok) return found
  const item = found.next
  if (item.kind !== 'check') return refuse({ kind: 'item-needs-reading', title: item.title })
  return accept(done(checklist, item, null, by, now))
}

/** Takes a reading. One outside its target fails the item at once, with the threshold's severity. */
export function enter(
  checklist: Checklist,
  { item: id, by, now, answer, issueId }: Settle & { readonly answer: string; readonly issueId: string },
): Outcome<ChecklistStep> {
  const found = openItem(checklist, id, by)
  if (!found.ok) return found
  const item = found.next
  const reading = readAnswer(item, answer)
  if ('wants' in reading) {
    return refuse({ kind: 'reading-not-understood', title: item.title, wants: reading.wants, got: answer })
  }
  const verdict = judge(item, reading)
  if (verdict === null) return accept(done(checklist, item, reading, by, now))
  const severity = verdict === 'plain' ? checklist.severity : verdict
  const note = item.targets.length > 0 ? `target ${targetsInWords(item)}` : null
  return accept(failed(checklist, item, { reading, note, severity, owner: null, issueId, by, now }))
}

/** Fails an item by hand, with what the person saw. */
export function fail(
  checklist: Checklist,
  request: Settle & {
    readonly note: string | null
    readonly severity: Severity | null
    readonly owner: Person | null
    readonly issueId: string
  },
): Outcome<ChecklistStep> {
  const found = openItem(checklist, request.item, request.by)
  if (!found.ok) return found
  const severity = request.severity ?? found.next.severity ?? checklist.severity
  return accept(failed(checklist, found.next, { ...request, severity, reading: null }))
}

export function markNotApplicable(
  checklist: Checklist,
  { item: id, by, now, note }: Settle & { readonly note: string | null },
): Outcome<ChecklistStep> {
  const found = openItem(checklist, id, by)
  if (!found.ok) return found
  const { title } = found.next
  const settlement: Settlement = { state: 'not-applicable', by: by.id, at: now, note }
  return accept(
    stepTo(settle(checklist, id, settlement, now), [{ kind: 'item-not-applicable', item: id, title, reason: note }]),
  )
}

/** Opens a settled item again. Its own settler may; anybody else's is the owner's or an admin's to undo. */
export function undo(checklist: Checklist, { item: id, by, now }: Settle): Outcome<ChecklistStep> {
  const item = checklist.items.find((candidate) => candidate.id === id)
  if (!item) return refuse({ kind: 'item-unknown' })
  const { settlement } = item
  if (settlement.state === 'open') return refuse({ kind: 'item-not-settled', title: item.title })
  if (checklist.signedOff) return refuse({ kind: 'already-signed-off', ...checklist.signedOff })
  const action = settlement.by === by.id ? 'undo-own' : 'undo-others'
  const forbidden = forbids(action, by, { owners: checklist.owners, ask: [settlement.by, ...checklist.owners] })
  if (forbidden) return forbidden
  const reopened = settle(checklist, id, { state: 'open' }, now)
  return accept({
    ...stepTo(reopened, [{ kind: 'item-undone', item: id, title: item.title, was: settlement.state }]),
    corrects: settlement.state === 'failed' ? settlement.issue : null,
  })
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

function done(checklist: Checklist, item: ChecklistItem, reading: Reading | null, by: Actor, now: Date): ChecklistStep {
  const settlement: Settlement = { state: 'done', by: by.id, at: now, reading }
  const happening: Happening = { kind: 'item-done', item: item.id, title: item.title, reading }
  return stepTo(settle(checklist, item.id, settlement, now), [happening])
}

type Failure = {
  readonly reading: Reading | null
  readonly note: string | null
  readonly severity: Severity
  readonly owner: Person | null
  readonly issueId: string
  readonly by: Actor
  readonly now: Date
}

function failed(checklist: Checklist, item: ChecklistItem, failure: Failure): ChecklistStep {
  const { reading, note, severity, owner, issueId, by, now } = failure
  const settlement: Settlement = { state: 'failed', by: by.id, at: now, reading, note, issue: issueId }
  const next = settle(checklist, item.id, settlement, now)
  const happening: Happening = { kind: 'item-failed', item: item.id, title: item.title, reading, note, issue: issueId }
  return {
    ...stepTo(next, [happening]),
    opens: {
      id: issueId,
      title: reading === null ? item.title : `${item.title}: ${reading.text}`,
      severity,
      detail: note,
      owner: owner ?? item.owner,
      incident: severity === 'P0',
      source: { checklist: checklist.id, item: item.id },
      by: by.id,
    },
  }
}

/** Settles or reopens one item, and with it what the ledger says of the whole. */
function settle(checklist: Checklist, id: string, settlement: Settlement, now: Date): Checklist {
  const items = checklist.items.map((item) => (item.id === id ? { ...item, settlement } : item))
  const next = { ...checklist, items, state: stateWith(checklist, items, now) }
  return { ...next, wakeAt: nextWake(next) }
}
