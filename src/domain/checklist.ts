import type { IssueDraft } from './issue.ts'
import type { Item } from './item.ts'
import type { Happening } from './journal.ts'
import type { LedgerState } from './ledger.ts'
import { accept, type Outcome, refuse } from './outcome.ts'
import { type Actor, forbids } from './permission.ts'
import type { Person, Section } from './plan.ts'
import { judge, type Reading, readAnswer, targetsInWords } from './reading.ts'
import type { Severity } from './severity.ts'

export type ItemState = 'open' | 'done' | 'failed' | 'not-applicable'

/** What became of an item. `issue` names the one that its failure opened. */
export type Settlement =
  | { readonly state: 'open' }
  | { readonly state: 'done'; readonly by: Person; readonly at: Date; readonly reading: Reading | null }
  | {
      readonly state: 'failed'
      readonly by: Person
      readonly at: Date
      readonly reading: Reading | null
      readonly note: string | null
      readonly issue: string
    }
  | { readonly state: 'not-applicable'; readonly by: Person; readonly at: Date; readonly note: string | null }

export type ChecklistItem = Item & { readonly section: number; readonly settlement: Settlement }

/** An occurrence that was opened; its sections and items are the plan's as they were then. */
export type Checklist = {
  readonly id: string
  readonly plan: string
  readonly planTitle: string
  readonly ritual: string
  readonly title: string
  readonly channel: string
  readonly zone: string
  readonly owners: readonly Person[]
  /** What the owners are called together: a role's title. */
  readonly ownerTitle: string | null
  readonly dueAt: Date
  readonly opensAt: Date
  readonly closesAt: Date | null
  readonly openedAt: Date
  /** Opened later than it should have been, because Rounds was not there. */
  readonly late: boolean
  readonly state: LedgerState
  readonly severity: Severity
  readonly takesMinutes: number | null
  readonly ifFailed: string | null
  readonly sections: readonly Omit<Section, 'items'>[]
  readonly items: readonly ChecklistItem[]
  readonly remindedAt: Date | null
  readonly signedOff: { readonly by: Person; readonly at: Date; readonly minutes: number | null } | null
  readonly wakeAt: Date | null
}

/** The next state, what to record, and the issue that a failure opens or an undo takes back. */
export type ChecklistStep = {
  readonly checklist: Checklist
  readonly happenings: readonly Happening[]
  readonly opens: IssueDraft | null
  readonly corrects: string | null
}

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
    step(settle(checklist, id, settlement, now), [{ kind: 'item-not-applicable', item: id, title, reason: note }]),
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
    ...step(reopened, [{ kind: 'item-undone', item: id, title: item.title, was: settlement.state }]),
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
  return accept(step({ ...checklist, signedOff, wakeAt: null }, [{ kind: 'checklist-signed-off', minutes }]))
}

/** Time before closing at which the owners are reminded of what is still open: a quarter of the window, at most an hour. */
export function reminderAt(opensAt: Date, closesAt: Date): Date {
  const window = closesAt.getTime() - opensAt.getTime()
  return new Date(closesAt.getTime() - Math.min(window / 4, 60 * 60_000))
}

/** What must happen to a checklist by `now`: a reminder, then its closing. `seenAt` is when its card became visible. */
export function wakeChecklist(checklist: Checklist, seenAt: Date | null, now: Date): ChecklistStep {
  const { closesAt } = checklist
  if (checklist.state !== 'open' || closesAt === null) return step({ ...checklist, wakeAt: null }, [])
  if (now >= closesAt) return close(checklist, seenAt, closesAt)
  if (checklist.remindedAt === null && now >= reminderAt(checklist.openedAt, closesAt)) {
    const reminded = { ...checklist, remindedAt: now, wakeAt: closesAt }
    return step(reminded, [{ kind: 'checklist-reminded', people: checklist.owners }])
  }
  return step({ ...checklist, wakeAt: nextWake(checklist) }, [])
}

function close(checklist: Checklist, seenAt: Date | null, closesAt: Date): ChecklistStep {
  const state: LedgerState = seenAt === null || seenAt >= closesAt ? 'not-delivered' : 'missed'
  return step({ ...checklist, state, wakeAt: null }, [{ kind: 'checklist-closed', state }])
}

export function nextWake(checklist: Checklist): Date | null {
  if (checklist.state !== 'open' || checklist.closesAt === null) return null
  return checklist.remindedAt === null ? reminderAt(checklist.openedAt, checklist.closesAt) : checklist.closesAt
}

export type Progress = {
  readonly total: number
  readonly settled: number
  readonly failed: number
  /** Every required item is settled. */
  readonly complete: boolean
}

export function progressOf(items: readonly ChecklistItem[]): Progress {
  const settled = items.filter(({ settlement }) => settlement.state !== 'open')
  return {
    total: items.length,
    settled: settled.length,
    failed: settled.filter(({ settlement }) => settlement.state === 'failed').length,
    complete: items.every((item) => item.optional || item.settlement.state !== 'open'),
  }
}

export function requiredOpen(checklist: Checklist): readonly ChecklistItem[] {
  return checklist.items.filter((item) => !item.optional && item.settlement.state === 'open')
}

export function itemsOfSection(checklist: Checklist, section: number): readonly ChecklistItem[] {
  return checklist.items.filter((item) => item.section === section)
}

/** The sections in which one state of a checklist differs from another; all of them once it is signed off. */
export function changedSections(before: Checklist, after: Checklist): readonly number[] {
  if (before.signedOff !== after.signedOff) return [...after.sections.keys()]
  const changed = after.items.filter((item, position) => item.settlement !== before.items[position]?.settlement)
  return [...new Set(changed.map(({ section }) => section))]
}

/** Lines that one message can always show: Slack allows 50 blocks and some 13,000 characters. */
const longestCard = 30

/** Too long for one message: the card then lists sections with their progress, and each section is told in its thread. */
export function isSplit({ items, sections }: Checklist): boolean {
  const groups = new Set(items.flatMap(({ section, group }) => (group ? [`${section}/${group}`] : [])))
  return sections.length > 1 && items.length + groups.size + sections.length > longestCard
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
  return step(settle(checklist, item.id, settlement, now), [happening])
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
    ...step(next, [happening]),
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

/** A miss that is made good becomes `done-late`; an undo takes `done` back to open, or to missed once it has closed. */
function stateWith(checklist: Checklist, items: readonly ChecklistItem[], now: Date): LedgerState {
  const closed = checklist.closesAt !== null && now >= checklist.closesAt
  if (progressOf(items).complete) {
    if (checklist.state === 'not-delivered') return 'not-delivered'
    return closed ? 'done-late' : 'done'
  }
  if (checklist.state === 'done' || checklist.state === 'done-late') return closed ? 'missed' : 'open'
  return checklist.state
}

function step(checklist: Checklist, happenings: readonly Happening[]): ChecklistStep {
  return { checklist, happenings, opens: null, corrects: null }
}
