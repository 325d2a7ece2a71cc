import type { IssueStatus } from './issue.ts'
import type { LedgerState } from './ledger.ts'
import type { Person } from './plan.ts'
import type { Grade } from './reading/judge.ts'
import type { Severity } from './severity.ts'

/** What a week's figures are counted from: facts, as the store keeps them. */
export type WeekFacts = {
  /** The week's first instant. */
  readonly from: Date
  readonly occurrences: readonly OccurrenceFact[]
  readonly readings: readonly ReadingFact[]
  readonly figures: readonly FigureFact[]
  readonly lists: readonly ListFact[]
  /** Opened in the week, resolved in it, or still open from before. */
  readonly issues: readonly IssueFact[]
  readonly answers: readonly AnswerFact[]
}

export type OccurrenceFact = {
  readonly ritual: string
  /** Of a section that fell due by itself. */
  readonly section?: string
  readonly title: string
  readonly dueAt: Date
  readonly closesAt: Date | null
  readonly state: LedgerState
  readonly owners: readonly Person[]
  /** What they are called together, where a checklist was opened: a role's title. */
  readonly ownerTitle: string | null
  /** Of its wall times, where a checklist was opened. */
  readonly zone?: string
  readonly procedure?: boolean
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
  /** What it should have been, as `target < 5 °C` or `critical > 8 °C`; summaries of before have none. */
  readonly missed?: string
  readonly note: string | null
  readonly severity: Severity
  readonly issueNumber: number
  readonly at: Date
  /** Those of the four weeks before it, the oldest first. */
  readonly before?: { readonly readings: readonly string[]; readonly way: 'up' | 'down' | 'level' }
}

/** A reading of which there is more to tell than that it was taken. */
export type FigureFact = {
  readonly ritual: string
  readonly ritualTitle: string
  /** Its id, and its title with the heading over it. */
  readonly id: string
  readonly item: string
  readonly reading: string
  readonly grade: Grade
  /** The warning that it has crossed, or the stretch target that it has reached. */
  readonly mark: string | null
  /** What it was compared with, in words. */
  readonly beside: readonly string[]
  readonly computed: boolean
  readonly at: Date
}

/** A list of the best or the worst, as somebody wrote it. */
export type ListFact = {
  readonly item: string
  readonly ritualTitle: string
  readonly lines: readonly string[]
  readonly by: Person
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
  readonly acknowledgedBy: Person | null
  readonly resolvedAt: Date | null
  readonly next: NextClock<Date> | null
}

/** The clock that runs out next, and the level that is asked then. */
export type NextClock<Instant> = {
  readonly clock: 'response' | 'resolution'
  readonly at: Instant
  readonly level: string
  /** When the clock itself runs out, and whether it has; absent from figures that were frozen without it. */
  readonly deadline?: Instant
  readonly overdue?: boolean
}

export type AnswerFact = {
  readonly heading: string
  /** What was asked, where its title alone does not tell it from another item of its checklist. */
  readonly item?: string
  readonly text: string
  readonly by: Person
  readonly at: Date
}
