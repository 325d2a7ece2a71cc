import type { IssueDraft } from './issue.ts'
import type { Item } from './item.ts'
import { type Headed, nameAmong } from './item-name.ts'
import type { Happening } from './journal.ts'
import type { LedgerState } from './ledger.ts'
import type { Person, Section } from './plan.ts'
import { judge } from './reading/judge.ts'
import type { Reading } from './reading/reading.ts'
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

export type ChecklistItem = Item & {
  /** What its own owner is called in the plan, where that is a role. */
  readonly ownerTitle?: string
  readonly section: number
  readonly settlement: Settlement
}

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
  /** Started for what it is needed for, with a time limit: passing it is told. */
  readonly procedure?: boolean
  /** The incident whose steps these are. */
  readonly incident?: string | null
}

/** What an item is called away from the card, so that nobody takes it for another one of the checklist. */
export function nameIn(checklist: Checklist, item: ChecklistItem): string {
  return nameAmong(headedIn(checklist, item), itemsUnderHeadings(checklist))
}

export function itemsUnderHeadings(checklist: Checklist): readonly Headed<ChecklistItem>[] {
  return checklist.items.map((item) => headedIn(checklist, item))
}

function headedIn({ sections }: Checklist, item: ChecklistItem): Headed<ChecklistItem> {
  return { section: sections[item.section]?.title ?? '', item }
}

/** The next state, what to record, and the issues that failures open or corrections take back. */
export type ChecklistStep = {
  readonly checklist: Checklist
  readonly happenings: readonly Happening[]
  readonly opens: readonly IssueDraft[]
  readonly corrects: readonly string[]
}

/** A step that opens and takes back no issue. */
export function stepTo(checklist: Checklist, happenings: readonly Happening[]): ChecklistStep {
  return { checklist, happenings, opens: [], corrects: [] }
}

/** Two steps as one. */
export function inOneStep(first: ChecklistStep, then: ChecklistStep): ChecklistStep {
  return {
    checklist: then.checklist,
    happenings: [...first.happenings, ...then.happenings],
    opens: [...first.opens, ...then.opens],
    corrects: [...first.corrects, ...then.corrects],
  }
}

export type Progress = {
  readonly total: number
  readonly settled: number
  readonly failed: number
  /** Done, with a reading that asks for attention. */
  readonly warned: number
  /** Every required item is settled. */
  readonly complete: boolean
}

export function progressOf(items: readonly ChecklistItem[]): Progress {
  const settled = items.filter(({ settlement }) => settlement.state !== 'open')
  return {
    total: items.length,
    settled: settled.length,
    failed: settled.filter(({ settlement }) => settlement.state === 'failed').length,
    warned: settled.filter(isWarned).length,
    complete: isComplete(items),
  }
}

/** Whether all is settled that has to be. */
export function isComplete(items: readonly ChecklistItem[]): boolean {
  return items.every((item) => !isRequired(item) || item.settlement.state !== 'open')
}

/** Somebody has to settle it; what is counted from other items is settled with them. */
function isRequired({ optional, compute }: ChecklistItem): boolean {
  return !optional && compute === undefined
}

function isWarned(item: ChecklistItem): boolean {
  const { settlement } = item
  return (
    settlement.state === 'done' && settlement.reading !== null && judge(item, settlement.reading).grade === 'warning'
  )
}

export function requiredOpen(checklist: Checklist): readonly ChecklistItem[] {
  return checklist.items.filter((item) => isRequired(item) && item.settlement.state === 'open')
}

/**
 * What the ledger says of a checklist whose items stand like this. Done or done late, by when the last required item
 * was settled; what is optional never changes it. An undo takes done back to open, or to missed once it has closed.
 */
export function stateWith(checklist: Checklist, items: readonly ChecklistItem[], now: Date): LedgerState {
  const { state, closesAt } = checklist
  const inTime = (at: Date) => closesAt === null || at < closesAt
  if (progressOf(items).complete) {
    if (state === 'not-delivered') return state
    const required = items.filter(isRequired)
    return required.every(({ settlement }) => settlement.state === 'open' || inTime(settlement.at))
      ? 'done'
      : 'done-late'
  }
  if (state === 'done' || state === 'done-late') return inTime(now) ? 'open' : 'missed'
  return state
}

/** What somebody can still answer: open, and not counted from others. */
export function isAnswerable({ settlement, compute }: ChecklistItem): boolean {
  return settlement.state === 'open' && compute === undefined
}

export function itemsOfSection(checklist: Checklist, section: number): readonly ChecklistItem[] {
  return checklist.items.filter((item) => item.section === section)
}

/**
 * The sections in which one state of a checklist differs from another; all of them once it is signed off. The last one
 * calls the owners for as long as it is open, so it changes with the whole.
 */
export function changedSections(before: Checklist, after: Checklist): readonly number[] {
  const all = [...after.sections.keys()]
  const turned = before.state !== after.state
  if (before.signedOff !== after.signedOff) return all
  const changed = after.items.filter((item, position) => item.settlement !== before.items[position]?.settlement)
  const sections = changed.map(({ section }) => section)
  return [...new Set([...sections, ...(turned ? all.slice(-1) : [])])]
}

/** Lines that one message can always show: Slack allows 50 blocks and some 13,000 characters. */
const longestCard = 30

/** Too long for one message: the card then lists sections with their progress, and each section is told in its thread. */
export function isSplit({ items, sections }: Checklist): boolean {
  const groups = new Set(items.flatMap(({ section, group }) => (group ? [`${section}/${group}`] : [])))
  return sections.length > 1 && items.length + groups.size + sections.length > longestCard
}
