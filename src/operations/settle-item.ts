import type { Checklist, ChecklistStep } from '../domain/checklist.ts'
import { type Outcome, refuse } from '../domain/outcome.ts'
import type { Person } from '../domain/plan.ts'
import type { Refusal } from '../domain/refusal.ts'
import { fail, markNotApplicable, tick, undo } from '../domain/settle.ts'
import type { Severity } from '../domain/severity.ts'
import { type ChecklistRequest, type Held, onChecklist } from './on-checklist.ts'
import type { Deps } from './transact.ts'

/** One item by its place on the card. */
export type ItemRequest = ChecklistRequest & { readonly position: number }

export function tickItem(deps: Deps, request: ItemRequest): Promise<Refusal | undefined> {
  return onItem(deps, request, tick)
}

export function failItem(
  deps: Deps,
  request: ItemRequest & { note: string | null; severity: Severity | null; owner: Person | null },
): Promise<Refusal | undefined> {
  const { note, severity, owner } = request
  return onItem(deps, request, (checklist, settle) => fail(checklist, { ...settle, note, severity, owner }))
}

export function markItemNotApplicable(
  deps: Deps,
  request: ItemRequest & { note: string | null },
): Promise<Refusal | undefined> {
  const { note } = request
  return onItem(deps, request, (checklist, settle) => markNotApplicable(checklist, { ...settle, note }))
}

export function undoItem(deps: Deps, request: ItemRequest): Promise<Refusal | undefined> {
  return onItem(deps, request, undo)
}

function onItem(
  deps: Deps,
  request: ItemRequest,
  decide: (checklist: Checklist, settle: Omit<Held, 'checklist'> & { readonly item: string }) => Outcome<ChecklistStep>,
): Promise<Refusal | undefined> {
  return onChecklist(deps, { ...request, positions: [request.position] }, ({ checklist, ...held }) => {
    const item = checklist.items[request.position]?.id
    return item === undefined ? refuse({ kind: 'item-unknown' }) : decide(checklist, { ...held, item })
  })
}
