import type { Checklist } from '../domain/checklist.ts'
import { refuse } from '../domain/outcome.ts'
import type { Person } from '../domain/plan.ts'
import type { Refusal } from '../domain/refusal.ts'
import { fail, markNotApplicable, tick, undo } from '../domain/settle.ts'
import type { Severity } from '../domain/severity.ts'
import { type ChecklistRequest, onChecklist } from './on-checklist.ts'
import type { Deps } from './transact.ts'

/** One item by its place on the card. */
export type ItemRequest = ChecklistRequest & { readonly position: number }

export function tickItem(deps: Deps, request: ItemRequest): Promise<Refusal | undefined> {
  return onChecklist(deps, request, ({ checklist, by, now }) => {
    const item = itemAt(checklist, request)
    return item === undefined ? unknownItem : tick(checklist, { item, by, now })
  })
}

export function failItem(
  deps: Deps,
  request: ItemRequest & { note: string | null; severity: Severity | null; owner: Person | null },
): Promise<Refusal | undefined> {
  const { note, severity, owner } = request
  return onChecklist(deps, request, ({ checklist, by, now, newId }) => {
    const item = itemAt(checklist, request)
    return item === undefined
      ? unknownItem
      : fail(checklist, { item, by, now, note, severity, owner, issueId: newId() })
  })
}

export function markItemNotApplicable(
  deps: Deps,
  request: ItemRequest & { note: string | null },
): Promise<Refusal | undefined> {
  return onChecklist(deps, request, ({ checklist, by, now }) => {
    const item = itemAt(checklist, request)
    return item === undefined ? unknownItem : markNotApplicable(checklist, { item, by, now, note: request.note })
  })
}

export function undoItem(deps: Deps, request: ItemRequest): Promise<Refusal | undefined> {
  return onChecklist(deps, request, ({ checklist, by, now }) => {
    const item = itemAt(checklist, request)
    return item === undefined ? unknownItem : undo(checklist, { item, by, now })
  })
}

const unknownItem = refuse({ kind: 'item-unknown' })

function itemAt(checklist: Checklist, { position }: ItemRequest): string | undefined {
  return checklist.items[position]?.id
}
