import { type Checklist, inOneStep, stepTo } from '../domain/checklist.ts'
import { refuse } from '../domain/outcome.ts'
import { readAnswer } from '../domain/reading/answer.ts'
import type { Refusal } from '../domain/refusal.ts'
import { enter, tick } from '../domain/settle.ts'
import { firstTime } from '../store/receipts.ts'
import { type ChecklistRequest, type Held, hold, keepChecklist } from './on-checklist.ts'
import { type Deps, transact } from './transact.ts'

/** One line of a form: a tick, or what was typed. */
export type Answer =
  | { readonly position: number; readonly ticked: true }
  | { readonly position: number; readonly text: string }

/** What somebody else had settled in the meantime, with what was typed; a tick has no words. */
export type Overtaken = { readonly title: string; readonly text: string | null; readonly refusal: Refusal }

export type Filled = {
  /** What could not be read, by position; then nothing of the form was saved. */
  readonly faults: ReadonlyMap<number, Refusal>
  /** How many answers were saved. */
  readonly saved: number
  readonly overtaken: readonly Overtaken[]
}

const nothing: Filled = { faults: new Map(), saved: 0, overtaken: [] }

/**
 * Takes a whole form at once. A reading that cannot be understood saves nothing, so that the form can stay open
 * and be sent again; the same form sent twice (by its view's id) changes nothing the second time.
 */
export async function fillIn(
  deps: Deps,
  { receipt, ...request }: ChecklistRequest & { readonly answers: readonly Answer[]; readonly receipt: string },
): Promise<Filled | Refusal> {
  return transact(deps, async (unit) => {
    const found = await hold(unit, { ...request, positions: request.answers.map(({ position }) => position) })
    if (!found) return { kind: 'checklist-unknown' } as const
    const { plan, held } = found
    const faults = unreadable(held.checklist, request.answers, unit.now)
    if (faults.size > 0) return { ...nothing, faults }
    if (!(await firstTime(unit, receipt, unit.now))) return nothing
    const { step, overtaken } = settleAll(held, request.answers)
    const saved = request.answers.length - overtaken.length
    if (saved > 0) await keepChecklist(unit, plan, held.checklist, step, held.by.id)
    return { ...nothing, saved, overtaken }
  })
}

/** Each answer upon what the one before it left: a whole form is one step. */
function settleAll(held: Held, answers: readonly Answer[]) {
  const overtaken: Overtaken[] = []
  let step = stepTo(held.checklist, [])
  const idOf = ({ position }: Answer) => held.checklist.items[position]?.id ?? ''
  for (const [place, answer] of answers.entries()) {
    const ahead = new Set(answers.slice(place + 1).map(idOf))
    const outcome = settledBy(answer, ahead)({ ...held, checklist: step.checklist })
    const title = held.checklist.items[answer.position]?.title ?? ''
    if (outcome.ok) step = inOneStep(step, outcome.next)
    else overtaken.push({ title, text: textOf(answer), refusal: outcome.refusal })
  }
  return { step, overtaken }
}

function settledBy(answer: Answer, ahead: ReadonlySet<string>) {
  return ({ checklist, ...held }: Held) => {
    const item = checklist.items[answer.position]
    if (!item) return refuse({ kind: 'item-unknown' })
    const settle = { ...held, item: item.id, ahead }
    return 'ticked' in answer ? tick(checklist, settle) : enter(checklist, { ...settle, answer: answer.text })
  }
}

function textOf(answer: Answer): string | null {
  return 'text' in answer ? answer.text : null
}

function unreadable(checklist: Checklist, answers: readonly Answer[], now: Date): Map<number, Refusal> {
  const faults = new Map<number, Refusal>()
  for (const answer of answers) {
    const item = checklist.items[answer.position]
    if (!item || 'ticked' in answer) continue
    const read = readAnswer(item, answer.text, { now, zone: checklist.zone })
    if ('wants' in read) {
      const { title } = item
      faults.set(answer.position, {
        kind: 'reading-not-understood',
        title,
        wants: read.wants,
        got: read.got ?? answer.text,
      })
    }
  }
  return faults
}
