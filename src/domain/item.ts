import type { Severity } from './severity.ts'

export const itemKinds = ['check', 'number', 'percent', 'money', 'duration', 'yes-no', 'choice', 'text'] as const
export type ItemKind = (typeof itemKinds)[number]

/** What a reading should be, or where it becomes a warning. Numbers are in the item's own unit. */
export type Target =
  | { readonly op: '<' | '<=' | '>' | '>=' | '='; readonly value: number }
  /** Both ends included. */
  | { readonly op: 'between'; readonly low: number; readonly high: number }
  /** Compared without regard to case. */
  | { readonly op: 'is'; readonly word: string }

/** One line of a checklist, as the plan says it. */
export type Item = {
  /** Unique within its ritual; made from section and title, so it survives reordering. */
  readonly id: string
  readonly title: string
  readonly kind: ItemKind
  /** `%` for percent, a currency sign for money, a time unit for duration (default `min`); else free. */
  readonly unit: string | null
  /** All of them must hold. */
  readonly targets: readonly Target[]
  readonly critical: { readonly when: Target; readonly severity: Severity } | null
  /** Of a choice: what can be answered, and which answers count as failed. */
  readonly options: readonly string[]
  readonly flag: readonly string[]
  /** A heading inside the section under which this item stands. */
  readonly group: string | null
  readonly optional: boolean
  /** Of the issue when this item fails or misses its target; else the ritual's. */
  readonly severity: Severity | null
  readonly owner: string | null
  readonly look: string | null
  readonly note: string | null
  /** The heading of the summary under which the answer is quoted. */
  readonly into: string | null
}
