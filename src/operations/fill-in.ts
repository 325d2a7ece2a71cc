import type { Checklist } from '../domain/checklist.ts'
import { refuse } from '../domain/outcome.ts'
import { readAnswer } from '../domain/reading.ts'
import type { Refusal } from '../domain/refusal.ts'
import { enter, tick } from '../domain/settle.ts'
import { findChecklist } from '../store/checklists.ts'
import { firstTime } from '../store/receipts.ts'
import { type ChecklistRequest, decideIn } from './on-checklist.ts'
import { type Deps, reading, transact } from './transact.ts'

/** One line of a form: a tick, or what was typed. */
export type Answer = { readonly position: number; readonly text: string | 'tick' }

export type Filled = {
  /** What could not be read, by position; then nothing of the form was saved. */
  readonly faults: ReadonlyMap<number, Refusal>
  /** What somebody else had settled in the meantime; the rest was saved. */
  readonly overtaken: readonly Refusal[]
}

/**
 * Takes a whole form at once. A reading that cannot be understood saves nothing, so that the form can stay open
 * and be sent again; the same form sent twice (by its view's id) changes nothing the second time.
 */
export async function fillIn(
  deps: Deps,
  { receipt, ...request }: ChecklistRequest & { readonly answers: readonly Answer[]; readonly receipt: string },
): Promise<Filled | Refusal> {
  const checklist = await findChecklist(reading(deps), request.checklist)
  if (!checklist) return { kind: 'checklist-unknown' }
  const faults = unreadable(checklist, request.answers)
  if (faults.size > 0) return { faults, overtaken: [] }
  return transact(deps, async (unit) => {
    if (!(await firstTime(unit, receipt, unit.now))) return { faults: new Map(), overtaken: [] }
    const overtaken: Refusal[] = []
    for (const { position, text } of request.answers) {
      const outcome = await decideIn(unit, request, ({ checklist, by, now, newId }) => {
        const item = checklist.items[position]
        if (!item) return refuse({ kind: 'item-unknown' })
        return item.kind === 'check'
          ? tick(checklist, { item: item.id, by, now })
          : enter(checklist, { item: item.id, by, now, answer: text, issueId: newId() })
      })
      if (!outcome.ok) overtaken.push(outcome.refusal)
    }
    return { faults: new Map(), overtaken }
  })
}

function unreadable(checklist: Checklist, answers: readonly Answer[]): Map<number, Refusal> {
  const faults = new Map<number, Refusal>()
  for (const { position, text } of answers) {
    const item = checklist.items[position]
    if (!item || item.kind === 'check') continue
    const read = readAnswer(item, text)
    if ('wants' in read) {
      faults.set(position, { kind: 'reading-not-understood', title: item.title, wants: read.wants, got: text })
    }
  }
  return faults
}
