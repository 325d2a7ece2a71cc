import type { IssueStatus } from './issue.ts'
import type { LedgerState } from './ledger.ts'
import type { Person } from './plan.ts'
import type { Reading } from './reading/reading.ts'
import type { Severity } from './severity.ts'

/** Everything that can happen, in the words in which it is kept. */
export type Happening =
  /** With the document's name where it was imported. */
  | { readonly kind: 'plan-applied'; readonly version: number; readonly document?: string }
  /** In the plan's zone, `2026-12-01T09:00`. */
  | { readonly kind: 'launch-moved'; readonly from: string | null; readonly to: string; readonly note: string | null }
  | { readonly kind: 'plan-retired'; readonly why: string }
  | { readonly kind: 'checklist-opened'; readonly ritual: string; readonly late: boolean }
  | { readonly kind: 'checklist-reminded'; readonly people: readonly Person[] }
  /** A procedure that has passed its limit goes on. */
  | { readonly kind: 'checklist-closed'; readonly state: LedgerState; readonly goesOn?: true }
  | { readonly kind: 'checklist-signed-off'; readonly minutes: number | null }
  | ({ readonly kind: 'item-done'; readonly reading: Reading | null } & ItemNamed)
  | ({
      readonly kind: 'item-failed'
      readonly reading: Reading | null
      readonly note: string | null
      readonly issue: string
    } & ItemNamed)
  | ({ readonly kind: 'item-not-applicable'; readonly reason: string | null } & ItemNamed)
  | { readonly kind: 'item-undone'; readonly item: string; readonly title: string; readonly was: string }
  | { readonly kind: 'issue-opened'; readonly number: number; readonly severity: Severity; readonly title: string }
  | {
      readonly kind: 'issue-asked'
      readonly level: string
      readonly people: readonly Person[]
      readonly why: AskReason
    }
  | { readonly kind: 'issue-acknowledged' }
  | { readonly kind: 'issue-updated'; readonly text: string; readonly status: IssueStatus }
  | { readonly kind: 'issue-resolved'; readonly text: string }
  | {
      readonly kind: 'stakeholders-told'
      /** Names it among those of its issue. */
      readonly id: string
      readonly template: string
      readonly audience: string | null
      readonly channel: string
      readonly text: string
    }
  | { readonly kind: 'procedure-started'; readonly title: string }
  | { readonly kind: 'issue-withdrawn'; readonly why: 'item-undone' }
  | { readonly kind: 'issue-item-corrected'; readonly title: string }
  | {
      readonly kind: 'role-handed-over'
      readonly role: string
      readonly from: readonly Person[]
      readonly to: readonly Person[]
    }
  | { readonly kind: 'summary-frozen'; readonly week: string }

/** `computed` where nobody answered it: it was counted from others. */
type ItemNamed = { readonly item: string; readonly title: string; readonly computed?: true }

/** Why somebody was asked: it is new, nobody acknowledged or resolved it in time, or nobody said where it stands. */
export type AskReason = 'opened' | 'not-acknowledged' | 'not-resolved' | 'update-due'

/** One line of the append-only record. `by` is null where Rounds itself acted. */
export type JournalEntry = {
  readonly at: Date
  readonly by: Person | null
  readonly plan: string
  /** The checklist, issue, plan or week that it is about. */
  readonly subject: string
  readonly what: Happening
}
