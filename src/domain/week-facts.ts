import type { IssueStatus } from './issue.ts'
import type { LedgerState } from './ledger.ts'
import type { Person } from './plan.ts'
import type { Severity } from './severity.ts'

/** What a week's figures are counted from: facts, as the store keeps them. */
export type WeekFacts = {
  /** The week's first instant. */
  readonly from: Date
  readonly occurrences: readonly OccurrenceFact[]
  readonly readings: readonly ReadingFact[]
  /** Opened in the week, resolved in it, or still open from before. */
  readonly issues: readonly IssueFact[]
  readonly answers: readonly AnswerFact[]
}

export type OccurrenceFact = {
  readonly ritual: string
  readonly title: string
  readonly dueAt: Date
  readonly closesAt: Date | null
  readonly state: LedgerState
  readonly owners: readonly Person[]
  /** What they are called together, where a checklist was opened: a role's title. */
  readonly ownerTitle: string | null
  readonly reason: string | null
  readonly itemsSettled: number
  readonly itemsTotal: number
}

/** A reading outside its target, or an item failed by hand (then `reading` is null). */
export type ReadingFact = {
  readonly ritualTitle: string
  readonly item: string
  readonly reading: string | null
  readonly target: string
  readonly note: string | null
  readonly severity: Severity
  readonly issueNumber: number
  readonly at: Date
}

export type IssueFact = {
  readonly number: number
  readonly title: string
  readonly severity: Severity
  readonly incident: boolean
  readonly status: IssueStatus
  readonly owner: Person | null
  /** What the escalation calls the owner: a role's title. */
  readonly ownerTitle: string | null
  readonly openedAt: Date
  readonly respondMinutes: number
  readonly respondBy: Date
  readonly resolveMinutes: number | null
  readonly resolveBy: Date | null
  readonly acknowledgedAt: Date | null
  readonly resolvedAt: Date | null
  readonly next: NextClock<Date> | null
}

/** The clock that runs out next, and the level that is asked then. */
export type NextClock<Instant> = {
  readonly clock: 'response' | 'resolution'
  readonly at: Instant
  readonly level: string
}

export type AnswerFact = { readonly heading: string; readonly text: string; readonly by: Person; readonly at: Date }
