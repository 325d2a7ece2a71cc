import type { Bound } from './cadence/cadence.ts'
import type { Period } from './reading/period.ts'
import type { Severity } from './severity.ts'

export const itemKinds = [
  'check',
  'number',
  'percent',
  'money',
  'duration',
  'rating',
  'yes-no',
  'choice',
  'status',
  'text',
  'date',
] as const
export type ItemKind = (typeof itemKinds)[number]

/** What a reading should be, or where it becomes a warning. Numbers are in the item's own unit. */
export type Target =
  | { readonly op: '<' | '<=' | '>' | '>=' | '='; readonly value: number }
  /** Both ends included. */
  | { readonly op: 'between'; readonly low: number; readonly high: number }
  /** Compared without regard to case. */
  | { readonly op: 'is'; readonly word: string }
  | Trend

export const ways = ['rising', 'falling', 'not rising', 'not falling'] as const
export type Way = (typeof ways)[number]

/** Against the reading of an earlier period. `by` is how far at least, in percent of that reading. */
export type Trend = { readonly op: 'trend'; readonly way: Way; readonly by: number | null; readonly on: Period }

/** Where a reading asks for more than its target does. One without a severity opens no issue. */
export type Threshold = {
  readonly when: Target
  readonly severity: Severity | null
  /** The response clock of its issue, where it is not that of the severity. */
  readonly respondMinutes?: number
  /** What to do then. */
  readonly do?: string
}

/** What a single figure says of many. */
export const statistics = [
  'average',
  'median',
  'total',
  'highest',
  'lowest',
  'p50',
  'p75',
  'p90',
  'p95',
  'p99',
] as const
export type Statistic = (typeof statistics)[number]

export const functions = ['sum', 'difference', 'product', 'ratio', 'share', 'average'] as const

/** A reading that nobody types: it is counted from others of the same checklist. */
export type Computation = {
  readonly of: (typeof functions)[number]
  /** Ids. */
  readonly items: readonly string[]
}

/** Targets that replace the earlier ones from a day on. */
export type LaterTargets = { readonly from: Bound; readonly targets: readonly Target[] }

/** One line of a checklist, as the plan says it. A key with a question mark is absent where the plan says nothing. */
export type Item = {
  /** Unique within its ritual; made from section and title, so it survives reordering. */
  readonly id: string
  readonly title: string
  readonly kind: ItemKind
  /** `%` for percent, a currency sign for money, `of 5` for rating, a time unit for duration and the age of a date. */
  readonly unit: string | null
  /** All of them must hold. */
  readonly targets: readonly Target[]
  /** Those that come in force later; a checklist has none: it was opened with those of its day. */
  readonly later?: readonly LaterTargets[]
  readonly statistic?: Statistic
  /** Better than the target asks for. */
  readonly stretch?: Target
  readonly warning?: Threshold
  readonly critical: (Threshold & { readonly severity: Severity }) | null
  /** What can be answered: of a status from good to bad, of a choice in any order; `flag` are those that fail. */
  readonly options: readonly string[]
  readonly flag: readonly string[]
  /** Of a text: it is a list of at most so many lines. */
  readonly top?: number
  /** Earlier readings of the same item that it is shown beside. */
  readonly compare?: readonly Period[]
  /** What the readings of a year should come to: their sum, or of what is no amount their average. */
  readonly annual?: number
  /** Another item of the ritual: its latest answer before is what this reading has to reach. */
  readonly goal?: { readonly op: '>=' | '<='; readonly item: string }
  readonly compute?: Computation
  /** A heading inside the section under which this item stands. */
  readonly group: string | null
  readonly optional: boolean
  /** Of the issue when this item fails or misses its target; else the ritual's. */
  readonly severity: Severity | null
  readonly owner: string | null
  readonly look: string | null
  /** A command that is shown, never run, and what it should answer. */
  readonly run?: string
  readonly expect?: string
  /** How it is done, one after the other. */
  readonly steps?: readonly string[]
  readonly note: string | null
  /** What to do when it fails. */
  readonly ifFailed?: string
  /** The heading of the summary under which the answer is quoted. */
  readonly into: string | null
}

/** Answered with a figure: typed, or counted from others. */
export const numericKinds = ['number', 'percent', 'money', 'duration', 'rating'] as const satisfies readonly ItemKind[]

/** What an item is called away from its card: under its group, and under its section where that tells it apart. */
export function nameOfItem({ group, title }: Pick<Item, 'group' | 'title'>, section: string | null = null): string {
  return [section, group, title].filter((part) => part !== null && part.trim() !== '').join(': ')
}
