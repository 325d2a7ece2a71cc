import {
  type Checklist,
  type ChecklistItem,
  type ChecklistStep,
  nameIn,
  requiredOpen,
  stateWith,
  stepTo,
} from './checklist.ts'
import { accept, type Outcome, refuse } from './outcome.ts'
import { type Actor, forbids } from './permission.ts'
import type { Person } from './plan.ts'
import { readAnswer } from './reading/answer.ts'
import type { Severity } from './severity.ts'
import { done, failed, judged, notApplicable, reopened, type Settle, settled } from './turns.ts'

/** Ticks a check. */
export function tick(checklist: Checklist, settle: Settle): Outcome<ChecklistStep> {
  const found = openItem(checklist, settle.item, settle.by)
  if (!found.ok) return found
  const item = found.next
  if (item.kind !== 'check') return refuse({ kind: 'item-needs-reading', title: nameIn(checklist, item) })
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
    return refuse({
      kind: 'reading-not-understood',
      title: nameIn(checklist, item),
      wants: read.wants,
      got: read.got ?? answer,
    })
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
  if (settlement.state === 'open') return refuse({ kind: 'item-not-settled', title: nameIn(checklist, item) })
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
      title: nameIn(checklist, item),
      state: settlement.state,
      by: settlement.by,
      at: settlement.at,
    })
  }
  return accept(item)
}

function countedFrom(checklist: Checklist, item: ChecklistItem) {
  const ids = item.compute?.items ?? []
  const inputs = ids.flatMap((id) => checklist.items.find((one) => one.id === id) ?? [])
  const nameOf = (one: ChecklistItem) => nameIn(checklist, one)
  return { kind: 'item-is-computed', title: nameOf(item), from: inputs.map(nameOf) } as const
}
