import { type Checklist, type ChecklistStep, changedSections } from '../domain/checklist.ts'
import { correct, isOver } from '../domain/issue.ts'
import type { LedgerState } from '../domain/ledger.ts'
import { accept, type Outcome, refuse } from '../domain/outcome.ts'
import { type Actor, actingIn } from '../domain/permission.ts'
import type { Person, PlanFrame } from '../domain/plan.ts'
import { itemsWithPast, pastFrom, takenWith } from '../domain/reading/past.ts'
import type { Past } from '../domain/reading/period.ts'
import type { Refusal } from '../domain/refusal.ts'
import { urgencies } from '../domain/surface.ts'
import { isReported } from '../domain/template.ts'
import { lockChecklist, saveChecklist } from '../store/checklists.ts'
import { findIssue, lockIssue } from '../store/issues.ts'
import { findMessage, seenAt } from '../store/messages.ts'
import { pastReadings } from '../store/past-readings.ts'
import { findRitual, getPlanFrame } from '../store/plans.ts'
import { alreadyCarriedOut } from '../store/receipts.ts'
import type { Scope } from '../store/scope.ts'
import { keep, open } from './issues.ts'
import { startStepsOf } from './start-procedure.ts'
import { type Deps, transact, type Unit } from './transact.ts'
import { checklistWishes, issueWishes, limitWish } from './wishes.ts'

/** `receipt` is the id of the form that asked; the same form sent again changes nothing. */
export type ChecklistRequest = { readonly checklist: string; readonly by: Actor; readonly receipt?: string }

/** With the positions of the items that it may settle. */
export type Settling = ChecklistRequest & { readonly positions: readonly number[] }

/** What a decision is made from: the checklist as it is, held by this transaction, and who decides. */
export type Held = {
  readonly checklist: Checklist
  readonly by: Actor
  readonly now: Date
  readonly newId: () => string
  /** Earlier readings of the items that are to be settled and are compared with them. */
  readonly past: Past
}

/** Load, decide, keep: what every click on a checklist has in common. */
export async function onChecklist(
  deps: Deps,
  request: Settling,
  decide: (held: Held) => Outcome<ChecklistStep>,
): Promise<Refusal | undefined> {
  return transact(deps, async (unit) => {
    const outcome = await decideIn(unit, request, decide)
    return outcome.ok ? undefined : outcome.refusal
  })
}

/** The same within a transaction that does more. Null where this very interaction had been carried out before. */
export async function decideIn(
  unit: Unit,
  request: Settling,
  decide: (held: Held) => Outcome<ChecklistStep>,
): Promise<Outcome<ChecklistStep | null>> {
  const found = await hold(unit, request)
  if (!found) return refuse({ kind: 'checklist-unknown' })
  const { plan, held } = found
  const outcome = decide(held)
  if (await alreadyCarriedOut(unit, request.receipt, outcome.ok)) return accept(null)
  if (outcome.ok) await keepChecklist(unit, plan, held.checklist, outcome.next, held.by.id)
  return outcome
}

/** What decisions over a checklist are made from; its row is held until the transaction ends. */
export async function hold(
  unit: Unit,
  request: Settling,
): Promise<{ readonly plan: PlanFrame; readonly held: Held } | undefined> {
  const checklist = await lockChecklist(unit, request.checklist)
  if (!checklist) return undefined
  const plan = await getPlanFrame(unit, checklist.plan)
  const past = await pastOf(unit, checklist, request.positions)
  return { plan, held: { checklist, by: actingIn(plan, request.by), now: unit.now, newId: unit.newId, past } }
}

/** Keeps what one decision changed: the checklist, the journal, the issue it opens or takes back, the messages. */
export async function keepChecklist(
  unit: Unit,
  plan: PlanFrame,
  before: Checklist,
  step: ChecklistStep,
  by: Person | null,
): Promise<void> {
  const { checklist } = step
  await saveChecklist(unit, before, checklist)
  await unit.record({ plan: plan.name, subject: checklist.id, by }, step.happenings)
  const urgency = by === null ? urgencies.scheduled : urgencies.click
  const wishes = checklistWishes(checklist, urgency, changedSections(before, checklist))
  unit.wish(...(onlyReminds(step) ? wishes.filter(({ surface }) => surface === 'checklist-reminder') : wishes))
  if (checklist.procedure) await tellProcedure(unit, before, checklist)
  if (await concernsReport(unit, before, checklist)) await tellReport(unit, plan, checklist)
  for (const draft of step.opens) await startStepsOf(unit, await open(unit, plan, draft, checklist.channel))
  for (const issue of step.corrects) await takeBack(unit, issue, by)
}

/** Nothing of its card changes then, and edits are few a minute. */
function onlyReminds({ happenings }: ChecklistStep): boolean {
  return happenings.length > 0 && happenings.every(({ kind }) => kind === 'checklist-reminded')
}

const reported: ReadonlySet<LedgerState> = new Set(['done', 'done-late', 'missed', 'not-delivered'])

/** It is over, or was; or it was once, is open again, and something of it was entered or taken back. */
async function concernsReport(unit: Unit, before: Checklist, after: Checklist): Promise<boolean> {
  if (reported.has(after.state) || reported.has(before.state)) return true
  return after.items !== before.items && (await seenAt(unit, 'report', after.id)) !== undefined
}

/** The report of a ritual that is over, or what it says now that something was entered, corrected or opened again. */
async function tellReport(unit: Unit, plan: PlanFrame, { id, ritual, ...checklist }: Checklist): Promise<void> {
  const found = await findRitual(unit, plan, ritual)
  if (!found || !isReported(checklist, found)) return
  const channel = found.report?.channel ?? found.channel ?? plan.channel
  unit.wish({ surface: 'report', subject: id, channel, urgency: urgencies.scheduled })
}

/** What a procedure's progress changes beside its card: the incident that it serves, and word of a passed limit. */
async function tellProcedure(unit: Unit, before: Checklist, after: Checklist): Promise<void> {
  const issue = after.incident ? await findIssue(unit, after.incident) : undefined
  const [card] = issue ? issueWishes(issue) : []
  if (card) unit.wish(card)
  const passed = before.state === 'open' && after.state === 'missed' && !(issue && isOver(issue))
  const told = passed || (await wasTold(unit, after))
  if (told) unit.wish(limitWish(after))
}

async function wasTold(unit: Unit, { id, channel }: Checklist): Promise<boolean> {
  return (await findMessage(unit, { surface: 'limit', subject: id, channel })) !== undefined
}

/** Only of the items that may be taken and are compared; a tick has none. */
async function pastOf(
  scope: Scope,
  { plan, ritual, items, dueAt }: Checklist,
  positions: readonly number[],
): Promise<Past> {
  const settled = positions.flatMap((position) => items[position] ?? [])
  const ids = itemsWithPast(takenWith(items, settled))
  return ids.length === 0 ? {} : pastReadings(scope, { plan, ritual, items: ids, from: pastFrom(dueAt), until: dueAt })
}

async function takeBack(unit: Unit, id: string, by: Person | null): Promise<void> {
  const issue = await lockIssue(unit, id)
  if (!issue) return
  await keep(unit, correct(issue, unit.now), by)
}
